#include "app/siting_command.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <limits>
#include <ostream>
#include <sstream>

#include "app/engine_command.h"
#include "base/fen.h"
#include "base/messages.h"
#include "base/shown_text.h"
#include "engines/siting/instance_reader.h"
#include "engines/siting/siting.h"

namespace laoyou::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view k_usage =
    "用法：laoyou siting solve --format orlib-pmed|orlib-cap|sjc|matrix FILE\n"
    "  [--problem mclp|lscp|pmedian|pcenter] [--p K] [--radius R] [--fixed 名称,名称] [--budget 金额]\n"
    "  [--demand FILE] [--capacity N] [--least-use N] [--whole-clients] [--seconds S] [--seed N] [--json]\n";

/// The points stand in FILE, the people in demand-FILE.dat beside it unless --demand names another file.
Result<siting::SitingInstance> read_sjc_files(const Options& options, const std::string& path, const std::string& points) {
  const std::filesystem::path file(path);
  const auto beside = file.parent_path() / ("demand-" + file.stem().string() + ".dat");
  const auto demand = read_whole_file(options.value("demand").value_or(beside.string()));
  if (!demand) return demand.error();
  return siting::read_sjc(points, *demand);
}

Result<siting::SitingInstance> read_instance(const Options& options, const std::string& path) {
  const auto text = read_whole_file(path);
  if (!text) return text.error();
  const std::string format = options.value("format").value_or("orlib-pmed");
  auto instance = format == "orlib-pmed"  ? siting::read_orlib_pmed(*text)
                  : format == "orlib-cap" ? siting::read_orlib_cap(*text)
                  : format == "sjc"       ? read_sjc_files(options, path, *text)
                  : format == "matrix"    ? siting::read_travel_csv(*text)
                                          : Result<siting::SitingInstance>(refuse("option.unknown_value", {"format", format, "orlib-pmed, orlib-cap, sjc, matrix"}));
  if (!instance) return at(path + ":", instance.error());
  return instance;
}

Result<void> set_goal(const Options& options, siting::SitingProblem& problem) {
  const auto name = options.value("problem");
  if (!name) return {};
  const std::pair<std::string_view, siting::Goal> goals[] = {{"mclp", siting::Goal::reach_most},
                                                             {"lscp", siting::Goal::reach_all},
                                                             {"pmedian", siting::Goal::least_travel},
                                                             {"pcenter", siting::Goal::least_farthest}};
  for (const auto& [known, goal] : goals) {
    if (*name == known) {
      problem.goal = goal;
      return {};
    }
  }
  return refuse("option.unknown_value", {"problem", *name, "mclp, lscp, pmedian, pcenter"});
}

Result<void> set_fixed(const Options& options, siting::SitingInstance& instance) {
  std::istringstream names(options.value("fixed").value_or(""));
  for (std::string name; std::getline(names, name, ',');) {
    name = std::string(trimmed(name));
    const auto known = std::find(instance.place_names.begin(), instance.place_names.end(), name);
    if (known == instance.place_names.end()) return at("--fixed", refuse("siting.unknown_place", {name}));
    instance.problem.places[static_cast<std::size_t>(known - instance.place_names.begin())].existing = true;
  }
  return {};
}

Result<void> set_limits(const Options& options, siting::SitingProblem& problem) {
  constexpr double k_most = 1e12;
  const auto most_places = number_between<std::int32_t>(options, "p", 0, std::numeric_limits<std::int32_t>::max());
  if (!most_places) return most_places.error();
  if (*most_places) problem.most_places = **most_places;
  const auto radius = number_between<double>(options, "radius", 0, 1e15);
  if (!radius) return radius.error();
  if (*radius) problem.radius = **radius;
  if (const auto text = options.value("budget")) {
    const auto budget = Fen::parse(*text);
    if (!budget) return at("--budget", budget.error());
    if (budget->count() < 0) return at("--budget", refuse("streets.out_of_range", {*text, "0", Fen::create(Fen::k_limit)->yuan_text()}));
    problem.budget_fen = budget->count();
  }
  for (const auto& [name, member] : {std::pair{"capacity", &siting::CandidatePlace::capacity}, std::pair{"least-use", &siting::CandidatePlace::least_use}}) {
    const auto value = number_between<double>(options, name, 0, k_most);
    if (!value) return value.error();
    if (!*value) continue;
    for (siting::CandidatePlace& place : problem.places) place.*member = **value;
  }
  problem.whole_clients = options.has("whole-clients");
  return {};
}

