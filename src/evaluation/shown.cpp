#include "evaluation/shown.h"

#include <algorithm>

#include "evaluation/score.h"

namespace laoyou::evaluation {
namespace {

using store::Filter;
using store::Scope;

SchemeAnswer scheme_answer(const Scheme& scheme) { return {scheme.head, scheme.criteria, scheme.layer}; }

/// What of a place the caller may know.
struct Seeing {
  bool own = false;      ///< accounts of the place itself
  bool above = false;    ///< accounts of a place around it
  bool content = false;  ///< what it wrote: the place itself, others once it was handed in
  bool points = false;   ///< what it was given: others above, the place itself once the results are told
};

Seeing seeing(const store::Acting& acting, const FoundPlace& found) {
  Seeing may;
  if (acting.scope.owner()) return may;
  may.own = acting.scope.region() == found.place.region;
  may.above = !may.own && acting.scope.region().contains(found.place.region);
  const bool handed_in = found.place.state == PlaceState::submitted || found.place.state == PlaceState::reviewed;
  may.content = may.own || (may.above && handed_in);
  may.points = may.above || (may.own && found.round.state != RoundState::open);
  return may;
}

PlaceLine place_line(const plan::Library& library, const std::optional<Scheme>& scheme, const FoundPlace& found, const Seeing& may) {
  PlaceLine line;
  line.region = found.place.region;
  line.region_name = library.regions.name(found.place.region);
  line.id = std::to_string(found.place.id.number);
  line.version = found.place.version;
  line.state = found.place.state;
  line.submitted_on = found.place.submitted_on;
  line.late = found.place.submitted_on && *found.place.submitted_on > found.round.report_due;
  line.objected = found.place.objection.has_value();
  line.answered = found.place.answer.has_value();
  line.accepted = found.place.accepted_on.has_value();
  if (may.content) line.own_points = own_sum(from_json<PlaceReport>(found.paper.report));
  if (may.content && !found.paper.scores.empty()) line.computed_points = computed_sum(from_json<PlaceScores>(found.paper.scores));
  const bool published = found.round.state == RoundState::published;
  if (may.points || published) {
    line.points = found.paper.points;
    line.rank = found.paper.rank;
    line.grade = found.paper.grade;
    line.money_share = found.paper.money_share;
  }
  if (scheme && line.grade)
    for (const plan::EvaluationGrade& grade : scheme->head.grades)
      if (grade.name == *line.grade) {
        line.grade_en = grade.name_en;
        line.preferred = grade.preferred;
      }
  return line;
}

std::vector<CriterionRow> criterion_rows(const Asked& asked, const Scheme& scheme, const FoundPlace& found, const PlaceReport& report, const PlaceScores& scores, const Seeing& may) {
  std::vector<CriterionRow> rows;
  for (const plan::Criterion& criterion : scheme.criteria) {
    CriterionRow row{criterion, "", {}, std::nullopt, std::nullopt};
    if (const auto* indicator = criterion.indicator ? asked.plan->find_indicator(*criterion.indicator) : nullptr) row.unit = indicator->value.unit;
    row.score.criterion = criterion.key;
    row.score.full_points = criterion.points;
    for (const CriterionScore& score : scores.criteria)
      if (score.criterion == criterion.key) row.score = score;
    if (!may.points && found.round.state != RoundState::published) {
      row.score.points = std::nullopt;
      row.score.reason = std::nullopt;
    }
    for (const PlaceAnswer& answer : report.answers)
      if (may.content && answer.criterion == criterion.key) {
        row.own_points = answer.own_points;
        row.own_text = answer.text;
      }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TaskLine> task_lines(const plan::Plan& plan, std::int32_t year, const PlaceReport& report, bool content) {
  std::vector<TaskLine> lines;
  for (DueTask& task : tasks_due_in(plan, year)) {
    TaskLine line{std::move(task), false, std::nullopt, std::nullopt};
    for (const TaskAnswer& answer : report.tasks)
      if (content && answer.key == line.task.key) {
        line.not_here = answer.not_here;
        line.done_on = answer.done_on;
        line.text = answer.text;
      }
    lines.push_back(std::move(line));
  }
  return lines;
}

PlaceSteps steps_of(const store::Acting& acting, const plan::Plan& plan, const FoundPlace& found, Date today) {
  const bool mine = reports(acting, found.place.region), city = runs(acting, plan) && acting.scope.region() != found.place.region;
  const bool filling = found.round.state == RoundState::open && (found.place.state == PlaceState::open || found.place.state == PlaceState::returned);
  const bool handed_in = found.round.state == RoundState::open && !filling;
  const bool told = found.round.state == RoundState::announced;
  const bool undecided = told && !found.place.objection && !found.place.accepted_on;
  PlaceSteps may;
  may.fill = may.submit = mine && filling;
  may.give_back = city && handed_in && found.place.submitted_by.has_value();
  may.review = city && (handed_in || (filling && today > found.round.report_due));
  may.accept = mine && undecided;
  may.object = may.accept && today <= *found.round.objections_until;
  may.answer = city && told && found.place.objection && !found.place.answer;
  return may;
}

std::vector<EvidenceLine> evidence_of(const store::Snapshot& snapshot, const FoundPlace& found) {
  std::vector<EvidenceLine> lines;
  for (const EvaluationEvidence& each : snapshot.select<EvaluationEvidence>(Scope::country(), Filter().equals("place_evaluation", found.place.id).order_by("id")))
    lines.push_back({std::to_string(each.id.number), each.criterion, each.title});
  return lines;
}

/// What stands once it was handed in; before, what would be computed now.
PlaceScores scores_shown(store::Snapshot& snapshot, const Services& services, const Asked& asked, const Scheme& scheme, const FoundPlace& found, const PlaceReport& report, bool content) {
  if (!found.paper.scores.empty() && found.place.state != PlaceState::open && found.place.state != PlaceState::returned) return from_json<PlaceScores>(found.paper.scores);
  return computed_scores(snapshot, {*asked.library, *asked.plan, services.facts}, scheme, found.place.region, found.round.year, content ? report.tasks : std::vector<TaskAnswer>());
}

PublicRound public_round(const store::Snapshot& snapshot, const plan::Library& library, const Scheme& scheme, const EvaluationRound& round) {
  PublicRound shown{round.title, round.year, library.regions.name(round.region), *round.published_on, scheme.head.full_mark, round.statement, scheme.head.used_for, scheme.head.used_for_en,
                    scheme.head.source, scheme.head.unverified, {}};
  for (const FoundPlace& found : all_places(snapshot, round)) {
    const PlaceLine line = place_line(library, scheme, found, {});
    shown.places.push_back({line.region_name, line.rank.value_or(0), line.points.value_or(Decimal()), line.grade, line.grade_en, line.preferred, line.money_share});
  }
  std::stable_sort(shown.places.begin(), shown.places.end(), [](const PublicPlace& a, const PublicPlace& b) { return a.rank < b.rank; });
  return shown;
}

}  // namespace

RoundLine round_line(const store::Snapshot& snapshot, const plan::Library& library, const EvaluationRound& round) {
  RoundLine line{std::to_string(round.id.number), round.version, round.evaluation, round.title, round.year, round.region, library.regions.name(round.region), round.state, round.opened_on,
                 round.report_due, round.announced_on, round.objections_until, round.published_on, round.statement, 0, 0, 0};
  snapshot.each<PlaceEvaluation>(Scope::country(), Filter().equals("round", round.id), [&](const PlaceEvaluation& place) {
    ++line.places;
    line.submitted += place.state == PlaceState::submitted || (place.state == PlaceState::reviewed && place.submitted_by);
    line.reviewed += place.state == PlaceState::reviewed;
  });
  return line;
}

Result<EvaluationList> evaluations(const Services& services, const store::Acting& acting, const EvaluationsRequest& request) {
  const Result<Asked> asked = asked_plan(services, acting, request.plan);
  if (!asked) return asked.error();
  EvaluationList list;
  for (const Scheme& scheme : schemes_of(*asked->plan)) list.schemes.push_back(scheme_answer(scheme));
  list.may_open = runs(acting, *asked->plan);
  services.store.read([&](store::Snapshot& snapshot) {
    for (const EvaluationRound& round : snapshot.select<EvaluationRound>(Scope::country(), Filter().equals("plan", request.plan).order_by("year", store::Order::falling)))
      list.rounds.push_back(round_line(snapshot, *asked->library, round));
    return 0;
  });
  return list;
}

CheckedResult<RoundDetail> round_detail(const Services& services, const store::Acting& acting, const RoundRequest& request) {
  const Result<Asked> asked = asked_plan(services, acting, request.plan);
  if (!asked) return Refusals{asked.error()};
  return services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<RoundDetail> {
    const Result<EvaluationRound> round = find_round(snapshot, request.plan, request.round);
    if (!round) return Refusals{round.error()};
    const auto scheme = scheme_of(*asked->plan, round->evaluation);
    RoundDetail detail;
    detail.head = round_line(snapshot, *asked->library, *round);
    if (scheme) detail.scheme = scheme_answer(*scheme);
    for (const FoundPlace& found : all_places(snapshot, *round)) {
      const Seeing may = seeing(acting, found);
      if (may.own || may.above || round->state == RoundState::published) detail.places.push_back(place_line(*asked->library, scheme, found, may));
    }
    const bool run = runs(acting, *asked->plan) && scheme;
    detail.may_announce = run && round->state == RoundState::open;
    detail.may_publish = run && round->state == RoundState::announced;
    return detail;
  });
}

CheckedResult<PlaceDetail> place_detail(const Services& services, const store::Acting& acting, const PlaceRequest& request) {
  const Result<Asked> asked = asked_plan(services, acting, request.plan);
  if (!asked) return Refusals{asked.error()};
  return services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<PlaceDetail> {
    const Result<FoundPlace> found = find_place(snapshot, request.plan, request.round, request.region);
    if (!found) return Refusals{found.error()};
    const Seeing may = seeing(acting, *found);
    if (!may.own && !may.above) return Refusals{refuse("evaluation.not_found")};
    const auto scheme = scheme_of(*asked->plan, found->round.evaluation);
    if (!scheme) return Refusals{refuse("evaluation.no_scheme", {found->round.evaluation})};
    const PlaceReport report = from_json<PlaceReport>(found->paper.report);
    const PlaceScores scores = scores_shown(snapshot, services, *asked, *scheme, *found, report, may.content);
    PlaceDetail detail;
    detail.round = round_line(snapshot, *asked->library, found->round);
    detail.head = place_line(*asked->library, scheme, *found, may);
    detail.report_version = found->paper.version;
    if (may.content) detail.summary = report.summary;
    detail.criteria = criterion_rows(*asked, *scheme, *found, report, scores, may);
    detail.tasks = task_lines(*asked->plan, found->round.year, report, may.content);
    if (may.content) detail.evidence = evidence_of(snapshot, *found);
    detail.remark = found->place.remark;
    detail.objection = found->place.objection;
    detail.answer = found->place.answer;
    detail.objected_on = found->place.objected_on;
    detail.answered_on = found->place.answered_on;
    detail.accepted_on = found->place.accepted_on;
    detail.may = steps_of(acting, *asked->plan, *found, acting.at.beijing_day());
    return detail;
  });
}

Result<PublicRounds> published(const Services& services, const EvaluationsRequest& request) {
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  if (!plan) return refuse("plan.not_found", {request.plan});
  PublicRounds rounds;
  services.store.read([&](store::Snapshot& snapshot) {
    for (const EvaluationRound& round : snapshot.select<EvaluationRound>(Scope::country(), Filter().equals("plan", request.plan).order_by("year", store::Order::falling)))
      if (const auto scheme = scheme_of(*plan, round.evaluation); scheme && round.state == RoundState::published) rounds.rows.push_back(public_round(snapshot, *library, *scheme, round));
    return 0;
  });
  return rounds;
}

}  // namespace laoyou::evaluation
