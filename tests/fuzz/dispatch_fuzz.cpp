// Any text as each file that dispatch reads: refused with words and a place, or taken and then solved, checked, explained and read back.
#include <cstdint>
#include <sstream>

#include "base/messages.h"
#include "engines/dispatch/explain.h"
#include "engines/dispatch/format/events_json.h"
#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/plan_json.h"
#include "engines/dispatch/format/problem_json.h"
#include "engines/dispatch/format/public_series.h"
#include "engines/dispatch/format/solomon.h"
#include "engines/dispatch/replan.h"
#include "engines/dispatch/single/lower_bound.h"
#include "engines/dispatch/solve.h"
#include "engines/roster/json.h"
#include "engines/roster/nrp_series.h"
#include "require.h"

namespace {

using namespace laoyou;
using namespace laoyou::dispatch;

constexpr std::size_t k_most_visits = 60;  // more is read, but not solved: the readers are what is tried here
constexpr std::size_t k_most_shifts = 60;

constexpr std::string_view k_day = R"({"format":"laoyou.dispatch.problem","version":1,"skills":["bathing"],"places":[{"id":"h"},{"id":"a","x_m":900}],
  "modes":[{"id":"foot","metres_per_hour":4000}],"persons":[{"id":"p"}],"carers":[{"id":"c1","mode":"foot","skills":[{"skill":"bathing"}]},{"id":"c2","mode":"foot"}],
  "shifts":[{"carer":"c1","begins_s":28800,"ends_s":61200,"start_place":"h","end_place":"h","break":{"opens_s":39600,"closes_s":46800,"length_s":1800}},
            {"carer":"c2","begins_s":28800,"ends_s":61200,"start_place":"h"}],
  "visits":[{"id":"v1","place":"a","person":"p","length_s":1800,"windows":[{"opens_s":30000,"closes_s":40000}]},
            {"id":"v2","place":"a","length_s":1800,"carers":2,"windows":[{"opens_s":36000,"closes_s":50000}]}]})";

void require_words(const Refusal& refusal) {
  require(has_message(refusal.code));
  (void)message(refusal, Language::zh);
}

void require_words(const Refusals& refusals) {
  require(!refusals.empty());
  for (const Refusal& refusal : refusals) {
    require_words(refusal);
    require(refusal.place.empty() || refusal.place.starts_with('/'));
  }
}

CheckedResult<Answer> solve_shortly(const Problem& problem, const Plan* start = nullptr) {
  SolveOptions options;
  options.iterations = 4;
  options.start = start;
  return solve(problem, options);
}

/// Each visit stands in one route or in the unserved list, and the answer is accepted back.
void require_sound(const Problem& problem, const Answer& answer) {
  std::size_t told = answer.judgement.unserved.size();
  for (const auto& route : answer.plan.routes)
    for (int stop : route) told += stop != k_break;
  require(told == problem.visits.size());
  require(check(problem, answer.plan).valid());
  const auto written = write_answer(problem, answer, explain_unserved(problem, answer.plan, 2), explain_served(problem, answer.plan));
  const auto back = read_plan(problem, boost::json::value(written), Unknown::refuse);
  require(back && compare_claims(boost::json::value(written), check(problem, *back)).empty());
}

void take_day(const Problem& problem) {
  if (problem.visits.size() > k_most_visits || problem.shifts.size() > k_most_shifts) return;
  const auto answer = solve_shortly(problem);
  if (!answer) return require_words(answer.error());
  for (const Unservable& unservable : answer->unservable) require_words(unservable.reason);
  require_sound(problem, *answer);
}

void take_problem(std::string_view text) {
  const auto problem = read_problem(text);
  if (!problem) return require_words(problem.error());
  const auto written = write_problem(*problem);
  const auto again = read_problem(boost::json::value(written));
  require(again && write_problem(*again) == written);
  take_day(*problem);
}

void take_plan(const Problem& day, std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return require_words(value.error());
  for (const Unknown unknown : {Unknown::refuse, Unknown::skip}) {
    const auto plan = read_plan(day, *value, unknown);
    if (!plan) {
      require_words(plan.error());
      continue;
    }
    for (const Broken& broken : check(day, *plan).broken) require_words(refusal_of(day, broken));
    for (const Refusal& claim : compare_claims(*value, check(day, *plan))) require_words(claim);
    require_sound(day, *solve_shortly(day, &*plan));
  }
}

void take_events(const Problem& day, const Plan& published, std::string_view text) {
  const auto events = read_events(day, text);
  if (!events) return require_words(events.error());
  const auto rest = after_events(day, published, *events);
  if (!rest) return require_words(rest.error());
  const auto answer = solve_shortly(rest->problem, &rest->start);
  if (!answer) return require_words(answer.error());
  require_sound(rest->problem, *answer);
  broken_promises(rest->problem, answer->judgement);
}

void take_series(const std::string& text) {
  for (const auto& read : {read_hhcrsp, read_vrptwsyn}) {
    std::istringstream in(text);
    const auto problem = read(in);
    if (problem)
      take_day(*problem);
    else
      require_words(problem.error());
  }
  std::istringstream in(text);
  const auto instance = read_solomon(in);
  if (!instance) return require_words(instance.error());  // its place is a line
  if (instance->stops() <= static_cast<int>(k_most_visits)) require(single::lower_bound(*instance) >= 0);
}

/// A duty roster is solved, judged by its own judge inside solve(), written and read back.
void take_roster(const roster::Problem& problem) {
  if (problem.carers.size() > k_most_visits || problem.days > static_cast<int>(k_most_shifts)) return;
  roster::SolveOptions options;
  options.steps = 20;
  const auto answer = roster::solve(problem, options);
  if (!answer) return require_words(answer.error());
  for (const roster::Broken& broken : answer->judgement.broken) require_words(roster::refusal_of(problem, broken));
  const auto back = roster::read_plan(problem, boost::json::serialize(roster::write_answer(problem, answer->plan, answer->judgement)));
  require(back ? back->days == answer->plan.days : problem.carers.empty());
}

void take_rosters(const std::string& text) {
  const auto problem = roster::read_problem(text);
  if (problem)
    take_roster(*problem);
  else
    require_words(problem.error());
  std::istringstream in(text);
  const auto series = roster::read_nrp(in);
  if (!series) return require_words(series.error());  // its place is a line
  take_roster(*series);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Problem day = read_problem(k_day).value();
  static const Plan published = solve_shortly(day)->plan;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  take_problem(text);
  take_plan(day, text);
  take_events(day, published, text);
  take_series(std::string(text));
  take_rosters(std::string(text));
  return 0;
}
