#include "app/matching_command.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <optional>
#include <ostream>

#include "app/engine_command.h"
#include "base/messages.h"
#include "engines/dispatch/format/json_reader.h"
#include "engines/matching/explain.h"
#include "engines/matching/format/answer_json.h"
#include "engines/matching/format/daycarecp.h"
#include "engines/matching/format/problem_json.h"
#include "engines/matching/format/write_problem.h"
#include "engines/matching/next_round.h"
#include "engines/matching/samples/mallows.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_usage =
    "用法：laoyou matching solve IN.json [--format daycarecp] [--work N] [--proof-seconds S] [--totals]\n"
    "      laoyou matching check IN.json OUT.json [--format daycarecp]\n"
    "      laoyou matching explain IN.json FAMILY [--format daycarecp] [--work N] [--proof-seconds S]\n"
    "      laoyou matching next IN.json OUT.json [--format daycarecp]\n"
    "      laoyou matching sample [--children N] [--places N] [--siblings PERCENT] [--seats PERCENT] [--spread 0…1] [--apart] [--seed K]\n";

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

void print(std::ostream& out, const json::object& value) { out << json::serialize(value) << "\n"; }

/// The refusals of a file, each at the file.
Refusals in_file(const std::string& file, const Refusals& refusals) {
  Refusals placed;
  for (const Refusal& refusal : refusals) placed.push_back(at(file + ":", refusal));
  return placed;
}

CheckedResult<matching::Problem> problem_of(const Options& options) {
  const std::string& file = options.words()[1];
  const auto text = read_whole_file(file);
  if (!text) return Refusals{text.error()};
  auto problem = options.has("format") ? matching::read_daycarecp(*text) : matching::read_problem(*text);
  if (!problem) return in_file(file, problem.error());
  return problem;
}

CheckedResult<json::value> json_of(const std::string& file) {
  const auto text = read_whole_file(file);
  if (!text) return Refusals{text.error()};
  auto value = dispatch::parse_json(*text);
  if (!value) return in_file(file, value.error());
  return value;
}

CheckedResult<matching::Effort> effort_of(const Options& options) {
  matching::Effort effort;
  const auto work = number_between<std::int64_t>(options, "work", 0, 1'000'000'000'000);
  const auto proof = number_between<double>(options, "proof-seconds", 0, 1e6);
  Refusals wrong;
  if (!work) wrong.push_back(work.error());
  if (!proof) wrong.push_back(proof.error());
  if (!wrong.empty()) return wrong;
  effort.work = work->value_or(effort.work);
  effort.proof_s = proof->value_or(effort.proof_s);
  // On a busy machine processor time runs slower than the clock on the wall; this one starts when it is first asked.
  using Clock = std::chrono::steady_clock;
  effort.proof_must_stop = [limit = std::chrono::duration<double>(effort.proof_s), start = std::optional<Clock::time_point>()]() mutable {
    if (!start) start = Clock::now();
    return Clock::now() - *start > limit;
  };
  return effort;
}

int solve(const Options& options, std::ostream& out, std::ostream& err) {
  const auto problem = problem_of(options);
  if (!problem) return say_refused(problem.error(), err);
  const auto effort = effort_of(options);
  if (!effort) return say_refused(effort.error(), err);
  const auto start = std::chrono::steady_clock::now();
  const auto market = matching::make_market(*problem);
  if (!market) return say_refused(in_file(options.words()[1], market.error()), err);
  const matching::Answer answer = matching::solve(*market, *effort);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  json::object written = matching::write_answer(*market, answer);
  if (options.has("totals")) {
    written.erase("families");
    written.erase("cutoffs");
  }
  written["seconds"] = seconds;
  print(out, written);
  return 0;
}

struct Published {
  matching::Problem problem;
  json::value file;
  matching::Claimed claimed;
};

/// A problem that can be solved and the file of its answer.
CheckedResult<Published> published(const Options& options) {
  auto problem = problem_of(options);
  if (!problem) return problem.error();
  if (const auto market = matching::make_market(*problem); !market) return in_file(options.words()[1], market.error());
  auto file = json_of(options.words()[2]);
  if (!file) return file.error();
  auto claimed = matching::read_claimed(*problem, *file);
  if (!claimed) return in_file(options.words()[2], claimed.error());
  return Published{std::move(*problem), std::move(*file), std::move(*claimed)};
}

