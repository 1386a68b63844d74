// The yearly evaluation of a plan's places as it is kept (年度评价): the year that was opened, each place in it, and what a place shows for itself.
#pragma once

#include <optional>
#include <string>

#include "record/enum_leaf.h"
#include "record/leaf.h"

namespace laoyou::evaluation {

enum class RoundState {
  open,       ///< 报送评审中
  announced,  ///< 已反馈: each place knows its result and may object
  published   ///< 已公布
};
LAOYOU_ENUM(RoundState, "evaluation_round_state", open, announced, published)

/// One year of an evaluation.
struct EvaluationRound {
  Id<EvaluationRound> id;
  std::int32_t version = 0;
  RegionCode region;       ///< that of the plan
  std::string plan;
  std::string evaluation;  ///< its key in evaluations.yaml
  std::string title;
  std::int32_t year = 0;
  RoundState state = RoundState::open;
  Date opened_on;
  Date report_due;
  std::optional<Date> announced_on;
  std::optional<Date> objections_until;
  std::optional<Date> published_on;
  std::optional<std::string> statement;  ///< what follows from the results
};
LAOYOU_RECORD(EvaluationRound, "evaluation_round", id, version, region, plan, evaluation, title, year, state, opened_on, report_due, announced_on, objections_until, published_on, statement)

enum class PlaceState {
  open,       ///< 待报送
  submitted,  ///< 待评审
  returned,   ///< 已退回
  reviewed    ///< 已评审
};
LAOYOU_ENUM(PlaceState, "evaluation_place_state", open, submitted, returned, reviewed)

/// One place in a year. What it says for itself stands in PlacePaper; here is what came of it.
struct PlaceEvaluation {
  Id<PlaceEvaluation> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<EvaluationRound> round;
  std::string title;
  PlaceState state = PlaceState::open;
  std::optional<std::int64_t> submitted_by;  ///< the account
  std::optional<Date> submitted_on;          ///< of the first time
  std::optional<std::string> remark;         ///< why it was returned
  std::optional<std::int64_t> reviewed_by;
  std::optional<Date> reviewed_on;
  std::optional<std::string> objection;
  std::optional<Date> objected_on;
  std::optional<std::string> answer;
  std::optional<Date> answered_on;
  std::optional<Date> accepted_on;
};
LAOYOU_RECORD(PlaceEvaluation, "place_evaluation", id, version, region, round, title, state, submitted_by, submitted_on, remark, reviewed_by, reviewed_on, objection, objected_on, answer,
              answered_on, accepted_on)

/// What a place handed in and what it was given, each as JSON (content.h). Apart from the register, since a draft is the place's own and points are
/// told when the results are.
struct PlacePaper {
  Id<PlacePaper> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<PlaceEvaluation> place_evaluation;
  std::string report;  ///< content.h: PlaceReport
  std::string scores;  ///< content.h: PlaceScores, from its submission or review on; empty before
  std::optional<Decimal> points;
  std::optional<std::int32_t> rank;
  std::optional<std::string> grade;
  std::optional<Decimal> money_share;
};
LAOYOU_RECORD(PlacePaper, "place_paper", id, version, region, place_evaluation, report, scores, points, rank, grade, money_share)

/// Evidence of a place (佐证材料): what it is, with the files.
struct EvaluationEvidence {
  Id<EvaluationEvidence> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<PlaceEvaluation> place_evaluation;
  std::string criterion;  ///< its key in evaluations.yaml
  std::string title;
  std::optional<std::string> note;
};
LAOYOU_RECORD(EvaluationEvidence, "evaluation_evidence", id, version, region, place_evaluation, criterion, title, note)

}  // namespace laoyou::evaluation
