// The payment file (代发文件) in the layout that a bank takes, and the bank's answer read back. The layout is data of the plan (bank_layouts.csv).
#pragma once

#include <string>
#include <vector>

#include "base/fen.h"
#include "base/period.h"
#include "base/result.h"
#include "plan/folder/payment_records.h"

namespace laoyou::funds {

/// One line of the file.
struct PaymentLine {
  std::string reference;  ///< names the payment in the bank's answer
  std::string account_name, account_number, bank_name;
  Fen amount;
};

/// What is the same for all lines.
struct PaymentFileHead {
  Period period;
  std::string purpose;
};

/// The columns of one layout, by position.
std::vector<plan::BankColumn> layout_columns(const std::vector<plan::BankColumn>& all, const std::string& layout);

/// Equal lines give equal bytes: CSV with a byte order mark, .xlsx, or lines of fixed width in bytes ended by CR LF. Amounts are right-aligned and filled
/// with zeros in fixed width, texts left-aligned and filled with blanks. Refused, all at once, as "funds.too_wide" (reference, heading) when a text does not fit its column.
CheckedResult<std::string> payment_file(const std::vector<plan::BankColumn>& columns, const PaymentFileHead& head, const std::vector<PaymentLine>& lines);

/// "csv", "xlsx" or "txt".
std::string_view file_ending(plan::BankFormat format);

/// What the bank says of one payment.
struct BankAnswer {
  std::string reference;
  bool paid = false;
  std::string reason;  ///< of a refusal
  bool operator==(const BankAnswer&) const = default;
};

/// Reads the bank's file. Refused, all at once, with the place: "funds.answer_column_missing" (heading), "funds.answer_without_reference",
/// "funds.answer_repeated" (reference), and those of read_sheet().
CheckedResult<std::vector<BankAnswer>> read_bank_answer(const std::vector<plan::BankColumn>& columns, std::string_view bytes);

}  // namespace laoyou::funds
