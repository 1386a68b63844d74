#include <algorithm>
#include <boost/json.hpp>

#include "collection/desk.h"

namespace laoyou::collection {
namespace {

bool absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

void write_key(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  record::write_json_string(out, name);
  out += ':';
}

void write_titles(std::string& out, std::string_view name, const std::map<std::string, std::string>& titles) {
  write_key(out, name);
  out += '{';
  for (const auto& [key, title] : titles) {
    write_key(out, key);
    record::write_json_string(out, title);
  }
  out += '}';
}

std::map<std::string, std::string> titles_of(const Desk& desk, const store::Snapshot& snapshot, const Collection& target, const std::set<std::int64_t>& ids) {
  std::map<std::string, std::string> titles;
  if (!desk.acting.powers.has(target.reads)) return titles;
  const store::Table& table = snapshot.catalog().table(target.record);
  const std::size_t id = target.position("id");
  snapshot.each_row(table, desk.acting.scope, store::Filter().one_of("id", std::vector<std::int64_t>(ids.begin(), ids.end())), [&](store::Row row) {
    const Cells cells(row.begin(), row.end());
    titles.emplace(std::to_string(std::get<std::int64_t>(cells[id])), title_of(target, cells));
  });
  return titles;
}

}  // namespace

bool withheld(const Collection& collection, const Field& field) {
  const auto& names = collection.table.withheld;
  return field.entry->privacy == record::Privacy::secret || std::find(names.begin(), names.end(), field.name) != names.end();
}

void write_row(std::string& out, const Collection& collection, const Cells& cells) {
  out += '{';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Field& field = collection.fields[i];
    if (absent(cells[i]) || withheld(collection, field)) continue;
    write_key(out, field.name);
    if (!field.masked) {
      field.codec->write_json(out, cells[i]);
      continue;
    }
    std::string text;
    field.codec->write_json(text, cells[i]);
    if (text.size() >= 2 && text.front() == '"') text = boost::json::parse(text).get_string().c_str();
    record::write_json_string(out, record::masked(text, field.entry->mask));
  }
  out += '}';
}

std::string title_of(const Collection& collection, const Cells& cells) {
  if (!collection.title.empty()) {
    const std::size_t position = collection.position(collection.title);
    const Field& field = collection.fields[position];
    if (const auto shown = field.shown(cells[position])) return field.masked ? record::masked(shown->zh, field.entry->mask) : shown->zh;
  }
  return std::to_string(std::get<std::int64_t>(cells[collection.position("id")]));
}

void Names::note(const Desk& desk, const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Field& field = desk.collection.fields[i];
    if (absent(cells[i]) || field.masked) continue;
    if (field.codec->kind == "region") regions_.insert(std::get<std::string>(cells[i]));
    if (!field.references.empty() && field.name != "id") ids_[field.references].insert(std::get<std::int64_t>(cells[i]));
  }
}

std::string Names::places_json(const Desk& desk) const {
  std::string out = "{";
  std::map<std::string, std::string> regions;
  for (const std::string& code : regions_)
    if (const Result<RegionCode> region = RegionCode::parse(code)) regions.emplace(code, desk.services.region_name(*region));
  write_titles(out, "region", regions);
  return out + '}';
}

std::string Names::json(const Desk& desk, const store::Snapshot& snapshot) const {
  std::string out = places_json(desk);
  out.pop_back();
  for (const auto& [record, ids] : ids_)
    if (const Collection* target = desk.registers.find(record)) write_titles(out, record, titles_of(desk, snapshot, *target, ids));
  return out + '}';
}

std::string row_answer(const Desk& desk, const store::Snapshot& snapshot, const Cells& cells) {
  Names names;
  names.note(desk, cells);
  std::string out = "{\"row\":";
  write_row(out, desk.collection, cells);
  return out + ",\"names\":" + names.json(desk, snapshot) + "}";
}

std::string row_answer(const Desk& desk, const Cells& cells) {
  Names names;
  names.note(desk, cells);
  if (names.of_records()) return desk.services.store.read([&](store::Snapshot& snapshot) { return row_answer(desk, snapshot, cells); });
  std::string out = "{\"row\":";
  write_row(out, desk.collection, cells);
  return out + ",\"names\":" + names.places_json(desk) + "}";
}

}  // namespace laoyou::collection
