#include "evaluation/score.h"

#include <algorithm>

namespace laoyou::evaluation {
namespace {

using plan::Comparator;
using plan::Light;

constexpr std::int64_t k_one = Decimal::k_one;
constexpr std::int64_t k_percent = 100;
constexpr std::int64_t k_last_place = k_one / 100;  // points have two places

/// points × part / whole, to two places.
Decimal part_of(Decimal points, std::int64_t part, std::int64_t whole) {
  const std::int64_t hundredths = divide_rounded(static_cast<__int128>(points.millionths()) * part / k_last_place, whole, Rounding::half_up);
  return Decimal::from_millionths(hundredths * k_last_place);
}

Decimal percent_of(Decimal points, Decimal percent) { return part_of(points, percent.millionths(), k_percent * k_one); }

bool less_is_better(const plan::Target& target) { return target.comparator == Comparator::at_most || target.comparator == Comparator::less; }

/// The values of the place that belong to the year.
std::vector<plan::Actual> of_year(std::vector<plan::Actual> series, const Period& year) {
  std::erase_if(series, [&](const plan::Actual& actual) { return actual.period.last_day() > year.last_day() || actual.period.last_day() < year.first_day(); });
  return series;
}

std::optional<Decimal> computed_value(const Scoring& scoring, const plan::Indicator& indicator, RegionCode region, const Period& year) {
  if (!indicator.value || !scoring.plan.book) return std::nullopt;
  const int rule = scoring.plan.book->find_rule(indicator.key);
  if (rule < 0 || scoring.plan.book->rules[static_cast<std::size_t>(rule)].record >= 0) return std::nullopt;
  return scoring.facts.read_totals([&](const facts::TotalsOf& totals_of, const facts::FactsMoment&) {
    const auto totals = totals_of(scoring.plan.book, year, {rule}, {region});
    const auto found = totals.find(region);
    return found == totals.end() ? std::optional<Decimal>() : found->second.front().value;
  });
}

IndicatorResult indicator_result(const plan::ReadingsView& view, const Scoring& scoring, const plan::Row<plan::Indicator>& row, RegionCode region, const Period& year) {
  const std::string& plan = scoring.plan.content.head.value.plan;
  const auto readings = view.choose(region, {plan, row.value.key, {region}});
  const auto series = of_year(plan::value_series(row, scoring.plan.written_for(row.layer, region), readings.of(region, row.value.key), year.last_day()), year);
  if (!series.empty()) {
    const plan::Asking asking{scoring.library, scoring.plan, year.last_day()};
    const plan::IndicatorState state = plan::state_at(asking, row, region, series, plan::readings_below(view, scoring.plan, row, region));
    return {series.back().value, series.back().period, false, state.target, state.light};
  }
  IndicatorResult result{computed_value(scoring, row.value, region, year), std::nullopt, true, plan::target_among(plan::targets_at(scoring.plan, row, region), year), Light::not_reported};
  if (!result.value) {
    result.from_registers = false;
    return result;
  }
  result.period = year;
  result.light = result.target ? plan::light_of(*result.target, *result.value, scoring.plan.near_percent) : Light::no_target;
  return result;
}

void add_indicator(const IndicatorResult& result, const plan::Criterion& criterion, Decimal near_share, CriterionScore& score) {
  score.value = result.value;
  score.value_period = result.period;
  score.from_registers = result.from_registers;
  score.target = result.target;
  score.light = result.light;
  score.computed = indicator_points(criterion, result, near_share);
}

}  // namespace

std::optional<std::int64_t> reached_millionths(const plan::Target& target, Decimal value) {
  const std::int64_t wanted = target.value.millionths(), there = value.millionths();
  if (target.comparator == Comparator::within) return plan::gap_to(target, value) == Decimal() ? k_one : 0;
  if (less_is_better(target)) {
    if (there <= wanted) return k_one;
    return there <= 0 ? std::optional<std::int64_t>() : divide_rounded(static_cast<__int128>(std::max<std::int64_t>(wanted, 0)) * k_one, there, Rounding::half_up);
  }
  if (there >= wanted) return k_one;
  if (wanted <= 0) return std::nullopt;
  return divide_rounded(static_cast<__int128>(std::max<std::int64_t>(there, 0)) * k_one, wanted, Rounding::half_up);
}

std::optional<Decimal> indicator_points(const plan::Criterion& criterion, const IndicatorResult& result, Decimal near_share) {
  if (!result.value) return Decimal();
  if (!result.target) return std::nullopt;
  if (criterion.by == plan::ScoredBy::share) {
    const auto reached = reached_millionths(*result.target, *result.value);
    return reached ? std::optional(part_of(criterion.points, *reached, k_one)) : std::nullopt;
  }
  if (result.light == Light::met) return criterion.points;
  return result.light == Light::near ? percent_of(criterion.points, near_share) : Decimal();
}

TaskCount count_tasks(const std::vector<DueTask>& tasks, const std::vector<TaskAnswer>& answers) {
  TaskCount count;
  for (const DueTask& task : tasks) {
    const auto answer = std::find_if(answers.begin(), answers.end(), [&](const TaskAnswer& each) { return each.key == task.key; });
    const bool answered = answer != answers.end();
    if (answered && answer->not_here) continue;
    ++count.due;
    if (!answered || !answer->done_on) continue;
    ++(*answer->done_on <= task.due ? count.in_time : count.late);
  }
  return count;
}

std::optional<Decimal> task_points(Decimal points, const TaskCount& count, Decimal late_share) {
  if (count.due == 0) return std::nullopt;
  const std::int64_t whole = k_percent * k_one;
  return part_of(points, count.in_time * whole + count.late * late_share.millionths(), count.due * whole);
}

PlaceScores computed_scores(store::Snapshot& reading, const Scoring& scoring, const Scheme& scheme, RegionCode region, std::int32_t year, const std::vector<TaskAnswer>& answers) {
  const plan::ReadingsView view(reading);
  const Period whole_year = Period::year(year);
  PlaceScores scores;
  for (const plan::Criterion& criterion : scheme.criteria) {
    CriterionScore score;
    score.criterion = criterion.key;
    score.full_points = criterion.points;
    const auto* row = criterion.indicator ? scoring.plan.find_indicator(*criterion.indicator) : nullptr;
    if (criterion.by == plan::ScoredBy::tasks) {
      const TaskCount count = count_tasks(tasks_due_in(scoring.plan, year), answers);
      score.tasks_due = count.due;
      score.tasks_in_time = count.in_time;
      score.tasks_late = count.late;
      score.computed = task_points(criterion.points, count, scheme.head.late_share);
    } else if (criterion.by != plan::ScoredBy::review && row != nullptr) {
      add_indicator(indicator_result(view, scoring, *row, region, whole_year), criterion, scheme.head.near_share, score);
    }
    scores.criteria.push_back(std::move(score));
  }
  return scores;
}

std::optional<Decimal> counted_points(const CriterionScore& score) { return score.points ? score.points : score.computed; }

// Points are bounded by the full mark of a plan that was checked, so these sums stay far within a Decimal.
Decimal sum_of(const PlaceScores& scores) {
  Decimal sum;
  for (const CriterionScore& score : scores.criteria) sum = sum.plus(counted_points(score).value_or(Decimal())).value();
  return sum;
}

Decimal computed_sum(const PlaceScores& scores) {
  Decimal sum;
  for (const CriterionScore& score : scores.criteria) sum = sum.plus(score.computed.value_or(Decimal())).value();
  return sum;
}

Decimal own_sum(const PlaceReport& report) {
  Decimal sum;
  for (const PlaceAnswer& answer : report.answers) sum = sum.plus(answer.own_points.value_or(Decimal())).value();
  return sum;
}

std::vector<std::int32_t> ranks_of(const std::vector<Decimal>& points) {
  std::vector<std::int32_t> ranks;
  for (const Decimal& own : points)
    ranks.push_back(1 + static_cast<std::int32_t>(std::count_if(points.begin(), points.end(), [&](const Decimal& other) { return other > own; })));
  return ranks;
}

}  // namespace laoyou::evaluation
