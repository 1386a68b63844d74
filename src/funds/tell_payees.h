// A payee is told what became of the payment (告知领取人): whoever has an account of the family, or of the guardian's.
#pragma once

#include <span>

#include "funds/records.h"
#include "store/writing.h"

namespace laoyou::funds {

/// What is told of a payment.
enum class PayeeNews {
  paid,       ///< 已发放
  paid_less,  ///< 已发放，其中扣回以前多发的
  refused,    ///< 银行退回
  held        ///< 暂缓，待核实
};

struct PayeeNote {
  Id<registry::Resident> resident;
  std::int64_t payment = 0;
  PayeeNews news = PayeeNews::paid;
};

/// Tells all of them within the command that made it so; once for each payment, news and family. Payees without an account cost one look in many.
/// How many notices were written.
std::size_t tell_payees(store::Writing& writing, const SubsidyRun& run, std::span<const PayeeNote> notes);

}  // namespace laoyou::funds
