#include "rules/facts/table_csv.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/check.h"
#include "base/csv.h"
#include "rules/facts/csv_codes.h"
#include "rules/facts/csv_guess.h"
#include "rules/facts/csv_header.h"
#include "rules/schema/type_words.h"

namespace laoyou::rules {
namespace {

/// Why the reading of one set of types ended: a guess proved wrong (read again), or the file is.
enum class End { done, guess_again, refused };

class TableReader {
 public:
  TableReader(std::string_view text, const std::string& file, Schema& schema, TextPool& texts) : text_(text), file_(file), schema_(schema), texts_(texts) {}

  CheckedResult<ReadTable> read(const std::string& name) {
    const int found = schema_.find_record(name);
    own_record_ = found < 0 ? static_cast<int>(schema_.records.size()) : found;
    const RecordKind* known = found < 0 ? nullptr : &schema_.records[static_cast<std::size_t>(found)];
    if (!read_header({name, own_record_, known})) return refusals_;
    sample();
    const std::size_t lists = schema_.code_lists.size();
    End end = End::guess_again;
    while (refusals_.empty() && end == End::guess_again) {
      schema_.code_lists.resize(lists);
      for (CsvColumn& column : csv_columns_)
        if (column.cells.guessed) guess_type(column);
      make_columns(name);
      end = read_rows();
    }
    if (refusals_.empty()) refuse_repeated_ids();
    if (!refusals_.empty()) return refusals_;
    return into_schema(name, known);
  }

 private:
  bool refuse_at(std::size_t offset, Refusal refusal) {
    refusals_.push_back(at(file_ + ":" + CsvScanner::place(text_, offset), std::move(refusal)));
    return false;
  }

  static Refusal too_large() { return refuse("sheet.too_large", {std::to_string(k_most_rows), std::to_string(k_most_columns)}); }

  void take_refusals(const Refusals& from) {
    for (const Refusal& refusal : from) refusals_.push_back(at(file_ + ":", refusal));
  }

  bool read_header(const OwnRecord& own) {
    CsvScanner scanner(text_);
    if (!scanner.next(cells_)) {
      take_refusals(scanner.refusals());
      if (refusals_.empty()) refusals_.push_back(at(file_ + ":1:1", refuse("sheet.empty")));
      return false;
    }
    if (cells_.size() > k_most_columns) return refuse_at(cells_[k_most_columns].offset, too_large());
    for (const ScannedCell& cell : cells_)
      if (!is_utf8(cell.text)) return refuse_at(cell.offset, refuse("text.not_utf8"));
    auto columns = read_csv_header(text_, cells_, schema_, own);
    if (columns)
      csv_columns_ = std::move(*columns);
    else
      take_refusals(columns.error());
    return refusals_.empty();
  }

  void sample() {
    CsvScanner scanner(text_);
    scanner.next(cells_);
    for (std::size_t row = 0; row < k_sample_rows && scanner.next_shown(cells_); ++row)
      for (std::size_t i = 0; i < std::min(cells_.size(), csv_columns_.size()); ++i)
        if (csv_columns_[i].cells.guessed && !cells_[i].text.empty()) csv_columns_[i].sample.push_back({std::string(cells_[i].text), cells_[i].offset});
  }

  void make_columns(const std::string& name) {
    columns_.clear();
    codes_.clear();
    std::size_t new_lists = 0;
    for (const CsvColumn& column : csv_columns_) new_lists += column.cells.type.kind == Kind::code;
    schema_.code_lists.reserve(schema_.code_lists.size() + new_lists);  // CodePositions point at lists
    for (CsvColumn& column : csv_columns_) {
      Type& type = column.cells.type;
      auto& positions = codes_.emplace_back();
      if (type.kind == Kind::code) {
        const bool open = column.open_codes || column.cells.guessed;
        if (open) {
          type.detail = static_cast<std::int16_t>(schema_.code_lists.size());
          schema_.code_lists.push_back({name + "_" + column.name, {}});
        }
        positions = std::make_unique<CodePositions>(schema_.code_lists[static_cast<std::size_t>(type.detail)], open);
      }
      columns_.emplace_back(type);
    }
  }

