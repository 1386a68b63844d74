// What the finder is asked and what it answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/folder/records.h"
#include "record/leaf.h"

namespace laoyou::benefits {

/// One fact of somebody, written as plans write values: "1940-05-01", "重度失能", "800元", "是".
struct GivenFact {
  std::string field;
  std::string value;
};
LAOYOU_RECORD(GivenFact, "given_fact", field, value)

/// A person, a place of care, or something that belongs to one (a bed names its institution by `id`).
struct GivenSubject {
  std::string record;
  std::optional<std::string> label;
  std::optional<std::int32_t> times;  ///< so many equal ones; else one
  std::vector<GivenFact> facts;
};
LAOYOU_RECORD(GivenSubject, "given_subject", record, label, times, facts)

struct FindRequest {
  std::string plan;
  std::vector<GivenSubject> subjects;
};
LAOYOU_RECORD(FindRequest, "find_benefits_request", plan, subjects)

enum class Verdict {
  entitled,      ///< the rule holds
  open,          ///< facts are missing that would decide it
  not_entitled,  ///< the rule does not hold
  ask_office     ///< no rule says it, or the rule rests on records that are not known here
};
LAOYOU_ENUM(Verdict, "benefit_verdict", entitled, open, not_entitled, ask_office)

/// How a missing fact is asked for.
enum class FactKind { yes_no, choice, day, money, whole, measure, region, other };
LAOYOU_ENUM(FactKind, "fact_kind", yes_no, choice, day, money, whole, measure, region, other)

struct FactChoice {
  std::string value;
  std::string zh;
  std::string en;
};
LAOYOU_RECORD(FactChoice, "fact_choice", value, zh, en)

/// A fact that would decide something.
struct FactNeeded {
  std::int32_t subject = 0;  ///< position in the subjects
  std::string record;
  std::string field;
  std::string zh;
  std::string en;
  std::string unit;
  FactKind kind = FactKind::other;
  std::vector<FactChoice> choices;
  std::int32_t decides = 0;  ///< so many benefits rest on it
};
LAOYOU_RECORD(FactNeeded, "fact_needed", subject, record, field, zh, en, unit, kind, choices, decides)

/// One benefit for one subject.
struct BenefitResult {
  std::int32_t subject = 0;
  Verdict verdict = Verdict::ask_office;
  std::optional<std::string> amount;   ///< "50.00元"
  std::optional<std::string> every;    ///< "月"
  std::vector<FactNeeded> needs;
  std::optional<std::string> reasons;  ///< the rule's own sentences with the facts put in
};
LAOYOU_RECORD(BenefitResult, "benefit_result", subject, verdict, amount, every, needs, reasons)

/// A policy, subsidy or relief of the stacked plans.
struct Benefit {
  std::string number;
  std::string title;
  std::optional<std::string> title_en;
  plan::Group package = plan::Group::both;
  std::string category;
  std::string layer;
  std::string source;
  std::optional<std::string> document;
  std::optional<std::string> summary;
  std::optional<std::string> applicant;
  std::optional<std::string> amount;
  std::vector<std::string> papers;
  std::optional<std::string> office;
  std::optional<std::string> telephone;
  std::optional<std::string> time_limit;
  std::optional<std::string> procedure;        ///< by which it is asked for
  std::optional<std::string> procedure_name, procedure_name_en;
  std::optional<std::string> procedure_field;  ///< of its form: the subject's record
  bool may_begin = false;                      ///< by the caller
  bool example = false;                        ///< the rule's figures are examples
  bool unverified = false;
  Verdict verdict = Verdict::ask_office;       ///< the best of the results
  std::vector<BenefitResult> results;
};
LAOYOU_RECORD(Benefit, "benefit", number, title, title_en, package, category, layer, source, document, summary, applicant, amount, papers, office, telephone, time_limit, procedure,
              procedure_name, procedure_name_en, procedure_field, may_begin, example, unverified, verdict, results)

struct SubjectLine {
  std::string record;
  std::string label;
};
LAOYOU_RECORD(SubjectLine, "benefit_subject", record, label)

struct Benefits {
  std::string plan;
  Period period;
  std::vector<SubjectLine> subjects;
  std::vector<Benefit> rows;
  std::vector<FactNeeded> questions;  ///< what to ask next, the most deciding first
};
LAOYOU_RECORD(Benefits, "benefits", plan, period, subjects, rows, questions)

}  // namespace laoyou::benefits
