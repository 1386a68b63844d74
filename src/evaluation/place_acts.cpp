#include <algorithm>

#include "base/shown_text.h"
#include "evaluation/acts.h"
#include "evaluation/ranking.h"
#include "evaluation/report_check.h"
#include "evaluation/score.h"
#include "evaluation/shown.h"
#include "evaluation/tell.h"

namespace laoyou::evaluation {
namespace {

using store::Writing;

constexpr std::size_t k_words_bytes_max = 4000;

/// Whether the step is the place's own, or of those who run the evaluation.
enum class By { place, city };

/// What a step works with inside its command.
struct Step {
  Writing& writing;
  const Asked& asked;
  const Scheme& scheme;
  FoundPlace found;
  Date today;

  void settle(std::int32_t version) {
    found.place.version = version;
    writing.update(found.place);
  }
};

template <class Request, class Do>
CheckedResult<PlaceDetail> step(const Services& services, const store::Acting& acting, const Request& request, By by, Do&& act) {
  const Result<Asked> asked = asked_plan(services, acting, request.plan);
  if (!asked) return Refusals{asked.error()};
    const bool own = by == By::place ? reports(acting, request.region) : runs(acting, *asked->plan) && acting.scope.region() != request.region;
  if (!own) return Refusals{refuse("evaluation.not_yours")};
  Refusals wrong;
  const auto outcome = services.store.write(acting.actor, [&](Writing& writing) -> Result<void> {
    wrong.clear();
    Result<FoundPlace> found = find_place(writing, request.plan, request.round, request.region);
    if (!found) return found.error();
    const auto scheme = scheme_of(*asked->plan, found->round.evaluation);
    if (!scheme) return refuse("evaluation.no_scheme", {found->round.evaluation});
    Step here{writing, *asked, *scheme, std::move(*found), acting.at.beijing_day()};
    wrong = act(here);
    if (!wrong.empty()) return wrong.front();
    return {};
  });
  if (!wrong.empty()) return wrong;
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  return place_detail(services, acting, {request.plan, request.round, request.region});
}

bool being_filled(const FoundPlace& found) {
  return found.round.state == RoundState::open && (found.place.state == PlaceState::open || found.place.state == PlaceState::returned);
}

Refusals not_now() { return {refuse("evaluation.not_now")}; }

Refusals check_words(const std::string& text) {
  if (trimmed(text).empty()) return {at("/text", refuse("json.missing_field", {"text"}))};
  if (text.size() > k_words_bytes_max) return {at("/text", refuse("text.too_long", {std::to_string(k_words_bytes_max)}))};
  return {};
}

PlaceScores scores_now(const Services& services, const Step& step, const std::vector<TaskAnswer>& tasks) {
  return computed_scores(step.writing, {*step.asked.library, *step.asked.plan, services.facts}, step.scheme, step.found.place.region, step.found.round.year, tasks);
}

/// Every criterion has points in the end.
void check_complete(const Scheme& scheme, const PlaceScores& scores, Refusals& wrong) {
  for (const CriterionScore& score : scores.criteria) {
    const plan::Criterion* criterion = scheme.find(score.criterion);
    if (!counted_points(score) && criterion != nullptr) wrong.push_back(at("/points", refuse("evaluation.points_needed", {criterion->name})));
  }
}

/// Puts the given points into the scores.
Refusals give_points(const Scheme& scheme, const std::vector<GivenPoints>& given, PlaceScores& scores) {
  Refusals wrong;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string place = "/points/" + std::to_string(i);
    const auto score = std::find_if(scores.criteria.begin(), scores.criteria.end(), [&](const CriterionScore& each) { return each.criterion == given[i].criterion; });
    const plan::Criterion* criterion = scheme.find(given[i].criterion);
    if (score == scores.criteria.end() || criterion == nullptr) {
      wrong.push_back(at(place + "/criterion", refuse("evaluation.unknown_criterion", {given[i].criterion})));
      continue;
    }
    const auto& points = given[i].points;
    if (points && (*points < Decimal() || *points > criterion->points)) wrong.push_back(at(place + "/points", refuse("evaluation.points_outside", {criterion->points.text()})));
    const std::string reason(trimmed(given[i].reason.value_or("")));
    if (reason.size() > k_words_bytes_max) wrong.push_back(at(place + "/reason", refuse("text.too_long", {std::to_string(k_words_bytes_max)})));
    const bool other = points && score->computed && *points != *score->computed;
    if (other && reason.empty()) wrong.push_back(at(place + "/reason", refuse("evaluation.reason_needed", {criterion->name})));
    score->points = points;
    score->reason = reason.empty() ? std::nullopt : std::optional(reason);
  }
  check_complete(scheme, scores, wrong);
  return wrong;
}

}  // namespace

CheckedResult<PlaceDetail> save_report(const Services& services, const store::Acting& acting, const SaveReportRequest& request) {
  return step(services, acting, request, By::place, [&](Step& here) -> Refusals {
    if (!being_filled(here.found)) return not_now();
    if (Refusals wrong = check_report(request.report, here.scheme, tasks_due_in(*here.asked.plan, here.found.round.year), here.today); !wrong.empty()) return wrong;
    here.found.paper.report = json_of(request.report);
    here.found.paper.version = request.version;
    here.writing.update(here.found.paper);
    return {};
  });
}

