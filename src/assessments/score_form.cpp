#include "assessments/score_form.h"

#include <boost/json.hpp>

#include "assessments/scale_of.h"
#include "assessments/signature.h"
#include "base/shown_text.h"
#include "engines/assessment/score.h"
#include "record/json_write.h"

namespace laoyou::assessments {
namespace {

constexpr std::size_t k_once_min = 8, k_once_max = 64, k_assessors_max = 6, k_name_bytes_max = 60, k_note_bytes_max = 3000;

assessment::Answers answers_of(const SendRequest& request, Refusals& refusals) {
  assessment::Answers answers;
  for (std::size_t i = 0; i < request.scores.size(); ++i)
    if (!answers.scores.emplace(request.scores[i].item, request.scores[i].score).second)
      refusals.push_back(at("/scores/" + std::to_string(i), refuse("assessments.twice", {request.scores[i].item})));
  answers.found_changes.insert(request.found.begin(), request.found.end());
  return answers;
}

std::string answers_text(const assessment::Answers& answers) {
  boost::json::object scores;
  for (const auto& [item, score] : answers.scores) scores[item] = score;
  boost::json::array found;
  for (const std::string& key : answers.found_changes) found.emplace_back(key);
  return boost::json::serialize(boost::json::object{{"scores", std::move(scores)}, {"found", std::move(found)}});
}

void check_head(const SendRequest& request, const registry::Resident& person, Date today, Refusals& refusals) {
  if (request.day > today) refusals.push_back(at("/day", refuse("assessments.day_ahead")));
  if (person.born && request.day < *person.born) refusals.push_back(at("/day", refuse("assessments.before_birth")));
  if (request.once.size() < k_once_min || request.once.size() > k_once_max) refusals.push_back(at("/once", refuse("assessments.once_wrong")));
  if (request.note && request.note->size() > k_note_bytes_max) refusals.push_back(at("/note", refuse("assessments.note_long")));
  const bool named = !request.assessors.empty() && request.assessors.size() <= k_assessors_max &&
                     std::all_of(request.assessors.begin(), request.assessors.end(), [](const std::string& name) { return !trimmed(name).empty() && name.size() <= k_name_bytes_max; });
  if (!named) refusals.push_back(at("/assessors", refuse("assessments.no_assessor")));
}

void check_assessors(const SendRequest& request, const plan::Instrument& instrument, Refusals& refusals) {
  const int wanted = instrument.assessors ? instrument.assessors->min : 0;
  if (!request.assessors.empty() && static_cast<int>(request.assessors.size()) < wanted) refusals.push_back(at("/assessors", refuse("assessments.assessors_few", {std::to_string(wanted)})));
  const Refusals wrong = check_signatures(request.signatures, request.assessors);
  refusals.insert(refusals.end(), wrong.begin(), wrong.end());
}

}  // namespace

CheckedResult<AssessmentForm> score_form(const SendRequest& request, const plan::Instrument& instrument, const registry::Resident& person, Date today) {
  Refusals refusals;
  check_head(request, person, today, refusals);
  check_assessors(request, instrument, refusals);
  const assessment::Answers answers = answers_of(request, refusals);
  const auto scored = assessment::score(scale_of(instrument), answers);
  if (!scored)
    for (const Refusal& each : scored.error()) refusals.emplace_back(each.code, "/scores/" + each.place, each.words);
  if (!refusals.empty()) return refusals;
  AssessmentForm form;
  form.region = person.region;
  form.resident = person.id;
  form.instrument = instrument.instrument;
  form.instrument_text = record::to_json(instrument);
  form.day = request.day;
  form.occasion = request.occasion;
  form.answers = answers_text(answers);
  form.total = scored->total;
  form.grade = scored->grade;
  for (const std::string& name : request.assessors) form.assessors.emplace_back(trimmed(name));
  form.signatures = signatures_text(request.signatures);
  form.note = request.note;
  form.once = request.once;
  return form;
}

bool same_answers(const AssessmentForm& a, const AssessmentForm& b) {
  return a.resident == b.resident && a.instrument == b.instrument && a.day == b.day && a.answers == b.answers && a.assessors == b.assessors;
}

}  // namespace laoyou::assessments
