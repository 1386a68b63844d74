#include <algorithm>

#include "base/shown_text.h"
#include "evaluation/acts.h"
#include "evaluation/ranking.h"
#include "evaluation/shown.h"
#include "evaluation/tell.h"

namespace laoyou::evaluation {
namespace {

using store::Writing;

constexpr std::size_t k_statement_bytes_max = 4000;
constexpr Decimal k_percent_whole = Decimal::from_millionths(100 * Decimal::k_one);

struct Running {
  Asked asked;
  Scheme scheme;
  EvaluationRound round;
};

/// A round and its scheme, for those who run it.
Result<Running> running(const Services& services, const store::Acting& acting, const std::string& plan, Id<EvaluationRound> id) {
  const Result<Asked> asked = asked_plan(services, acting, plan);
  if (!asked) return asked.error();
  const auto round = services.store.read([&](store::Snapshot& snapshot) { return find_round(snapshot, plan, id); });
  if (!round) return round.error();
  if (!runs(acting, *asked->plan)) return refuse("evaluation.not_yours");
  auto scheme = scheme_of(*asked->plan, round->evaluation);
  if (!scheme) return refuse("evaluation.no_scheme", {round->evaluation});
  return Running{*asked, std::move(*scheme), *round};
}

void insert_places(Writing& writing, const Asked& asked, const Scheme& scheme, const EvaluationRound& round) {
  for (const regions::Region& region : places_of(*asked.library, *asked.plan, scheme)) {
    PlaceEvaluation place;
    place.id = writing.new_id<PlaceEvaluation>();
    place.region = region.code;
    place.round = round.id;
    place.title = region.name + " " + std::to_string(round.year);
    writing.insert(place);
    PlacePaper paper;
    paper.id = writing.new_id<PlacePaper>();
    paper.region = region.code;
    paper.place_evaluation = place.id;
    writing.insert(paper);
    tell_opened(writing, *asked.library, round, place);
  }
}

EvaluationRound new_round(const OpenRoundRequest& request, const Asked& asked, const Scheme& scheme, Date today) {
  EvaluationRound round;
  round.region = asked.plan->content.head.value.region;
  round.plan = request.plan;
  round.evaluation = request.evaluation;
  round.title = scheme.head.name;
  round.year = request.year;
  round.opened_on = today;
  // A year that is opened late gives its places as long as one that is opened on its first day.
  round.report_due = std::max(Period::year(request.year).last_day(), today).plus_days(scheme.head.report_within_days);
  return round;
}

Refusals check(const PublishRequest& request, const std::vector<FoundPlace>& places) {
  Refusals wrong;
  if (trimmed(request.statement).empty()) wrong.push_back(at("/statement", refuse("json.missing_field", {"statement"})));
  if (request.statement.size() > k_statement_bytes_max) wrong.push_back(at("/statement", refuse("text.too_long", {std::to_string(k_statement_bytes_max)})));
  Decimal sum;
  for (std::size_t i = 0; i < request.shares.size(); ++i) {
    const MoneyShare& share = request.shares[i];
    const std::string place = "/shares/" + std::to_string(i);
    const bool known = std::any_of(places.begin(), places.end(), [&](const FoundPlace& each) { return each.place.region == share.region; });
    if (!known) wrong.push_back(at(place + "/region", refuse("evaluation.not_found")));
    if (share.percent < Decimal() || share.percent > k_percent_whole) {
      wrong.push_back(at(place + "/percent", refuse("evaluation.points_outside", {"100"})));
      continue;
    }
    sum = std::min(sum.plus(share.percent).value(), k_percent_whole.plus(k_percent_whole).value());
  }
  if (sum > k_percent_whole) wrong.push_back(at("/shares", refuse("evaluation.shares_over", {sum.text()})));
  return wrong;
}

/// An objection waits, or places may still object.
bool objections_open(const EvaluationRound& round, const std::vector<FoundPlace>& places, Date today) {
  return std::any_of(places.begin(), places.end(), [&](const FoundPlace& each) {
    if (each.place.objection) return !each.place.answer;
    return !each.place.accepted_on && today <= *round.objections_until;
  });
}

void keep_shares(Writing& writing, const std::vector<FoundPlace>& places, const std::vector<MoneyShare>& shares) {
  for (const FoundPlace& each : places)
    for (const MoneyShare& share : shares)
      if (share.region == each.place.region) {
        PlacePaper paper = each.paper;
        paper.money_share = share.percent;
        writing.update(paper);
      }
}

}  // namespace

CheckedResult<RoundLine> open_round(const Services& services, const store::Acting& acting, const OpenRoundRequest& request) {
  const Result<Asked> asked = asked_plan(services, acting, request.plan);
  if (!asked) return Refusals{asked.error()};
  if (!runs(acting, *asked->plan)) return Refusals{refuse("evaluation.not_yours")};
  const auto scheme = scheme_of(*asked->plan, request.evaluation);
  if (!scheme) return Refusals{at("/evaluation", refuse("evaluation.no_scheme", {request.evaluation}))};
  const Date today = acting.at.beijing_day();
  constexpr std::int32_t k_first_year = 1949;
  if (request.year < k_first_year || request.year >= today.year()) return Refusals{at("/year", refuse("evaluation.year_not_over", {std::to_string(request.year)}))};
  EvaluationRound round = new_round(request, *asked, *scheme, today);
  const auto outcome = services.store.write(acting.actor, [&](Writing& writing) -> Result<void> {
    round.id = writing.new_id<EvaluationRound>();
    writing.insert(round);
    insert_places(writing, *asked, *scheme, round);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done && done.error().code == "store.duplicate") return Refusals{at("/year", refuse("evaluation.opened_already", {std::to_string(request.year)}))};
  if (!done) return Refusals{done.error()};
  return services.store.read([&](store::Snapshot& snapshot) { return round_line(snapshot, *asked->library, *find_round(snapshot, request.plan, round.id)); });
}

CheckedResult<RoundDetail> announce(const Services& services, const store::Acting& acting, const RoundStepRequest& request) {
  const Result<Running> found = running(services, acting, request.plan, request.round);
  if (!found) return Refusals{found.error()};
  const auto outcome = services.store.write(acting.actor, [&](Writing& writing) -> Result<void> {
    EvaluationRound round = *find_round(writing, request.plan, request.round);
    if (round.state != RoundState::open) return refuse("evaluation.not_now");
    const std::vector<FoundPlace> places = all_places(writing, round);
    std::string missing;
    for (const FoundPlace& each : places)
      if (each.place.state != PlaceState::reviewed) missing += (missing.empty() ? "" : "、") + found->asked.library->regions.name(each.place.region);
    if (!missing.empty()) return refuse("evaluation.not_all_reviewed", {missing});
    rank_all(writing, found->scheme, round);
    round.version = request.version;
    round.state = RoundState::announced;
    round.announced_on = acting.at.beijing_day();
    round.objections_until = round.announced_on->plus_days(found->scheme.head.objection_days);
    writing.update(round);
    for (const FoundPlace& each : places) tell_announced(writing, *found->asked.library, round, each.place);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  return round_detail(services, acting, {request.plan, request.round});
}

CheckedResult<RoundDetail> publish(const Services& services, const store::Acting& acting, const PublishRequest& request) {
  const Result<Running> found = running(services, acting, request.plan, request.round);
  if (!found) return Refusals{found.error()};
  const auto places_now = services.store.read([&](store::Snapshot& snapshot) { return all_places(snapshot, found->round); });
  if (Refusals wrong = check(request, places_now); !wrong.empty()) return wrong;
  const auto outcome = services.store.write(acting.actor, [&](Writing& writing) -> Result<void> {
    EvaluationRound round = *find_round(writing, request.plan, request.round);
    if (round.state != RoundState::announced) return refuse("evaluation.not_now");
    const std::vector<FoundPlace> places = all_places(writing, round);
    if (objections_open(round, places, acting.at.beijing_day())) return refuse("evaluation.objections_open", {round.objections_until->text()});
    keep_shares(writing, places, request.shares);
    round.version = request.version;
    round.state = RoundState::published;
    round.published_on = acting.at.beijing_day();
    round.statement = std::string(trimmed(request.statement));
    writing.update(round);
    for (const FoundPlace& each : places) settle_announced(writing, each.place);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  return round_detail(services, acting, {request.plan, request.round});
}

}  // namespace laoyou::evaluation
