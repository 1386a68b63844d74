#include "app/demo_projects.h"

namespace laoyou::app {
namespace {

using registry::Construction;
using registry::ConstructionStage;

constexpr std::size_t k_one_in_unregistered = 5;
constexpr int k_percent_finished = 60;

ConstructionStage stage_of(int years_since_start, DemoChance& chance) {
  if (years_since_start < 0) return ConstructionStage::planned;
  if (years_since_start == 0 || !chance.percent(k_percent_finished)) return ConstructionStage::started;
  return chance.percent(50) ? ConstructionStage::finished : ConstructionStage::in_use;
}

std::optional<Fen> drawn(std::optional<Fen> planned, ConstructionStage stage, DemoChance& chance) {
  if (!planned || stage == ConstructionStage::planned) return std::nullopt;
  const std::int64_t percent = stage == ConstructionStage::started ? chance.between(20, 80) : 100;
  return planned->scaled(percent, 100, Rounding::half_up).value();
}

Construction work_of(const plan::Project& project, RegionCode region, DemoChance& chance) {
  const int year = chance.year(), first = project.start_year.value_or(year - 1);
  Construction work;
  work.region = project.region.value_or(region);
  work.project = plan::row_key(project);
  work.stage = stage_of(year - first, chance);
  work.invested = drawn(project.investment, work.stage, chance);
  if (work.stage >= ConstructionStage::started) work.started = chance.day_of(first);
  if (work.stage < ConstructionStage::finished) return work;
  work.finished = chance.day_of(first + 1);
  work.beds_added = project.beds;
  work.slots_added = project.slots;
  return work;
}

}  // namespace

std::vector<Construction> demo_works(const plan::Plan& plan, DemoChance& chance) {
  std::vector<Construction> works;
  std::size_t place = 0;
  for (const auto& row : plan.content.projects)
    if (++place % k_one_in_unregistered != 0) works.push_back(work_of(row.value, plan.content.head.value.region, chance));
  return works;
}

std::vector<registry::ConstructionStep> demo_steps(const Construction& work, int year) {
  if (work.stage != ConstructionStage::started) return {};
  const Date foundation = Date::from_calendar(year, 3, 31).value(), structure = Date::from_calendar(year, 6, 30).value(), seen = Date::from_calendar(year, 7, 20).value();
  registry::ConstructionStep step;
  step.region = work.region;
  step.construction = work.id;
  step.day = step.done.emplace(foundation);
  step.due = foundation;
  step.share_done_percent = 100;
  registry::ConstructionStep next = step;
  next.step = registry::ConstructionStepKind::structure;
  next.day = seen;
  next.done.reset();
  next.due = work.id.number % 3 == 0 ? structure : Date::from_calendar(year, 12, 31).value();
  next.share_done_percent = 50 + work.id.number % 5 * 10;
  return {step, next};
}

}  // namespace laoyou::app
