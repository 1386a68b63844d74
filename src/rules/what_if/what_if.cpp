#include "rules/what_if/what_if.h"

#include <algorithm>

#include "base/check.h"
#include "base/nearest.h"
#include "rules/what_if/merged_books.h"

namespace laoyou::rules {
namespace {

std::string patch_place(std::size_t number) { return "patch " + std::to_string(number + 1); }

SourceText patch_text(std::string text, std::size_t number) {
  SourceText made;
  made.text = std::move(text);
  made.file = patch_place(number);
  return made;
}

template <class Entries>
auto find_entry(Entries& entries, const std::string& key) {
  const auto by_key = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key == key; });
  if (by_key != entries.end() || key.empty()) return by_key;
  return std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.name == key; });
}

template <class Entries>
Refusal unknown(const Entries& entries, const std::string& key, std::size_t number) {
  std::vector<std::string> known;
  for (const auto& entry : entries) known.push_back(entry.key);
  return Refusal{"rules.unknown_patch", patch_place(number), {key, nearest(key, known)}};
}

std::optional<Refusal> apply(BookSource& source, const ParameterPatch& patch, std::size_t number) {
  const auto parameter = find_entry(source.parameters, patch.key);
  if (parameter == source.parameters.end()) return unknown(source.parameters, patch.key, number);
  std::erase_if(parameter->values, [&](const DatedValueSource& value) { return value.from >= patch.from; });
  DatedValueSource value;
  value.from = patch.from;
  value.place = patch_text("", number);
  for (const auto& [key, amount] : patch.rows) value.rows.emplace_back(patch_text(key, number), patch_text(amount, number));
  parameter->values.push_back(std::move(value));
  return std::nullopt;
}

std::optional<Refusal> apply(BookSource& source, const RulePatch& patch, std::size_t number) {
  const auto rule = find_entry(source.rules, patch.key);
  if (rule == source.rules.end()) return unknown(source.rules, patch.key, number);
  rule->expression = patch_text(patch.expression, number);
  return std::nullopt;
}

}  // namespace

CheckedResult<WhatIf> what_if(std::shared_ptr<const Book> before, const BookSource& baseline, std::span<const Patch> patches) {
  BookSource patched = baseline;
  Refusals refusals;
  for (std::size_t number = 0; number < patches.size(); ++number)
    if (std::optional<Refusal> refusal = std::visit([&](const auto& patch) { return apply(patched, patch, number); }, patches[number]))
      refusals.push_back(std::move(*refusal));
  const CheckedResult<std::shared_ptr<const Book>> after = check(patched, before->schema);
  if (!after)
    for (const Refusal& refusal : after.error()) refusals.push_back(refusal);
  if (!refusals.empty()) return refusals;
  return merged_books(std::move(before), *after);
}

CheckedResult<WhatIf> what_if(const BookSource& baseline, const Schema& schema, std::span<const Patch> patches) {
  const CheckedResult<std::shared_ptr<const Book>> before = check(baseline, schema);
  if (!before) return before.error();
  return what_if(*before, baseline, patches);
}

}  // namespace laoyou::rules