  End read_rows() {
    CsvScanner scanner(text_);
    scanner.next(cells_);
    rows_ = 0;
    for (; scanner.next_shown(cells_); ++rows_) {
      if (cells_.size() != columns_.size()) {
        refuse_at(cells_[0].offset, refuse("rules.row_width", {std::to_string(cells_.size()), std::to_string(columns_.size())}));
        return End::refused;
      }
      if (rows_ >= k_most_rows) return refuse_at(cells_[0].offset, too_large()), End::refused;
      for (std::size_t i = 0; i < cells_.size(); ++i)
        if (!append(i, cells_[i])) return refusals_.empty() ? End::guess_again : End::refused;
    }
    take_refusals(scanner.refusals());
    return refusals_.empty() ? End::done : End::refused;
  }

  bool append(std::size_t i, const ScannedCell& cell) {
    Column& column = columns_[i];
    const CsvCellType& type = csv_columns_[i].cells;
    std::int64_t value = 0;
    if (cell.text.empty()) {
      column.append({});
      return csv_columns_[i].name != "id" || refuse_at(cell.offset, refuse("sheet.missing_value", {"id"}));
    }
    if (type.type.kind == Kind::text) {
      if (!is_utf8(cell.text)) return refuse_at(cell.offset, refuse("text.not_utf8"));
      value = texts_.intern(cell.text);
    } else if (type.type.kind == Kind::code) {
      value = codes_[i]->of(cell.text);
      if (value < 0) return code_does_not_fit(i, cell);
    } else if (!read_csv_value(type, cell.text, value)) {
      return value_does_not_fit(i, cell);
    }
    column.append(value);
    return true;
  }

  bool code_does_not_fit(std::size_t i, const ScannedCell& cell) {
    if (!is_utf8(cell.text)) return refuse_at(cell.offset, refuse("text.not_utf8"));
    const CsvColumn& column = csv_columns_[i];
    if (!column.cells.guessed) return refuse_at(cell.offset, refuse("rules.unknown_code", {std::string(cell.text), type_text(schema_, column.cells.type)}));
    csv_columns_[i].too_many_codes = true;
    return false;
  }

  /// A guessed column is guessed anew with this cell, which excludes the type it had.
  bool value_does_not_fit(std::size_t i, const ScannedCell& cell) {
    CsvColumn& column = csv_columns_[i];
    if (!column.cells.guessed) return refuse_at(cell.offset, csv_value_refusal(schema_, column.cells, cell.text));
    column.sample.push_back({std::string(cell.text), cell.offset});
    return false;
  }

  void refuse_repeated_ids() {
    const int position = csv_position("id");
    if (position < 0) return;
    const Column& ids = columns_[static_cast<std::size_t>(position)];
    std::vector<std::int64_t> all(rows_);
    for (std::size_t row = 0; row < rows_; ++row) all[row] = *ids.at(row);
    std::sort(all.begin(), all.end());
    const auto twice = std::adjacent_find(all.begin(), all.end());
    if (twice != all.end()) refuse_at(second_place(position, *twice), refuse("rules.id_twice", {std::to_string(*twice)}));
  }

  /// Where the id stands for the second time.
  std::size_t second_place(int position, std::int64_t id) {
    CsvScanner scanner(text_);
    scanner.next(cells_);
    for (int times = 0; scanner.next_shown(cells_);) {
      const ScannedCell& cell = cells_[static_cast<std::size_t>(position)];
      std::int64_t value = 0;
      if (read_csv_value(csv_columns_[static_cast<std::size_t>(position)].cells, cell.text, value) && value == id && ++times == 2) return cell.offset;
    }
    return 0;
  }

