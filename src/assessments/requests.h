// What the routes of assessments are asked and what they answer.
#pragma once

#include "assessments/records.h"
#include "assessments/signature.h"
#include "plan/folder/instrument.h"

namespace laoyou::assessments {

struct StartRequest {
  Id<registry::Resident> resident;
};
LAOYOU_RECORD(StartRequest, "assessment_start_request", resident)

/// Whom the assessment is of, as the head of the form says it.
struct AssessedPerson {
  Id<registry::Resident> id;
  std::string name;
  std::optional<Date> born;
  std::optional<registry::Sex> sex;
  RegionCode region;
  std::string region_name;
  std::optional<registry::CareGrade> care_grade;
};
LAOYOU_RECORD(AssessedPerson, "assessed_person", id, name, born, sex, region, region_name, care_grade)

/// All that a form needs, so that it can be filled in where there is no network.
struct AssessmentStart {
  AssessedPerson person;
  std::vector<plan::Instrument> instruments;  ///< of the plan that holds where the person lives
};
LAOYOU_RECORD(AssessmentStart, "assessment_start", person, instruments)

struct ItemScore {
  std::string item;
  std::int32_t score = 0;
};
LAOYOU_RECORD(ItemScore, "assessment_item_score", item, score)

struct SendRequest {
  Id<registry::Resident> resident;
  std::string instrument;
  Date day;
  Occasion occasion = Occasion::first;
  std::vector<ItemScore> scores;
  std::vector<std::string> found;       ///< keys of what changes the grade
  std::vector<std::string> assessors;
  std::vector<Signature> signatures;    ///< of whoever signed on the device
  std::optional<std::string> note;
  std::string once;                     ///< 8 to 64 characters, new for each assessment
};
LAOYOU_RECORD(SendRequest, "assessment_send_request", resident, instrument, day, occasion, scores, found, assessors, signatures, note, once)

struct FormRequest {
  Id<AssessmentForm> id;
};
LAOYOU_RECORD(FormRequest, "assessment_form_request", id)

struct FormsRequest {
  Id<registry::Resident> resident;
};
LAOYOU_RECORD(FormsRequest, "assessment_forms_request", resident)

/// An answered item in words.
struct ShownItem {
  std::string item;
  std::string name;
  std::int32_t score = 0;
  std::int32_t score_max = 0;
  std::string answer;
};
LAOYOU_RECORD(ShownItem, "assessment_shown_item", item, name, score, score_max, answer)

struct ShownDimension {
  std::string dimension;
  std::string name;
  std::int32_t score = 0;
  std::int32_t score_max = 0;
  std::vector<ShownItem> items;  ///< empty in lists
};
LAOYOU_RECORD(ShownDimension, "assessment_shown_dimension", dimension, name, score, score_max, items)

/// An assessment with everything that led to its grade.
struct ShownForm {
  Id<AssessmentForm> id;
  Id<registry::Resident> resident;
  std::optional<Id<registry::Assessment>> assessment;
  std::string instrument;
  std::string instrument_name;
  std::string document;
  bool unverified = false;
  Date day;
  Occasion occasion = Occasion::first;
  std::vector<ShownDimension> dimensions;
  std::int32_t total = 0;
  std::string first_grade_name;               ///< by the scores alone
  std::vector<std::string> changes;           ///< what changed it, in the instrument's words
  std::int32_t grade = 0;
  std::string grade_name;
  std::vector<std::string> assessors;
  std::vector<Signature> signatures;          ///< empty in lists
  std::optional<std::string> note;
  std::string sent_by;
  Instant sent_at;
};
LAOYOU_RECORD(ShownForm, "assessment_shown_form", id, resident, assessment, instrument, instrument_name, document, unverified, day, occasion, dimensions, total, first_grade_name,
              changes, grade, grade_name, assessors, signatures, note, sent_by, sent_at)

struct ShownForms {
  std::vector<ShownForm> rows;  ///< the latest day first
};
LAOYOU_RECORD(ShownForms, "assessment_shown_forms", rows)

}  // namespace laoyou::assessments
