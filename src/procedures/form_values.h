// One filled-in form: its values, whether they are allowed, and what its rules say of them.
#pragma once

#include <boost/json.hpp>

#include "base/messages.h"
#include "procedures/form_schema.h"
#include "rules/facts/facts.h"

namespace laoyou::procedures {

/// Values as JSON by field key: text, whole, money (fen) and yes_no as they are; measure and share as numbers; day, period, region, choice as text;
/// several choices as a list; reference as the id's text. Absent or null: not filled in.
using FormJson = boost::json::object;

/// What the case itself knows for its rules.
struct CaseDays {
  RegionCode region;
  Date submitted_on;
  std::optional<Date> decided_on;
};

/// A row of a register that the form refers to: its values in the order of the schema.
struct ReferredRow {
  std::string record;
  std::vector<rules::Value> values;
};

/// A form under evaluation; the form has its book and outlives it.
class FormValues {
 public:
  FormValues(const Form& form, const CaseDays& days, std::span<const ReferredRow> referred = {});

  /// Takes the values that can be read; what cannot is refused at "/KEY".
  Refusals take(const FormJson& values);
  /// One value as a plan writes it ("是", "35 m²"); refused as the rule language does.
  Result<void> take_literal(std::string_view key, std::string_view text);

  /// For each rule of the form '1' (holds), '0' or '?' (something is missing).
  std::string holds() const;
  /// The value of an expression of the form.
  rules::Value value(int rule) const;
  rules::Type type(int rule) const;
  /// What a field would have to be for a rule that says `KEY = …` (or the other way round) to hold; missing where the rule says something else or where
  /// that side is missing.
  rules::Value wanted_by(int rule, std::string_view key) const;

 private:
  void set(std::string_view key, rules::Value value);

  const Form& form_;
  rules::Facts facts_;
  std::size_t row_ = 0;
};

/// What is wrong with a form that is to be handed in: missing fields and papers ("cases.field_missing", "cases.paper_missing" at "/papers/KEY"), values that
/// fail their check ("cases.check_failed" with what the file says), fields that are not asked ("cases.not_asked"). `papers`: keys of those attached.
/// Groups that an office fills in are left out. Fields and papers are called by their names in `language`.
Refusals check_values(const Form& form, const FormJson& values, std::string_view holds, const std::vector<std::string>& papers, Language language);

/// The same of the one group that an office fills in before it decides; what is missing counts only when it is to be `complete`.
Refusals check_office_values(const Form& form, const FormJson& values, std::string_view holds, std::string_view group, bool complete, Language language);

}  // namespace laoyou::procedures
