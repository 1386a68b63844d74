#include "funds/room.h"

#include "powers/owner.h"

namespace laoyou::funds {
namespace {

using collection::Collection;
using powers::OwnerKind;
using powers::Power;

Collection runs() {
  return collection::collection<SubsidyRun>("/api/subsidy-runs", {"发放批次", "Subsidy runs"}, {store::unique({"region", "subsidy", "period", "attempt"})})
      .may(Power::funds_read, std::nullopt)
      .title(&SubsidyRun::name)
      .sorts(&SubsidyRun::period)
      .lists({"region", "name", "period", "state", "paid", "held", "undecided", "total"});
}

Collection payments() {
  return collection::collection<SubsidyPayment>("/api/subsidy-payments", {"发放明细", "Subsidy payments"}, {store::indexed({"run", "region"}), store::indexed({"resident"})})
      .may(Power::funds_read, std::nullopt, Power::people_unmask)
      .owner(OwnerKind::household, &SubsidyPayment::resident)
      .owner(OwnerKind::institution, &SubsidyPayment::institution)
      .lists({"region", "resident", "period", "entitled", "correction", "recovered", "amount", "state"});
}

Collection holds() {
  return collection::collection<PaymentHold>("/api/payment-holds", {"待核实发放", "Payments held back"}, {store::indexed({"run", "state"}), store::indexed({"payment"})})
      .may(Power::funds_read, std::nullopt)
      .lists({"region", "resident", "check", "evidence", "state"});
}

Collection undecided() {
  return collection::collection<UndecidedClaim>("/api/undecided-claims", {"待补信息", "Undecided claims"}, {store::indexed({"run", "region"})})
      .may(Power::funds_read, std::nullopt)
      .lists({"region", "resident", "missing"});
}

Collection corrections() {
  return collection::collection<PaymentCorrection>("/api/payment-corrections", {"更正", "Corrections"}, {store::indexed({"run"}), store::indexed({"of_run"})})
      .may(Power::funds_read, std::nullopt)
      .lists({"region", "of_period", "amount", "facts"});
}

Collection recoveries() {
  return collection::collection<Recovery>("/api/recoveries", {"追回", "Recoveries"}, {store::indexed({"subsidy", "subject"})})
      .may(Power::funds_read, Power::funds_approve)
      .ends(&Recovery::closed)
      .owner(OwnerKind::household, &Recovery::resident)
      .fixed(&Recovery::subsidy, &Recovery::subject, &Recovery::amount, &Recovery::opened)
      .lists({"region", "resident", "subsidy", "amount", "left", "opened"});
}

Collection accounts() {
  return collection::collection<PayeeAccount>("/api/payee-accounts", {"收款账户", "Payees' accounts"}, {store::indexed({"resident"}), store::indexed({"institution"})})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .ends(&PayeeAccount::until)
      .owner(OwnerKind::household, &PayeeAccount::resident)
      .owner(OwnerKind::institution, &PayeeAccount::institution)
      .tails(&PayeeAccount::account_number)
      .lists({"region", "resident", "institution", "bank_name", "account_number"});
}

}  // namespace

std::vector<Collection> collections() { return {runs(), payments(), holds(), undecided(), corrections(), recoveries(), accounts()}; }

std::vector<store::TableDefinition> tables() {
  std::vector<store::TableDefinition> all{store::table<RunStep>({store::indexed({"run"})})};
  for (Collection& each : collections()) all.push_back(std::move(each.table));
  return all;
}

}  // namespace laoyou::funds
