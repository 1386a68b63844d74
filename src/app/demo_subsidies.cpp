#include "app/demo_subsidies.h"

#include <algorithm>

#include "accounts/records.h"
#include "funds/facts_as_of.h"
#include "funds/keep_run.h"
#include "funds/run_acts.h"

namespace laoyou::app {
namespace {

using funds::RunAct;
using registry::Resident;
using store::Filter;
using store::Scope;
using store::Writing;

constexpr std::string_view k_subsidy = "high_age_allowance";
constexpr int k_great_age = 78;  // who has an account made up: whoever may be paid within two years

class DemoSubsidies {
 public:
  DemoSubsidies(store::Store& store, ledger::Ledger& ledger, std::shared_ptr<const plan::Plan> plan, Date today)
      : store_(store), ledger_(ledger), plan_(std::move(plan)), place_(plan_->content.head.value.region), today_(today) {}

  Result<int> fill() {
    if (const auto opened = write([&](Writing& writing) { return open_accounts(writing); }); !opened) return opened.error();
    const Date first = today_.plus_months(-2), second = today_.plus_months(-1);
    const auto earlier = run(Period::month(first.year(), first.month()));
    if (!earlier) return earlier.error();
    if (const auto paid = pay(*earlier); !paid) return paid.error();
    if (const auto changed = write([&](Writing& writing) { return change_people(writing); }); !changed) return changed.error();
    const auto later = run(Period::month(second.year(), second.month()));
    if (!later) return later.error();
    return 2;
  }

 private:
  Result<void> write(const store::Command& command, std::int64_t account = 0) { return store_.write(store::Actor{account, "command", "demo"}, command).result(); }

  std::vector<Resident> old_people(const store::Snapshot& snapshot) const {
    std::vector<Resident> people;
    snapshot.each<Resident>(Scope(place_), Filter().is_present("born"), [&](Resident person) {
      if (person.synthetic && !person.moved_out && years_between(*person.born, today_) >= k_great_age) people.push_back(std::move(person));
    });
    return people;
  }

  /// Every account a number of its own, but for one that two people share; one in forty has none.
  Result<void> open_accounts(Writing& writing) const {
    constexpr int k_without = 40;
    int number = 0;
    for (const Resident& person : old_people(writing)) {
      if (++number % k_without == 0) continue;
      funds::PayeeAccount account;
      account.id = writing.new_id<funds::PayeeAccount>();
      account.region = person.region;
      account.resident = person.id;
      account.account_name = person.name;
      const std::string digits = std::to_string(number == 2 ? 1 : number);
      account.account_number = "9900" + place_.text().substr(0, 4) + std::string(8 - digits.size(), '0') + digits;
      account.bank_name = "示例银行";
      account.from = Date::from_calendar(today_.year() - 1, 1, 1).value();
      account.synthetic = true;
      writing.insert(account);
    }
    return {};
  }

  /// Since the month before somebody has died, somebody turns out to have moved away long ago, somebody owes an earlier overpayment, and somebody is
  /// registered in a second county.
  Result<void> change_people(Writing& writing) const {
    std::vector<Resident> people = old_people(writing);
    std::erase_if(people, [&](const Resident& person) { return years_between(*person.born, today_) < 82 || !person.hukou || !place_.contains(*person.hukou); });
    if (people.size() < 4) return {};
    Resident dead = people[people.size() / 2];
    dead.moved_out = today_.plus_days(-today_.day() + 1);
    dead.left_because = registry::LeaveReason::died;
    writing.update(dead);
    Resident moved = people[1];
    moved.moved_out = today_.plus_months(-2).month_end().plus_days(-10);
    moved.left_because = registry::LeaveReason::moved;
    writing.update(moved);
    owe(writing, people[2]);
    const Resident& first = people.front();
    const auto elsewhere = std::find_if(people.begin(), people.end(), [&](const Resident& person) { return funds::part_of(place_, person.region) != funds::part_of(place_, first.region); });
    if (elsewhere == people.end()) return {};
    Resident again = first;
    again.id = writing.new_id<Resident>();
    again.region = elsewhere->region;
    again.hukou = elsewhere->region;
    again.id_number.reset();  // or the register would have known him
    again.household.reset();
    again.institution.reset();
    again.version = 0;
    writing.insert(again);
    return {};
  }

