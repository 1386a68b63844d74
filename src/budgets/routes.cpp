#include "budgets/answers.h"
#include "budgets/lines.h"
#include "http/declare_route.h"
#include "ledger/balances.h"
#include "store/actor_of.h"

namespace laoyou::budgets {
namespace {

using http::Context;
using powers::Power;
using store::acting_of;
using store::Scope;
using store::Snapshot;
using store::Writing;

Result<std::int32_t> asked_year(const Context& context, const std::optional<std::string>& text) {
  if (!text) return context.now().beijing_day().year();
  const Result<std::int64_t> year = record::read_integer(*text);
  constexpr std::int64_t k_first = 1949, k_last = 9999;
  if (!year || *year < k_first || *year > k_last) return at("/year", refuse("budget.year"));
  return static_cast<std::int32_t>(*year);
}

Result<BudgetList> list(const Services& services, Context& context, const BudgetListRequest& request) {
  const Result<std::int32_t> year = asked_year(context, request.year);
  if (!year) return year.error();
  const store::Acting acting = acting_of(context);
  const RegionCode place = request.region.value_or(context.caller().scope);
  BudgetList answer = services.store.read([&](Snapshot& snapshot) { return list_of(snapshot, services, acting.scope, place, *year); });
  answer.tests = services.share_tests(place, *year, answer.uses);
  return answer;
}

Result<BudgetPage> page(const Services& services, Context& context, const BudgetLineRequest& request) {
  const store::Acting acting = acting_of(context);
  return services.store.read([&](Snapshot& snapshot) -> Result<BudgetPage> {
    const auto line = snapshot.find(acting.scope, request.id);
    if (!line) return refuse("budget.not_found");
    BudgetPage answer;
    answer.sequence = ledger::sequence_at(snapshot, request.at.value_or(context.now()));
    answer.line = row_of(snapshot, services, *line, request.at ? std::optional(answer.sequence) : std::nullopt);
    answer.movements = movements_of(snapshot, services, *line, request.at);
    return answer;
  });
}

Result<BudgetPage> page_of(const Services& services, Context& context, Id<BudgetLine> id) { return page(services, context, BudgetLineRequest{id, std::nullopt}); }

Result<BudgetPage> open(const Services& services, Context& context, const NewBudgetLine& asked) {
  const Result<std::int32_t> year = asked_year(context, std::to_string(asked.year));
  if (!year) return year.error();
  if (asked.key.empty()) return at("/key", refuse("json.missing_field", {"key"}));
  constexpr std::size_t k_key_bytes = 100, k_name_bytes = 300;
  if (asked.key.size() > k_key_bytes) return at("/key", refuse("text.too_long", {std::to_string(k_key_bytes)}));
  if (asked.name.size() > k_name_bytes) return at("/name", refuse("text.too_long", {std::to_string(k_name_bytes)}));
  if (asked.name.empty()) return at("/name", refuse("json.missing_field", {"name"}));
  Id<BudgetLine> id;
  const auto command = [&](Writing& writing) -> Result<void> {
    BudgetLine line{{}, 0, asked.region, asked.year, asked.key, asked.name, asked.source, asked.purpose, asked.document, false};
    const Result<BudgetLine> opened = open_line(writing, services.ledger, std::move(line), asked.planned.count(), "");
    if (!opened) return opened.error();
    id = opened->id;
    return {};
  };
  if (const Result<void> done = services.store.write(acting_of(context), command).result(); !done) return done.error();
  return page_of(services, context, id);
}

using Deed = Result<void> (*)(Writing&, ledger::Ledger&, const BudgetLine&, const Movement&, const NewMovement&);

/// One movement in one command; what it is called in the ledger is made here, and a request that is sent again by its Idempotency-Key is answered before.
Result<BudgetPage> act(const Services& services, Context& context, const NewMovement& asked, Deed deed) {
  const store::Acting acting = acting_of(context);
  if (asked.beyond_line && !acting.powers.has(Power::budget_exceed)) return at("/beyond_line", refuse("budget.may_not_exceed"));
  constexpr std::size_t k_reason_bytes = 600;
  if (asked.reason.size() > k_reason_bytes) return at("/reason", refuse("text.too_long", {std::to_string(k_reason_bytes)}));
  const auto command = [&](Writing& writing) -> Result<void> {
    const auto line = writing.find(acting.scope, asked.id);
    if (!line) return refuse("budget.not_found");
    const Movement movement{"budget/" + std::to_string(asked.id.number) + "/" + std::to_string(writing.new_id_number()), asked.amount.count(), asked.reason, asked.document};
    return deed(writing, services.ledger, *line, movement, asked);
  };
  if (const Result<void> done = services.store.write(acting, command).result(); !done) return done.error();
  return page_of(services, context, asked.id);
}

Result<void> commit_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement& asked) {
  if (asked.of) return commit_reserved(writing, ledger, line, movement, *asked.of);
  const std::int64_t missing = movement.amount - standing(writing, line).left.count();
  if (asked.beyond_line && missing > 0) {
    Movement beyond = movement;
    beyond.client_id += "/beyond";
    beyond.amount = missing;
    if (const Result<void> done = exceed(writing, ledger, line, beyond); !done) return done;
  }
  return commit(writing, ledger, line, movement);
}

Result<void> adjust_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement&) {
  return adjust(writing, ledger, line, movement);
}
Result<void> reserve_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement&) {
  return reserve(writing, ledger, line, movement);
}
Result<void> release_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement& asked) {
  return release(writing, ledger, line, movement, asked.of.value_or(std::string()));
}
Result<void> spend_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement&) {
  return spend(writing, ledger, line, movement);
}
Result<void> give_back_asked(Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const NewMovement&) {
  return give_back(writing, ledger, line, movement);
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  std::vector<store::TableDefinition> all;
  all.push_back(store::table<BudgetLine>({store::unique({"region", "year", "key"})}));
  all.push_back(store::table<BudgetMovement>({store::unique({"client_id"}), store::indexed({"line", "at"})}));
  return all;
}

