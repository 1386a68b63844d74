#include "app/demo_budgets.h"

#include "budgets/lines.h"

namespace laoyou::app {
namespace {

using budgets::BudgetLine;
using budgets::Movement;
using registry::FundPurpose;
using registry::FundSource;

/// A made-up line; amounts in ten thousand yuan.
struct DemoLine {
  std::string_view key, name;
  FundSource source;
  FundPurpose purpose;
  std::int64_t planned, adjusted, committed, spent, reserved;
};

constexpr DemoLine k_lines[] = {
    {"high_age_allowance", "高龄津贴", FundSource::budget, FundPurpose::elderly_care, 9600, 400, 7800, 7200, 650},
    {"nursing_allowance", "护理补贴", FundSource::budget, FundPurpose::elderly_care, 2400, 0, 1900, 1750, 160},
    {"care_subsidy", "养老服务补贴", FundSource::budget, FundPurpose::elderly_care, 1800, -100, 1350, 1200, 0},
    {"running_subsidy", "养老机构运营补贴", FundSource::welfare_lottery, FundPurpose::elderly_care, 1500, 0, 1100, 900, 120},
    {"home_adaptation", "特殊困难家庭适老化改造", FundSource::welfare_lottery, FundPurpose::elderly_care, 600, 0, 600, 420, 0},
    {"disability_aid", "残疾和救助项目", FundSource::welfare_lottery, FundPurpose::other, 1400, 0, 1000, 980, 0},
    {"new_slot_grant", "新增普惠托位补助", FundSource::central_budget, FundPurpose::childcare, 1200, 0, 800, 500, 200},
    {"nursery_running", "普惠托育机构运营补助", FundSource::budget, FundPurpose::childcare, 700, 0, 420, 380, 0},
};
constexpr std::int64_t k_ten_thousand_yuan = 1'000'000;  // fen

/// One thing done with a line where there is an amount.
using Deed = Result<void> (*)(store::Writing&, ledger::Ledger&, const BudgetLine&, const Movement&);

Result<void> spend_whole(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement) {
  return budgets::spend(writing, ledger, line, movement);
}

Result<void> fill_line(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const DemoLine& demo) {
  struct Step {
    std::string_view name;
    std::int64_t amount;
    Deed deed;
    std::string_view reason;
  };
  const Step steps[] = {{"adjusted", demo.adjusted, budgets::adjust, "年中预算调整（示例）"},
                        {"committed", demo.committed, budgets::commit, "前三季度批复（示例）"},
                        {"spent", demo.spent, spend_whole, "前三季度支付（示例）"},
                        {"reserved", demo.reserved, budgets::reserve, "下一批次预留（示例）"}};
  for (const Step& step : steps) {
    if (step.amount == 0) continue;
    const Movement movement{"demo/" + std::to_string(line.id.number) + "/" + std::string(step.name), step.amount * k_ten_thousand_yuan, std::string(step.reason)};
    if (const Result<void> done = step.deed(writing, ledger, line, movement); !done) return done;
  }
  return {};
}

}  // namespace

Result<int> fill_budgets(store::Store& store, ledger::Ledger& ledger, const store::Actor& actor, const plan::Plan& plan) {
  const RegionCode region = plan.content.head.value.region;
  const auto there = [&](store::Snapshot& snapshot) {
    return snapshot.count<BudgetLine>(store::Scope::country(), store::Filter().equals("region", region).equals("synthetic", true)) > 0;
  };
  if (region.level() == RegionLevel::country || store.read(there)) return 0;
  int opened = 0;
  const auto command = [&](store::Writing& writing) -> Result<void> {
    opened = 0;
    for (const DemoLine& demo : k_lines) {
      BudgetLine line;
      line.region = region;
      line.year = writing.now().beijing_day().year();
      line.key = std::string(demo.key);
      line.name = std::string(demo.name);
      line.source = demo.source;
      line.purpose = demo.purpose;
      line.synthetic = true;
      const Result<BudgetLine> made = budgets::open_line(writing, ledger, std::move(line), demo.planned * k_ten_thousand_yuan, "年初预算（示例）");
      if (!made) return made.error();
      if (const Result<void> filled = fill_line(writing, ledger, *made, demo); !filled) return filled;
      ++opened;
    }
    return {};
  };
  if (const Result<void> done = store.write(actor, command).result(); !done) return done.error();
  return opened;
}

}  // namespace laoyou::app