/// Numbers where the file numbers its places, names otherwise.
boost::json::array names_of(const siting::SitingInstance& instance, const std::vector<std::int32_t>& places) {
  boost::json::array result;
  for (const std::int32_t place : places) {
    const std::string& name = instance.place_names[static_cast<std::size_t>(place)];
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size()) {
      result.push_back(number);
    } else {
      result.push_back(boost::json::string(name));
    }
  }
  return result;
}

/// Whole values without a fraction, others with all their digits.
boost::json::value plain(double value) {
  if (value == std::floor(value) && std::abs(value) < 9e15) return static_cast<std::int64_t>(value);
  return value;
}

void print(const siting::SitingInstance& instance, const siting::SitingAnswer& answer, double seconds, bool json, std::ostream& out) {
  const boost::json::array order = names_of(instance, siting::building_order(instance.problem, answer.open));
  if (json) {
    out << boost::json::serialize(boost::json::object{{"value", plain(answer.value)},
                                                      {"places", names_of(instance, answer.open)},
                                                      {"bound", plain(answer.bound)},
                                                      {"gap", answer.gap()},
                                                      {"seconds", seconds},
                                                      {"proved", answer.proved},
                                                      {"order", order},
                                                      {"nodes", answer.nodes}})
        << "\n";
    return;
  }
  out << "结果 " << plain(answer.value) << "，界 " << plain(answer.bound) << "，差距 " << 100 * answer.gap() << " %"
      << (answer.proved ? "（已证最优）" : "") << "\n选址 " << boost::json::serialize(names_of(instance, answer.open)) << "\n建设次序 "
      << boost::json::serialize(order) << "\n";
}

/// The engine counts clients and places; the reader knows their names.
Refusals in_words_of_the_file(const siting::SitingInstance& instance, Refusals refusals) {
  for (Refusal& refusal : refusals) {
    if (refusal.code == "siting.client_out_of_reach") refusal.words[1] = instance.client_names.at(std::stoul(refusal.words[1]));
    constexpr std::string_view k_places = "/places/";
    if (refusal.code != "siting.input" || !refusal.place.starts_with(k_places)) continue;
    refusal.place = instance.place_names.at(std::stoul(refusal.place.substr(k_places.size())));
  }
  return refusals;
}

Result<siting::SitingInstance> prepare(const Options& options, const std::string& path) {
  auto instance = read_instance(options, path);
  if (!instance) return instance;
  if (const auto set = set_goal(options, instance->problem); !set) return set.error();
  if (const auto set = set_fixed(options, *instance); !set) return set.error();
  if (const auto set = set_limits(options, instance->problem); !set) return set.error();
  return instance;
}

}  // namespace

int siting_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto started = Clock::now();
  const auto elapsed = [started] { return std::chrono::duration<double>(Clock::now() - started).count(); };
  const auto options = Options::read(words,
                                     {"format", "problem", "p", "radius", "fixed", "budget", "demand", "capacity", "least-use", "seconds", "seed"},
                                     {"json", "whole-clients"});
  if (!options || options->words().size() != 2 || options->words()[0] != "solve") {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  constexpr double k_most_seconds = 1e6;
  const auto seconds = number_between<double>(*options, "seconds", 0, k_most_seconds);
  if (!seconds) return say_refused({seconds.error()}, err);
  const auto seed = number_option<std::uint64_t>(*options, "seed");
  if (!seed) return say_refused({seed.error()}, err);
  const auto instance = prepare(*options, options->words()[1]);
  if (!instance) return say_refused({instance.error()}, err);
  siting::Effort effort;
  const double allowed = seconds->value_or(10.0);
  effort.must_stop = [&] { return elapsed() >= allowed; };
  effort.program_seconds = std::max(0.1, allowed - elapsed());
  effort.seed = seed->value_or(1);
  const auto answer = siting::solve(instance->problem, effort);
  if (!answer) return say_refused(in_words_of_the_file(*instance, answer.error()), err);
  print(*instance, *answer, elapsed(), options->has("json"), out);
  return 0;
}

}  // namespace laoyou::app
