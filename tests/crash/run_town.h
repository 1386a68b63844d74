// A town where runs of subsidies are approved as cases and then paid.
#pragma once

#include "accounts/unit.h"
#include "budgets/lines.h"
#include "budgets/room.h"
#include "case_town.h"
#include "funds/approval.h"
#include "funds/room.h"
#include "ledger/room.h"

namespace laoyou::crash {

inline const RegionCode k_city = RegionCode::parse("450200000000").value();
inline const Period k_month = Period::parse("2026-10").value();
inline constexpr std::int64_t k_planned_fen = 100'000, k_payment_fen = 5'000;

/// A run and the case that decides about it.
struct RunWithCase {
  Id<funds::SubsidyRun> run;
  std::int64_t case_id = 0;
};

class RunTown {
 public:
  explicit RunTown(const std::filesystem::path& directory) : town_(directory, needs()) {}

  CaseTown& cases() { return town_; }
  store::Store& store() { return town_.store(); }
  ledger::Ledger& ledger() { return ledger_; }

  /// A computed run of two payments due and one held back, its payees' families, a budget line of its own, and its case as a draft.
  RunWithCase open_run(store::Writing& writing, std::int64_t clerk) {
    funds::SubsidyRun run;
    run.id = writing.new_id<funds::SubsidyRun>();
    run.region = k_district;
    run.subsidy = run.name = "allowance-" + std::to_string(run.id.number);
    run.period = k_month;
    run.state = funds::RunState::draft;
    run.paid = 2;
    run.held = 1;
    run.total = Fen::create(2 * k_payment_fen).value();
    run.made_by = clerk;
    run.made_at = writing.now();
    writing.insert(run);
    for (const auto state : {funds::PaymentState::due, funds::PaymentState::due, funds::PaymentState::held}) add_payment(writing, run, state);
    budgets::BudgetLine line;
    line.region = k_district;
    line.year = 2026;
    line.key = line.name = run.subsidy;
    CHECK(budgets::open_line(writing, ledger_, line, k_planned_fen, "年初").has_value());
    return {run.id, town_.open_case(writing, clerk, boost::json::object{{"run", std::to_string(run.id.number)}, {"over_last", false}}, {})};
  }

  /// The run that a case decides about.
  static Id<funds::SubsidyRun> run_of(const cases::OpenCase& open) { return {std::stoll(std::string(open.values.at("run").as_string()))}; }

 private:
  static void add_payment(store::Writing& writing, const funds::SubsidyRun& run, funds::PaymentState state) {
    registry::Resident person;
    person.id = writing.new_id<registry::Resident>();
    person.region = k_district;
    person.name = "样";
    person.born = Date::parse("1940-05-01").value();
    person.hukou = k_district;
    writing.insert(person);
    accounts::Unit family;
    family.id = writing.new_id<accounts::Unit>();
    family.region = k_district;
    family.name = person.name;
    family.kind = powers::OfficeKind::family;
    family.household = person.id;
    writing.insert(family);
    funds::SubsidyPayment payment;
    payment.id = writing.new_id<funds::SubsidyPayment>();
    payment.region = k_district;
    payment.run = run.id;
    payment.subsidy = run.subsidy;
    payment.period = run.period;
    payment.subject = person.id.number;
    payment.resident = person.id;
    payment.entitled = payment.amount = Fen::create(k_payment_fen).value();
    payment.state = state;
    writing.insert(payment);
  }

  TownNeeds needs() {
    TownNeeds needs{"plans/national/procedures/subsidy_run_approval.yaml"};
    needs.registers = funds::collections();
    needs.registers.push_back(accounts::units());
    needs.tables = ledger::tables();
    for (store::TableDefinition& table : budgets::tables()) needs.tables.push_back(std::move(table));
    needs.tables.push_back(store::table<funds::RunStep>({store::indexed({"run"})}));
    needs.act_on_record = [this](store::Writing& writing, const cases::RecordAct& act) { return act_on_run(writing, act); };
    return needs;
  }
  /// As the program's own cases do it.
  Result<void> act_on_run(store::Writing& writing, const cases::RecordAct& act) {
    const Id<funds::SubsidyRun> run{act.id};
    if (act.what == cases::RecordAct::What::lets_go) return funds::let_run_go(writing, run, act.case_id);
    if (act.what == cases::RecordAct::What::takes_up) return funds::take_up_run(writing, run, act.case_id, *act.caller);
    return funds::decide_about_run(writing, ledger_, run, act.case_id, record::Leaf<funds::RunAct>::from_json_text(act.act).value(), {*act.caller, act.note, ""});
  }

  ledger::Ledger ledger_;
  CaseTown town_;
};

}  // namespace laoyou::crash