CheckedResult<PlaceDetail> submit(const Services& services, const store::Acting& acting, const PlaceStepRequest& request) {
  return step(services, acting, request, By::place, [&](Step& here) -> Refusals {
    if (!being_filled(here.found)) return not_now();
    const PlaceReport report = from_json<PlaceReport>(here.found.paper.report);
    if (Refusals wrong = check_complete_report(report, here.scheme); !wrong.empty()) return wrong;
    here.found.paper.scores = json_of(scores_now(services, here, report.tasks));
    here.writing.update(here.found.paper);
    PlaceEvaluation& place = here.found.place;
    place.state = PlaceState::submitted;
    place.submitted_by = here.writing.actor().account;
    if (!place.submitted_on) place.submitted_on = here.today;
    here.settle(request.version);
    tell_submitted(here.writing, *here.asked.library, here.found.round, place);
    return {};
  });
}

CheckedResult<PlaceDetail> give_back(const Services& services, const store::Acting& acting, const PlaceWordsRequest& request) {
  if (Refusals wrong = check_words(request.text); !wrong.empty()) return wrong;
  return step(services, acting, request, By::city, [&](Step& here) -> Refusals {
    PlaceEvaluation& place = here.found.place;
    const bool handed_in = place.submitted_by && (place.state == PlaceState::submitted || place.state == PlaceState::reviewed);
    if (here.found.round.state != RoundState::open || !handed_in) return not_now();
    place.state = PlaceState::returned;
    place.remark = std::string(trimmed(request.text));
    here.settle(request.version);
    tell_returned(here.writing, *here.asked.library, here.found.round, place);
    return {};
  });
}

CheckedResult<PlaceDetail> review(const Services& services, const store::Acting& acting, const ReviewRequest& request) {
  return step(services, acting, request, By::city, [&](Step& here) -> Refusals {
    PlaceEvaluation& place = here.found.place;
    // A place that hands in nothing is judged without its report once the day is past.
    const bool silent = being_filled(here.found) && here.today > here.found.round.report_due;
    const bool handed_in = place.state == PlaceState::submitted || place.state == PlaceState::reviewed;
    if (here.found.round.state != RoundState::open || !(handed_in || silent)) return not_now();
    // A draft is the place's own: what it holds of tasks counts for nothing.
    PlaceScores scores = handed_in ? from_json<PlaceScores>(here.found.paper.scores) : scores_now(services, here, {});
    if (Refusals wrong = give_points(here.scheme, request.points, scores); !wrong.empty()) return wrong;
    here.found.paper.scores = json_of(scores);
    here.found.paper.points = sum_of(scores);
    here.writing.update(here.found.paper);
    place.state = PlaceState::reviewed;
    place.reviewed_by = here.writing.actor().account;
    place.reviewed_on = here.today;
    here.settle(request.version);
    settle_submitted(here.writing, place);
    return {};
  });
}

CheckedResult<PlaceDetail> object(const Services& services, const store::Acting& acting, const PlaceWordsRequest& request) {
  if (Refusals wrong = check_words(request.text); !wrong.empty()) return wrong;
  return step(services, acting, request, By::place, [&](Step& here) -> Refusals {
    PlaceEvaluation& place = here.found.place;
    if (here.found.round.state != RoundState::announced || place.objection || place.accepted_on) return not_now();
    if (here.today > *here.found.round.objections_until) return {refuse("evaluation.objections_over", {here.found.round.objections_until->text()})};
    place.objection = std::string(trimmed(request.text));
    place.objected_on = here.today;
    here.settle(request.version);
    tell_objected(here.writing, *here.asked.library, here.found.round, place);
    return {};
  });
}

CheckedResult<PlaceDetail> accept(const Services& services, const store::Acting& acting, const PlaceStepRequest& request) {
  return step(services, acting, request, By::place, [&](Step& here) -> Refusals {
    PlaceEvaluation& place = here.found.place;
    if (here.found.round.state != RoundState::announced || place.objection || place.accepted_on) return not_now();
    place.accepted_on = here.today;
    here.settle(request.version);
    settle_announced(here.writing, place);
    return {};
  });
}

CheckedResult<PlaceDetail> answer(const Services& services, const store::Acting& acting, const AnswerRequest& request) {
  if (Refusals wrong = check_words(request.text); !wrong.empty()) return wrong;
  return step(services, acting, request, By::city, [&](Step& here) -> Refusals {
    PlaceEvaluation& place = here.found.place;
    if (here.found.round.state != RoundState::announced || !place.objection || place.answer) return not_now();
    PlaceScores scores = from_json<PlaceScores>(here.found.paper.scores);
    if (Refusals wrong = give_points(here.scheme, request.points, scores); !wrong.empty()) return wrong;
    here.found.paper.scores = json_of(scores);
    here.writing.update(here.found.paper);
    place.answer = std::string(trimmed(request.text));
    place.answered_on = here.today;
    here.settle(request.version);
    rank_all(here.writing, here.scheme, here.found.round);
    tell_answered(here.writing, *here.asked.library, here.found.round, place);
    return {};
  });
}

}  // namespace laoyou::evaluation
