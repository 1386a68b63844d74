#include "app/journal_names.h"

#include <charconv>

namespace laoyou::app {
namespace {

using record::ShownText;

std::string field_of(const audit::StoredRow& row, std::string_view field) {
  const auto found = row.find(field);
  return found == row.end() ? std::string() : found->second;
}

std::optional<plan::Indicator> indicator_of(const plan::RunningPlans& plans, const std::string& plan_key, const std::string& key) {
  const auto plan = plans.current()->find(plan_key);
  const auto* row = plan ? plan->find_indicator(key) : nullptr;
  return row == nullptr ? std::nullopt : std::optional(row->value);
}

ShownText words(const std::string& zh, const std::optional<std::string>& en) { return {zh, en.value_or(zh)}; }

/// A role as accounts of the row's region hold it.
std::optional<ShownText> role_of(const plan::RunningPlans& plans, const std::string& role, const audit::StoredRow& row) {
  const auto region = RegionCode::parse(field_of(row, "region"));
  const auto library = plans.current();
  const powers::Role* found = region ? library->find_role(role, *region) : nullptr;
  return found == nullptr ? std::nullopt : std::optional(words(found->zh, found->en));
}

std::optional<ShownText> person(const accounts::Accounts& accounts, const std::string& id) {
  std::int64_t account = 0;
  std::from_chars(id.data(), id.data() + id.size(), account);
  const std::string name = accounts.display_name_of(account);
  return name.empty() ? std::nullopt : std::optional(ShownText{name, name});
}

}  // namespace

audit::Names journal_names(const accounts::Accounts& accounts, const plan::RunningPlans& plans) {
  audit::Names names;
  names.account = [&accounts](std::int64_t account) { return audit::AccountWords{accounts.name_of(account), accounts.display_name_of(account)}; };
  names.account_named = [&accounts](std::string_view name) { return accounts.id_of(name); };
  names.region = [&plans](RegionCode region) { return plans.current()->regions.name(region); };
  names.value = [&](std::string_view record, std::string_view field, const std::string& key, const audit::StoredRow& row) -> std::optional<ShownText> {
    if (record == "reading" && field == "indicator")
      if (const auto found = indicator_of(plans, field_of(row, "plan"), key)) return words(found->name, found->name_en);
    if (record == "reading" && field == "plan")
      if (const auto found = plans.current()->find(key)) return words(found->content.head.value.title, found->content.head.value.title_en);
    if (record == "account" && field == "role") return role_of(plans, key, row);
    if ((record == "reading" && field == "reported_by") || (record == "session" && field == "account")) return person(accounts, key);
    return std::nullopt;
  };
  names.unit = [&](std::string_view record, std::string_view field, const audit::StoredRow& row) -> std::optional<std::string> {
    if (record != "reading" || field != "value") return std::nullopt;
    const auto found = indicator_of(plans, field_of(row, "plan"), field_of(row, "indicator"));
    return found ? std::optional(found->unit) : std::nullopt;
  };
  names.subject = [&](std::string_view record, const audit::StoredRow& row) -> std::optional<ShownText> {
    if (record == "session") return person(accounts, field_of(row, "account"));
    if (record == "account") return ShownText{field_of(row, "display_name"), field_of(row, "display_name")};
    const auto found = record == "reading" ? indicator_of(plans, field_of(row, "plan"), field_of(row, "indicator")) : std::nullopt;
    return found ? std::optional(words(found->name, found->name_en)) : std::nullopt;
  };
  return names;
}

}  // namespace laoyou::app
