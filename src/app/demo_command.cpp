#include <ostream>

#include "app/command.h"
#include "app/demo_budgets.h"
#include "app/demo_evaluation.h"
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

int fill(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const SystemClock clock;
  SecureRandom random;
  plan::RunningPlans plans(options.value("plan").value_or("plans"));
  if (const auto loaded = plans.reload(); !loaded) {
    for (const Refusal& refusal : loaded.error()) err << refusal.place << ": " << message(refusal, Language::zh) << "\n";
    return 1;
  }
  House house(store, plans, clock, random);
  const store::Actor actor{0, "command", "demo"};
  const Result<int> created = create_accounts(house.accounts(), actor);
  if (!created) {
    err << message(created.error(), Language::zh) << "\n";
    return 1;
  }
  std::uint64_t seed = 1;
  for (const auto& [key, plan] : plans.current()->plans) {
    const Result<std::int64_t> filled = fill_plan(store, actor, *plans.current(), *plan, seed++);
    if (!filled) {
      err << message(filled.error(), Language::zh) << "\n";
      return 1;
    }
    const Result<std::int64_t> registered = fill_registers(store, actor, *plans.current(), *plan, seed);
    if (!registered) {
      err << message(registered.error(), Language::zh) << "\n";
      return 1;
    }
    if (const Result<int> budgeted = fill_budgets(store, house.ledger(), actor, *plan); !budgeted) {
      err << message(budgeted.error(), Language::zh) << "\n";
      return 1;
    }
    if (const Result<int> paid = fill_subsidies(store, house.ledger(), plan, clock.now().beijing_day()); !paid) {
      err << message(paid.error(), Language::zh) << "\n";
      return 1;
    }
    const Result<std::int64_t> mapped = put_on_synthetic_map(store, actor, house.cities(), plan->content.head.value.region, seed);
    if (!mapped) {
      err << message(mapped.error(), Language::zh) << "\n";
      return 1;
    }
    if (const Result<int> evaluated = fill_evaluations(store, plans, *plan, clock); !evaluated) {
      err << message(evaluated.error(), Language::zh) << "\n";
      return 1;
    }
    out << "方案 " << key << "：装入合成数据 " << *filled << " 条，登记册合成记录 " << *registered << " 条\n";
  }
  House seeing(store, plans, clock, random);  // its facts are what has been stored until here
  if (const Result<void> counted = count_reach(store, actor, seeing.cities(), [&](RegionCode region) { return planning_standards(*plans.current(), region); }); !counted) {
    err << message(counted.error(), Language::zh) << "\n";
    return 1;
  }
  const auto offices = fill_offices(store, house.accounts(), actor, *plans.current(), std::string(k_password));
  if (!offices) {
    err << message(offices.error(), Language::zh) << "\n";
    return 1;
  }
  out << "演示账号（新建 " << *created << " 个，密码都是 " << k_password << "）：\n";
  for (const DemoAccount& demo : k_accounts) {
    const RegionCode region = RegionCode::parse(demo.region).value();
    const powers::Role* role = plans.current()->find_role(demo.role, region);
    out << "  " << demo.name << "\t" << (role == nullptr ? demo.role : std::string_view(role->zh)) << "\t" << plans.current()->regions.name(region) << "\n";
  }
  for (const DemoOfficeAccount& office : *offices) {
    const powers::Role* role = plans.current()->find_role(office.role, office.region);
    out << "  " << office.name << "\t" << role->zh << "\t" << plans.current()->regions.name(office.region) << "\n";
  }
  return 0;
}

}  // namespace

int demo_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  return with_store(words, {"plan"}, {}, k_usage, err, [&](const Options& options, store::Store& store) { return fill(options, store, out, err); });
}

}  // namespace laoyou::app
