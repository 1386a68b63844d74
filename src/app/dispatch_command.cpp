#include "app/dispatch_command.h"

#include <time.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <istream>
#include <map>
#include <ostream>
#include <sstream>

#include "app/dispatch_roster.h"
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
    "laoyou dispatch roster IN.json [--seconds S | --iterations N] [--seed K] [--clock wall|cpu] [--check PLAN.json]\n"
    "laoyou dispatch roster --format nrp FILE [--seconds S | --iterations N] [--seed K] [--clock wall|cpu]\n";

constexpr double k_default_s = 10;
constexpr double k_default_replan_s = 1.5;
constexpr std::int64_t k_largest_without_asking = 300;  // stops for which the cubic bound takes no noticeable time

/// The words were wrong.
struct Misuse {
  std::string why;
};

/// The input was refused.
struct Refused {
  Refusals refusals;
};

class Arguments {
 public:
  explicit Arguments(std::span<const std::string_view> words) {
    static constexpr std::array<std::string_view, 10> valued = {"--seconds", "--iterations", "--seed", "--threads", "--searches", "--start", "--clock", "--reasons", "--format", "--day"};
    static constexpr std::array<std::string_view, 3> plain = {"--choices", "--quiet", "--bound"};
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].starts_with("--")) {
        files_.emplace_back(words[i]);
      } else if (std::find(plain.begin(), plain.end(), words[i]) != plain.end()) {
        values_[std::string(words[i])] = "";
      } else if (std::find(valued.begin(), valued.end(), words[i]) != valued.end() && i + 1 < words.size()) {
        values_[std::string(words[i])] = std::string(words[i + 1]);
        ++i;
      } else {
        throw Misuse{std::string(words[i])};
      }
    }
  }
  const std::vector<std::string>& files() const { return files_; }
  bool has(const std::string& name) const { return values_.contains(name); }
  std::string text(const std::string& name, const std::string& absent) const { return has(name) ? values_.at(name) : absent; }
  template <class Number>
  Number number(const std::string& name, Number absent, Number least, Number most) const {
    if (!has(name)) return absent;
    const std::string& text = values_.at(name);
    Number value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most)) throw Misuse{name + " " + text};
    return value;
  }

 private:
  std::vector<std::string> files_;
  std::map<std::string, std::string> values_;
};

/// The clock of a run: wall time, or processor time of the process shared by its threads.
class Stopwatch {
 public:
  Stopwatch(bool cpu, int threads) : clock_(cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC), threads_(cpu ? threads : 1), start_s_(now()) {}
  double elapsed_s() const { return (now() - start_s_) / threads_; }

 private:
  double now() const {
    timespec time{};
    clock_gettime(clock_, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }
  clockid_t clock_;
  double threads_;
  double start_s_;
};

std::string read_file(const std::string& name, std::istream& in) {
  std::ostringstream text;
  if (name == "-") {
    text << in.rdbuf();
    return text.str();
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) throw Refused{{{"file.unreadable", name, {}}}};
  text << file.rdbuf();
  return text.str();
}

template <class Value>
Value need(CheckedResult<Value> result) {
  if (!result) throw Refused{result.error()};
  return std::move(*result);
}

template <class Value>
Value need(Result<Value> result) {
  if (!result) throw Refused{{result.error()}};
  return std::move(*result);
}

/// How long and how to search, from the words.
struct Effort {
  Effort(const Arguments& arguments, double default_s)
      : threads(arguments.number<int>("--threads", 1, 1, 256)),
        seconds(arguments.number<double>("--seconds", default_s, 0.0, 1e6)),
        watch(clock_of(arguments), threads) {
    if (arguments.has("--seconds") && arguments.has("--iterations")) throw Misuse{"--seconds --iterations"};
    by_iterations = arguments.has("--iterations");
    options.iterations = by_iterations ? arguments.number<std::int64_t>("--iterations", 0, 0, 1'000'000'000'000) : 1'000'000'000'000;
    options.seed = arguments.number<std::uint64_t>("--seed", 1, 0, UINT64_MAX);
    options.threads = threads;
    options.searches = arguments.number<int>("--searches", by_iterations ? 1 : threads, 1, 1024);
    if (!by_iterations) options.elapsed_share = [this] { return seconds > 0 ? watch.elapsed_s() / seconds : 1.0; };
  }
  Effort(const Effort&) = delete;
  Effort& operator=(const Effort&) = delete;

