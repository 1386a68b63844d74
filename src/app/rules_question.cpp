#include "app/rules_question.h"

#include "base/nearest.h"

namespace laoyou::app {
namespace {

constexpr std::pair<std::string_view, RegionLevel> k_levels[] = {
    {"country", RegionLevel::country}, {"province", RegionLevel::province}, {"city", RegionLevel::city},
    {"county", RegionLevel::county},   {"street", RegionLevel::street},     {"village", RegionLevel::village},
};

std::optional<RegionLevel> level_of(std::string_view name) {
  for (const auto& [written, level] : k_levels)
    if (written == name) return level;
  return std::nullopt;
}

/// The first field of that name in any record.
const rules::Field* find_field(const rules::Schema& schema, const std::string& name) {
  for (const rules::RecordKind& record : schema.records)
    if (const int field = record.find(name); field >= 0) return &record.fields[static_cast<std::size_t>(field)];
  return nullptr;
}

bool may_group(rules::Kind kind) { return kind == rules::Kind::boolean || kind == rules::Kind::code || kind == rules::Kind::integer; }

}  // namespace

Result<int> find_rule(const rules::Book& book, const std::string& name) {
  const int rule = book.find_rule(name);
  if (rule >= 0) return rule;
  std::vector<std::string> known;
  for (const rules::Rule& each : book.rules) known.push_back(each.key);
  const std::string near = nearest(name, known);
  return near.empty() ? refuse("rules.no_such_rule", {name}) : refuse("rules.mistyped_name", {name, near});
}

Result<rules::Grouping> grouping_of(const rules::Schema& schema, const std::string& by) {
  if (by.empty()) return rules::Grouping{};
  const rules::Field* field = find_field(schema, by);
  if (field != nullptr && may_group(field->type.kind)) return rules::Grouping{rules::Grouping::By::field, RegionLevel::county, field->name};
  const std::optional<RegionLevel> level = level_of(by);
  if (level && (field == nullptr || field->type.kind == rules::Kind::region)) return rules::Grouping{rules::Grouping::By::region_level, *level, ""};
  return refuse("option.unknown_value", {"by", by, "province, city, county, street, village"});
}

Result<rules::Question> question_of(const RulesInput& input, const RulesWords& words, const std::vector<std::string>& totals) {
  const auto grouping = grouping_of(input.schema, words.by);
  if (!grouping) return grouping.error();
  rules::Question question{input.period, {}, *grouping, words.threads};
  for (const std::string& name : totals) {
    const Result<int> rule = find_rule(*input.book, name);
    if (!rule) return rule.error();
    if (input.book->rules[static_cast<std::size_t>(*rule)].record >= 0) return refuse("rules.no_total", {name});
    question.rules.push_back(*rule);
  }
  if (!totals.empty()) return question;
  for (std::size_t rule = 0; rule < input.book->rules.size(); ++rule)
    if (input.book->rules[rule].record < 0) question.rules.push_back(static_cast<int>(rule));
  return question;
}

std::optional<std::string> group_text(const rules::Schema& schema, const rules::Grouping& grouping, rules::GroupKey group) {
  using By = rules::Grouping::By;
  if (!group) return std::nullopt;
  if (grouping.by == By::nothing) return "";
  if (grouping.by == By::region_level) return RegionCode::from_number(*group).text();
  const rules::Field* field = find_field(schema, grouping.field);
  if (field == nullptr || field->type.kind == rules::Kind::integer) return std::to_string(*group);
  if (field->type.kind == rules::Kind::boolean) return *group != 0 ? "true" : "false";
  return schema.code_lists[static_cast<std::size_t>(field->type.detail)].codes[static_cast<std::size_t>(*group)].name;
}

}  // namespace laoyou::app
