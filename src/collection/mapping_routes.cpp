// What a sheet's columns are, before it is imported: which mapping fits it, and what a new one would say.
#include <algorithm>

#include "base/nearest.h"
#include "collection/import_rows.h"
#include "collection/route_kit.h"
#include "collection/sheet_jobs.h"
#include "record/json_read.h"

namespace laoyou::collection {

/// One column of a sheet that is looked at.
struct SheetColumnLook {
  std::string header;
  std::string field;                 ///< which of our fields it is taken for; empty: none
  bool sure = false;                 ///< by its own label or by the mapping; else it is the nearest
  std::vector<std::string> samples;  ///< different texts of the column, the first of them
};
LAOYOU_RECORD(SheetColumnLook, "sheet_column_look", header, field, sure, samples)

struct MappingRow {
  Id<SheetMapping> id;
  std::string name;
  std::vector<MappedColumn> columns;
};
LAOYOU_RECORD(MappingRow, "mapping_row", id, name, columns)

struct SheetLook {
  std::int32_t rows = 0;
  bool fits = false;                 ///< every column is ours by its label: no mapping is needed
  std::vector<SheetColumnLook> columns;
  std::optional<MappingRow> mapping;  ///< the one that fits best
};
LAOYOU_RECORD(SheetLook, "sheet_look", rows, fits, columns, mapping)

struct MappingRows {
  std::vector<MappingRow> rows;
};
LAOYOU_RECORD(MappingRows, "mapping_rows", rows)

namespace {

using store::Filter;

constexpr std::size_t k_samples_max = 30;
constexpr std::size_t k_sample_rows_max = 5'000;
constexpr std::int64_t k_mappings_max = 100;

MappingRow row_of(const SheetMapping& mapping) { return {mapping.id, mapping.name, mapping.columns}; }

std::vector<SheetMapping> mappings_of(const Desk& desk, std::int64_t unit) {
  Filter filter = Filter().equals("record", desk.collection.record).equals("unit", unit).order_by("name").page(0, k_mappings_max);
  return desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.select<SheetMapping>(desk.acting.scope, filter); });
}

std::vector<std::string> samples_of(const record::Sheet& sheet, std::size_t position) {
  std::vector<std::string> samples;
  for (std::size_t r = 0; r < std::min(sheet.rows.size(), k_sample_rows_max) && samples.size() < k_samples_max; ++r) {
    if (position >= sheet.rows[r].size()) continue;
    const std::string text(trimmed(sheet.rows[r][position].text));
    if (!text.empty() && std::find(samples.begin(), samples.end(), text) == samples.end()) samples.push_back(text);
  }
  return samples;
}

/// Which field a column is taken for.
class ColumnGuess {
 public:
  explicit ColumnGuess(const std::vector<record::RowColumn>& columns) : columns_(columns) {
    for (const record::RowColumn& column : columns) labels_.push_back(column.zh);
  }
  SheetColumnLook look(const std::string& header, const SheetMapping* mapping) {
    SheetColumnLook out{header, "", true, {}};
    if (mapping != nullptr)
      for (const MappedColumn& mapped : mapping->columns)
        if (mapped.header == header) {
          out.field = mapped.field;
          return out;
        }
    for (const record::RowColumn& column : columns_)
      if (column.name == header || column.zh == header || column.en == header) {
        out.field = column.name;
        return out;
      }
    out.sure = header == k_problems_header;
    const std::string near = nearest(header, labels_);
    for (const record::RowColumn& column : columns_)
      if (!near.empty() && column.zh == near) out.field = column.name;
    return out;
  }

 private:
  const std::vector<record::RowColumn>& columns_;
  std::vector<std::string> labels_;
};

http::Reply look_at_headers(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto format = format_of(incoming);
  if (!format) return unknown_format(incoming);
  const Result<record::Sheet> sheet = record::read_sheet(context.body(), *format);
  if (!sheet) return refused({sheet.error()});
  const std::vector<SheetMapping> mappings = mappings_of(desk, context.caller().unit);
  const std::vector<record::RowColumn> columns = sheet_columns_of(desk.collection, true);
  SheetLook look;
  look.rows = static_cast<std::int32_t>(sheet->rows.size());
  const SheetMapping* best = best_mapping(mappings, *sheet);
  ColumnGuess guess(columns);
  look.fits = true;
  for (std::size_t i = 0; i < sheet->header.size(); ++i) {
    const std::string header(trimmed(sheet->header[i].text));
    if (header.empty()) continue;
    const SheetColumnLook plain = guess.look(header, nullptr);
    look.fits = look.fits && plain.sure;
    look.columns.push_back(best != nullptr ? guess.look(header, best) : plain);
    look.columns.back().samples = samples_of(*sheet, i);
  }
  for (const record::RowColumn& column : columns)
    look.fits = look.fits && (!column.required || std::any_of(look.columns.begin(), look.columns.end(), [&](const SheetColumnLook& each) { return each.sure && each.field == column.name; }));
  if (best != nullptr && !look.fits) look.mapping = row_of(*best);
  return json_answer(record::to_json(look));
}

