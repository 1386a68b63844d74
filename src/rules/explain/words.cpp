#include "rules/explain/words.h"

#include <algorithm>

#include "rules/totals/rational.h"
#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

constexpr int k_places = 4;  // for reading; JSON has the exact number

std::string part_of(const std::string& text, Span span) { return span.end <= text.size() && span.begin < span.end ? text.substr(span.begin, span.end - span.begin) : std::string(); }

}  // namespace

const std::string& ExplainWords::label(const std::string& zh, const std::string& en, const std::string& name) const {
  const std::string& wanted = language_ == Language::zh ? zh : en;
  return wanted.empty() ? name : wanted;
}

std::string ExplainWords::value(Type type, Value value) const {
  if (!value) return say("explain.missing");
  const auto number = [&](int places) { return rational_text(rational(*value, stored_units(type.kind)), places); };
  switch (type.kind) {
    case Kind::boolean: return say(*value != 0 ? "explain.yes" : "explain.no");
    case Kind::money: return say("explain.yuan", {rational_text(rational(*value, 100), 2)});
    case Kind::ratio: return rational_text(rational(*value, k_millionths / 100), 4) + "%";
    case Kind::quantity: return number(6) + " " + std::string(units()[static_cast<std::size_t>(type.detail)].name);
    case Kind::code: {
      const CodeList::Code& code = book_.schema.code_lists[static_cast<std::size_t>(type.detail)].codes[static_cast<std::size_t>(*value)];
      return label(code.zh, code.en, code.name);
    }
    case Kind::text: return *value >= 0 ? facts_.texts.at(*value) : say("explain.other_text");
    case Kind::id: return std::to_string(*value);
    default: return literal_text(book_.schema, type, value);
  }
}

std::string ExplainWords::range(Type type, Value low, Value high) const {
  if (low && low == high) return value(type, low);
  return (low ? value(type, low) : "") + ".." + (high ? value(type, high) : "");
}

std::string ExplainWords::number(Type type, const std::string& unit, const std::optional<Rational>& number) const {
  if (!number) return say("explain.nothing");
  const int shown = find_unit(unit);
  if (shown >= 0 && units()[static_cast<std::size_t>(shown)].kind == Kind::ratio) {
    const Unit& of = units()[static_cast<std::size_t>(shown)];
    return rational_text(times(*number, rational(of.denominator, of.numerator)), k_places) + unit;
  }
  if (type.kind == Kind::money) return say("explain.yuan", {rational_text(over(*number, rational(100)), k_places)});
  if (type.kind == Kind::quantity) return rational_text(*number, k_places) + " " + std::string(units()[static_cast<std::size_t>(type.detail)].name);
  return rational_text(*number, k_places) + (unit.empty() ? "" : " " + unit);
}

std::string ExplainWords::field(int record, int position) const {
  const Field& of = book_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(position)];
  return label(of.zh, of.en, of.name);
}

std::string ExplainWords::record(int position) const {
  const RecordKind& of = book_.schema.records[static_cast<std::size_t>(position)];
  return label(of.zh, of.en, of.name);
}

std::string ExplainWords::row(RowAt row) const {
  const int id_field = book_.schema.records[static_cast<std::size_t>(row.record)].id_field;
  const Value id = id_field < 0 ? Value() : facts_.tables[static_cast<std::size_t>(row.record)].column(id_field).at(row.row);
  return record(row.record) + " " + (id ? std::to_string(*id) : "#" + std::to_string(row.row + 1));
}

std::string ExplainWords::fact(const FactPlace& place) const { return say("explain.field_of_row", {row({place.record, place.row}), field(place.record, place.field)}); }

std::string ExplainWords::rule_name(int position) const {
  const Rule& rule = book_.rules[static_cast<std::size_t>(position)];
  return rule.name.empty() ? rule.key : rule.name;
}

std::string ExplainWords::version(const DatedValue& version) const {
  if (version.document.empty()) return say("explain.from", {version.from.text()});
  return say("explain.from_by", {version.from.text(), version.document});
}

std::string ExplainWords::basis(const Rule& rule) const {
  std::string words = rule.document;
  if (!rule.source.empty()) words += (words.empty() ? "" : " ") + rule.source;
  if (rule.example) return words.empty() ? say("explain.example") : say("explain.further", {words, say("explain.example")});
  return words;
}

std::string ExplainWords::written(int rule, const Node& node) const {
  std::string text = part_of(book_.rules[static_cast<std::size_t>(rule)].expression.text, node.span);
  // A block of several lines is told on one.
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string ExplainWords::listed(const std::vector<std::string>& words) const {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : say("explain.comma")) + word;
  return all;
}

}  // namespace laoyou::rules
