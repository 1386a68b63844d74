#include "collection/import_rows.h"

#include <algorithm>
#include <set>

#include "collection/marked_sheet.h"
#include "collection/sheet_row.h"
#include "record/sheet_refusals.h"
#include "store/posting.h"
#include "store/refused_change.h"

namespace laoyou::collection {
namespace {

constexpr std::size_t k_differences_max = 100;

bool absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// A row that may be stored.
struct ReadyRow {
  std::size_t index = 0;  ///< among the sheet's rows
  int line = 0;
  Cells now;
  std::optional<Cells> before;
  std::vector<std::string> places;
};

class Importer {
 public:
  Importer(const Desk& desk, const ImportAsked& asked, const ImportWatch& watch) : desk_(desk), collection_(desk.collection), asked_(asked), watch_(watch) {}

  CheckedResult<RecordsImport> run(record::Sheet& workbook) {
    const std::vector<record::RowColumn> columns = sheet_columns_of(collection_, true);
    const MappedBook book(workbook, asked_.columns, collection_);
    Refusals unfit;
    const record::MatchedSheet matched = record::match_sheet(workbook, columns, unfit);
    if (!unfit.empty()) return record::shown_refusals(std::move(unfit));
    sheet_ = matched.sheet;
    header_ = &book.header(*sheet_);
    read(matched, book, columns);
    if (result_.rows == 0) return Refusals{refuse("records.nothing_filled_in")};
    const bool writes = asked_.mode != ImportMode::look && (result_.refused == 0 || asked_.mode == ImportMode::good_rows);
    if (!writes || !write()) {
      tell();
      mark(MarkedRows::all);
    }
    return std::move(result_);
  }

 private:
  void phase(const char* name, std::size_t whole) const {
    if (watch_.phase) watch_.phase(name, static_cast<std::int64_t>(whole));
  }
  void report(std::size_t done, std::size_t whole) const {
    constexpr std::size_t k_rows_between_reports = 200;
    if (watch_.report && done % k_rows_between_reports == 0) watch_.report(static_cast<std::int64_t>(done), static_cast<std::int64_t>(whole));
  }

  void read(const record::MatchedSheet& matched, const MappedBook& book, const std::vector<record::RowColumn>& columns) {
    const std::vector<record::SheetRow>& rows = sheet_->rows;
    phase("checking", rows.size());
    desk_.services.store.read([&](store::Snapshot& snapshot) {
      SheetRowReader reader(desk_, snapshot, matched, book, columns);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        report(i, rows.size());
        take(snapshot, reader.read(rows[i]), i);
      }
    });
  }

  void refuse_row(std::size_t row, Refusals& refusals) {
    ++result_.refused;
    if (watch_.marked) marks_.push_back(row_mark(*sheet_, *header_, row, refusals, asked_.language));
    refusals_.take(refusals);
  }

  void take(const store::Snapshot& snapshot, SheetRowCells row, std::size_t index) {
    if (!row.filled && row.refusals.empty()) return;
    ++result_.rows;
    ReadyRow ready{index, row.line, {}, std::nullopt, std::move(row.places)};
    if (row.refusals.empty()) find_before(snapshot, row, ready);
    if (row.refusals.empty()) ready.now = cells_after(row, ready);
    if (row.refusals.empty())
      for (Refusal& refusal : check_row(collection_, ready.now, ready.before ? &*ready.before : nullptr)) row.refusals.push_back(placed(std::move(refusal), ready));
    if (row.refusals.empty() && !collection_.key.empty() && !keys_.insert(key_of(ready.now)).second && has_key(ready.now))
      row.refusals.push_back(Refusal("records.repeated_row", ready.places[collection_.position(collection_.key.front())], {}));
    if (!row.refusals.empty()) return refuse_row(index, row.refusals);
    count(std::move(ready));
  }

