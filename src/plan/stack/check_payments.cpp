#include "plan/stack/check_payments.h"

#include "plan/stack/known_names.h"

namespace laoyou::plan {
namespace {

constexpr NotKnown k_subsidy{"plan.unknown_subsidy", "plan.mistyped_subsidy"};
constexpr NotKnown k_layout{"plan.unknown_layout", "plan.mistyped_layout"};
constexpr std::int32_t k_percent_max = 100;
constexpr std::int32_t k_days_max = 31;
constexpr std::int32_t k_months_max = 36;

std::vector<std::string> layouts_of(const Folder& folder, const std::vector<Folder>& below) {
  std::vector<std::string> names;
  for (const auto& row : folder.bank_columns) names.push_back(row.value.layout);
  for (const Folder& layer : below)
    for (const auto& row : layer.bank_columns) names.push_back(row.value.layout);
  return names;
}

bool asks_for(const PaidSubsidy& paid, PaymentCheck check) { return std::find(paid.checks.begin(), paid.checks.end(), check) != paid.checks.end(); }

class PaymentsCheck {
 public:
  PaymentsCheck(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) : folder_(folder), below_(below), refusals_(refusals) {}

  void check() {
    const std::vector<std::string> subsidies = known_keys(&Folder::subsidies, folder_, below_), layouts = layouts_of(folder_, below_);
    for (const auto& row : folder_.paid_subsidies) {
      if (folder_.is_faulty(row.place)) continue;
      if (was_read("rules.yaml", folder_, below_)) expect(k_subsidy, row.value.subsidy, subsidies, row.place);
      if (was_read("bank_layouts.csv", folder_, below_)) {
        expect(k_layout, row.value.layout, layouts, row.place);
        if (row.value.answer_layout) expect(k_layout, *row.value.answer_layout, layouts, row.place);
      }
      check_numbers(row.value, row.place);
    }
    std::map<std::string, BankFormat> formats;
    for (const auto& row : folder_.bank_columns)
      if (!folder_.is_faulty(row.place)) check_column(row.value, row.place, formats);
  }

 private:
  void expect(const NotKnown& codes, const std::string& name, const std::vector<std::string>& known, const std::string& place) {
    if (!contains(known, name)) refusals_.push_back(at(place, not_known(codes, name, known)));
  }

  void check_numbers(const PaidSubsidy& paid, const std::string& place) {
    for (const auto& [check, number] : {std::pair(PaymentCheck::absence, paid.absence_days), std::pair(PaymentCheck::unusual, paid.unusual_percent)})
      if (asks_for(paid, check) && !number) refusals_.push_back(at(place, refuse("plan.check_without_number", {record::Leaf<PaymentCheck>::to_json_text(check)})));
    within(paid.absence_days, 1, k_days_max, "absence_days", place);
    within(paid.corrects_months, 0, k_months_max, "corrects_months", place);
    within(paid.instalment_percent, 1, k_percent_max, "instalment_percent", place);
    if (paid.unusual_percent && *paid.unusual_percent < 1) refusals_.push_back(at(place, refuse("plan.payment_number", {"unusual_percent", std::to_string(*paid.unusual_percent)})));
  }

  void within(const std::optional<std::int32_t>& number, std::int32_t least, std::int32_t most, const char* name, const std::string& place) {
    if (number && (*number < least || *number > most)) refusals_.push_back(at(place, refuse("plan.payment_number", {name, std::to_string(*number)})));
  }

  void check_column(const BankColumn& column, const std::string& place, std::map<std::string, BankFormat>& formats) {
    if (column.format == BankFormat::fixed && column.width.value_or(0) < 1) refusals_.push_back(at(place, refuse("plan.column_without_width", {column.heading})));
    const bool needs_text = column.field == BankField::constant || column.field == BankField::result;
    if (needs_text && !column.value) refusals_.push_back(at(place, refuse("plan.column_without_value", {column.heading})));
    if (formats.emplace(column.layout, column.format).first->second != column.format) refusals_.push_back(at(place, refuse("plan.layout_of_two_formats", {column.layout})));
  }

  const Folder& folder_;
  const std::vector<Folder>& below_;
  Refusals& refusals_;
};

}  // namespace

void check_payments(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) { PaymentsCheck(folder, below, refusals).check(); }

}  // namespace laoyou::plan
