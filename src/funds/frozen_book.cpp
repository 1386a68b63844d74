#include "funds/frozen_book.h"

#include <boost/json.hpp>

namespace laoyou::funds {
namespace {

namespace json = boost::json;
using rules::SourceText;

json::array of_text(const SourceText& text) { return {text.text, text.file, text.line, text.column, text.indent}; }

json::object of_parameter(const rules::ParameterSource& parameter) {
  json::array values;
  for (const rules::DatedValueSource& value : parameter.values) {
    json::array rows;
    for (const auto& [key, text] : value.rows) rows.push_back(json::array{of_text(key), of_text(text)});
    values.push_back(json::object{{"from", value.from.text()}, {"rows", std::move(rows)}, {"document", value.document}, {"place", of_text(value.place)}});
  }
  return {{"key", parameter.key}, {"name", parameter.name}, {"layer", parameter.layer}, {"source", parameter.source}, {"place", of_text(parameter.place)},
          {"values", std::move(values)}, {"example", parameter.example}};
}

json::object of_rule(const rules::RuleSource& rule) {
  return {{"key", rule.key}, {"name", rule.name}, {"layer", rule.layer}, {"source", rule.source}, {"document", rule.document}, {"record", rule.record},
          {"place", of_text(rule.place)}, {"expression", of_text(rule.expression)}, {"unit", rule.unit}, {"example", rule.example}};
}

std::string text(const json::object& from, const char* name) { return std::string(from.at(name).as_string()); }

SourceText to_text(const json::value& from) {
  const json::array& parts = from.as_array();
  return {std::string(parts.at(0).as_string()), std::string(parts.at(1).as_string()), static_cast<int>(parts.at(2).as_int64()), static_cast<int>(parts.at(3).as_int64()),
          static_cast<int>(parts.at(4).as_int64())};
}

rules::ParameterSource to_parameter(const json::object& from) {
  rules::ParameterSource parameter{text(from, "key"), text(from, "name"), text(from, "layer"), text(from, "source"), to_text(from.at("place")), {}, from.at("example").as_bool()};
  for (const json::value& each : from.at("values").as_array()) {
    const json::object& value = each.as_object();
    rules::DatedValueSource dated{Date::parse(text(value, "from")).value(), {}, text(value, "document"), to_text(value.at("place"))};
    for (const json::value& row : value.at("rows").as_array()) dated.rows.emplace_back(to_text(row.as_array().at(0)), to_text(row.as_array().at(1)));
    parameter.values.push_back(std::move(dated));
  }
  return parameter;
}

rules::RuleSource to_rule(const json::object& from) {
  rules::RuleSource rule;
  rule.key = text(from, "key");
  rule.name = text(from, "name");
  rule.layer = text(from, "layer");
  rule.source = text(from, "source");
  rule.document = text(from, "document");
  rule.record = text(from, "record");
  rule.place = to_text(from.at("place"));
  rule.expression = to_text(from.at("expression"));
  rule.unit = text(from, "unit");
  rule.example = from.at("example").as_bool();
  return rule;
}

std::optional<Date> to_day(const json::value& from) { return from.is_null() ? std::nullopt : std::optional(Date::parse(std::string(from.as_string())).value()); }
json::value of_day(const std::optional<Date>& day) { return day ? json::value(day->text()) : json::value(); }

}  // namespace

std::string pack_rules(const rules::BookSource& source) {
  json::array parameters, rules;
  for (const auto& parameter : source.parameters) parameters.push_back(of_parameter(parameter));
  for (const auto& rule : source.rules) rules.push_back(of_rule(rule));
  return json::serialize(json::object{{"region", source.region.text()}, {"from", of_day(source.from)}, {"to", of_day(source.to)}, {"parameters", std::move(parameters)},
                                      {"rules", std::move(rules)}});
}

Result<rules::BookSource> unpack_rules(const std::string& packed) {
  try {
    const json::value parsed = json::parse(packed);
    const json::object& from = parsed.as_object();
    rules::BookSource source{RegionCode::parse(text(from, "region")).value(), to_day(from.at("from")), to_day(from.at("to")), {}, {}};
    for (const json::value& each : from.at("parameters").as_array()) source.parameters.push_back(to_parameter(each.as_object()));
    for (const json::value& each : from.at("rules").as_array()) source.rules.push_back(to_rule(each.as_object()));
    return source;
  } catch (const std::exception& damaged) {  // what was kept was written above: whatever does not fit is damage
    return refuse("funds.frozen_unreadable", {damaged.what()});
  }
}

rules::Book pinned_at(const rules::Book& book, Date day) {
  rules::Book pinned = book;
  for (rules::Parameter& parameter : pinned.parameters) {
    const rules::DatedValue* in_force = parameter.on(day);
    rules::DatedValue held;
    if (in_force != nullptr) held = *in_force;
    held.ended = in_force == nullptr;
    held.from = Date::from_calendar(1, 1, 1).value();
    held.until.reset();
    parameter.values = {std::move(held)};
  }
  return pinned;
}

}  // namespace laoyou::funds