  /// The record that the row is about: by its id, else by its key.
  void find_before(const store::Snapshot& snapshot, SheetRowCells& row, ReadyRow& ready) const {
    const store::Table& table = desk_.table(snapshot);
    const std::size_t id = collection_.position("id");
    if (row.cells[id] && !absent(*row.cells[id])) {
      ready.before = snapshot.find_row(table, desk_.acting.scope, std::get<std::int64_t>(*row.cells[id]));
      if (!ready.before) row.refusals.push_back(Refusal("records.not_found", ready.places[id], {}));
      return;
    }
    if (collection_.key.empty()) return;
    store::Filter filter;
    for (const std::string& name : collection_.key) {
      const auto& cell = row.cells[collection_.position(name)];
      if (!cell || absent(*cell)) return;
      filter.equals(name, *cell);
    }
    snapshot.each_row(table, desk_.acting.scope, filter.page(0, 1), [&](store::Row found) { ready.before.emplace(found.begin(), found.end()); });
  }

  Cells cells_after(SheetRowCells& row, const ReadyRow& ready) const {
    Cells now = ready.before ? *ready.before : fresh_cells();
    for (std::size_t i = 0; i < now.size(); ++i) {
      const Field& field = collection_.fields[i];
      if (!row.cells[i] || given_by_program(field.name)) continue;
      if (field.masked && says_the_mask(field, *row.cells[i])) {
        if (!ready.before || !same_mask(field, ready.before->at(i), *row.cells[i])) row.refusals.push_back(Refusal("records.masked_text", ready.places[i], {}));
        continue;
      }
      now[i] = absent(*row.cells[i]) && field.codec->kind == "yes_no" && !absent(field.fallback) ? field.fallback : std::move(*row.cells[i]);
    }
    return now;
  }

