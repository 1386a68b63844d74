#include "collection/import_rows.h"

#include <algorithm>
#include <set>

#include "collection/sheet_row.h"
#include "record/sheet_refusals.h"
#include "store/refused_change.h"

namespace laoyou::collection {
namespace {

constexpr std::size_t k_differences_max = 100;

bool absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// A row that may be stored.
struct ReadyRow {
  int line = 0;
  Cells now;
  std::optional<Cells> before;
  std::vector<std::string> places;
};

class Importer {
 public:
  Importer(const Desk& desk, ImportMode mode, Language language) : desk_(desk), collection_(desk.collection), mode_(mode), language_(language) {}

  CheckedResult<RecordsImport> run(const record::Sheet& book) {
    const std::vector<record::RowColumn> columns = sheet_columns_of(collection_, true);
    Refusals unfit;
    const record::MatchedSheet matched = record::match_sheet(book, columns, unfit);
    if (!unfit.empty()) return record::shown_refusals(std::move(unfit));
    desk_.services.store.read([&](store::Snapshot& snapshot) {
      SheetRowReader reader(desk_, snapshot, matched, columns);
      for (const record::SheetRow& row : matched.sheet->rows) take(snapshot, reader.read(row));
    });
    if (result_.rows == 0) return Refusals{refuse("records.nothing_filled_in")};
    const bool writes = mode_ != ImportMode::look && (result_.refused == 0 || mode_ == ImportMode::good_rows);
    if (writes) write();
    tell();
    return std::move(result_);
  }

 private:
  void take(const store::Snapshot& snapshot, SheetRowCells row) {
    if (!row.filled && row.refusals.empty()) return;
    ++result_.rows;
    ReadyRow ready{row.line, {}, std::nullopt, std::move(row.places)};
    if (row.refusals.empty()) find_before(snapshot, row, ready);
    if (row.refusals.empty()) ready.now = cells_after(row, ready);
    if (row.refusals.empty())
      for (Refusal& refusal : check_row(collection_, ready.now, ready.before ? &*ready.before : nullptr)) row.refusals.push_back(placed(std::move(refusal), ready));
    if (row.refusals.empty() && !collection_.key.empty() && !keys_.insert(key_of(ready.now)).second && has_key(ready.now))
      row.refusals.push_back(Refusal("records.repeated_row", ready.places[collection_.position(collection_.key.front())], {}));
    if (!row.refusals.empty()) {
      ++result_.refused;
      return refusals_.take(row.refusals);
    }
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

  /// One command: all of them or none. What the store alone can find is told at the row.
  void write() {
    std::optional<Refusal> refusal;
    const store::WriteOutcome outcome = desk_.services.store.write(desk_.acting, [&](store::Writing& writing) -> Result<void> {
      const store::Table& table = desk_.table(writing);
      for (ReadyRow& row : ready_) {
        try {
          if (!row.before) row.now[collection_.position("id")] = writing.new_id_number();
          row.before ? writing.update_row(table, row.now) : writing.insert_row(table, row.now);
        } catch (const store::RefusedChange& refused) {
          refusal = placed(refused.refusal(), row);
          return *refusal;
        }
      }
      return {};
    });
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    result_.stored = outcome.done();
    if (refusal) {
      Refusals one{*refusal};
      ++result_.refused;
      refusals_.take(one);
    }
  }

  void tell() {
    for (const Refusal& refusal : std::move(refusals_).all()) result_.refusals.push_back({refusal.place, refusal.code, message(refusal, language_)});
  }

  const Desk& desk_;
  const Collection& collection_;
  ImportMode mode_;
  Language language_;
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

CheckedResult<RecordsImport> import_rows(const Desk& desk, std::string_view bytes, record::SheetFormat format, ImportMode mode, Language language) {
  const Result<record::Sheet> sheet = record::read_sheet(bytes, format);
  if (!sheet) return Refusals{sheet.error()};
  return Importer(desk, mode, language).run(*sheet);
}

}  // namespace laoyou::collection
