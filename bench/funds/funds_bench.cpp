// Subsidy runs against their limits: computing from the facts, and the three large transactions of a run's life.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "accounts/unit.h"
#include "base/random.h"
#include "budgets/lines.h"
#include "budgets/room.h"
#include "funds/facts_as_of.h"
#include "funds/frozen_facts.h"
#include "funds/keep_run.h"
#include "funds/room.h"
#include "funds/run_acts.h"
#include "ledger/room.h"
#include "notices/records.h"
#include "notices/room.h"
#include "plan/stack/library.h"
#include "registry/collections.h"
#include "registry/facts.h"
#include "store/follower.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::bench {
namespace {

using rules::Value;

constexpr double k_limit_s = 10;
const RegionCode k_place = RegionCode::from_number(650200000000);
const Period k_month = Period::month(2025, 6);

/// What this process has had of the processors: what a busy machine does not blur.
double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

class Watch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
  double processor() const { return processor_seconds() - processor_; }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double processor_ = processor_seconds();
};

void tell(const char* what, const Watch& watch, double limit_s = 0) {
  const double seconds = watch.seconds(), processor = watch.processor();
  std::printf("%-54s %8.2f s, %8.2f s of processor", what, seconds, processor);
  if (limit_s > 0) std::printf("; limit %.0f s: %.2f of it, by processor time %.2f", limit_s, seconds / limit_s, processor / limit_s);
  std::printf("\n");
  std::fflush(stdout);
}

/// The plan's three subsidies over people and two made up for the bench.
std::shared_ptr<const rules::Book> five_subsidies(const plan::Plan& plan) {
  rules::BookSource source = plan::book_source(plan);
  for (const auto& [key, expression] : {std::pair("alone_allowance", "case { elder and hardship_lives_alone: 30元; else: 0元 }"),
                                        std::pair("only_child_allowance", "case { elder and hardship_lost_only_child: 200元; else: 0元 }")}) {
    rules::RuleSource rule;
    rule.key = rule.name = key;
    rule.record = "resident";
    rule.place = {key, key};
    rule.expression = {expression, key};
    source.rules.push_back(std::move(rule));
  }
  return rules::check(source, registry::facts_schema()).value();
}

