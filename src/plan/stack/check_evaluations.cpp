#include "plan/stack/check_evaluations.h"

#include "plan/stack/known_names.h"

namespace laoyou::plan {
namespace {

constexpr NotKnown k_indicator{"plan.unknown_indicator", "plan.mistyped_indicator"};
constexpr Decimal k_percent_max = Decimal::from_millionths(100 * Decimal::k_one);

bool from_indicator(ScoredBy by) { return by == ScoredBy::light || by == ScoredBy::share; }

class EvaluationsCheck {
 public:
  EvaluationsCheck(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) : folder_(folder), below_(below), refusals_(refusals) {}

  void check() {
    if (folder_.evaluations.empty()) return;
    const std::vector<std::string> indicators = known_keys(&Folder::indicators, folder_, below_);
    const bool indicators_read = was_read("indicators.yaml", folder_, below_);
    for (const Row<Criterion>& row : folder_.criteria) {
      if (folder_.is_faulty(row.place)) continue;
      check_criterion(row);
      if (row.value.indicator && indicators_read && !contains(indicators, *row.value.indicator)) tell(row.place, not_known(k_indicator, *row.value.indicator, indicators));
    }
    for (const Row<Evaluation>& row : folder_.evaluations)
      if (!folder_.is_faulty(row.place)) check_evaluation(row);
  }

 private:
  void tell(const std::string& place, Refusal refusal) { refusals_.push_back(at(place, std::move(refusal))); }

  void check_criterion(const Row<Criterion>& row) {
    if (row.value.points <= Decimal()) tell(row.place, refuse("plan.criterion_without_points", {row.value.name}));
    if (from_indicator(row.value.by) && !row.value.indicator) tell(row.place, refuse("plan.criterion_without_indicator", {row.value.name}));
  }

  void check_evaluation(const Row<Evaluation>& row) {
    const Evaluation& evaluation = row.value;
    if (evaluation.of <= folder_.head.value.region.level()) tell(row.place, refuse("plan.evaluation_no_part", {record::Leaf<RegionLevel>::to_json_text(evaluation.of)}));
    for (const auto& [name, share] : {std::pair("near_share", evaluation.near_share), std::pair("late_share", evaluation.late_share)})
      if (share < Decimal() || share > k_percent_max) tell(row.place, refuse("plan.evaluation_number", {name, share.text()}));
    for (const auto& [name, days] : {std::pair("report_within_days", evaluation.report_within_days), std::pair("objection_days", evaluation.objection_days)})
      if (days < 0) tell(row.place, refuse("plan.evaluation_number", {name, std::to_string(days)}));
    for (std::size_t i = 1; i < evaluation.grades.size(); ++i)
      if (evaluation.grades[i].from >= evaluation.grades[i - 1].from) tell(row.place, refuse("plan.grades_out_of_order", {evaluation.grades[i].name}));
    check_sum(row);
  }

  /// Over the layers: a criterion of this folder stands in the place of the one below it.
  void check_sum(const Row<Evaluation>& row) {
    std::map<std::string, Decimal> points;
    const auto take = [&](const Folder& layer) {
      for (const Row<Criterion>& each : layer.criteria)
        if (each.value.evaluation == row.value.key) {
          if (layer.is_faulty(each.place)) some_unread_ = true;
          points[each.value.key] = each.value.points;
        }
    };
    some_unread_ = false;
    for (const Folder& layer : below_) take(layer);
    take(folder_);
    Decimal sum;
    for (const auto& [key, each] : points) {
      const Result<Decimal> more = sum.plus(each);
      if (!more) return tell(row.place, more.error());
      sum = *more;
    }
    // A criterion that could not be read has no points to add: one fault is told once.
    if (!some_unread_ && sum != row.value.full_mark) tell(row.place, refuse("plan.points_do_not_add_up", {row.value.name, sum.text(), row.value.full_mark.text()}));
  }

  const Folder& folder_;
  const std::vector<Folder>& below_;
  Refusals& refusals_;
  bool some_unread_ = false;
};

}  // namespace

void check_evaluations(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) { EvaluationsCheck(folder, below, refusals).check(); }

}  // namespace laoyou::plan
