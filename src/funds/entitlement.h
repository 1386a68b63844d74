// What a subsidy's rule gives each record of its kind (应发): amounts, and who cannot be decided for lack of which facts.
#pragma once

#include <string>
#include <vector>

#include "base/fen.h"
#include "base/period.h"
#include "plan/folder/payment_records.h"
#include "rules/facts/facts.h"
#include "rules/tree/book.h"

namespace laoyou::funds {

/// A subsidy of a plan, found in its rules.
struct SubsidyRules {
  int amount = -1;    ///< the rule over a record: whole fen, 0 for others
  int record = -1;    ///< which record
  int person = -1;    ///< the field that leads to the person; -1: the record itself
  int payee = -1;     ///< the field that leads to who is paid; -1: the record itself
};

/// Refused as "funds.not_a_subsidy" (key), "funds.unknown_field" (field, record), "funds.not_money" (key).
Result<SubsidyRules> subsidy_rules(const rules::Book& book, const plan::PaidSubsidy& paid);

/// What one record is given.
struct Entitlement {
  std::int64_t subject = 0;  ///< id of the record that the rule speaks of
  std::int64_t person = 0, payee = 0;  ///< ids; 0: the field is empty
  RegionCode region;
  Fen amount;
  bool operator==(const Entitlement&) const = default;
};

/// Somebody whom the rule cannot decide.
struct Undecided {
  std::int64_t subject = 0, person = 0;
  RegionCode region;
  std::vector<std::string> missing;  ///< "resident.monthly_income"; empty: the rule gives no value whatever the facts
};

struct Entitlements {
  std::vector<Entitlement> paid;     ///< by subject; amounts above zero
  std::vector<Undecided> undecided;  ///< by subject
  std::size_t rows = 0;              ///< records looked at
};

/// For all records whose region lies within `place`. Exact, the same on every machine.
Entitlements entitlements(const rules::Book& book, const rules::Facts& facts, const Period& period, const SubsidyRules& subsidy, RegionCode place);

/// How one amount came about: the rules it rests on with their values for this record.
struct Trace {
  std::vector<int> rules;  ///< of the same record, the amount last
  std::vector<std::vector<std::int64_t>> values;  ///< by rule, then by row of the table
  std::vector<std::vector<std::uint64_t>> validity;
};

/// Of every record at once.
Trace traces(const rules::Book& book, const rules::Facts& facts, const Period& period, const SubsidyRules& subsidy);

}  // namespace laoyou::funds