http::RouteTable routes(const Services& services) {
  const http::Access readers = http::needs({Power::funds_read}), writers = http::needs({Power::funds_write}), approvers = http::needs({Power::funds_approve});
  http::RouteTable table;
  table.push_back(http::get("/api/budgets", readers, {"一年的预算与执行", "The budget lines of a year and how they stand"},
                            [services](Context& context, const BudgetListRequest& request) { return list(services, context, request); }));
  table.push_back(http::get("/api/budgets/{id}", readers, {"一项预算的执行和每一笔", "One budget line with its movements"},
                            [services](Context& context, const BudgetLineRequest& request) { return page(services, context, request); }));
  table.push_back(http::post("/api/budgets", writers, {"设立预算项目", "Open a budget line"},
                             [services](Context& context, const NewBudgetLine& request) { return open(services, context, request); })
                      .creates());
  const auto add = [&](const std::string& path, const http::Access& access, http::Summary summary, Deed deed) {
    table.push_back(http::post("/api/budgets/{id}/" + path, access, std::move(summary),
                               [services, deed](Context& context, const NewMovement& request) { return act(services, context, request, deed); }));
  };
  add("adjust", writers, {"调整预算", "Adjust a budget line"}, adjust_asked);
  add("reserve", writers, {"预留", "Hold an amount for a commitment"}, reserve_asked);
  add("release", writers, {"释放预留", "Give back what a reservation holds"}, release_asked);
  add("commit", approvers, {"承诺（批复）", "Commit an amount"}, commit_asked);
  add("spend", approvers, {"支出", "Spend what was committed"}, spend_asked);
  add("return", approvers, {"退回", "Take back what was spent"}, give_back_asked);
  return table;
}

}  // namespace laoyou::budgets
