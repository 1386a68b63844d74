#include "assessments/shown_form.h"

#include <algorithm>
#include <boost/json.hpp>

#include "assessments/scale_of.h"
#include "assessments/signature.h"
#include "base/check.h"
#include "engines/assessment/score.h"
#include "record/json_read.h"

namespace laoyou::assessments {
namespace {

plan::Instrument instrument_of(const AssessmentForm& form) {
  plan::Instrument instrument;
  Refusals refusals;
  record::read_json(boost::json::parse(form.instrument_text), instrument, "", refusals);
  CHECK(refusals.empty());
  return instrument;
}

/// What was written by answers_text().
assessment::Answers answers_of(const AssessmentForm& form) {
  assessment::Answers answers;
  const boost::json::value kept = boost::json::parse(form.answers);
  for (const auto& [item, score] : kept.at("scores").as_object()) answers.scores[std::string(item)] = static_cast<int>(score.as_int64());
  for (const boost::json::value& key : kept.at("found").as_array()) answers.found_changes.insert(std::string(key.as_string()));
  return answers;
}

std::string grade_name(const plan::Instrument& instrument, int grade) {
  const auto band = std::find_if(instrument.grades.begin(), instrument.grades.end(), [&](const plan::GradeBand& each) { return each.grade == grade; });
  return band == instrument.grades.end() ? std::to_string(grade) : band->name;
}

std::int32_t score_max(const plan::InstrumentItem& item) {
  std::int32_t most = 0;
  for (const plan::InstrumentOption& option : item.options) most = std::max(most, option.score);
  return most;
}

ShownItem shown_item(const plan::InstrumentItem& item, const assessment::Answers& answers) {
  ShownItem shown{item.key, item.name, answers.scores.at(item.key), score_max(item), {}};
  for (const plan::InstrumentOption& option : item.options)
    if (option.score == shown.score) shown.answer = option.text;
  return shown;
}

ShownDimension shown_dimension(const plan::InstrumentDimension& dimension, const assessment::Answers& answers, bool whole) {
  ShownDimension shown{dimension.key, dimension.name, 0, 0, {}};
  for (const plan::InstrumentItem& item : dimension.items) {
    ShownItem one = shown_item(item, answers);
    shown.score += one.score;
    shown.score_max += one.score_max;
    if (whole) shown.items.push_back(std::move(one));
  }
  return shown;
}

}  // namespace

ShownForm shown_form(const AssessmentForm& form, bool whole) {
  const plan::Instrument instrument = instrument_of(form);
  const assessment::Answers answers = answers_of(form);
  const auto scored = assessment::score(scale_of(instrument), answers);
  CHECK(scored);
  ShownForm shown{form.id, form.resident, form.assessment, form.instrument, instrument.name, instrument.document, instrument.unverified, form.day, form.occasion, {},
                  form.total, grade_name(instrument, scored->first_grade), {}, form.grade, grade_name(instrument, form.grade), form.assessors, {}, form.note, {}, form.sent_at};
  if (whole) shown.signatures = signatures_of(form.signatures);
  for (const plan::InstrumentDimension& dimension : instrument.dimensions) shown.dimensions.push_back(shown_dimension(dimension, answers, whole));
  for (const std::string& key : scored->applied)
    for (const plan::GradeAdjustment& change : instrument.adjustments)
      if (change.key == key) shown.changes.push_back(change.trigger);
  return shown;
}

}  // namespace laoyou::assessments