  Cells fresh_cells() const {
    Cells cells(collection_.fields.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (collection_.fields[i].codec->kind == "yes_no" || given_by_program(collection_.fields[i].name)) cells[i] = collection_.fields[i].fallback;
    const Cell place(desk_.acting.scope.region().text());
    if (!desk_.acting.scope.whole_country()) cells[collection_.position("region")] = place;
    return cells;
  }

  static bool says_the_mask(const Field&, const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr && text->find('*') != std::string::npos;
  }
  static bool same_mask(const Field& field, const Cell& before, const Cell& cell) {
    return !absent(before) && record::masked(field.codec->sheet_text(before), field.entry->mask) == std::get<std::string>(cell);
  }

  Refusal placed(Refusal refusal, const ReadyRow& row) const {
    const std::string field = refusal.place.empty() ? "" : refusal.place.substr(1);
    const std::string place = collection_.find(field) != nullptr ? row.places[collection_.position(field)] : "";
    refusal.place = place.empty() ? "行 " + std::to_string(row.line) : place;
    return refusal;
  }

  std::string key_of(const Cells& cells) const {
    std::string key;
    for (const std::string& name : collection_.key) {
      const std::size_t position = collection_.position(name);
      if (!absent(cells[position])) collection_.fields[position].codec->write_json(key, cells[position]);
      key += '\n';
    }
    return key;
  }
  bool has_key(const Cells& cells) const {
    return std::all_of(collection_.key.begin(), collection_.key.end(), [&](const std::string& name) { return !absent(cells[collection_.position(name)]); });
  }

  void count(ReadyRow ready) {
    if (ready.before && ready.now == *ready.before) return static_cast<void>(++result_.unchanged);
    ++(ready.before ? result_.changed : result_.added);
    if (result_.differences.size() < k_differences_max) result_.differences.push_back(difference(ready));
    ready_.push_back(std::move(ready));
  }

  RowDifference difference(const ReadyRow& row) const {
    RowDifference out{row.line, row.before ? "update" : "insert", title_of(collection_, row.now), {}};
    for (std::size_t i = 0; i < row.now.size(); ++i) {
      const Field& field = collection_.fields[i];
      const Cell before = row.before ? row.before->at(i) : Cell();
      if (before == row.now[i] || field.name == "id" || field.name == "version" || withheld(collection_, field)) continue;
      FieldDifference& change = out.changes.emplace_back(FieldDifference{field.name, field.entry->zh, field.entry->en, {}, {}, {}, {}});
      show(field, before, change.before_zh, change.before_en);
      show(field, row.now[i], change.after_zh, change.after_en);
    }
    return out;
  }

  static void show(const Field& field, const Cell& cell, std::optional<std::string>& zh, std::optional<std::string>& en) {
    const auto shown = field.shown(cell);
    if (!shown) return;
    zh = field.masked ? record::masked(shown->zh, field.entry->mask) : shown->zh;
    en = field.masked ? record::masked(shown->en, field.entry->mask) : shown->en;
  }

  /// One command: all of them or none. What the store alone can find is told at the row; true when everything is stored.
  bool write() {
    phase("storing", ready_.size());
    const ReadyRow* refused = nullptr;
    std::optional<Refusal> refusal;
    const store::Command command = [&](store::Writing& writing) -> Result<void> {
      const store::Table& table = desk_.table(writing);
      const store::EachChangeAnswered row_by_row;
      for (std::size_t i = 0; i < ready_.size(); ++i) {
        report(i, ready_.size());
        ReadyRow& row = ready_[i];
        try {
          if (!row.before) row.now[collection_.position("id")] = writing.new_id_number();
          row.before ? writing.update_row(table, row.now) : writing.insert_row(table, row.now);
        } catch (const store::RefusedChange& change) {
          refused = &row;
          refusal = placed(change.refusal(), row);
          return *refusal;
        }
      }
      return {};
    };
    result_.stored = true;
    if (asked_.mode == ImportMode::good_rows && !marks_.empty()) mark(MarkedRows::refused_only);
    tell();
    const Result<void> stored = watch_.write ? watch_.write(result_, command) : desk_.services.store.write(desk_.acting, command).result();
    if (stored) return true;
    result_.stored = false;
    Refusals one{refusal ? *refusal : stored.error()};
    if (refused != nullptr) refuse_late(*refused, one);
    return false;
  }

  /// A row that only the store could refuse: its mark goes where it belongs by the order of rows.
  void refuse_late(const ReadyRow& row, Refusals& refusals) {
    ++result_.refused;
    RowMark made = row_mark(*sheet_, *header_, row.index, refusals, asked_.language);
    marks_.insert(std::upper_bound(marks_.begin(), marks_.end(), made, [](const RowMark& a, const RowMark& b) { return a.row < b.row; }), std::move(made));
    refusals_.take(refusals);
  }

  void tell() {
    for (const Refusal& refusal : std::move(refusals_).all()) result_.refusals.push_back({refusal.place, refusal.code, message(refusal, asked_.language)});
    refusals_ = {};
  }

  void mark(MarkedRows rows) {
    if (!watch_.marked || marks_.empty()) return;
    phase("marking", sheet_->rows.size());
    write_marked_sheet({*sheet_, *header_, marks_, rows}, asked_.format, watch_.marked(), [&](std::int64_t done) {
      if (watch_.report) watch_.report(done, static_cast<std::int64_t>(sheet_->rows.size()));
    });
  }

  const Desk& desk_;
  const Collection& collection_;
  const ImportAsked& asked_;
  const ImportWatch& watch_;
  const record::Sheet* sheet_ = nullptr;
  const std::vector<std::string>* header_ = nullptr;
  std::vector<RowMark> marks_;
  RecordsImport result_;
  record::ShownRefusals refusals_;
  std::vector<ReadyRow> ready_;
  std::set<std::string> keys_;
};

}  // namespace

std::vector<record::RowColumn> sheet_columns_of(const Collection& collection, bool with_id) {
  std::vector<record::RowColumn> columns;
  for (const Field& field : collection.fields) {
    if (withheld(collection, field) || field.name == "version" || (given_by_program(field.name) && !with_id) || field.codec->sheet_text == nullptr) continue;
    record::RowColumn column;
    column.name = field.name;
    column.entry = field.entry;
    column.required = column.needed = field.required && field.name != "id" && field.name != "region";
    column.zh = field.sheet_zh;
    column.en = field.sheet_en;
    columns.push_back(std::move(column));
  }
  return columns;
}

CheckedResult<RecordsImport> import_rows(const Desk& desk, std::string_view bytes, const ImportAsked& asked, const ImportWatch& watch) {
  if (watch.phase) watch.phase("reading", 0);
  Result<record::Sheet> sheet = record::read_sheet(bytes, asked.format);
  if (!sheet) return Refusals{sheet.error()};
  return Importer(desk, asked, watch).run(*sheet);
}

}  // namespace laoyou::collection
