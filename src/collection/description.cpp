#include "collection/description.h"

#include <algorithm>

#include "collection/desk.h"

namespace laoyou::collection {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::string privacy_name(record::Privacy privacy) {
  constexpr const char* k_names[] = {"open", "internal", "personal", "sensitive", "secret"};
  return k_names[static_cast<std::size_t>(privacy)];
}

std::vector<ChoiceDescription> choices_of(const Field& field) {
  std::vector<ChoiceDescription> choices;
  for (const record::Choice& choice : field.codec->choices) choices.push_back({choice.value, choice.zh, choice.en});
  return choices;
}

/// What the field follows, when it follows other records.
std::optional<std::string> followed_by(const Registers& registers, const Collection& collection, const Field& field) {
  for (const DatedBy& by : dated_of(registers, collection))
    if (by.value->column == field.name) return by.collection->record;
  return std::nullopt;
}

/// The first fields that say something, where the declaration names none.
bool listed_unasked(const Collection& collection, const Field& field) {
  constexpr std::ptrdiff_t k_first = 8;
  return &field - collection.fields.data() < k_first && field.name != "id" && field.name != "version";
}

FieldDescription describe(const Registers& registers, const Collection& collection, const Field& field, bool unmasks) {
  FieldDescription out;
  out.name = field.name;
  const bool place = field.name == "region";
  out.zh = place ? field.sheet_zh : field.entry->zh;
  out.en = place ? field.sheet_en : field.entry->en;
  out.unit = field.entry->unit;
  out.source = field.entry->source;
  out.kind = field.codec->kind;
  const bool kept_by_store = field.name == "id" || field.name == "version";
  out.required = field.required && !kept_by_store;
  out.choices = choices_of(field);
  if (!field.references.empty() && !kept_by_store) out.references = field.references;
  out.privacy = privacy_name(field.entry->privacy);
  out.masked = field.masked;
  if (field.group != nullptr) out.group_zh = field.group->zh;
  if (field.group != nullptr) out.group_en = field.group->en;
  const bool asks = field.codec->read_text != nullptr && (!field.masked || unmasks);
  out.filter = asks && field.name != "id";
  out.sort = asks && !field.sealed;
  out.listed = collection.listed.empty() ? listed_unasked(collection, field) : contains(collection.listed, field.name);
  out.fixed = contains(collection.fixed, field.name);
  if (field.within.level() != RegionLevel::country) out.within = field.within;
  out.tail = asks && contains(collection.table.tailed, field.name);
  out.follows = followed_by(registers, collection, field);
  out.writable = field.codec->writable && !given_by_program(field.name);
  return out;
}

RecordRights rights_of(const Collection& collection, const store::Acting& acting) {
  const bool writes = collection.writes && acting.powers.has(*collection.writes);
  RecordRights may;
  may.create = may.change = may.remove = may.import = writes;
  may.end = writes && !collection.ends.empty();
  may.export_rows = acting.powers.has(powers::Power::sheets_export);
  may.unmask = collection.unmasks && acting.powers.has(*collection.unmasks);
  return may;
}

std::vector<ChildrenDescription> children_of(const Registers& registers, const Collection& parent, const store::Acting& acting) {
  std::vector<ChildrenDescription> children;
  for (const Collection& each : registers.all())
    for (const record::Reference& reference : each.table.references)
      if (reference.record == parent.record && acting.powers.has(each.reads)) children.push_back({each.record, reference.column, each.label.zh, each.label.en, each.path});
  return children;
}

}  // namespace

RecordDescriptions describe(const Registers& registers, const store::Acting& acting) {
  RecordDescriptions all;
  for (const Collection& collection : registers.all()) {
    if (!acting.powers.has(collection.reads)) continue;
    RecordDescription& out = all.records.emplace_back();
    out.record = collection.record;
    out.path = collection.path;
    out.zh = collection.label.zh;
    out.en = collection.label.en;
    out.may = rights_of(collection, acting);
    if (!collection.title.empty()) out.title = collection.title;
    if (!collection.ends.empty()) out.ends = collection.ends;
    out.key = collection.key;
    out.searchable = !collection.table.searched.empty();
    for (const Field& field : collection.fields)
      if (!withheld(collection, field) && within_reach(field, acting.scope)) out.fields.push_back(describe(registers, collection, field, out.may.unmask));
    out.children = children_of(registers, collection, acting);
    for (const FileField& field : collection.files)
      out.files.push_back({field.name, field.label.zh, field.label.en, field.kinds, field.bytes_max, field.count_max});
  }
  return all;
}

}  // namespace laoyou::collection
