#include "assessments/scale_of.h"

#include <algorithm>

namespace laoyou::assessments {
namespace {

/// Bands without scores are named by a table, not reached by a total.
std::vector<assessment::Band> bands_of(const std::vector<plan::GradeBand>& grades) {
  std::vector<assessment::Band> bands;
  for (const plan::GradeBand& grade : grades)
    if (grade.from && grade.to) bands.push_back({grade.grade, *grade.from, *grade.to});
  return bands;
}

}  // namespace

assessment::Scale scale_of(const plan::Instrument& instrument) {
  assessment::Scale scale;
  for (const plan::InstrumentDimension& dimension : instrument.dimensions) {
    assessment::Dimension made{dimension.key, {}, bands_of(dimension.grades)};
    for (const plan::InstrumentItem& item : dimension.items) {
      assessment::Item one{item.key, {}};
      for (const plan::InstrumentOption& option : item.options) one.scores.push_back(option.score);
      made.items.push_back(std::move(one));
    }
    scale.dimensions.push_back(std::move(made));
  }
  scale.bands = bands_of(instrument.grades);
  for (const plan::GradeBand& grade : instrument.grades) scale.worst_grade = std::max(scale.worst_grade, grade.grade);
  for (const plan::GradeAdjustment& change : instrument.adjustments) scale.changes.push_back({change.key, change.set_grade, change.worsen_by.value_or(0)});
  for (const plan::GradeCombination& row : instrument.combination) scale.combinations.push_back({row.first, row.second, row.grade});
  return scale;
}

}  // namespace laoyou::assessments
