#include "store/row_codec.h"

#include <boost/json.hpp>
#include <charconv>

#include "base/check.h"
#include "record/json_read.h"
#include "store/base64.h"
#include "store/digest.h"
#include "record/search_text.h"
#include "store/street_word.h"

namespace laoyou::store {
namespace {

/// A cell as text that remembers its kind, since sealed columns all hold text.
std::string tagged_text(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return "i" + std::to_string(*integer);
  if (const auto* text = std::get_if<std::string>(&cell)) return "t" + *text;
  char digits[64];
  return "r" + std::string(digits, std::to_chars(digits, digits + sizeof digits, std::get<double>(cell)).ptr);
}

/// A number as it stands in JSON.
void append_number(std::string& text, const Cell& cell) {
  char digits[64];
  const auto* integer = std::get_if<std::int64_t>(&cell);
  const std::to_chars_result written = integer != nullptr ? std::to_chars(digits, digits + sizeof digits, *integer) : std::to_chars(digits, digits + sizeof digits, std::get<double>(cell));
  text.append(digits, static_cast<std::size_t>(written.ptr - digits));
}

/// About how long a row is as JSON: a text that grows is copied over and over.
std::size_t json_size(const Table& table, Row stored) {
  constexpr std::size_t k_marks = 6, k_number = 20;
  std::size_t size = 2;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const auto* words = std::get_if<std::string>(&stored[i]);
    size += table.columns()[i].name.size() + k_marks + (words != nullptr && !table.columns()[i].large ? words->size() : k_number);
  }
  return size;
}

template <class Number>
bool read_number(std::string_view text, Cell& cell) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  cell = number;
  return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

bool read_tagged_text(std::string_view text, Cell& cell) {
  if (text.empty()) return false;
  const std::string_view rest = text.substr(1);
  if (text.front() == 'i') return read_number<std::int64_t>(rest, cell);
  if (text.front() == 'r') return read_number<double>(rest, cell);
  cell = std::string(rest);
  return text.front() == 't';
}

/// A sealed field belongs to its record, field and row: copied elsewhere it does not open.
std::string sealed_name(const Table& table, const std::string& column, Row stored) {
  return table.name() + '.' + column + '.' + std::to_string(std::get<std::int64_t>(stored[table.id_position()]));
}

bool empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

}  // namespace

std::string digest_json(const Cell& cell) {
  Digest digest(DigestAlgorithm::sha256);
  if (const auto* text = std::get_if<std::string>(&cell)) digest.bytes(*text);
  return "{\"sha256\":\"" + digest.finish() + "\"}";
}

std::optional<std::string> RowCodec::opened(const Table& table, std::size_t position, Row stored) const {
  const auto* sealed = std::get_if<std::string>(&stored[position]);
  std::string bytes, text;
  if (sealed == nullptr || !read_base64(*sealed, bytes)) return std::nullopt;
  if (!cipher_.open(sealed_name(table, table.columns()[position].name, stored), bytes, text)) return std::nullopt;
  return text;
}

std::vector<Cell> RowCodec::stored(const Table& table, Row plain, Row before) const {
  const std::vector<StoredColumn>& columns = table.columns();
  std::vector<Cell> row(columns.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].own()) row[i] = plain[next++];
  CHECK(next == plain.size() && (before.empty() || before.size() == row.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].role == StoredColumn::Role::search) row[i] = words(table, plain);
    if (columns[i].role != StoredColumn::Role::sealed || empty(row[i])) continue;
    const std::string text = tagged_text(row[i]);
    const bool has_tail = i + 2 < columns.size() && columns[i + 2].role == StoredColumn::Role::tail;
    // What is sealed already stays as it is, with what is made of it.
    if (!before.empty() && !empty(before[i + 1]) && (!has_tail || !empty(before[i + 2])) && opened(table, i, before) == text) {
      for (std::size_t of = i; of < i + (has_tail ? 3 : 2); ++of) row[of] = before[of];
      continue;
    }
    const auto* plain_text = std::get_if<std::string>(&row[i]);
    row[i + 1] = match(table, columns[i].name, row[i]);
    if (plain_text != nullptr && has_tail) row[i + 2] = tail(table, columns[i].name, *plain_text);
    row[i] = base64(cipher_.seal(sealed_name(table, columns[i].name, row), text, random_));
  }
  return row;
}

