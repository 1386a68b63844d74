#include <algorithm>

#include "base/clock.h"
#include "base/shown_text.h"
#include "collection/day_bounds.h"
#include "collection/desk.h"

namespace laoyou::collection {
namespace {

std::vector<std::string> field_names(const Collection& collection) {
  std::vector<std::string> names;
  for (const Field& field : collection.fields)
    if (!withheld(collection, field)) names.push_back(field.name);
  return names;
}

bool fixed(const Collection& collection, const std::string& field) { return std::find(collection.fixed.begin(), collection.fixed.end(), field) != collection.fixed.end(); }

void refuse_unknown(const Collection& collection, const boost::json::object& body, Refusals& refusals) {
  for (const auto& member : body) {
    const Field* field = collection.find(member.key());
    if (field == nullptr || withheld(collection, *field))
      refusals.push_back(at("/" + record::pointer_part(member.key()), record::unknown_field(member.key(), field_names(collection))));
  }
}

/// A text of blanks says nothing; what cannot be seen must not be in a name.
Result<Cell> read_cell(const Field& field, const boost::json::value& json) {
  Result<Cell> cell = field.codec->read_json(json);
  if (!cell || field.codec->kind != "text") return cell;
  const std::string text(trimmed(std::get<std::string>(*cell)));
  if (const std::string sign = invisible_sign(text); !sign.empty()) return refuse("text.invisible_sign", {sign});
  if (text.empty() && !field.required) return Cell();
  return Cell(text);
}

void read_members(const Collection& collection, const boost::json::object& body, Cells& cells, bool changes, Refusals& refusals) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Field& field = collection.fields[i];
    if (given_by_program(field.name) || withheld(collection, field)) continue;
    const boost::json::value* json = body.if_contains(field.name);
    if (json == nullptr && (field.masked || field.codec->read_json == nullptr) && changes) continue;
    if (changes && fixed(collection, field.name)) continue;
    if (json == nullptr || json->is_null()) {
      cells[i] = field.codec->kind == "yes_no" && std::holds_alternative<std::int64_t>(field.fallback) ? field.fallback : Cell();
      continue;
    }
    if (field.codec->read_json == nullptr) {
      refusals.push_back(at("/" + field.name, refuse("records.not_writable", {field.entry->zh})));
      continue;
    }
    Result<Cell> cell = read_cell(field, *json);
    if (cell)
      cells[i] = std::move(*cell);
    else
      refusals.push_back(at("/" + field.name, cell.error()));
  }
}

/// What is counted, measured or paid in a register is never less than nothing; places on the earth may be.
bool below_zero(const Field& field, const Cell& cell) {
  const auto* number = std::get_if<std::int64_t>(&cell);
  const std::string_view kind = field.codec->kind;
  return number != nullptr && *number < 0 && (kind == "whole" || kind == "decimal" || kind == "money" || kind == "minutes");
}

void check_days(const Collection& collection, const Cells& now, const Cells* before, Refusals& refusals) {
  const Date today = SystemClock().now().beijing_day();
  for (std::size_t i = 0; i < now.size(); ++i) {
    const Field& field = collection.fields[i];
    const auto* text = std::get_if<std::string>(&now[i]);
    // What stood there before the bounds did must not keep a record from being changed.
    if (field.codec->kind != "day" || text == nullptr || (before != nullptr && (*before)[i] == now[i])) continue;
    if (const Result<void> day = check_day(collection.record, field.name, Date::parse(*text).value(), today); !day) refusals.push_back(at("/" + field.name, day.error()));
  }
}

bool empty(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty());
}

/// A field that a plan adds is filled in for records of the plan's place alone, and required of no others.
void check_extension(const Field& field, const Cell& cell, RegionCode region, Refusals& refusals) {
  const bool here = field.within.contains(region);
  if (!here && !empty(cell)) refusals.push_back(at("/" + field.name, refuse("records.field_of_another_place", {field.entry->zh})));
  if (here && field.required && empty(cell)) refusals.push_back(at("/" + field.name, refuse("json.missing_field", {field.name})));
}

RegionCode region_of(const Collection& collection, const Cells& cells) {
  const auto* text = std::get_if<std::string>(&cells[collection.position("region")]);
  const Result<RegionCode> region = text != nullptr ? RegionCode::parse(*text) : RegionCode();
  return region ? *region : RegionCode();
}

}  // namespace

bool given_by_program(std::string_view field) { return field == "id" || field == "version" || field == "synthetic"; }

Refusals check_row(const Collection& collection, const Cells& now, const Cells* before) {
  Refusals refusals;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const Field& field = collection.fields[i];
    if (field.within.level() != RegionLevel::country) {
      check_extension(field, now[i], region_of(collection, now), refusals);
      continue;
    }
    const bool nobody = !field.references.empty() && now[i] == Cell(std::int64_t{0});
    if (!field.required || given_by_program(field.name) || (!empty(now[i]) && !nobody)) continue;
    refusals.push_back(at("/" + field.name, refuse("json.missing_field", {field.name})));
  }
  for (std::size_t i = 0; i < now.size(); ++i)
    if (below_zero(collection.fields[i], now[i])) refusals.push_back(at("/" + collection.fields[i].name, refuse("records.negative")));
  check_days(collection, now, before, refusals);
  if (!refusals.empty() || !collection.check) return refusals;
  return collection.check(now, before);
}

CheckedResult<Cells> read_new_row(const Collection& collection, const boost::json::object& body) {
  Refusals refusals;
  refuse_unknown(collection, body, refusals);
  Cells cells(collection.fields.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (given_by_program(collection.fields[i].name)) cells[i] = collection.fields[i].fallback;
  read_members(collection, body, cells, false, refusals);
  if (refusals.empty()) refusals = check_row(collection, cells, nullptr);
  if (!refusals.empty()) return refusals;
  return cells;
}

CheckedResult<Cells> read_changed_row(const Collection& collection, const boost::json::object& body, const Cells& before) {
  Refusals refusals;
  refuse_unknown(collection, body, refusals);
  Cells cells = before;
  const std::size_t version = collection.position("version");
  const boost::json::value* seen = body.if_contains("version");
  if (seen == nullptr || !seen->is_int64())
    refusals.push_back(at("/version", refuse("json.missing_field", {"version"})));
  else
    cells[version] = seen->get_int64();
  read_members(collection, body, cells, true, refusals);
  if (refusals.empty()) refusals = check_row(collection, cells, &before);
  if (!refusals.empty()) return refusals;
  return cells;
}

}  // namespace laoyou::collection
