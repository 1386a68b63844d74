#include "app/dispatch_roster.h"

#include <time.h>

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "app/engine_command.h"
#include "engines/dispatch/duty/duty_json.h"
#include "engines/dispatch/duty/nrp_series.h"
#include "engines/dispatch/format/plan_json.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;
namespace duty = dispatch::duty;

constexpr std::string_view k_usage =
    "laoyou dispatch roster IN.json [--seconds S | --iterations N] [--seed K] [--clock wall|cpu] [--check PLAN.json]\n"
    "laoyou dispatch roster --format nrp FILE [--seconds S | --iterations N] [--seed K] [--clock wall|cpu]\n";

constexpr double k_default_s = 10;
constexpr double k_longest_s = 1e6;
constexpr std::int64_t k_most_steps = 1'000'000'000'000;

int say(const Refusals& refusals, std::ostream& err) {
  err << json::serialize(json::object{{"refused", dispatch::write_refusals(refusals)}}) << "\n";
  return 1;
}

Result<std::string> text_of(const std::string& name, std::istream& in) {
  if (name != "-") return read_whole_file(name);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

double seconds_now(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

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
  if (Refusals contradictions = duty::find_contradictions(problem); !contradictions.empty()) return say(contradictions, err);
  const auto text = text_of(name, in);
  if (!text) return say({text.error()}, err);
  const auto plan = duty::read_plan(problem, *text);
  if (!plan) return say(plan.error(), err);
  return print(problem, *plan, duty::check(problem, *plan), {}, out);
}

int solve_roster(const duty::Problem& problem, const Options& options, std::ostream& out, std::ostream& err) {
  const auto seconds = number_between<double>(options, "seconds", 0, k_longest_s);
  const auto steps = number_between<std::int64_t>(options, "iterations", 0, k_most_steps);
  const auto seed = number_option<std::uint64_t>(options, "seed");
  Refusals wrong;
  if (!seconds) wrong.push_back(seconds.error());
  if (!steps) wrong.push_back(steps.error());
  if (!seed) wrong.push_back(seed.error());
  if (!wrong.empty()) return say(wrong, err);
  const clockid_t clock = options.value("clock") == "cpu" ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
  const double start_s = seconds_now(clock), allowed_s = seconds->value_or(k_default_s);
  duty::SolveOptions search;
  search.seed = seed->value_or(1);
  search.steps = steps->value_or(k_most_steps);
  if (!*steps) search.elapsed_share = [=] { return allowed_s > 0 ? (seconds_now(clock) - start_s) / allowed_s : 1.0; };
  const auto answer = duty::solve(problem, search);
  if (!answer) return say(answer.error(), err);
  return print(problem, answer->plan, answer->judgement, {{"iterations", answer->steps}, {"seconds", seconds_now(clock) - start_s}}, out);
}

}  // namespace

int dispatch_roster(Words words, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"seconds", "iterations", "seed", "clock", "check", "format"}, {});
  const auto is_word = [&](const char* name, std::initializer_list<std::string_view> known) {
    const auto value = options->value(name);
    return !value || std::find(known.begin(), known.end(), *value) != known.end();
  };
  if (!options || options->words().size() != 1 || !is_word("format", {"nrp"}) || !is_word("clock", {"wall", "cpu"}) || (options->has("seconds") && options->has("iterations"))) {
    err << k_usage;
    return 2;
  }
  const auto text = text_of(options->words()[0], in);
  if (!text) return say({text.error()}, err);
  const auto problem = read(*options, *text);
  if (!problem) return say(problem.error(), err);
  if (const auto plan = options->value("check")) return check_roster(*problem, *plan, in, out, err);
  return solve_roster(*problem, *options, out, err);
}

}  // namespace laoyou::app