std::vector<Cell> RowCodec::plain(const Table& table, Row stored) const {
  const std::vector<StoredColumn>& columns = table.columns();
  CHECK(stored.size() == columns.size());
  std::vector<Cell> cells;
  cells.reserve(table.definition().columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].own()) continue;
    if (empty(stored[i])) {
      cells.push_back(columns[i].required ? columns[i].fallback : Cell{});
    } else if (columns[i].role == StoredColumn::Role::plain) {
      cells.push_back(stored[i]);
    } else {
      const std::optional<std::string> text = opened(table, i, stored);
      if (!text || !read_tagged_text(*text, cells.emplace_back())) throw record::DamagedCell(table.name() + "." + columns[i].name);
    }
  }
  return cells;
}

std::string RowCodec::words(const Table& table, Row plain) const {
  std::vector<std::string> texts;
  for (const std::string& column : table.definition().searched)
    if (const auto* text = std::get_if<std::string>(&plain[table.plain_position(column)])) texts.push_back(*text);
  std::string words = record::search_text(texts);
  const RegionCode place = RegionCode::parse(std::get<std::string>(plain[table.plain_position("region")])).value();
  if (const std::string street = street_word(place); !street.empty()) words += ' ' + street;
  return words;
}

std::string RowCodec::match(const Table& table, std::string_view column, const Cell& value) const {
  return base64(cipher_.match(table.name() + '.' + std::string(column), tagged_text(value)));
}

std::string RowCodec::tail(const Table& table, std::string_view column, std::string_view text) const {
  if (text.size() > k_tail_length) text.remove_prefix(text.size() - k_tail_length);
  return base64(cipher_.match(table.name() + '.' + tail_name(column), text));
}

std::string RowCodec::json(const Table& table, Row stored) {
  std::string text;
  text.reserve(json_size(table, stored));
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (table.columns()[i].role == StoredColumn::Role::search) continue;  // made from the others, and never the first
    text += i == 0 ? '{' : ',';
    record::write_json_string(text, table.columns()[i].name);
    text += ':';
    if (table.columns()[i].large)
      text += digest_json(stored[i]);
    else if (const auto* words = std::get_if<std::string>(&stored[i]))
      record::write_json_string(text, *words);
    else if (empty(stored[i]))
      text += "null";
    else
      append_number(text, stored[i]);
  }
  return text + '}';
}

std::vector<Cell> RowCodec::from_json(const Table& table, std::string_view json) {
  const Result<boost::json::value> parsed = record::parse_json_text(json);  // to the last digit, which boost::json::parse() is not
  if (!parsed || !parsed->is_object()) throw record::DamagedCell(table.name());
  std::vector<Cell> row(table.columns().size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.columns()[i].role == StoredColumn::Role::search) continue;
    const boost::json::value* value = parsed->get_object().if_contains(table.columns()[i].name);
    if (value == nullptr || value->is_null() || (table.columns()[i].large && value->is_object())) continue;
    if (value->is_int64() && table.columns()[i].kind == record::CellKind::real)
      row[i] = static_cast<double>(value->get_int64());  // a double without a fraction is written without a point
    else if (value->is_int64())
      row[i] = value->get_int64();
    else if (value->is_double())
      row[i] = value->get_double();
    else if (value->is_string())
      row[i] = std::string(value->get_string());
    else
      throw record::DamagedCell(table.name() + "." + table.columns()[i].name);
  }
  return row;
}

}  // namespace laoyou::store
