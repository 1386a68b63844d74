#include "app/rules_patches.h"

#include "plan/folder/yaml_read.h"

namespace laoyou::app {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

CheckedResult<Rows> rows_of(const std::string& value) {
  if (value == "null" || value == "~") return Rows{};
  if (!value.starts_with("{")) return Rows{{"", value}};
  Refusals refusals;
  Rows rows;
  if (const auto yaml = plan::parse_yaml(value, refusals))
    plan::for_each_pair(*yaml, refusals, [&](const std::string& key, const YAML::Node&, const YAML::Node& row) {
      if (row.IsScalar())
        rows.emplace_back(key, row.Scalar());
      else
        refusals.push_back(at(plan::place_of(row), refuse("yaml.not_a_value")));
    });
  if (!refusals.empty()) return refusals;
  return rows;
}

CheckedResult<rules::ParameterPatch> parameter_patch(const RulesWords::Pair& set, Date first_day) {
  const std::size_t mark = set.first.find('@');
  rules::ParameterPatch patch{set.first.substr(0, mark), first_day, {}};
  if (mark != std::string::npos) {
    const Result<Date> from = Date::parse(std::string_view(set.first).substr(mark + 1));
    if (!from) return Refusals{at("--set " + set.first, from.error())};
    patch.from = *from;
  }
  auto rows = rows_of(set.second);
  if (!rows) {
    Refusals refusals;
    for (const Refusal& refusal : rows.error()) refusals.push_back(at("--set " + set.first + ":", refusal));
    return refusals;
  }
  patch.rows = std::move(*rows);
  return patch;
}

}  // namespace

CheckedResult<std::vector<rules::Patch>> patches_of(const RulesWords& words, Date first_day) {
  std::vector<rules::Patch> patches;
  Refusals refusals;
  for (const RulesWords::Pair& set : words.sets) {
    auto patch = parameter_patch(set, first_day);
    if (patch) {
      patches.emplace_back(std::move(*patch));
      continue;
    }
    for (const Refusal& refusal : patch.error()) refusals.push_back(refusal);
  }
  for (const std::string& text : words.rules) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      refusals.push_back(refuse("option.unknown_value", {"rule", text, "key=expression"}));
    else
      patches.emplace_back(rules::RulePatch{text.substr(0, equals), text.substr(equals + 1)});
  }
  if (!refusals.empty()) return refusals;
  return patches;
}

}  // namespace laoyou::app
