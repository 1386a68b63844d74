// Scoring: from the answers of an assessment to sub-scores, total and grade, each step shown (评分定级).
#pragma once

#include <map>
#include <set>

#include "base/result.h"
#include "engines/assessment/scale.h"

namespace laoyou::assessment {

/// What the assessors found.
struct Answers {
  std::map<std::string, int, std::less<>> scores;    ///< by item
  std::set<std::string, std::less<>> found_changes;  ///< keys of what changes the grade
};

struct DimensionScore {
  std::string key;
  int score = 0;
  std::optional<int> grade;
};

struct Scored {
  std::vector<DimensionScore> dimensions;
  int total = 0;
  int first_grade = 0;                ///< by the scores alone
  std::vector<std::string> applied;   ///< changes that were found, in the order of the scale
  int grade = 0;
};

/// Every item answered, every answer among the item's scores; else refused, all at once, with the key as place: "assessment.item_missing",
/// "assessment.item_unknown", "assessment.score_unknown" {score}, "assessment.change_unknown"; "assessment.no_grade" {total} when the scale has none for it.
/// Several changes that each worsen the grade worsen it once, by the greatest of them.
boost::system::result<Scored, Refusals> score(const Scale& scale, const Answers& answers);

}  // namespace laoyou::assessment