  void owe(Writing& writing, const Resident& person) const {
    constexpr std::int64_t k_owed = 12'000;  // fen
    funds::Recovery recovery;
    recovery.id = writing.new_id<funds::Recovery>();
    recovery.region = person.region;
    recovery.subsidy = std::string(k_subsidy);
    recovery.subject = person.id.number;
    recovery.resident = person.id;
    recovery.amount = recovery.left = Fen::create(k_owed).value();
    recovery.cause = "示例：以前多发";
    recovery.opened = today_;
    writing.insert(recovery);
  }

  Result<Id<funds::SubsidyRun>> run(const Period& period) {
    const funds::RunQuestion question{plan_, std::string(k_subsidy), period, place_};
    const auto claimed = funds::claim_run(store_, store::Acting::system("demo"), question);
    if (!claimed) return claimed.error();
    const std::int64_t sequence = store_.journal_head();
    const rules::Facts facts = store_.read([&](store::Snapshot& snapshot) { return funds::facts_as_of(snapshot, sequence, *plan_->facts_layout); });
    const auto prepared = funds::prepare_run(store_, question, facts, sequence);
    if (!prepared) return prepared.error().front();
    const store::Command keep = funds::keeping(store_, claimed->run.id, *prepared);
    if (const auto kept = write(keep); !kept) return kept.error();
    return claimed->run.id;
  }

  std::int64_t account_named(std::string_view name) {
    return store_.read([&](store::Snapshot& snapshot) {
      const auto account = snapshot.first<accounts::Account>(Scope::country(), Filter().equals("name", name));
      return account ? account->id.number : std::int64_t{0};
    });
  }

  Result<void> act(Id<funds::SubsidyRun> run, RunAct act, std::int64_t account) {
    http::Caller caller;
    caller.account = account;
    caller.powers = powers::Powers::all();
    const funds::Acting acting{caller, "", "示例：未编预算"};
    return write([&](Writing& writing) { return funds::act_on_run(writing, ledger_, run, act, acting); }, account);
  }

  /// Agreed by two people, sent, and paid by the bank but for one account.
  Result<void> pay(Id<funds::SubsidyRun> run) {
    const std::int64_t city = account_named(plan_->content.head.value.plan), finance = account_named("admin");
    for (const auto& [which, account] : {std::pair(RunAct::county_agrees, city), std::pair(RunAct::city_agrees, city), std::pair(RunAct::finance_agrees, finance), std::pair(RunAct::sent_to_bank, finance)})
      if (const auto done = act(run, which, account); !done) return done;
    const auto lines = store_.read([&](store::Snapshot& snapshot) { return funds::payment_lines(snapshot, *snapshot.find(Scope::country(), run)); });
    std::vector<funds::BankAnswer> answers;
    for (const funds::PaymentLine& line : lines) answers.push_back({line.reference, true, ""});
    if (answers.size() > 2) answers[2] = {answers[2].reference, false, "账户状态异常"};
    http::Caller caller;
    caller.account = finance;
    caller.powers = powers::Powers::all();
    const funds::Acting acting{caller, "", ""};
    return write([&](Writing& writing) { return funds::take_bank_answer(writing, ledger_, run, answers, acting); }, finance);
  }

  store::Store& store_;
  ledger::Ledger& ledger_;
  std::shared_ptr<const plan::Plan> plan_;
  RegionCode place_;
  Date today_;
};

}  // namespace

Result<int> fill_subsidies(store::Store& store, ledger::Ledger& ledger, const std::shared_ptr<const plan::Plan>& plan, Date today) {
  const RegionCode place = plan->content.head.value.region;
  if (place.level() != RegionLevel::city || !funds::paid_subsidy(*plan, std::string(k_subsidy))) return 0;
  const bool there = store.read([&](store::Snapshot& snapshot) { return snapshot.count<funds::SubsidyRun>(Scope::country(), Filter().equals("region", place)) > 0; });
  if (there) return 0;
  return DemoSubsidies(store, ledger, plan, today).fill();
}

}  // namespace laoyou::app
