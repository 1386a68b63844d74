#include "procedures/engine.h"

namespace laoyou::procedures {
namespace {

Length extended(const Term& term, std::int32_t extensions) {
  Length within = term.within;
  if (term.extension) within.count += term.extension->by.count * extensions;
  return within;
}

/// So much earlier than the whole term: reminders count in the term's own unit, or by the clock.
std::optional<Instant> reminder(const Calendar& calendar, Length within, Length before, Instant started, std::span<const Stop> stops, Instant passes) {
  if (before.unit == within.unit) {
    if (before.count >= within.count) return started;
    return passes_at(calendar, {within.count - before.count, within.unit}, started, stops);
  }
  const std::int64_t unit_ms = before.unit == LengthUnit::minutes ? 60'000 : before.unit == LengthUnit::hours ? 3'600'000 : before.unit == LengthUnit::half_days ? 43'200'000 : 86'400'000;
  return passes.plus_milliseconds(-before.count * unit_ms);
}

void add_part(const Calendar& calendar, const State& state, const Part& part, const PartState& now, std::vector<Deadline>& all) {
  if (!part.term || !now.decision.empty() || now.passed) return;
  const Instant started = part.term->from_submission ? *state.submitted : now.started;
  const Length within = extended(*part.term, now.extensions);
  const auto passes = passes_at(calendar, within, started, state.stops);
  if (!passes) return;
  all.push_back({Act::pass, part.key, *passes});
  if (!part.term->remind || now.reminded) return;
  if (const auto at = reminder(calendar, within, *part.term->remind, started, state.stops, *passes)) all.push_back({Act::remind, part.key, std::min(*at, *passes)});
}

}  // namespace

std::vector<Deadline> deadlines(const Procedure& procedure, const Calendar& calendar, const State& state) {
  std::vector<Deadline> all;
  const Step* step = procedure.find_step(state.step);
  if (state.phase == Phase::asked) all.push_back({Act::pass, "", *passes_at(calendar, step->asking->within, state.stops.back().from, {})});
  if (state.phase == Phase::ended && procedure.rating && state.rated && state.rating <= procedure.rating->low && !state.called_back)
    all.push_back({Act::pass, "call_back", *passes_at(calendar, procedure.rating->call_back, *state.rated, {})});
  if (state.phase != Phase::running) return all;
  if (step->notice) {
    if (const auto passes = passes_at(calendar, step->notice->within, state.parts.front().started, state.stops)) all.push_back({Act::pass, step->key, *passes});
    return all;
  }
  for (const PartState& now : state.parts)
    if (const Part* part = step->find_part(now.part)) add_part(calendar, state, *part, now, all);
  return all;
}

}  // namespace laoyou::procedures
