// How money that rules.yaml pays out is paid: subsidies.csv and bank_layouts.csv of a plan folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/enum_leaf.h"
#include "record/leaf.h"

namespace laoyou::plan {

/// What is looked at before a payment goes out (发放前核查).
enum class PaymentCheck {
  deceased,        ///< recorded as dead
  moved,           ///< recorded as moved away
  two_places,      ///< in residential care and at home in one period
  double_claim,    ///< the same person in two counties
  over_capacity,   ///< a place takes more people than it has beds
  shared_account,  ///< one account number for several payees
  absence,         ///< away for so many days of the month
  unusual,         ///< an amount far from the payee's own past
  no_account       ///< no account to pay to, where accounts are kept at all
};
LAOYOU_ENUM(PaymentCheck, "payment_check", deceased, moved, two_places, double_claim, over_capacity, shared_account, absence, unusual, no_account)

/// How a subsidy of rules.yaml is paid (补贴发放): from which purpose of the budget, to whom, after which checks.
struct PaidSubsidy {
  std::string subsidy;  ///< its key in rules.yaml
  std::string purpose;  ///< of the budget's lines
  std::optional<std::string> payee;   ///< the field that leads to who is paid; nothing: the record itself
  std::optional<std::string> person;  ///< the field that leads to whom it is paid for; nothing: the record itself
  std::vector<PaymentCheck> checks;
  std::optional<std::int32_t> absence_days;        ///< from so many days on
  std::optional<std::int32_t> unusual_percent;     ///< more than this away from the mean of the past
  std::optional<std::int32_t> corrects_months;     ///< so many months back late facts are corrected
  std::optional<std::int32_t> instalment_percent;  ///< of a payment that recovery may keep back
  std::string layout;                              ///< of the payment file
  std::optional<std::string> answer_layout;        ///< of the bank's answer
  std::optional<std::string> note;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(PaidSubsidy, "paid_subsidy", subsidy, purpose, payee, person, checks, absence_days, unusual_percent, corrects_months, instalment_percent, layout, answer_layout, note,
              source, unverified)

enum class BankFormat { csv, xlsx, fixed };
LAOYOU_ENUM(BankFormat, "bank_format", csv, xlsx, fixed)

/// What a column of a bank's file holds.
enum class BankField { serial, reference, account_name, account_number, bank_name, amount_yuan, amount_fen, period, purpose, constant, result, reason };
LAOYOU_ENUM(BankField, "bank_field", serial, reference, account_name, account_number, bank_name, amount_yuan, amount_fen, period, purpose, constant, result, reason)

/// One column of a bank's file (代发文件格式).
struct BankColumn {
  std::string layout;
  std::int32_t position = 0;  ///< 1, 2, 3 …
  BankFormat format = BankFormat::csv;
  BankField field = BankField::serial;
  std::string heading;
  std::optional<std::int32_t> width;  ///< bytes of a fixed-width column
  std::optional<std::string> value;   ///< constant: its text; result: what says that it was paid
  bool unverified = false;
};
LAOYOU_RECORD(BankColumn, "bank_column", layout, position, format, field, heading, width, value, unverified)

}  // namespace laoyou::plan
