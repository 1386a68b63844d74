#include "plan/stack/check_reach.h"

#include "plan/stack/known_names.h"

namespace laoyou::plan {
namespace {

constexpr NotKnown k_standard{"plan.unknown_standard", "plan.mistyped_standard"};
constexpr NotKnown k_figure{"plan.unknown_figure", "plan.mistyped_figure"};
constexpr std::int32_t k_oldest = 150, k_people_most = 1'000'000;
/// Nobody goes through a town faster on foot or to a car.
constexpr std::int64_t k_metres_per_minute_most = 1'000;

class ReachCheck {
 public:
  ReachCheck(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) : folder_(folder), below_(below), refusals_(refusals) {}

  void check() {
    check_names();
    for (const auto& row : folder_.travel_speeds) {
      const std::int64_t speed = row.value.metres_per_minute.millionths();
      if (!folder_.is_faulty(row.place) && (speed <= 0 || speed > k_metres_per_minute_most * Decimal::k_one))
        refuse_number("metres_per_minute", row.value.metres_per_minute.text(), row.place);
    }
    for (const auto& row : folder_.reach_measures)
      if (!folder_.is_faulty(row.place) && row.value.kinds.empty()) refusals_.push_back(at(row.place, refuse("plan.measure_without_kind", {row.value.measure})));
    for (const auto& row : folder_.need_ratios) {
      if (folder_.is_faulty(row.place)) continue;
      if (row.value.gives == registry::PlaceUnit::none) refusals_.push_back(at(row.place, refuse("plan.ratio_without_unit", {row.value.standard})));
      if (row.value.per_people < 1 || row.value.per_people > k_people_most) refuse_number("per_people", std::to_string(row.value.per_people), row.place);
      check_ages(row.value.from_age, row.value.to_age, row.place);
    }
    for (const auto& row : folder_.people_forecasts)
      if (!folder_.is_faulty(row.place)) check_ages(row.value.from_age, row.value.to_age, row.place);
  }

 private:
  void check_names() {
    const std::vector<std::string> standards = known_keys(&Folder::standards, folder_, below_), figures = known_keys(&Folder::figures, folder_, below_);
    const auto expect = [&](const auto& rows, const NotKnown& codes, const std::vector<std::string>& known, auto member) {
      for (const auto& row : rows)
        if (!folder_.is_faulty(row.place) && !contains(known, row.value.*member)) refusals_.push_back(at(row.place, not_known(codes, row.value.*member, known)));
    };
    if (was_read("standards.csv", folder_, below_)) {
      expect(folder_.reach_limits, k_standard, standards, &ReachLimit::standard);
      expect(folder_.reach_measures, k_standard, standards, &ReachMeasure::standard);
      expect(folder_.need_ratios, k_standard, standards, &NeedRatio::standard);
      expect(folder_.estate_standards, k_standard, standards, &EstateStandard::standard);
    }
    if (was_read("figures.csv", folder_, below_)) expect(folder_.people_forecasts, k_figure, figures, &PeopleForecast::figure);
  }

  void check_ages(std::int32_t from, std::int32_t to, const std::string& place) {
    for (const auto& [column, age] : {std::pair("from_age", from), std::pair("to_age", to)})
      if (age < 0 || age > k_oldest) return refuse_number(column, std::to_string(age), place);
    if (to < from) refusals_.push_back(at(place, refuse("plan.ages_reversed", {std::to_string(from), std::to_string(to)})));
  }

  void refuse_number(const char* column, const std::string& found, const std::string& place) { refusals_.push_back(at(place, refuse("plan.reach_number", {column, found}))); }

  const Folder& folder_;
  const std::vector<Folder>& below_;
  Refusals& refusals_;
};

}  // namespace

void check_reach(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) { ReachCheck(folder, below, refusals).check(); }

}  // namespace laoyou::plan
