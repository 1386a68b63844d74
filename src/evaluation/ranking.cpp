#include "evaluation/ranking.h"

#include "evaluation/score.h"

namespace laoyou::evaluation {

void rank_all(store::Writing& writing, const Scheme& scheme, const EvaluationRound& round) {
  std::vector<FoundPlace> places = all_places(writing, round);
  std::vector<Decimal> points;
  for (const FoundPlace& each : places) points.push_back(sum_of(from_json<PlaceScores>(each.paper.scores)));
  const std::vector<std::int32_t> ranks = ranks_of(points);
  for (std::size_t i = 0; i < places.size(); ++i) {
    PlacePaper& paper = places[i].paper;
    const plan::EvaluationGrade* grade = grade_for(scheme, points[i]);
    paper.points = points[i];
    paper.rank = ranks[i];
    paper.grade = grade == nullptr ? std::nullopt : std::optional(grade->name);
    writing.update(paper);
  }
}

}  // namespace laoyou::evaluation