/// People as registers have them: one in five is old, a hundredth of what matters is not known.
rules::Facts people(std::size_t count) {
  SeededRandom random(1);
  const rules::Schema& schema = registry::facts_schema();
  const auto record = static_cast<std::size_t>(schema.find_record("resident"));
  const rules::RecordKind& kind = schema.records[record];
  const auto at = [&](const char* field) { return static_cast<std::size_t>(kind.find(field)); };
  const std::size_t id = at("id"), region = at("region"), hukou = at("hukou"), born = at("born"), income = at("monthly_income"), grade = at("care_grade");
  const std::vector<std::size_t> flags{at("hardship_destitute"), at("hardship_low_income"), at("hardship_lives_alone"), at("hardship_lost_only_child")};
  rules::Facts facts(schema);
  std::vector<Value> values(kind.fields.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto some = [&](std::uint64_t bound) { return static_cast<std::int64_t>(random.below(bound)); };
    values[id] = static_cast<std::int64_t>(1'000'000 + i);
    values[region] = values[hukou] = 650202000000 + some(4) * 1'000'000 + some(6) * 1000 + some(8);
    values[born] = some(100) == 0 ? Value() : Value(-14'000 + some(34'000));
    values[income] = some(100) == 0 ? Value() : Value(some(600'000));
    values[grade] = some(100) == 0 ? Value() : Value(some(10) < 8 ? 0 : 1 + some(4));
    for (const std::size_t flag : flags) values[flag] = some(20) == 0;
    facts.tables[record].append(values);
  }
  facts.tables[record].settle();
  return facts;
}

struct Computed {
  std::size_t paid = 0, undecided = 0, steps = 0, bytes = 0;
  std::string digest;
};

/// Frozen, packed, computed with every step, as a run does it.
Computed compute_one(const rules::Book& book, const rules::Facts& facts, const std::string& key) {
  const rules::Schema& schema = registry::facts_schema();
  plan::PaidSubsidy how;
  how.subsidy = key;
  const funds::SubsidyRules subsidy = funds::subsidy_rules(book, how).value();
  const funds::FieldsRead read = funds::fields_read(book, subsidy.amount);
  const rules::Facts frozen = funds::freeze(facts, schema, read);
  const std::string packed = funds::pack_facts(frozen, schema, read);
  const funds::Entitlements found = funds::entitlements(book, frozen, k_month, subsidy, k_place);
  return {found.paid.size(), found.undecided.size(), funds::traces(book, frozen, k_month, subsidy).rules.size(), packed.size(), funds::digest_of(packed)};
}

const std::vector<std::string> k_five{"high_age_allowance", "nursing_allowance", "care_subsidy", "alone_allowance", "only_child_allowance"};

/// On so many threads, as the program's jobs run.
std::vector<Computed> compute_all(const rules::Book& book, const rules::Facts& facts, int threads) {
  std::vector<Computed> made(k_five.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> working;
  for (int i = 0; i < threads; ++i)
    working.emplace_back([&] {
      for (std::size_t at = next++; at < k_five.size(); at = next++) made[at] = compute_one(book, facts, k_five[at]);
    });
  working.clear();
  return made;
}

void compute(const plan::Plan& plan, std::size_t count) {
  const rules::Facts facts = people(count);
  const auto book = five_subsidies(plan);
  const Watch watch;
  const std::vector<Computed> first = compute_all(*book, facts, 2);
  tell("five subsidies frozen, packed, computed, two threads", watch, k_limit_s);
  Computed sum;
  for (const Computed& each : first) sum.paid += each.paid, sum.undecided += each.undecided, sum.steps += each.steps, sum.bytes += each.bytes;
  std::printf("  %zu people: %zu paid, %zu undecided, %zu steps, frozen %.1f MB\n", count, sum.paid, sum.undecided, sum.steps, static_cast<double>(sum.bytes) / 1e6);
  const std::vector<Computed> again = compute_all(*book, facts, 1);
  bool equal = true;
  for (std::size_t i = 0; i < first.size(); ++i) equal = equal && first[i].digest == again[i].digest && first[i].paid == again[i].paid;
  std::printf("  again on one thread: %s\n", equal ? "identical bytes" : "OTHER BYTES");
}

std::unique_ptr<store::Store> open_store(const std::filesystem::path& directory, const Clock& clock, Random& random) {
  std::vector<store::TableDefinition> tables = funds::tables();
  const auto add = [&](std::vector<store::TableDefinition> more) {
    for (store::TableDefinition& table : more) tables.push_back(std::move(table));
  };
  for (collection::Collection& each : registry::collections()) tables.push_back(std::move(each.table));
  tables.push_back(accounts::units().table);
  add(store::content_tables());
  add(ledger::tables());
  add(budgets::tables());
  add(notices::tables());
  add({store::follower_table()});
  return store::Store::open({.database = "sqlite:" + (directory / "laoyou.db").string(), .key_file = directory / "laoyou.key"}, clock, random, std::move(tables));
}

void fill(store::Store& store, ledger::Ledger& ledger, std::size_t payments) {
  constexpr std::size_t k_part = 20'000;
  for (std::size_t done = 0; done < payments; done += k_part) {
    store.write(store::Acting::system("bench"), [&](store::Writing& writing) -> Result<void> {
        std::vector<registry::Resident> people;
        std::vector<accounts::Unit> families;  // who is told of each payment
        for (std::size_t i = done; i < std::min(payments, done + k_part); ++i) {
          registry::Resident person;
          person.id = writing.new_id<registry::Resident>();
          person.region = RegionCode::from_number(650203001001);
          person.name = "样" + std::to_string(i);
          person.born = Date::from_days(-14'000 + static_cast<std::int64_t>(i % 3000));
          person.hukou = RegionCode::from_number(650203000000);
          families.push_back({writing.new_id<accounts::Unit>(), 0, person.region, person.name, powers::OfficeKind::family, std::nullopt, person.id, std::nullopt});
          people.push_back(std::move(person));
        }
        writing.insert_all(people);
        writing.insert_all(families);
        return {};
      }).result().value();
  }
  store.write(store::Acting::system("bench"), [&](store::Writing& writing) -> Result<void> {
      budgets::BudgetLine line;
      line.region = k_place;
      line.year = 2025;
      line.key = line.name = "high_age_allowance";
      const auto opened = budgets::open_line(writing, ledger, line, 10'000'000'000, "bench");
      return opened ? Result<void>() : opened.error();
    }).result().value();
}

void live(const std::shared_ptr<const plan::Plan>& plan, std::size_t payments) {
  const store::TemporaryDirectory directory;
  const SystemClock clock;
  SecureRandom random;
  const auto store = open_store(directory.path(), clock, random);
  ledger::Ledger ledger;
  fill(*store, ledger, payments);
  const funds::RunQuestion question{plan, "high_age_allowance", k_month, k_place};
  const store::Acting system = store::Acting::system("bench");
  const auto claimed = funds::claim_run(*store, system, question).value();
  const std::int64_t head = store->journal_head();
  Watch preparing;
  const auto subsidy = funds::subsidy_rules(*plan->book, funds::paid_subsidy(*plan, question.subsidy).value()).value();
  const auto needed = funds::fields_needed(*plan->book, subsidy, store->tables());
  const rules::Facts facts = store->read([&](store::Snapshot& snapshot) { return funds::facts_as_of(snapshot, head, *plan->facts_layout, needed); });
  const auto prepared = funds::prepare_run(*store, question, facts, head).value();
  std::printf("%zu people on SQLite, %lld payments\n", payments, static_cast<long long>(prepared.calculation.whole.paid));
  tell("  registers read, frozen, checked, computed", preparing);
  Watch keeping;
  store->write(system, funds::keeping(*store, claimed.run.id, prepared)).result().value();
  tell("  kept as a draft in one transaction", keeping);
  const auto act = [&](funds::RunAct which, std::int64_t account) {
    http::Caller caller;
    caller.account = account;
    caller.powers = powers::Powers::all();
    store->write(store::Actor{account, "bench", ""}, [&](store::Writing& writing) { return funds::act_on_run(writing, ledger, claimed.run.id, which, {caller, "", ""}); }).result().value();
  };
  Watch approving;
  act(funds::RunAct::county_agrees, 1);
  act(funds::RunAct::city_agrees, 2);
  act(funds::RunAct::finance_agrees, 3);
  tell("  approved by county, city and finance", approving, k_limit_s);
  act(funds::RunAct::sent_to_bank, 3);
  Watch filing;
  const auto lines = store->read([&](store::Snapshot& snapshot) { return funds::payment_lines(snapshot, *snapshot.find(store::Scope::country(), claimed.run.id)); });
  const auto file = funds::payment_file(prepared.opened.material.layout, {k_month, prepared.opened.material.paid.purpose}, lines).value();
  const double filed_s = filing.seconds();
  tell("  payment file written", filing);
  std::vector<funds::BankAnswer> answers;
  for (const funds::PaymentLine& line : lines) answers.push_back({line.reference, true, ""});
  http::Caller caller;
  caller.account = 3;
  caller.powers = powers::Powers::all();
  Watch paying;
  store->write(store::Actor{3, "bench", ""}, [&](store::Writing& writing) { return funds::take_bank_answer(writing, ledger, claimed.run.id, answers, {caller, "", ""}); }).result().value();
  tell("  paid, with ledger entries and notices, in one transaction", paying, k_limit_s);
  std::printf("  file and payment together %.2f s of the limit of %.0f s\n", filed_s + paying.seconds(), k_limit_s);
  store->read([&](store::Snapshot& snapshot) {
    const auto count = [&](std::int64_t number) { return static_cast<long long>(number); };
    std::printf("  %lld payments paid, %lld ledger transfers, %lld families told\n",
                count(snapshot.count<funds::SubsidyPayment>(store::Scope::country(), store::Filter().equals("state", funds::PaymentState::paid))),
                count(snapshot.count<ledger::LedgerTransfer>(store::Scope::country())), count(snapshot.count<notices::Notice>(store::Scope::country(), store::Filter().equals("kind", "notice.payment_paid"))));
    return 0;
  });
}

}  // namespace
}  // namespace laoyou::bench

int main(int count, char** words) {
  const std::size_t people = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000, payments = count > 2 ? std::strtoull(words[2], nullptr, 10) : 100'000;
  laoyou::plan::LoadedPlan loaded = laoyou::plan::load_plan("plans/karamay", laoyou::regions::RegionTree::national());
  const auto plan = std::make_shared<const laoyou::plan::Plan>(std::move(loaded.plan));
  if (people > 0) laoyou::bench::compute(*plan, people);
  if (payments > 0) laoyou::bench::live(plan, payments);
  return 0;
}
