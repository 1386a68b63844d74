#include <ostream>

#include "app/command.h"
#include "app/demo_addresses.h"
#include "app/demo_budgets.h"
#include "app/demo_cases.h"
#include "app/demo_evaluation.h"
#include "app/demo_feeds.h"
#include "app/demo_offices.h"
#include "app/demo_readings.h"
#include "app/demo_registers.h"
#include "app/demo_subsidies.h"
#include "app/house.h"
#include "app/open_store.h"
#include "app/planning_demo.h"
#include "app/planning_services.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage = "用法：laoyou demo [--data DIR | --database URL] [--plan DIR]\n  建立演示账号，装入合成的指标数据和登记册；已有的不动\n";
constexpr std::string_view k_password = "laoyou-demo-2026";

struct DemoAccount {
  std::string_view name, display_name;
  std::string_view role;
  std::string_view region;
};

// Synthetic people, one for each role and several levels.
constexpr DemoAccount k_accounts[] = {
    {"admin", "演示管理员", "administrator", "000000000000"},
    {"auditor", "演示审计员", "auditor", "000000000000"},
    {"liuzhou", "演示柳州主管", "official", "450200000000"},
    {"liuzhou-admin", "演示柳州管理员", "administrator", "450200000000"},
    {"yufeng", "演示鱼峰填报员", "reporter", "450203000000"},
    {"honghe", "演示红河主管", "official", "532500000000"},
    {"karamay", "演示克拉玛依主管", "official", "650200000000"},
    {"karamay-district", "演示克拉玛依区填报员", "reporter", "650203000000"},
    {"dushanzi", "演示独山子填报员", "reporter", "650202000000"},
    {"baijiantan", "演示白碱滩查看", "viewer", "650204000000"},
    {"guizhou", "演示贵州主管", "official", "520000000000"},
    {"shenyang", "演示沈阳主管", "official", "210100000000"},
};

Result<int> create_accounts(accounts::Accounts& accounts, const store::Actor& actor) {
  int created = 0;
  for (const DemoAccount& demo : k_accounts) {
    if (accounts.exists(demo.name)) continue;
    const auto account = accounts.create(actor, {std::string(demo.name), std::string(demo.display_name), std::string(demo.role), RegionCode::parse(demo.region).value(), std::nullopt,
                                                 std::string(k_password), {}});
    if (!account) return account.error();
    ++created;
  }
  return created;
}

/// Number of the made-up official of a region, who sends what other offices give; 0: the region has none.
std::int64_t official_of(store::Store& store, RegionCode region) {
  const auto found = std::find_if(std::begin(k_accounts), std::end(k_accounts), [&](const DemoAccount& each) { return each.role == "official" && each.region == region.text(); });
  if (found == std::end(k_accounts)) return 0;
  const auto accounts = store.read([&](store::Snapshot& snapshot) { return snapshot.select<accounts::Account>(store::Scope::country(), store::Filter().equals("name", found->name)); });
  return accounts.empty() ? 0 : accounts.front().id.number;
}

/// Adds a plan's made-up values unless it has values already.
Result<std::int64_t> fill_plan(store::Store& store, const store::Actor& actor, const plan::Library& library, const plan::Plan& plan, std::uint64_t seed) {
  const store::Filter of_plan = store::Filter().equals("plan", plan.content.head.value.plan);
  if (store.read([&](store::Snapshot& reading) { return reading.count<plan::ReportedValue>(store::Scope::country(), of_plan); }) > 0) return std::int64_t{0};
  std::vector<plan::ReportedValue> readings = demo_readings(library, plan, seed);
  const store::WriteOutcome outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    for (plan::ReportedValue& reading : readings) {
      reading.id = writing.new_id<plan::ReportedValue>();
      reading.reported_at = writing.now();
      writing.insert(reading);
    }
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  return static_cast<std::int64_t>(readings.size());
}

/// What the plan's region is filled with.
struct Filled {
  std::int64_t readings = 0, records = 0;
};

class Demonstration {
 public:
  Demonstration(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random) : store_(store), plans_(plans), clock_(clock), random_(random), house_(store, plans, clock, random) {}

  Result<int> create_accounts() { return app::create_accounts(house_.accounts(), actor_); }