int check(const Options& options, std::ostream& out, std::ostream& err) {
  const auto read = published(options);
  if (!read) return say_refused(read.error(), err);
  const matching::Judgement judgement = matching::check(read->problem, read->claimed);
  Refusals broken = judgement.broken;
  const Refusals differing = matching::compare_claims(read->problem, read->file, judgement);
  broken.insert(broken.end(), differing.begin(), differing.end());
  json::array told, blocking;
  for (const Refusal& refusal : broken) told.push_back(json::object{{"code", refusal.code}, {"place", refusal.place}, {"message", message(refusal, Language::zh)}});
  for (const int family : judgement.blocking) blocking.push_back(json::value(read->problem.families[static_cast<std::size_t>(family)].id));
  print(out, {{"valid", broken.empty()}, {"placed", judgement.placed}, {"blocking", judgement.blocking.size()}, {"blocking_families", std::move(blocking)}, {"broken", std::move(told)}});
  return broken.empty() ? 0 : 1;
}

int next(const Options& options, std::ostream& out, std::ostream& err) {
  const auto read = published(options);
  if (!read) return say_refused(read.error(), err);
  const matching::Judgement judgement = matching::check(read->problem, read->claimed);
  if (!judgement.valid()) return say_refused(in_file(options.words()[2], judgement.broken), err);
  print(out, matching::write_problem(matching::next_round(read->problem, read->claimed)));
  return 0;
}

json::object write_change(const matching::Market& market, int family, const matching::Change& change) {
  json::object written{{"wish", matching::write_wish(market, family, change.option)}, {"as_only_wish_it_is_had", change.wish_helps}};
  written["more_seats"] = change.more_seats ? json::value(*change.more_seats) : json::value(nullptr);
  if (!change.standing) return written;
  const int classes = static_cast<int>(market.problem->classes.size());
  const matching::Standing& standing = *change.standing;
  json::object key = matching::write_key(*market.problem, {standing.priority_class == matching::k_none ? classes : standing.priority_class, standing.points, standing.distance_m, 0});
  written["standing"] = std::move(key);
  written["with_that_standing_it_is_had"] = change.standing_helps;
  return written;
}

int explain(const Options& options, std::ostream& out, std::ostream& err) {
  const auto problem = problem_of(options);
  if (!problem) return say_refused(problem.error(), err);
  const auto effort = effort_of(options);
  if (!effort) return say_refused(effort.error(), err);
  const std::string& name = options.words()[2];
  const auto found = std::find_if(problem->families.begin(), problem->families.end(), [&name](const matching::Family& family) { return family.id == name; });
  if (found == problem->families.end()) return say_refused({at(options.words()[1], refuse("matching.no_family", {name}))}, err);
  const int family = static_cast<int>(found - problem->families.begin());
  const auto explained = matching::explain(*problem, family, *effort);
  if (!explained) return say_refused(in_file(options.words()[1], explained.error()), err);
  const auto market = matching::make_market(*problem);
  json::object written = matching::write_family(*market, explained->answer, matching::Reasons(*market, explained->answer), family);
  json::array changes;
  for (const matching::Change& change : explained->changes) changes.push_back(write_change(*market, family, change));
  written["changes"] = std::move(changes);
  written["truthful"] = explained->answer.truthful;
  print(out, written);
  return 0;
}

int sample(const Options& options, std::ostream& out, std::ostream& err) {
  matching::Town town;
  Refusals wrong;
  const auto take = [&](const char* name, auto& value, auto least, auto most) {
    using Number = std::remove_reference_t<decltype(value)>;
    const auto given = number_between<Number>(options, name, static_cast<Number>(least), static_cast<Number>(most));
    if (!given)
      wrong.push_back(given.error());
    else
      value = given->value_or(value);
  };
  take("children", town.children, 1, 1'000'000);
  take("places", town.places, 1, 10'000);
  take("siblings", town.siblings_percent, 0, 100);
  take("seats", town.seats_percent, 0, 1'000);
  take("spread", town.spread, 0.0, 1.0);
  take("seed", town.seed, 0, UINT64_MAX);
  town.apart = options.has("apart");
  if (!wrong.empty()) return say_refused(wrong, err);
  print(out, matching::write_problem(matching::mallows_town(town)));
  return 0;
}

}  // namespace

int matching_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"format", "work", "proof-seconds", "children", "places", "siblings", "seats", "spread", "seed"}, {"totals", "apart"});
  if (!options) {
    err << message(options.error(), Language::zh) << "\n";
    return usage(err);
  }
  const auto& verbs = options->words();
  const std::string verb = verbs.empty() ? "" : verbs[0];
  if (options->value("format").value_or("daycarecp") != "daycarecp") return usage(err);
  if (verb == "solve" && verbs.size() == 2) return solve(*options, out, err);
  if (verb == "check" && verbs.size() == 3) return check(*options, out, err);
  if (verb == "explain" && verbs.size() == 3) return explain(*options, out, err);
  if (verb == "next" && verbs.size() == 3) return next(*options, out, err);
  if (verb == "sample" && verbs.size() == 1) return sample(*options, out, err);
  return usage(err);
}

}  // namespace laoyou::app