  static bool clock_of(const Arguments& arguments) {
    const std::string name = arguments.text("--clock", "wall");
    if (name != "wall" && name != "cpu") throw Misuse{"--clock " + name};
    return name == "cpu";
  }

  int threads;
  double seconds;
  Stopwatch watch;
  bool by_iterations = false;
  SolveOptions options;
};

void print(std::ostream& out, const json::value& value) { out << json::serialize(value) << "\n"; }

void report_progress(SolveOptions& options, const Arguments& arguments, std::ostream& err) {
  if (arguments.has("--quiet")) return;
  options.progress = [&err](const Progress& progress) {
    print(err, json::object{{"iterations", progress.iterations}, {"levels", json::value_from(progress.levels)}});
  };
}

Answer solve_and_print(const Problem& problem, Effort& effort, const Arguments& arguments, json::object extra, std::ostream& out) {
  Answer answer = need(dispatch::solve(problem, effort.options));
  const auto most_carers = arguments.number<std::size_t>("--reasons", 5, 0, 10'000);
  const auto explanations = most_carers == 0 ? std::vector<Explanation>{} : explain_unserved(problem, answer.plan, most_carers);
  const auto choices = arguments.has("--choices") ? explain_served(problem, answer.plan) : std::vector<Choice>{};
  json::object root = write_answer(problem, answer, explanations, choices);
  for (auto& entry : extra) root[entry.key()] = std::move(entry.value());
  root["seconds"] = effort.watch.elapsed_s();
  print(out, root);
  return answer;
}

void solve_solomon(const std::string& text, const Arguments& arguments, std::ostream& out) {
  std::istringstream in(text);
  const single::Instance instance = need(read_solomon(in));
  Effort effort(arguments, k_default_s);
  single::SearchSettings settings;
  settings.seed = effort.options.seed;
  single::SearchLimits limits;
  limits.iterations = effort.options.iterations;
  if (!effort.by_iterations) limits.stop = [&effort] { return effort.options.elapsed_share() >= 1; };
  const auto best = single::search(instance, settings, limits);
  if (!best) throw Refused{{refuse("dispatch.nothing_feasible_found")}};
  json::array routes;
  for (const auto& route : best->routes) routes.push_back(json::value_from(route));
  json::object root{{"cost", static_cast<double>(best->distance) / 10}, {"vehicles", best->routes.size()}, {"routes", std::move(routes)}};
  if (arguments.has("--bound") || instance.stops() <= k_largest_without_asking) {
    const std::int64_t bound = single::lower_bound(instance);
    root["bound"] = static_cast<double>(bound) / 10;
    root["gap_percent"] = bound == 0 ? 0 : 100 * static_cast<double>(best->distance - bound) / static_cast<double>(bound);
  }
  root["seconds"] = effort.watch.elapsed_s();
  print(out, root);
}

void solve_series(const Problem& problem, double scale, const Arguments& arguments, std::ostream& out) {
  Effort effort(arguments, k_default_s);
  const Answer answer = need(dispatch::solve(problem, effort.options));
  json::array routes;
  for (const TimedRoute& route : answer.judgement.routes) {
    if (route.stops.empty()) continue;
    json::array stops;
    for (const TimedStop& stop : route.stops) stops.push_back(json::value(problem.visits[static_cast<std::size_t>(stop.visit)].id));
    routes.push_back(std::move(stops));
  }
  json::object root{{"cost", static_cast<double>(answer.levels.back()) / scale}, {"vehicles", routes.size()}, {"routes", std::move(routes)}, {"unserved", answer.judgement.unserved.size()}};
  root["seconds"] = effort.watch.elapsed_s();
  print(out, root);
}

int solve_command(const Arguments& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  if (arguments.files().size() != 1) throw Misuse{"solve"};
  const std::string text = read_file(arguments.files()[0], in);
  const std::string format = arguments.text("--format", "");
  std::istringstream stream(text);
  if (format == "solomon") {
    solve_solomon(text, arguments, out);
  } else if (format == "hhcrsp") {
    solve_series(need(read_hhcrsp(stream)), 3.0 * k_hhcrsp_scale, arguments, out);
  } else if (format == "vrptwsyn") {
    solve_series(need(read_vrptwsyn(stream)), 1, arguments, out);
  } else if (format.empty()) {
    const Problem problem = need(read_problem(text));
    Effort effort(arguments, k_default_s);
    report_progress(effort.options, arguments, err);
    Plan start;
    if (arguments.has("--start")) {
      start = need(read_plan(problem, need(parse_json(read_file(arguments.text("--start", ""), in))), Unknown::skip));
      effort.options.start = &start;
    }
    solve_and_print(problem, effort, arguments, {}, out);
  } else {
    throw Misuse{"--format " + format};
  }
  return 0;
}

int check_command(const Arguments& arguments, std::istream& in, std::ostream& out) {
  if (arguments.files().size() != 2) throw Misuse{"check"};
  const Problem problem = need(read_problem(read_file(arguments.files()[0], in)));
  if (Refusals contradictions = find_contradictions(problem); !contradictions.empty()) throw Refused{std::move(contradictions)};
  const json::value file = need(parse_json(read_file(arguments.files()[1], in)));
  const Plan plan = need(read_plan(problem, file, Unknown::refuse));
  const Judgement judgement = check(problem, plan);
  Refusals broken = refusals_in_file(problem, judgement.broken, file);
  for (Refusal& claim : compare_claims(file, judgement)) broken.push_back(std::move(claim));
  json::object terms;
  for (std::size_t i = 0; i < k_terms; ++i) terms[name_of(static_cast<Term>(i))] = judgement.terms[i];
  print(out, json::object{{"valid", broken.empty()}, {"broken", write_refusals(broken)}, {"terms", std::move(terms)}, {"levels", json::value_from(problem.objective.values(judgement.terms))}, {"unserved", judgement.unserved.size()}});
  return broken.empty() ? 0 : 1;
}

int replan_command(const Arguments& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  if (arguments.files().size() != 3) throw Misuse{"replan"};
  Effort effort(arguments, k_default_replan_s);
  const Problem problem = need(read_problem(read_file(arguments.files()[0], in)));
  if (Refusals contradictions = find_contradictions(problem); !contradictions.empty()) throw Refused{std::move(contradictions)};
  const Plan plan = need(read_plan(problem, need(parse_json(read_file(arguments.files()[1], in))), Unknown::refuse));
  const Events events = need(read_events(problem, read_file(arguments.files()[2], in)));
  const RunningDay day = need(after_events(problem, plan, events));
  if (arguments.has("--day")) {
    std::ofstream file(arguments.text("--day", ""));
    print(file, write_problem(day.problem));
    if (!file) throw Refused{{{"file.unwritable", arguments.text("--day", ""), {}}}};
  }
  report_progress(effort.options, arguments, err);
  effort.options.start = &day.start;
  Answer answer = need(dispatch::solve(day.problem, effort.options));
  json::array changed;
  for (const BrokenPromise& broken : broken_promises(day.problem, answer.judgement)) {
    const auto carer = [&](int index) { return index == k_none ? json::value(nullptr) : json::value(day.problem.carers[static_cast<std::size_t>(index)].id); };
    json::object one{{"visit", day.problem.visits[static_cast<std::size_t>(broken.visit)].id}, {"promised_carer", carer(broken.promised_carer)}, {"carer", carer(broken.carer)}, {"promised_start_s", broken.promised_start_s}};
    if (broken.carer != k_none) one["start_s"] = broken.start_s;
    changed.push_back(std::move(one));
  }
  const double found_s = effort.watch.elapsed_s();
  const auto most_carers = arguments.number<std::size_t>("--reasons", 5, 0, 10'000);
  const auto explanations = most_carers == 0 ? std::vector<Explanation>{} : explain_unserved(day.problem, answer.plan, most_carers);
  json::object root = write_answer(day.problem, answer, explanations, {});
  root["changed_promises"] = std::move(changed);
  root["seconds"] = found_s;
  print(out, root);
  return 0;
}

}  // namespace

int dispatch_command(std::span<const std::string_view> arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  try {
    if (arguments.empty()) throw Misuse{""};
    if (arguments[0] == "roster") return dispatch_roster(arguments.subspan(1), in, out, err);
    const Arguments rest(arguments.subspan(1));
    if (arguments[0] == "solve") return solve_command(rest, in, out, err);
    if (arguments[0] == "check") return check_command(rest, in, out);
    if (arguments[0] == "replan") return replan_command(rest, in, out, err);
    throw Misuse{std::string(arguments[0])};
  } catch (const Misuse& misuse) {
    err << misuse.why << "\n" << k_usage;
    return 2;
  } catch (const Refused& refused) {
    print(err, json::object{{"refused", write_refusals(refused.refusals)}});
    return 1;
  }
}

}  // namespace laoyou::app