  ReadTable into_schema(const std::string& name, const RecordKind* known) {
    RecordKind record = known != nullptr ? *known : RecordKind{name, "", "", {}, -1, -1};
    ReadTable table{own_record_, {}, rows_, {}, {}};
    std::vector<int> column_of_field(record.fields.size(), -1);
    for (std::size_t i = 0; i < csv_columns_.size(); ++i) {
      const auto at_name = std::find_if(record.fields.begin(), record.fields.end(), [&](const Field& field) { return field.name == csv_columns_[i].name; });
      const auto position = static_cast<std::size_t>(at_name - record.fields.begin());
      if (at_name == record.fields.end()) {
        record.fields.push_back({csv_columns_[i].name, {}, "", "", false});
        column_of_field.push_back(-1);
      }
      record.fields[position].type = csv_columns_[i].cells.type;
      column_of_field[position] = static_cast<int>(i);
    }
    for (std::size_t field = 0; field < record.fields.size(); ++field) {
      const int from = column_of_field[field];
      if (from >= 0) note_odd_cell(table, csv_columns_[static_cast<std::size_t>(from)]);
      Column& column = table.columns.emplace_back(from < 0 ? Column(record.fields[field].type) : std::move(columns_[static_cast<std::size_t>(from)]));
      while (column.rows() < rows_) column.append({});
    }
    table.csv_columns = std::move(column_of_field);
    // An id without a value in every row is no key: rows of such a table are known by their number only.
    record.id_field = csv_position("id") >= 0 ? record.find("id") : -1;
    record.region_field = region_field(record);
    if (known != nullptr)
      schema_.records[static_cast<std::size_t>(own_record_)] = std::move(record);
    else
      schema_.records.push_back(std::move(record));
    return table;
  }

  void note_odd_cell(ReadTable& table, const CsvColumn& column) {
    const std::optional<OddCell> odd = odd_cell(column);
    if (!odd) return;
    const Type others{odd->others, -1};
    std::vector<std::string> words{odd->cell->text, column.name, type_words(schema_, column.cells.type), type_words(schema_, others)};
    table.odd_cells.push_back({column.cells.type, at(file_ + ":" + CsvScanner::place(text_, odd->cell->offset), refuse("rules.odd_cell", std::move(words)))});
  }

  /// `region`; without it the first column of regions, whatever its name.
  static int region_field(const RecordKind& record) {
    if (const int named = record.find("region"); named >= 0) return named;
    const auto found = std::find_if(record.fields.begin(), record.fields.end(), [](const Field& field) { return field.type.kind == Kind::region; });
    return found == record.fields.end() ? -1 : static_cast<int>(found - record.fields.begin());
  }

  int csv_position(std::string_view name) const {
    const auto found = std::find_if(csv_columns_.begin(), csv_columns_.end(), [&](const CsvColumn& column) { return column.name == name; });
    return found == csv_columns_.end() ? -1 : static_cast<int>(found - csv_columns_.begin());
  }

  std::string_view text_;
  const std::string& file_;
  Schema& schema_;
  TextPool& texts_;
  int own_record_ = -1;
  std::size_t rows_ = 0;
  std::vector<CsvColumn> csv_columns_;
  std::vector<ScannedCell> cells_;
  std::vector<Column> columns_;
  std::vector<std::unique_ptr<CodePositions>> codes_;
  Refusals refusals_;
};

}  // namespace

CheckedResult<ReadTable> read_table_csv(std::string_view text, const std::string& file, const std::string& name, Schema& schema, TextPool& texts) {
  return TableReader(text, file, schema, texts).read(name);
}

Facts facts_of(const Schema& schema, std::vector<ReadTable> tables, TextPool texts) {
  Facts facts(schema);
  facts.texts = std::move(texts);
  for (ReadTable& read : tables) {
    Table& table = facts.tables[static_cast<std::size_t>(read.record)];
    CHECK(std::ssize(read.columns) == table.fields());
    for (int field = 0; field < table.fields(); ++field) table.column(field) = std::move(read.columns[static_cast<std::size_t>(field)]);
    table.adopt_columns();
    table.settle();
  }
  return facts;
}

}  // namespace laoyou::rules
