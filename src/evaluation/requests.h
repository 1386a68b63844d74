// What the routes of the yearly evaluation are asked, and what they answer.
#pragma once

#include "evaluation/records.h"
#include "evaluation/scheme.h"

namespace laoyou::evaluation {

struct EvaluationsRequest {
  std::string plan;
};
LAOYOU_RECORD(EvaluationsRequest, "evaluations_request", plan)

struct OpenRoundRequest {
  std::string plan;
  std::string evaluation;
  std::int32_t year = 0;
};
LAOYOU_RECORD(OpenRoundRequest, "open_evaluation_request", plan, evaluation, year)

struct RoundRequest {
  std::string plan;
  Id<EvaluationRound> round;
};
LAOYOU_RECORD(RoundRequest, "evaluation_round_request", plan, round)

/// `version`, here and below, as it was seen: a step on what has changed since is refused.
struct RoundStepRequest {
  std::string plan;
  Id<EvaluationRound> round;
  std::int32_t version = 0;
};
LAOYOU_RECORD(RoundStepRequest, "evaluation_round_step", plan, round, version)

/// A place's part of the project money that goes by the results.
struct MoneyShare {
  RegionCode region;
  Decimal percent;
};
LAOYOU_RECORD(MoneyShare, "evaluation_money_share", region, percent)

struct PublishRequest {
  std::string plan;
  Id<EvaluationRound> round;
  std::int32_t version = 0;
  std::string statement;
  std::vector<MoneyShare> shares;
};
LAOYOU_RECORD(PublishRequest, "publish_evaluation_request", plan, round, version, statement, shares)

struct PlaceRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
};
LAOYOU_RECORD(PlaceRequest, "evaluation_place_request", plan, round, region)

struct SaveReportRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
  std::int32_t version = 0;
  PlaceReport report;
};
LAOYOU_RECORD(SaveReportRequest, "save_evaluation_report", plan, round, region, version, report)

struct PlaceStepRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
  std::int32_t version = 0;
};
LAOYOU_RECORD(PlaceStepRequest, "evaluation_place_step", plan, round, region, version)

struct PlaceWordsRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
  std::int32_t version = 0;
  std::string text;
};
LAOYOU_RECORD(PlaceWordsRequest, "evaluation_place_words", plan, round, region, version, text)

/// The points of one criterion; without them what was computed stands.
struct GivenPoints {
  std::string criterion;
  std::optional<Decimal> points;
  std::optional<std::string> reason;
};
LAOYOU_RECORD(GivenPoints, "given_points", criterion, points, reason)

struct ReviewRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
  std::int32_t version = 0;
  std::vector<GivenPoints> points;
};
LAOYOU_RECORD(ReviewRequest, "evaluation_review_request", plan, round, region, version, points)

/// An answer to an objection; points named change.
struct AnswerRequest {
  std::string plan;
  Id<EvaluationRound> round;
  RegionCode region;
  std::int32_t version = 0;
  std::string text;
  std::vector<GivenPoints> points;
};
LAOYOU_RECORD(AnswerRequest, "evaluation_answer_request", plan, round, region, version, text, points)

struct SchemeAnswer {
  plan::Evaluation evaluation;
  std::vector<plan::Criterion> criteria;
  std::string layer;
};
LAOYOU_RECORD(SchemeAnswer, "evaluation_scheme", evaluation, criteria, layer)

struct RoundLine {
  std::string id;
  std::int32_t version = 0;
  std::string evaluation;
  std::string title;
  std::int32_t year = 0;
  RegionCode region;
  std::string region_name;
  RoundState state = RoundState::open;
  Date opened_on, report_due;
  std::optional<Date> announced_on, objections_until, published_on;
  std::optional<std::string> statement;
  std::int32_t places = 0, submitted = 0, reviewed = 0;
};
LAOYOU_RECORD(RoundLine, "evaluation_round_line", id, version, evaluation, title, year, region, region_name, state, opened_on, report_due, announced_on, objections_until, published_on,
              statement, places, submitted, reviewed)

