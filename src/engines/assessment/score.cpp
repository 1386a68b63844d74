#include "engines/assessment/score.h"

#include <algorithm>

namespace laoyou::assessment {
namespace {

std::optional<int> grade_of(const std::vector<Band>& bands, int score) {
  for (const Band& band : bands)
    if (score >= band.from && score <= band.to) return band.grade;
  return std::nullopt;
}

Refusals wrong_answers(const Scale& scale, const Answers& answers) {
  Refusals refusals;
  std::set<std::string_view> known;
  for (const Dimension& dimension : scale.dimensions)
    for (const Item& item : dimension.items) {
      known.insert(item.key);
      const auto found = answers.scores.find(item.key);
      if (found == answers.scores.end()) refusals.push_back(at(item.key, refuse("assessment.item_missing")));
      else if (std::find(item.scores.begin(), item.scores.end(), found->second) == item.scores.end())
        refusals.push_back(at(item.key, refuse("assessment.score_unknown", {std::to_string(found->second)})));
    }
  for (const auto& [key, score] : answers.scores)
    if (!known.contains(key)) refusals.push_back(at(key, refuse("assessment.item_unknown")));
  for (const std::string& key : answers.found_changes)
    if (std::none_of(scale.changes.begin(), scale.changes.end(), [&](const GradeChange& change) { return change.key == key; })) refusals.push_back(at(key, refuse("assessment.change_unknown")));
  return refusals;
}

std::optional<int> first_grade(const Scale& scale, const Scored& scored) {
  if (scale.combinations.empty()) return grade_of(scale.bands, scored.total);
  int others = 0;
  for (std::size_t i = 1; i < scored.dimensions.size(); ++i) others = std::max(others, scored.dimensions[i].grade.value_or(0));
  for (const Combination& combination : scale.combinations)
    if (combination.first == scored.dimensions.front().grade && combination.others == others) return combination.grade;
  return std::nullopt;
}

void apply_changes(const Scale& scale, const Answers& answers, Scored& scored) {
  int worsen_by = 0;
  std::optional<int> at_least;
  for (const GradeChange& change : scale.changes) {
    if (!answers.found_changes.contains(change.key)) continue;
    scored.applied.push_back(change.key);
    worsen_by = std::max(worsen_by, change.worsen_by);
    if (change.set_grade) at_least = std::max(at_least.value_or(0), *change.set_grade);
  }
  scored.grade = std::max(std::min(scored.first_grade + worsen_by, scale.worst_grade), at_least.value_or(0));
}

}  // namespace

boost::system::result<Scored, Refusals> score(const Scale& scale, const Answers& answers) {
  if (Refusals wrong = wrong_answers(scale, answers); !wrong.empty()) return wrong;
  Scored scored;
  for (const Dimension& dimension : scale.dimensions) {
    DimensionScore part{dimension.key, 0, std::nullopt};
    for (const Item& item : dimension.items) part.score += answers.scores.find(item.key)->second;
    if (!dimension.bands.empty()) part.grade = grade_of(dimension.bands, part.score);
    if (!dimension.bands.empty() && !part.grade) return Refusals{at(dimension.key, refuse("assessment.no_grade", {std::to_string(part.score)}))};
    scored.total += part.score;
    scored.dimensions.push_back(std::move(part));
  }
  const std::optional<int> grade = first_grade(scale, scored);
  if (!grade) return Refusals{refuse("assessment.no_grade", {std::to_string(scored.total)})};
  scored.first_grade = *grade;
  apply_changes(scale, answers, scored);
  return scored;
}

}  // namespace laoyou::assessment
