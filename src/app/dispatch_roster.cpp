#include "app/dispatch_roster.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>
#include <thread>

#include "app/dispatch_words.h"
#include "engines/roster/json.h"
#include "engines/roster/nrp_series.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;
namespace duty = roster;

constexpr double k_default_s = 10;
constexpr int k_most_threads_unasked = 4;

CheckedResult<duty::Problem> read(const Options& options, const std::string& text) {
  if (!options.has("format")) return duty::read_problem(text);
  std::istringstream in(text);
  auto problem = duty::read_nrp(in);
  if (!problem) return Refusals{problem.error()};
  return std::move(*problem);
}

int print(const duty::Problem& problem, const duty::Plan& plan, const duty::Judgement& judgement, json::object extra, std::ostream& out) {
  json::object root = duty::write_answer(problem, plan, judgement);
  for (auto& entry : extra) root[entry.key()] = std::move(entry.value());
  out << json::serialize(root) << "\n";
  return judgement.valid() ? 0 : 1;
}

int check_roster(const duty::Problem& problem, const std::string& name, std::istream& in, std::ostream& out, std::ostream& err) {
  if (Refusals contradictions = duty::find_contradictions(problem); !contradictions.empty()) return say_as_json(contradictions, err);
  const auto text = dispatch_text(name, in);
  if (!text) return say_as_json({text.error()}, err);
  const auto plan = duty::read_plan(problem, *text);
  if (!plan) return say_as_json(plan.error(), err);
  return print(problem, *plan, duty::check(problem, *plan), {}, out);
}

int solve_roster(const duty::Problem& problem, const Effort& effort, std::ostream& out, std::ostream& err) {
  const Stopwatch watch(effort.cpu, effort.threads);
  duty::SolveOptions options;
  options.steps = effort.most_steps();
  options.elapsed_share = effort.elapsed_share(watch);
  options.seed = effort.seed;
  options.threads = effort.threads;
  const auto answer = duty::solve(problem, options);
  if (!answer) return say_as_json(answer.error(), err);
  json::object extra{{"iterations", answer->steps}, {"seconds", watch.elapsed_s()}};
  extra["bound"] = answer->bound ? json::value(*answer->bound) : json::value();
  return print(problem, answer->plan, answer->judgement, std::move(extra), out);
}

}  // namespace

CheckedResult<RosterWords> RosterWords::read(Words words) {
  Refusals wrong;
  const auto options = Options::read(words, {"seconds", "iterations", "seed", "threads", "clock", "check", "format"}, {});
  if (!options) return Refusals{options.error()};
  auto effort = take(Effort::read(*options, k_default_s), wrong);
  // Rosters do not depend on the number of threads, so all processors may help.
  if (effort && !options->has("threads")) effort->threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, k_most_threads_unasked);
  if (options->words().size() != 1) wrong.push_back(refuse("dispatch.words.files", {"1"}));
  if (const auto format = options->value("format"); format && *format != "nrp") wrong.push_back(refuse("option.unknown_value", {"format", *format, "nrp"}));
  if (!wrong.empty()) return wrong;
  return RosterWords{*options, *effort};
}

int dispatch_roster(const RosterWords& words, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto text = dispatch_text(words.options.words()[0], in);
  if (!text) return say_as_json({text.error()}, err);
  const auto problem = read(words.options, *text);
  if (!problem) return say_as_json(problem.error(), err);
  if (const auto plan = words.options.value("check")) return check_roster(*problem, *plan, in, out, err);
  return solve_roster(*problem, words.effort, out, err);
}

}  // namespace laoyou::app