  Result<Filled> fill_plan(const std::shared_ptr<const plan::Plan>& plan, std::uint64_t seed) {
    const auto readings = app::fill_plan(store_, actor_, *plans_.current(), *plan, seed);
    if (!readings) return readings.error();
    const auto records = fill_registers(store_, actor_, *plans_.current(), *plan, seed + 1);
    if (!records) return records.error();
    if (const auto budgeted = fill_budgets(store_, house_.ledger(), actor_, *plan); !budgeted) return budgeted.error();
    if (const auto paid = fill_subsidies(store_, house_.ledger(), plan, clock_.now().beijing_day()); !paid) return paid.error();
    const auto mapped = put_on_synthetic_map(store_, actor_, house_.cities(), plan->content.head.value.region, seed + 1);
    if (!mapped) return mapped.error();
    const auto addressed = fill_addresses(store_, actor_, house_.cities(), plans_.current()->regions, plan->content.head.value.region, clock_.now().beijing_day());
    if (!addressed) return addressed.error();
    if (const auto evaluated = fill_evaluations(store_, plans_, *plan, clock_); !evaluated) return evaluated.error();
    return Filled{*readings, *records};
  }

  /// What stands on registers, accounts and plans of all regions; the accounts of offices that were made.
  Result<std::vector<DemoOfficeAccount>> fill_work() {
    House seeing(store_, plans_, clock_, random_);  // its facts are what has been stored until here
    if (const Result<void> counted = count_reach(store_, actor_, seeing.cities(), [this](RegionCode region) { return planning_terms(*plans_.current(), region); }); !counted) return counted.error();
    std::uint64_t seed = 1;
    for (const auto& [key, plan] : plans_.current()->plans) {
      const RegionCode region = plan->content.head.value.region;
      const auto taken = fill_feeds(seeing.feeds_services(), region, clock_.now().beijing_day(), official_of(store_, region), seed++);
      if (!taken) return taken.error();
    }
    auto offices = fill_offices(store_, house_.accounts(), actor_, *plans_.current(), std::string(k_password));
    if (!offices) return offices;
    const http::RouteTable routes = seeing.routes();
    if (const auto played = fill_cases(store_, seeing.accounts(), *plans_.current(), routes, clock_); !played) return played.error();
    return offices;
  }

 private:
  store::Store& store_;
  plan::RunningPlans& plans_;
  const Clock& clock_;
  Random& random_;
  House house_;
  const store::Actor actor_{0, "command", "demo"};
};

void print_accounts(std::ostream& out, const plan::Library& library, int created, const std::vector<DemoOfficeAccount>& offices) {
  out << "演示账号（新建 " << created << " 个，密码都是 " << k_password << "）：\n";
  for (const DemoAccount& demo : k_accounts) {
    const RegionCode region = RegionCode::parse(demo.region).value();
    const powers::Role* role = library.find_role(demo.role, region);
    out << "  " << demo.name << "\t" << (role == nullptr ? demo.role : std::string_view(role->zh)) << "\t" << library.regions.name(region) << "\n";
  }
  for (const DemoOfficeAccount& office : offices) out << "  " << office.name << "\t" << library.find_role(office.role, office.region)->zh << "\t" << library.regions.name(office.region) << "\n";
}

Result<void> fill(Demonstration& demonstration, const plan::Library& library, std::ostream& out) {
  const Result<int> created = demonstration.create_accounts();
  if (!created) return created.error();
  std::uint64_t seed = 1;
  for (const auto& [key, plan] : library.plans) {
    const Result<Filled> filled = demonstration.fill_plan(plan, seed++);
    if (!filled) return filled.error();
    out << "方案 " << key << "：装入合成数据 " << filled->readings << " 条，登记册合成记录 " << filled->records << " 条\n";
  }
  const auto offices = demonstration.fill_work();
  if (!offices) return offices.error();
  print_accounts(out, library, *created, *offices);
  return {};
}

int run(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const SystemClock clock;
  SecureRandom random;
  plan::RunningPlans plans(options.value("plan").value_or("plans"));
  if (const auto loaded = plans.reload(); !loaded) {
    for (const Refusal& refusal : loaded.error()) err << refusal.place << ": " << message(refusal, Language::zh) << "\n";
    return 1;
  }
  Demonstration demonstration(store, plans, clock, random);
  const Result<void> done = fill(demonstration, *plans.current(), out);
  if (!done) err << message(done.error(), Language::zh) << "\n";
  return done ? 0 : 1;
}

}  // namespace

int demo_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  return with_store(words, {"plan"}, {}, k_usage, err, [&](const Options& options, store::Store& store) { return run(options, store, out, err); });
}

}  // namespace laoyou::app
