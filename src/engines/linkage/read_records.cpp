#include "engines/linkage/read_records.h"

#include <algorithm>
#include <future>

#include "base/csv.h"
#include "base/digits.h"
#include "base/shown_text.h"

namespace laoyou::linkage {
namespace {

constexpr std::size_t k_columns_max = 256, k_batch_rows = 32768;

std::string folded(std::string_view text) {
  std::string name = half_width(trimmed(text));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

Refusal at_cell(const CsvCell& cell, Refusal refusal) {
  return at(std::to_string(cell.line) + ":" + std::to_string(cell.column), std::move(refusal));
}

std::string_view person_in_febrl_id(std::string_view id) {
  const std::string_view number = id.starts_with("rec-") ? id.substr(4) : id;
  std::size_t digits = 0;
  while (digits < number.size() && is_digit(number[digits])) ++digits;
  if (number.size() != id.size()) return number.substr(0, digits);
  return number.substr(0, digits == 0 ? 0 : digits - 1);
}

/// Takes a file row by row.
class RecordReader {
 public:
  RecordReader(bool is_right, Records& records, Truth* truth) : is_right_(is_right), records_(records), truth_(truth) {}

  std::optional<Refusal> take(const CsvRow& row) {
    if (!has_header_) return take_header(row);
    ++line_;
    for (std::size_t field = 0; field < columns_.size(); ++field) {
      const std::size_t column = columns_[field];
      if (column >= row.size()) return at_cell(row.back(), refuse("table.row_short", {header_[column]}));
      batch_.fields[field].add(trimmed(row[column].text));
    }
    const std::string own_id = id_column_ < row.size() ? std::string() : std::to_string(line_);
    const CsvCell& id_cell = row[id_column_ < row.size() ? id_column_ : 0];
    const std::string_view id = id_column_ < row.size() ? trimmed(id_cell.text) : std::string_view(own_id);
    batch_.ids.add(id);
    batch_.places.emplace_back(id_cell.line, id_cell.column);
    if (truth_ != nullptr) {
      const std::string_view person = truth_->in_febrl_id ? person_in_febrl_id(id) : truth_column_ < row.size() ? trimmed(row[truth_column_].text) : std::string_view();
      // Nobody named: a person of its own.
      truth_->of_row.push_back(truth_->people.take(person.empty() ? "\x01" + std::to_string(truth_->of_row.size()) : std::string(person)));
    }
    return batch_.places.size() < k_batch_rows ? std::nullopt : hand_over();
  }

  /// Waits for what was handed over and says what is wrong with it.
  std::optional<Refusal> settle() { return adding_.valid() ? adding_.get() : std::nullopt; }

  /// After the last row. A file that shows nothing lacks its header.
  std::optional<Refusal> end() {
    if (!has_header_) return at("1:1", refuse("table.column_missing", {is_right_ ? records_.map().fields[0].right_column : records_.map().fields[0].left_column}));
    if (auto refusal = hand_over()) return refusal;
    return settle();
  }

 private:
  struct PlacedBatch : Batch {
    std::vector<std::pair<int, int>> places;  // line and column of each id
  };

  /// Gives what was gathered to the records, which take it in while the next rows are read.
  std::optional<Refusal> hand_over() {
    if (auto refusal = settle()) return refusal;
    std::swap(batch_, handed_);
    adding_ = std::async(std::launch::async, [this]() -> std::optional<Refusal> {
      const auto repeated = records_.add(handed_, is_right_);
      if (!repeated) return std::nullopt;
      const auto [line, column] = handed_.places[*repeated];
      return at_cell(CsvCell{{}, line, column}, refuse("linkage.id_repeated", {std::string(handed_.ids[*repeated])}));
    });
    batch_.ids.clear();
    batch_.fields.resize(columns_.size());
    for (Column& column : batch_.fields) column.clear();
    batch_.places.clear();
    return std::nullopt;
  }

  std::optional<Refusal> take_header(const CsvRow& row) {
    has_header_ = true;
    for (const CsvCell& cell : row) header_.push_back(folded(cell.text));
    const Map& map = records_.map();
    for (const Field& field : map.fields) {
      const auto column = column_called(is_right_ ? field.right_column : field.left_column);
      if (!column) return at_cell(row.front(), refuse("table.column_missing", {is_right_ ? field.right_column : field.left_column}));
      columns_.push_back(*column);
    }
    batch_.fields.resize(columns_.size());
    if (const auto refused = find_column(row, is_right_ ? map.right_id : map.left_id, id_column_)) return refused;
    if (truth_ != nullptr && !truth_->in_febrl_id) return find_column(row, truth_->column, truth_column_);
    return std::nullopt;
  }

  std::optional<Refusal> find_column(const CsvRow& row, const std::string& name, std::size_t& place) const {
    if (name.empty()) return std::nullopt;
    const auto column = column_called(name);
    if (!column) return at_cell(row.front(), refuse("table.column_missing", {name}));
    place = *column;
    return std::nullopt;
  }

  std::optional<std::size_t> column_called(const std::string& name) const {
    const auto found = std::find(header_.begin(), header_.end(), folded(name));
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
  }

  bool is_right_;
  Records& records_;
  Truth* truth_;
  bool has_header_ = false;
  std::vector<std::string> header_;
  std::vector<std::size_t> columns_;
  PlacedBatch batch_, handed_;
  std::size_t id_column_ = k_columns_max, truth_column_ = k_columns_max;
  std::size_t line_ = 0;
  std::future<std::optional<Refusal>> adding_;  // last, so that it is waited for before the rest goes
};

}  // namespace

std::optional<Refusal> read_records(std::string_view csv, bool is_right, Records& records, Truth* truth) {
  RecordReader reader(is_right, records, truth);
  const auto refusal = each_csv_row(csv, k_columns_max, [&reader](CsvRow& row) { return reader.take(row); });
  if (!refusal) return reader.end();
  const auto earlier = reader.settle();  // said first: it stands before the row that ended the reading
  return earlier ? earlier : refusal;
}

}  // namespace laoyou::linkage
