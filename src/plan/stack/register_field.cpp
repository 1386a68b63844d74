#include "plan/stack/register_field.h"

#include <algorithm>
#include <set>

#include "base/digits.h"
#include "base/nearest.h"
#include "registry/collections.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_example = "示例";

/// "pension=养老金/Pension"
std::optional<record::Choice> read_choice(std::string_view text) {
  const std::size_t equals = text.find('='), slash = text.find('/', equals == std::string_view::npos ? 0 : equals);
  if (equals == std::string_view::npos || slash == std::string_view::npos) return std::nullopt;
  record::Choice choice{std::string(trimmed(text.substr(0, equals))), std::string(trimmed(text.substr(equals + 1, slash - equals - 1))), std::string(trimmed(text.substr(slash + 1)))};
  if (choice.value.empty() || choice.zh.empty() || choice.en.empty()) return std::nullopt;
  return choice;
}

bool well_shaped(std::string_view name) {
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && !name.ends_with("_match") && !name.ends_with("_from") && !name.ends_with("_to") && !name.ends_with("_tail") &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; });
}

class FieldChecker {
 public:
  FieldChecker(const Folder& folder, Refusals& refusals) : folder_(folder), refusals_(refusals) {
    for (const auto& clause : folder.clauses) clauses_.push_back(clause.value.number);
    for (const collection::Collection& each : registers_) names_.push_back(each.record);
  }

  void check() {
    for (const Row<RegisterField>& row : folder_.register_fields)
      if (!folder_.is_faulty(row.place)) check(row);
  }

 private:
  void refuse_at(const Row<RegisterField>& row, Refusal refusal) { refusals_.push_back(at(row.place, std::move(refusal))); }

  void check(const Row<RegisterField>& row) {
    const RegisterField& field = row.value;
    const auto found = std::find_if(registers_.begin(), registers_.end(), [&](const collection::Collection& each) { return each.record == field.record; });
    if (found == registers_.end()) {
      const std::string near = nearest(field.record, names_);
      refuse_at(row, near.empty() ? refuse("plan.unknown_register", {field.record}) : refuse("plan.mistyped_register", {field.record, near}));
    } else {
      check_label(row, *found);
    }
    if (!well_shaped(field.name)) refuse_at(row, refuse("plan.malformed_field_name", {field.name}));
    if (!names_seen_.insert({field.record, field.name}).second) refuse_at(row, refuse("plan.repeated_field", {field.record, field.name}));
    check_choices(row);
    check_source(row);
  }

  /// Sheets know a column by its label.
  void check_label(const Row<RegisterField>& row, const collection::Collection& of) {
    const auto taken = [&](const std::string& label) {
      return std::any_of(of.fields.begin(), of.fields.end(), [&](const record::Field& each) { return label == each.sheet_zh || label == each.sheet_en || label == each.name; });
    };
    for (const std::string& label : {row.value.zh, row.value.en})
      if (taken(label) || !labels_.insert({row.value.record, label}).second) refuse_at(row, refuse("plan.repeated_field", {row.value.record, label}));
  }

  void check_choices(const Row<RegisterField>& row) {
    const bool wants = row.value.kind == record::ExtensionKind::choice;
    if (wants == row.value.choices.empty()) refuse_at(row, refuse(wants ? "plan.field_without_choices" : "plan.field_with_choices", {row.value.name}));
    std::set<std::string> values;
    for (const std::string& text : row.value.choices) {
      const auto choice = read_choice(text);
      if (!choice || !values.insert(choice->value).second) refuse_at(row, refuse("plan.malformed_choice", {text}));
    }
  }

  void check_source(const Row<RegisterField>& row) {
    const std::string& source = row.value.source;
    if (folder_.unread_files.contains("clauses.csv") || source.starts_with(k_example)) return;
    const bool known = std::any_of(clauses_.begin(), clauses_.end(), [&](const std::string& number) { return source == number || source.starts_with(number + " "); });
    if (!known) refuse_at(row, refuse("plan.unknown_clause", {source}));
  }

  const Folder& folder_;
  Refusals& refusals_;
  const std::vector<collection::Collection> registers_ = registry::collections();
  std::vector<std::string> clauses_, names_;
  std::set<std::pair<std::string, std::string>> names_seen_, labels_;
};

template <class To, class From>
To same_named(From from) {
  return static_cast<To>(from);
}

record::Extension extension(const Row<RegisterField>& row, RegionCode within) {
  const RegisterField& field = row.value;
  record::Extension made;
  made.record = field.record;
  made.entry = {field.record, std::string(record::k_extension_prefix) + row.layer + "_" + field.name, field.zh, field.en, field.unit.value_or(""), field.source,
                same_named<record::Privacy>(field.privacy.value_or(FieldPrivacy::internal)), same_named<record::Mask>(field.mask.value_or(FieldMask::all))};
  made.group_zh = field.group_zh.value_or("");
  made.group_en = field.group_en.value_or(made.group_zh);
  made.kind = field.kind;
  for (const std::string& text : field.choices)
    if (auto choice = read_choice(text)) made.choices.push_back(std::move(*choice));
  made.required = field.required;
  made.within = within;
  return made;
}

}  // namespace

void check_register_fields(const Folder& folder, Refusals& refusals) {
  if (!folder.register_fields.empty()) FieldChecker(folder, refusals).check();
}

std::vector<record::Extension> extensions(const Plan& plan) {
  std::vector<record::Extension> all;
  for (const Row<RegisterField>& row : plan.content.register_fields) all.push_back(extension(row, plan.layer_regions.at(row.layer)));
  return all;
}

std::vector<record::Extension> extensions(std::vector<const Plan*> plans) {
  const auto key = [](const Plan* plan) -> const std::string& { return plan->content.head.value.plan; };
  std::stable_sort(plans.begin(), plans.end(), [&](const Plan* left, const Plan* right) { return key(left) < key(right); });
  std::vector<record::Extension> all;
  std::set<std::pair<std::string, std::string>> met;
  for (const Plan* plan : plans)
    for (record::Extension& made : extensions(*plan))
      if (met.insert({made.record, made.entry.field}).second) all.push_back(std::move(made));
  return all;
}

std::vector<record::Extension> extensions(const Library& library) {
  std::vector<const Plan*> plans;
  for (const auto& [key, plan] : library.plans) plans.push_back(plan.get());
  return extensions(std::move(plans));
}

}  // namespace laoyou::plan
