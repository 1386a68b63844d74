#include "app/dispatch_command.h"

#include <istream>
#include <optional>
#include <ostream>
#include <sstream>

#include "app/dispatch_roster.h"
#include "app/dispatch_words.h"
#include "app/engine_command.h"
#include "engines/dispatch/format/events_json.h"
#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/plan_json.h"
#include "engines/dispatch/format/problem_json.h"
#include "engines/dispatch/format/public_series.h"
#include "engines/dispatch/format/solomon.h"
#include "engines/dispatch/single/genetic_search.h"
#include "engines/dispatch/single/lower_bound.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;
using namespace dispatch;  // NOLINT: this file is the face of that one room

constexpr std::string_view k_usage =
    "laoyou dispatch solve IN.json [--seconds S | --iterations N] [--seed K] [--threads T] [--searches M] [--start PLAN.json]\n"
    "                      [--clock wall|cpu] [--reasons CARERS] [--choices] [--quiet]\n"
    "laoyou dispatch solve --format solomon|hhcrsp|vrptwsyn FILE [--seconds S | --iterations N] [--seed K] [--clock wall|cpu] [--bound]\n"
    "laoyou dispatch check IN.json OUT.json\n"
    "laoyou dispatch replan IN.json PLAN.json EVENTS.json [the options of solve] [--day DAY.json]\n"
    "laoyou dispatch roster IN.json [--seconds S | --iterations N] [--seed K] [--threads T] [--clock wall|cpu] [--check PLAN.json]\n"
    "laoyou dispatch roster --format nrp FILE [--seconds S | --iterations N] [--seed K] [--threads T] [--clock wall|cpu]\n";

constexpr double k_default_s = 10;
constexpr double k_default_replan_s = 1.5;
constexpr std::size_t k_usual_reasons = 5;
constexpr std::size_t k_most_reasons = 10'000;
constexpr std::int64_t k_largest_without_asking = 300;  // stops for which the cubic bound takes no noticeable time

/// What a command was asked, its words sound.
struct Asked {
  Options options;
  Effort effort;
  std::size_t most_carers = k_usual_reasons;

  bool quiet() const { return options.has("quiet"); }
  const std::string& file(std::size_t i) const { return options.words()[i]; }

  static CheckedResult<Asked> read(Words words, std::size_t files, double default_s) {
    const auto options = Options::read(words, {"seconds", "iterations", "seed", "threads", "searches", "start", "clock", "reasons", "format", "day"}, {"choices", "quiet", "bound"});
    if (!options) return Refusals{options.error()};
    Refusals wrong;
    auto effort = take(Effort::read(*options, default_s), wrong);
    const auto reasons = number_between<std::size_t>(*options, "reasons", 0, k_most_reasons);
    if (!reasons) wrong.push_back(reasons.error());
    if (options->words().size() != files) wrong.push_back(refuse("dispatch.words.files", {std::to_string(files)}));
    const std::string format = options->value("format").value_or("solomon");
    if (format != "solomon" && format != "hhcrsp" && format != "vrptwsyn") wrong.push_back(refuse("option.unknown_value", {"format", format, "solomon, hhcrsp, vrptwsyn"}));
    if (!wrong.empty()) return wrong;
    return Asked{*options, *effort, reasons->value_or(k_usual_reasons)};
  }
};

void print(std::ostream& out, const json::value& value) { out << json::serialize(value) << "\n"; }

template <class Value>
CheckedResult<Value> listed(Result<Value> result) {
  if (!result) return Refusals{result.error()};
  return std::move(*result);
}

/// The problem of a file, free of contradictions where `sound`.
CheckedResult<Problem> problem_of(const std::string& name, std::istream& in, bool sound) {
  const auto text = dispatch_text(name, in);
  if (!text) return Refusals{text.error()};
  auto problem = read_problem(*text);
  if (!problem || !sound) return problem;
  if (Refusals contradictions = find_contradictions(*problem); !contradictions.empty()) return contradictions;
  return problem;
}

CheckedResult<json::value> json_of(const std::string& name, std::istream& in) {
  const auto text = dispatch_text(name, in);
  if (!text) return Refusals{text.error()};
  return parse_json(*text);
}

SolveOptions options_of(const Asked& asked, const Stopwatch& watch, const Plan* start, std::ostream& err) {
  SolveOptions options;
  options.iterations = asked.effort.most_steps();
  options.elapsed_share = asked.effort.elapsed_share(watch);
  options.seed = asked.effort.seed;
  options.threads = asked.effort.threads;
  options.searches = asked.effort.searches;
  options.start = start;
  if (!asked.quiet())
    options.progress = [&err](const Progress& progress) {
      print(err, json::object{{"iterations", progress.iterations}, {"levels", json::value_from(progress.levels)}});
    };
  return options;
}

