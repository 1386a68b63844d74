#include "feeds/kept_cells.h"

#include <boost/json.hpp>

#include "base/check.h"
#include "record/json_read.h"

namespace laoyou::feeds {

namespace json = boost::json;

std::string value_text(const collection::Field& field, const Cell& cell) {
  std::string text;
  if (!absent(cell)) field.codec->write_json(text, cell);
  return text;
}

Result<Cell> value_of(const collection::Field& field, std::string_view text) {
  const Result<json::value> value = record::parse_json_text(text);
  if (!value) return value.error();
  CHECK(field.codec->read_json != nullptr);
  return field.codec->read_json(*value);
}

std::string given_text(const collection::Collection& residents, const Given& given) {
  std::string text = "{";
  for (const auto& [position, cell] : given) {
    const collection::Field& field = residents.fields[position];
    text += (text.size() > 1 ? ",\"" : "\"") + field.name + "\":" + value_text(field, cell);
  }
  return text + "}";
}

Given given_of(const collection::Collection& residents, std::string_view text) {
  const Result<json::value> value = record::parse_json_text(text);
  Given given;
  if (!value || !value->is_object()) return given;
  for (std::size_t position = 0; position < residents.fields.size(); ++position) {
    const collection::Field& field = residents.fields[position];
    const json::value* const member = value->get_object().if_contains(field.name);
    if (member == nullptr || field.codec->read_json == nullptr) continue;
    if (Result<Cell> cell = field.codec->read_json(*member)) given.emplace_back(position, std::move(*cell));
  }
  return given;
}

std::string row_text(const Cells& cells) {
  json::array row;
  for (const Cell& cell : cells) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) row.emplace_back(*number);
    else if (const auto* measure = std::get_if<double>(&cell)) row.emplace_back(*measure);
    else if (const auto* text = std::get_if<std::string>(&cell)) row.emplace_back(*text);
    else row.emplace_back(nullptr);
  }
  return json::serialize(row);
}

Cells row_of(std::string_view text) {
  const Result<json::value> value = record::parse_json_text(text);
  if (!value || !value->is_array()) throw record::DamagedCell("person_merge");
  Cells cells;
  for (const json::value& each : value->get_array()) {
    if (each.is_int64()) cells.emplace_back(each.get_int64());
    else if (each.is_double()) cells.emplace_back(each.get_double());
    else if (each.is_string()) cells.emplace_back(std::string(each.get_string()));
    else cells.emplace_back();
  }
  return cells;
}

}  // namespace laoyou::feeds
