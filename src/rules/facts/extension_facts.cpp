#include "rules/facts/extension_facts.h"

#include <algorithm>

#include "base/check.h"
#include "record/extension_kind.h"
#include "rules/facts/described_schema.h"

namespace laoyou::rules {
namespace {

using record::Extension;
using record::ExtensionKind;

/// What rules take such a value for: numbers of persons and of organisations are texts to them.
template <class T>
using Read = std::conditional_t<is_fact<T>, T, std::string>;

bool same_codes(const CodeList& left, const CodeList& right) {
  return std::equal(left.codes.begin(), left.codes.end(), right.codes.begin(), right.codes.end(), [](const auto& one, const auto& other) { return one.name == other.name; });
}

/// Two records may have a field of one name: with the same choices they share the list, so that one's codes are the other's.
Type choice_type(Schema& schema, const Extension& extension) {
  CodeList list{extension.entry.field, {}, true};
  for (const record::Choice& choice : extension.choices) list.codes.push_back({choice.value, choice.zh, choice.en});
  const int known = schema.find_code_list(list.name);
  if (known >= 0 && same_codes(schema.code_lists[static_cast<std::size_t>(known)], list)) return {Kind::code, static_cast<std::int16_t>(known)};
  if (known >= 0) list.name = extension.record + "_" + list.name;
  schema.code_lists.push_back(std::move(list));
  return {Kind::code, static_cast<std::int16_t>(schema.code_lists.size() - 1)};
}

Value choice_of(const Extension& extension, const record::Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return {};
  const auto found = std::find_if(extension.choices.begin(), extension.choices.end(), [&](const record::Choice& choice) { return choice.value == *text; });
  return found == extension.choices.end() ? Value{} : Value{found - extension.choices.begin()};
}

template <class T>
Value read_cell(const record::Cell& cell, TextPool& texts) {
  using Leaf = record::Leaf<T>;
  const bool fits = Leaf::cell_kind == record::CellKind::integer ? std::holds_alternative<std::int64_t>(cell) : std::holds_alternative<std::string>(cell);
  if (!fits) return {};
  const Result<T> value = Leaf::from_cell(cell);
  return value ? value_of(*value, texts) : Value{};
}

}  // namespace

bool is_read_by_rules(const Extension& extension) {
  const bool text = extension.kind == ExtensionKind::text || extension.kind == ExtensionKind::id_number || extension.kind == ExtensionKind::credit_code;
  return !text || !extension.entry.masked();
}

void add_field(Schema& schema, const Extension& extension) {
  const int record = schema.find_record(extension.record);
  CHECK(record >= 0);
  const Type type = extension.kind == ExtensionKind::choice
                        ? choice_type(schema, extension)
                        : record::with_kind(extension.kind, [&]<class T>() { return type_of<Read<T>>(schema, extension.entry); });
  schema.records[static_cast<std::size_t>(record)].fields.push_back({extension.entry.field, type, extension.entry.zh, extension.entry.en, extension.entry.sealed(), false});
}

std::int64_t storage_multiplier(const Extension& extension) { return extension.kind == ExtensionKind::minutes ? k_millionths : 1; }

Value AddedCell::value(std::span<const record::Cell> cells, TextPool& texts) const {
  if (!position || *position >= cells.size()) return {};
  const record::Cell& cell = cells[*position];
  if (field->kind == ExtensionKind::choice) return choice_of(*field, cell);
  return record::with_kind(field->kind, [&]<class T>() { return read_cell<Read<T>>(cell, texts); });
}

}  // namespace laoyou::rules