json::object told(const Problem& problem, const Answer& answer, const Asked& asked) {
  const auto explanations = asked.most_carers == 0 ? std::vector<Explanation>{} : explain_unserved(problem, answer.plan, asked.most_carers);
  const auto choices = asked.options.has("choices") ? explain_served(problem, answer.plan) : std::vector<Choice>{};
  return write_answer(problem, answer, explanations, choices);
}

int solve_solomon(const std::string& text, const Asked& asked, std::ostream& out, std::ostream& err) {
  std::istringstream in(text);
  const auto instance = read_solomon(in);
  if (!instance) return say_as_json({instance.error()}, err);
  const Stopwatch watch(asked.effort.cpu, asked.effort.threads);
  single::SearchSettings settings;
  settings.seed = asked.effort.seed;
  single::SearchLimits limits;
  limits.iterations = asked.effort.most_steps();
  if (const auto share = asked.effort.elapsed_share(watch)) limits.stop = [share] { return share() >= 1; };
  const auto best = single::search(*instance, settings, limits);
  if (!best) return say_as_json({refuse("dispatch.nothing_feasible_found")}, err);
  json::array routes;
  for (const auto& route : best->routes) routes.push_back(json::value_from(route));
  json::object root{{"cost", static_cast<double>(best->distance) / 10}, {"vehicles", best->routes.size()}, {"routes", std::move(routes)}};
  if (asked.options.has("bound") || instance->stops() <= k_largest_without_asking) {
    const std::int64_t bound = single::lower_bound(*instance);
    root["bound"] = static_cast<double>(bound) / 10;
    root["gap_percent"] = bound == 0 ? 0 : 100 * static_cast<double>(best->distance - bound) / static_cast<double>(bound);
  }
  root["seconds"] = watch.elapsed_s();
  print(out, root);
  return 0;
}

int solve_series(const CheckedResult<Problem>& problem, double scale, const Asked& asked, std::ostream& out, std::ostream& err) {
  if (!problem) return say_as_json(problem.error(), err);
  const Stopwatch watch(asked.effort.cpu, asked.effort.threads);
  SolveOptions options = options_of(asked, watch, nullptr, err);
  options.progress = nullptr;
  const auto answer = dispatch::solve(*problem, options);
  if (!answer) return say_as_json(answer.error(), err);
  json::array routes;
  for (const TimedRoute& route : answer->judgement.routes) {
    if (route.stops.empty()) continue;
    json::array stops;
    for (const TimedStop& stop : route.stops) stops.push_back(json::value(problem->visits[static_cast<std::size_t>(stop.visit)].id));
    routes.push_back(std::move(stops));
  }
  json::object root{{"cost", static_cast<double>(answer->levels.back()) / scale}, {"vehicles", routes.size()}, {"routes", std::move(routes)}, {"unserved", answer->judgement.unserved.size()}};
  root["seconds"] = watch.elapsed_s();
  print(out, root);
  return 0;
}

int solve_day(const Asked& asked, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto problem = problem_of(asked.file(0), in, false);
  if (!problem) return say_as_json(problem.error(), err);
  const Stopwatch watch(asked.effort.cpu, asked.effort.threads);
  std::optional<Plan> start;
  if (const auto name = asked.options.value("start")) {
    const auto file = json_of(*name, in);
    if (!file) return say_as_json(file.error(), err);
    auto plan = read_plan(*problem, *file, Unknown::skip);
    if (!plan) return say_as_json(plan.error(), err);
    start = std::move(*plan);
  }
  const auto answer = dispatch::solve(*problem, options_of(asked, watch, start ? &*start : nullptr, err));
  if (!answer) return say_as_json(answer.error(), err);
  json::object root = told(*problem, *answer, asked);
  root["seconds"] = watch.elapsed_s();
  print(out, root);
  return 0;
}

int solve_command(const Asked& asked, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto format = asked.options.value("format");
  if (!format) return solve_day(asked, in, out, err);
  const auto text = dispatch_text(asked.file(0), in);
  if (!text) return say_as_json({text.error()}, err);
  std::istringstream stream(*text);
  if (*format == "hhcrsp") return solve_series(listed(read_hhcrsp(stream)), 3.0 * k_hhcrsp_scale, asked, out, err);
  if (*format == "vrptwsyn") return solve_series(listed(read_vrptwsyn(stream)), 1, asked, out, err);
  return solve_solomon(*text, asked, out, err);
}