struct EvaluationList {
  std::vector<SchemeAnswer> schemes;
  std::vector<RoundLine> rounds;
  bool may_open = false;
};
LAOYOU_RECORD(EvaluationList, "evaluation_list", schemes, rounds, may_open)

/// A place in a round, as far as the caller may know.
struct PlaceLine {
  RegionCode region;
  std::string region_name;
  std::string id;
  std::int32_t version = 0;
  PlaceState state = PlaceState::open;
  bool late = false;
  std::optional<Date> submitted_on;
  std::optional<Decimal> own_points, computed_points, points;
  std::optional<std::int32_t> rank;
  std::optional<std::string> grade, grade_en;
  bool preferred = false;
  std::optional<Decimal> money_share;
  bool objected = false, answered = false, accepted = false;
};
LAOYOU_RECORD(PlaceLine, "evaluation_place_line", region, region_name, id, version, state, late, submitted_on, own_points, computed_points, points, rank, grade, grade_en, preferred, money_share,
              objected, answered, accepted)

struct RoundDetail {
  RoundLine head;
  SchemeAnswer scheme;
  std::vector<PlaceLine> places;
  bool may_announce = false, may_publish = false;
};
LAOYOU_RECORD(RoundDetail, "evaluation_round_detail", head, scheme, places, may_announce, may_publish)

/// One criterion on the page of a place.
struct CriterionRow {
  plan::Criterion criterion;
  std::string unit;
  CriterionScore score;
  std::optional<Decimal> own_points;
  std::optional<std::string> own_text;
};
LAOYOU_RECORD(CriterionRow, "evaluation_criterion_row", criterion, unit, score, own_points, own_text)

struct TaskLine {
  DueTask task;
  bool not_here = false;
  std::optional<Date> done_on;
  std::optional<std::string> text;
};
LAOYOU_RECORD(TaskLine, "evaluation_task_line", task, not_here, done_on, text)

struct EvidenceLine {
  std::string id;
  std::string criterion;
  std::string title;
};
LAOYOU_RECORD(EvidenceLine, "evaluation_evidence_line", id, criterion, title)

/// What the caller may do next.
struct PlaceSteps {
  bool fill = false, submit = false, give_back = false, review = false, object = false, accept = false, answer = false;
};
LAOYOU_RECORD(PlaceSteps, "evaluation_place_steps", fill, submit, give_back, review, object, accept, answer)

struct PlaceDetail {
  RoundLine round;
  PlaceLine head;
  std::int32_t report_version = 0;  ///< for keeping a draft; the steps name that of `head`
  std::optional<std::string> summary;
  std::vector<CriterionRow> criteria;
  std::vector<TaskLine> tasks;
  std::vector<EvidenceLine> evidence;
  std::optional<std::string> remark, objection, answer;
  std::optional<Date> objected_on, answered_on, accepted_on;
  PlaceSteps may;
};
LAOYOU_RECORD(PlaceDetail, "evaluation_place_detail", round, head, report_version, summary, criteria, tasks, evidence, remark, objection, answer, objected_on, answered_on, accepted_on, may)

struct PublicPlace {
  std::string region_name;
  std::int32_t rank = 0;
  Decimal points;
  std::optional<std::string> grade, grade_en;
  bool preferred = false;
  std::optional<Decimal> money_share;
};
LAOYOU_RECORD(PublicPlace, "public_evaluation_place", region_name, rank, points, grade, grade_en, preferred, money_share)

struct PublicRound {
  std::string title;
  std::int32_t year = 0;
  std::string region_name;
  Date published_on;
  Decimal full_mark;
  std::optional<std::string> statement, used_for, used_for_en;
  std::string source;
  bool unverified = false;
  std::vector<PublicPlace> places;
};
LAOYOU_RECORD(PublicRound, "public_evaluation", title, year, region_name, published_on, full_mark, statement, used_for, used_for_en, source, unverified, places)

struct PublicRounds {
  std::vector<PublicRound> rows;
};
LAOYOU_RECORD(PublicRounds, "public_evaluations", rows)

}  // namespace laoyou::evaluation
