// What changed from one run to the next (比对): every difference of every person, each with its reason, so that the reasons add up to it exactly.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "funds/entitlement.h"
#include "record/enum_leaf.h"

namespace laoyou::funds {

/// Why an amount is another than before.
enum class Reason {
  time,        ///< the same facts and rules in another period: a birthday, a date reached
  rule,        ///< a rule or a parameter is another
  fact,        ///< a fact is another
  added,       ///< the record was not there before
  gone,        ///< the record is no longer there
  correction,  ///< of earlier months, by facts that came late
  recovery,    ///< what an earlier overpayment keeps back
  held,        ///< a check holds the payment back
  released     ///< a check held the earlier payment back
};
LAOYOU_ENUM(Reason, "difference_reason", time, rule, fact, added, gone, correction, recovery, held, released)

/// One side of the comparison. Everything outlives the comparison.
struct RunInputs {
  const rules::Book& book;
  const rules::Facts& facts;
  Period period;
  SubsidyRules subsidy;
};

/// A field of the record, or of one it leads to, that is another than before.
struct ChangedFact {
  std::string field;          ///< "resident.care_grade"
  std::string before, after;  ///< as rules write them; empty: missing
  bool operator==(const ChangedFact&) const = default;
};

struct Step {
  Reason reason = Reason::fact;
  Fen change;                       ///< may be below zero, never zero
  std::vector<ChangedFact> facts;   ///< of `fact`
};

struct Difference {
  std::int64_t subject = 0;
  Fen before, after;
  std::vector<Step> steps;  ///< their changes add up to after - before
};

/// Of all subjects whose amount differs, by subject. Undecided counts as nothing. Steps in the order time, rule, fact.
std::vector<Difference> differences(const RunInputs& before, const RunInputs& after, RegionCode place);

/// What payments add to entitlements, by subject.
struct PaymentParts {
  Fen correction, recovered;
  bool held = false;
};
using PartsBySubject = std::map<std::int64_t, PaymentParts>;

/// Takes the parts of both sides in: before and after are then what is paid. Subjects without any difference left fall away.
void add_payment_parts(std::vector<Difference>& differences, const std::map<std::int64_t, Fen>& entitled_before, const PartsBySubject& before,
                       const std::map<std::int64_t, Fen>& entitled_after, const PartsBySubject& after);

}  // namespace laoyou::funds
