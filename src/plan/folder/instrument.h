// An assessment scale (评估量表): items with options and scores, grades by total score, and what changes a grade.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::plan {

struct InstrumentOption {
  std::int32_t score = 0;
  std::string text;
};
LAOYOU_RECORD(InstrumentOption, "instrument_option", score, text)

struct InstrumentItem {
  std::string key;
  std::optional<std::string> code;
  std::string name;
  std::optional<std::string> name_en;
  std::vector<InstrumentOption> options;
  bool unverified = false;
};
LAOYOU_RECORD(InstrumentItem, "instrument_item", key, code, name, name_en, options, unverified)

/// A grade of one dimension or of the whole by score; both ends included.
struct GradeBand {
  std::int32_t grade = 0;
  std::string name;
  std::optional<std::string> name_en;
  std::optional<std::int32_t> from;
  std::optional<std::int32_t> to;
  std::optional<std::string> note;
  bool unverified = false;
};
LAOYOU_RECORD(GradeBand, "grade_band", grade, name, name_en, from, to, note, unverified)

struct InstrumentDimension {
  std::string key;
  std::optional<std::string> code;
  std::string name;
  std::optional<std::string> name_en;
  std::vector<InstrumentItem> items;
  std::vector<GradeBand> grades;
  std::optional<std::string> note;
};
LAOYOU_RECORD(InstrumentDimension, "instrument_dimension", key, code, name, name_en, items, grades, note)

/// What changes the grade found by score.
struct GradeAdjustment {
  std::string key;
  std::string trigger;
  std::optional<std::string> field;
  std::optional<std::int32_t> set_grade;
  std::optional<std::int32_t> worsen_by;
  std::optional<std::string> note;
  bool unverified = false;
};
LAOYOU_RECORD(GradeAdjustment, "grade_adjustment", key, trigger, field, set_grade, worsen_by, note, unverified)

/// One row of a combination table: the grades of two dimensions give the result.
struct GradeCombination {
  std::int32_t first = 0;
  std::int32_t second = 0;
  std::int32_t grade = 0;
  bool unverified = false;
};
LAOYOU_RECORD(GradeCombination, "grade_combination", first, second, grade, unverified)

/// Who has to come (评估员人数).
struct InstrumentAssessors {
  std::int32_t min = 1;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(InstrumentAssessors, "instrument_assessors", min, source, unverified)

struct Instrument {
  std::string instrument;
  std::string name;
  std::optional<std::string> name_en;
  std::string document;
  std::vector<InstrumentDimension> dimensions;
  std::vector<GradeBand> grades;
  std::vector<GradeAdjustment> adjustments;
  std::vector<GradeCombination> combination;
  std::optional<InstrumentAssessors> assessors;
  std::optional<std::string> sets;  ///< the register field that the grade is written to, "resident.care_grade"; grade 0 is the first of its values
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(Instrument, "instrument", instrument, name, name_en, document, dimensions, grades, adjustments, combination, assessors, sets, note, source, unverified)

}  // namespace laoyou::plan