int check_command(const Asked& asked, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto problem = problem_of(asked.file(0), in, true);
  if (!problem) return say_as_json(problem.error(), err);
  const auto file = json_of(asked.file(1), in);
  if (!file) return say_as_json(file.error(), err);
  const auto plan = read_plan(*problem, *file, Unknown::refuse);
  if (!plan) return say_as_json(plan.error(), err);
  const Judgement judgement = check(*problem, *plan);
  Refusals broken = refusals_in_file(*problem, judgement.broken, *file);
  for (Refusal& claim : compare_claims(*file, judgement)) broken.push_back(std::move(claim));
  json::object terms;
  for (std::size_t i = 0; i < k_terms; ++i) terms[name_of(static_cast<Term>(i))] = judgement.terms[i];
  print(out, json::object{{"valid", broken.empty()}, {"broken", write_refusals(broken)}, {"terms", std::move(terms)}, {"levels", json::value_from(problem->objective.values(judgement.terms))}, {"unserved", judgement.unserved.size()}});
  return broken.empty() ? 0 : 1;
}

/// The day after the events of the third file, for the plan of the second.
CheckedResult<RunningDay> rest_of_day(const Problem& problem, const Asked& asked, std::istream& in) {
  const auto file = json_of(asked.file(1), in);
  if (!file) return file.error();
  const auto plan = read_plan(problem, *file, Unknown::refuse);
  if (!plan) return plan.error();
  const auto text = dispatch_text(asked.file(2), in);
  if (!text) return Refusals{text.error()};
  const auto events = read_events(problem, *text);
  if (!events) return events.error();
  return after_events(problem, *plan, *events);
}

json::array write_changed(const Problem& problem, const Judgement& judgement) {
  const auto carer = [&](int index) { return index == k_none ? json::value(nullptr) : json::value(problem.carers[static_cast<std::size_t>(index)].id); };
  json::array changed;
  for (const BrokenPromise& broken : broken_promises(problem, judgement)) {
    json::object one{{"visit", problem.visits[static_cast<std::size_t>(broken.visit)].id}, {"promised_carer", carer(broken.promised_carer)}, {"carer", carer(broken.carer)}, {"promised_start_s", broken.promised_start_s}};
    if (broken.carer != k_none) one["start_s"] = broken.start_s;
    changed.push_back(std::move(one));
  }
  return changed;
}

int replan_command(const Asked& asked, std::istream& in, std::ostream& out, std::ostream& err) {
  const Stopwatch watch(asked.effort.cpu, asked.effort.threads);
  const auto problem = problem_of(asked.file(0), in, true);
  if (!problem) return say_as_json(problem.error(), err);
  const auto day = rest_of_day(*problem, asked, in);
  if (!day) return say_as_json(day.error(), err);
  if (const auto name = asked.options.value("day")) {
    const auto written = write_whole_file(*name, json::serialize(write_problem(day->problem)) + "\n");
    if (!written) return say_as_json({written.error()}, err);
  }
  const auto answer = dispatch::solve(day->problem, options_of(asked, watch, &day->start, err));
  if (!answer) return say_as_json(answer.error(), err);
  const double found_s = watch.elapsed_s();
  json::object root = told(day->problem, *answer, asked);
  root["changed_promises"] = write_changed(day->problem, answer->judgement);
  root["seconds"] = found_s;
  print(out, root);
  return 0;
}

int misused(const Refusals& wrong, std::ostream& err) {
  say_refused(wrong, err);
  err << k_usage;
  return 2;
}

}  // namespace

int dispatch_command(std::span<const std::string_view> arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  const std::string_view verb = arguments.empty() ? "" : arguments[0];
  const Words rest = arguments.empty() ? arguments : arguments.subspan(1);
  if (verb == "roster") {
    const auto words = RosterWords::read(rest);
    return words ? dispatch_roster(*words, in, out, err) : misused(words.error(), err);
  }
  const std::size_t files = verb == "solve" ? 1 : verb == "check" ? 2 : verb == "replan" ? 3 : 0;
  if (files == 0) return misused({}, err);
  const auto asked = Asked::read(rest, files, verb == "replan" ? k_default_replan_s : k_default_s);
  if (!asked) return misused(asked.error(), err);
  if (verb == "solve") return solve_command(*asked, in, out, err);
  return verb == "check" ? check_command(*asked, in, out, err) : replan_command(*asked, in, out, err);
}

}  // namespace laoyou::app