http::Reply list_mappings(const Desk& desk, http::Context& context, const http::Incoming&) {
  MappingRows rows;
  for (const SheetMapping& mapping : mappings_of(desk, context.caller().unit)) rows.rows.push_back(row_of(mapping));
  return json_answer(record::to_json(rows));
}

/// One of the same name is replaced.
http::Reply keep_mapping(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  SheetMapping mapping;
  Refusals refusals;
  record::read_member(incoming.body->if_contains("name"), mapping.name, "", "name", refusals);
  record::read_member(incoming.body->if_contains("columns"), mapping.columns, "", "columns", refusals);
  if (refusals.empty()) refusals = check_mapping(mapping, desk.collection);
  if (!refusals.empty()) return refused(std::move(refusals));
  mapping.name = trimmed(mapping.name);
  mapping.region = desk.acting.scope.region();
  mapping.owner = desk.acting.scope.owner() ? desk.acting.scope.owner()->id : 0;
  mapping.unit = context.caller().unit;
  mapping.record = desk.collection.record;
  const store::WriteOutcome outcome = desk.services.store.write(desk.acting, [&](store::Writing& writing) -> Result<void> {
    Filter filter = Filter().equals("record", mapping.record).equals("unit", mapping.unit);
    if (const auto same = writing.first<SheetMapping>(desk.acting.scope, Filter(filter).equals("name", mapping.name))) {
      mapping.id = same->id;
      mapping.region = same->region;
      writing.update(mapping);
      return {};
    }
    if (writing.count<SheetMapping>(desk.acting.scope, filter) >= k_mappings_max) return refuse("records.too_many_mappings", {std::to_string(k_mappings_max)});
    mapping.id = writing.new_id<SheetMapping>();
    writing.insert(mapping);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return json_answer(record::to_json(row_of(mapping)));
}

http::Reply remove_mapping(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  if (!id || !find_mapping(desk, context.caller().unit, *id)) return refused({refuse("records.mapping_not_found")});
  const store::WriteOutcome outcome = desk.services.store.write(desk.acting, [&](store::Writing& writing) -> Result<void> {
    if (!writing.find(desk.acting.scope, Id<SheetMapping>{*id})) return refuse("records.mapping_not_found");
    writing.remove(Id<SheetMapping>{*id});
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return json_answer("{}");
}

template <class T>
http::RouteTypes types_of(std::vector<http::DescribedField> request) {
  http::RouteTypes types;
  types.request = [request = std::move(request)](boost::json::object& components) {
    std::vector<http::DescribedField> fields = request;
    for (http::DescribedField& field : fields)
      if (field.name == "columns") field.schema = record::schema<std::vector<MappedColumn>>(components);
    return fields;
  };
  types.answer = [](boost::json::object& components) { return record::schema<T>(components); };
  return types;
}

}  // namespace

std::optional<SheetMapping> find_mapping(const Desk& desk, std::int64_t unit, std::int64_t id) {
  auto found = desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(desk.acting.scope, Id<SheetMapping>{id}); });
  if (!found || found->unit != unit || found->record != desk.collection.record) return std::nullopt;
  return found;
}

void add_mapping_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table) {
  if (!collection.writes) return;
  const RouteKit kit{services, registers, collection};
  const std::string& zh = collection.label.zh;
  const std::string& en = collection.label.en;
  const http::DescribedField format = kit.text_field("format", "格式", "Format", false);
  table.push_back(kit.route(http::Verb::post, "/import_headers", *collection.writes, {"看" + zh + "表格的各列", en + ": the columns of a sheet"}, types_of<SheetLook>({format}), look_at_headers)
                      .takes_file(k_sheet_types, k_sheet_file_bytes_max)
                      .heavy());
  table.push_back(kit.route(http::Verb::get, "/mappings", *collection.writes, {zh + "表格的对应关系", en + ": how sheets are read"}, types_of<MappingRows>({}), list_mappings));
  table.push_back(kit.route(http::Verb::post, "/mappings", *collection.writes, {"保存" + zh + "表格的对应关系", en + ": keep how a sheet is read"},
                            types_of<MappingRow>({kit.text_field("name", "名称", "Name", true), {"columns", "各列", "Columns", true, {}}}), keep_mapping));
  table.push_back(kit.route(http::Verb::post, "/mappings/{id}/remove", *collection.writes, {"删除对应关系", "Forget how a sheet is read"}, kit.types({kit.id_field()}, empty_schema), remove_mapping)
                      .refuses(404, "records.mapping_not_found"));
}

}  // namespace laoyou::collection
