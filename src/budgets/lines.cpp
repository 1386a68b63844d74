#include "budgets/lines.h"

#include <array>

#include "base/check.h"
#include "ledger/balances.h"

namespace laoyou::budgets {
namespace {

using ledger::Ledger;
using ledger::LedgerAccount;
using ledger::NewTransfer;
using store::Filter;
using store::Scope;
using store::Writing;

enum class Part { planned, adjusted, exceeded, available, committed, spent };
constexpr std::array<std::string_view, 6> k_parts{"planned", "adjusted", "exceeded", "available", "committed", "spent"};

std::string code_of(const BudgetLine& line, Part part) {
  return "budget/" + std::to_string(line.id.number) + "/" + std::string(k_parts[static_cast<std::size_t>(part)]);
}

Id<LedgerAccount> account(const store::Snapshot& snapshot, const BudgetLine& line, Part part) {
  const auto found = ledger::find_account(snapshot, Scope::country(), code_of(line, part));
  CHECK(found.has_value());  // opened with the line, and never removed
  return found->id;
}

ledger::Standing standing_of(const store::Snapshot& snapshot, const BudgetLine& line, Part part, std::optional<std::int64_t> sequence) {
  return ledger::standing(snapshot, account(snapshot, line, part), sequence);
}

Fen fen(std::int64_t amount) {
  const Result<Fen> made = Fen::create(amount);
  CHECK(made.has_value());
  return *made;
}

LineStanding standing_of(const store::Snapshot& snapshot, const BudgetLine& line, std::optional<std::int64_t> sequence) {
  const auto of = [&](Part part) { return standing_of(snapshot, line, part, sequence); };
  const ledger::Standing available = of(Part::available);
  LineStanding found;
  found.planned = fen(-of(Part::planned).balance);
  found.adjusted = fen(-of(Part::adjusted).balance);
  found.exceeded = fen(-of(Part::exceeded).balance);
  found.reserved = fen(available.debits_pending);
  found.left = fen(available.balance - available.debits_pending);
  found.committed = fen(of(Part::committed).balance);
  found.spent = fen(of(Part::spent).balance);
  return found;
}

/// What the ledger refuses, in the words of a budget.
Refusal in_words_of_budgets(const Refusal& refusal, std::string_view over_limit) {
  const std::string_view code = refusal.code;
  if (code == "ledger.over_limit") return at("/amount", refuse(over_limit, {fen(std::stoll(refusal.words[1])).yuan_text(), fen(std::stoll(refusal.words[2])).yuan_text()}));
  if (code == "ledger.pending_not_found" || code == "ledger.pending_rest") return at("/of", refuse("budget.reservation", {refusal.words[0]}));
  return refusal;
}

Result<void> post(Writing& writing, Ledger& ledger, std::span<const NewTransfer> transfers, std::string_view over_limit) {
  const auto posted = ledger.post(writing, transfers);
  if (!posted) return in_words_of_budgets(posted.error(), over_limit);
  return {};
}

/// Notes the movement unless it was noted before; refused as "ledger.client_id_reused" when it was another.
Result<void> note(Writing& writing, const BudgetLine& line, MovementKind kind, const Movement& movement, std::optional<std::string> of = {}) {
  if (const auto there = writing.first<BudgetMovement>(Scope::country(), Filter().equals("client_id", movement.client_id))) {
    if (there->line != line.id || there->kind != kind || there->amount != fen(movement.amount)) return at("/client_id", refuse("ledger.client_id_reused", {movement.client_id}));
    return {};
  }
  writing.insert(BudgetMovement{writing.new_id<BudgetMovement>(), line.region, line.id, kind, fen(movement.amount), movement.client_id, movement.reason, movement.document, std::move(of),
                                writing.actor().account, writing.now()});
  return {};
}

Result<void> check_amount(const Movement& movement) {
  if (movement.amount < 1 || movement.amount > k_line_limit) return at("/amount", refuse("budget.amount"));
  return {};
}

/// More is to come into the line than it may hold.
Result<void> check_room(const Writing& writing, const BudgetLine& line, std::int64_t more) {
  const LineStanding now = standing_of(writing, line, std::nullopt);
  if (now.planned.count() + now.adjusted.count() + now.exceeded.count() + more > k_line_limit) return at("/amount", refuse("budget.amount"));
  return {};
}

/// A reservation belongs to its line: another's is none.
Result<void> check_reservation(const Writing& writing, const BudgetLine& line, const std::string& reservation) {
  const auto there = writing.first<BudgetMovement>(Scope::country(), Filter().equals("client_id", reservation));
  if (!there || there->line != line.id || there->kind != MovementKind::reserved) return at("/of", refuse("budget.reservation", {reservation}));
  return {};
}

/// One transfer of the movement's client id and amount between two accounts of the line, or none.
Result<void> move(Writing& writing, Ledger& ledger, const BudgetLine& line, MovementKind kind, const Movement& movement, Part from, Part to, std::string_view over_limit) {
  if (const Result<void> fine = check_amount(movement); !fine) return fine;
  const NewTransfer transfer = ledger::direct(movement.client_id, account(writing, line, from), account(writing, line, to), movement.amount);
  if (const Result<void> done = post(writing, ledger, std::span(&transfer, 1), over_limit); !done) return done;
  return note(writing, line, kind, movement);
}

/// What was spent, for the register that indicators are computed from.
void register_use(Writing& writing, const BudgetLine& line, std::int64_t amount) {
  writing.insert(registry::FundUse{writing.new_id<registry::FundUse>(), 0, line.region, line.source, line.purpose, writing.now().beijing_day(), fen(amount), line.synthetic});
}

bool noted(const Writing& writing, const Movement& movement) {
  return writing.first<BudgetMovement>(Scope::country(), Filter().equals("client_id", movement.client_id)).has_value();
}

Result<void> pay(Writing& writing, Ledger& ledger, const BudgetLine& line, MovementKind kind, const Movement& movement, std::span<const Payment> payments) {
  if (const Result<void> fine = check_amount(movement); !fine) return fine;
  const bool out = kind == MovementKind::spent;
  const Id<LedgerAccount> from = account(writing, line, out ? Part::committed : Part::spent), to = account(writing, line, out ? Part::spent : Part::committed);
  std::vector<NewTransfer> transfers;
  transfers.reserve(payments.size() + 1);
  std::int64_t sum = 0;
  for (const Payment& each : payments) {
    transfers.push_back(ledger::direct(movement.client_id + "/" + each.about, from, to, each.amount, each.about));
    sum += each.amount;
  }
  if (payments.empty()) transfers.push_back(ledger::direct(movement.client_id, from, to, movement.amount));
  CHECK(payments.empty() || sum == movement.amount);
  const bool before = noted(writing, movement);
  if (const Result<void> done = post(writing, ledger, transfers, out ? "budget.not_committed" : "budget.not_spent"); !done) return done;
  if (!before) register_use(writing, line, out ? movement.amount : -movement.amount);
  return note(writing, line, kind, movement);
}

}  // namespace

Result<BudgetLine> open_line(Writing& writing, Ledger& ledger, BudgetLine line, std::int64_t planned, const std::string& reason) {
  if (planned < 0 || planned > k_line_limit) return at("/planned", refuse("budget.amount"));
  line.id = writing.new_id<BudgetLine>();
  line.version = 1;
  writing.insert(line);
  for (std::size_t i = 0; i < k_parts.size(); ++i) {
    LedgerAccount account;
    account.region = line.region;
    account.code = code_of(line, static_cast<Part>(i));
    const bool source = static_cast<Part>(i) <= Part::exceeded;
    account.limit = source ? ledger::Limit::none : ledger::Limit::debits_within_credits;
    account.fund = record::Leaf<registry::FundSource>::to_json_text(line.source);
    account.purpose = record::Leaf<registry::FundPurpose>::to_json_text(line.purpose);
    account.year = line.year;
    account.part = std::string(k_parts[i]);
    if (const auto opened = ledger.open(writing, std::move(account)); !opened) return opened.error();
  }
  if (planned == 0) return line;
  const Movement movement{"budget/" + std::to_string(line.id.number) + "/planned", planned, reason, line.document};
  if (const Result<void> done = move(writing, ledger, line, MovementKind::planned, movement, Part::planned, Part::available, "budget.over_line"); !done) return done.error();
  return line;
}

std::optional<BudgetLine> find_line(const store::Snapshot& snapshot, const Scope& scope, RegionCode region, std::int32_t year, std::string_view key) {
  return snapshot.first<BudgetLine>(scope, Filter().equals("region", region).equals("year", static_cast<std::int64_t>(year)).equals("key", key));
}

LineStanding standing(const store::Snapshot& snapshot, const BudgetLine& line) { return standing_of(snapshot, line, std::nullopt); }
LineStanding standing_at(const store::Snapshot& snapshot, const BudgetLine& line, std::int64_t sequence) { return standing_of(snapshot, line, sequence); }

Result<void> adjust(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement) {
  if (movement.reason.empty()) return at("/reason", refuse("budget.reason"));
  if (movement.amount == 0) return at("/amount", refuse("budget.amount"));
  if (const Result<void> fits = check_room(writing, line, movement.amount); !fits) return fits;
  if (movement.amount > 0) return move(writing, ledger, line, MovementKind::adjusted, movement, Part::adjusted, Part::available, "budget.over_line");
  Movement downwards = movement;
  downwards.amount = -movement.amount;
  if (const Result<void> fine = check_amount(downwards); !fine) return fine;
  const NewTransfer transfer = ledger::direct(movement.client_id, account(writing, line, Part::available), account(writing, line, Part::adjusted), downwards.amount);
  if (const Result<void> done = post(writing, ledger, std::span(&transfer, 1), "budget.over_line"); !done) return done;
  return note(writing, line, MovementKind::adjusted, movement);
}

Result<void> reserve(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement) {
  if (const Result<void> fine = check_amount(movement); !fine) return fine;
  const NewTransfer transfer = ledger::pending(movement.client_id, account(writing, line, Part::available), account(writing, line, Part::committed), movement.amount);
  if (const Result<void> done = post(writing, ledger, std::span(&transfer, 1), "budget.over_line"); !done) return done;
  return note(writing, line, MovementKind::reserved, movement);
}

Result<void> release(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement, const std::string& reservation) {
  if (const Result<void> ours = check_reservation(writing, line, reservation); !ours) return ours;
  const NewTransfer transfer = ledger::voiding(movement.client_id, reservation);
  const auto posted = ledger.post(writing, std::span(&transfer, 1));
  if (!posted) return in_words_of_budgets(posted.error(), "budget.over_line");
  Movement released = movement;
  released.amount = posted->front().transfer.amount;
  return note(writing, line, MovementKind::released, released, reservation);
}

Result<void> commit(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement) {
  return move(writing, ledger, line, MovementKind::committed, movement, Part::available, Part::committed, "budget.over_line");
}

Result<void> commit_reserved(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement, const std::string& reservation) {
  if (const Result<void> fine = check_amount(movement); !fine) return fine;
  if (const Result<void> ours = check_reservation(writing, line, reservation); !ours) return ours;
  const NewTransfer transfer = ledger::posting(movement.client_id, reservation, movement.amount);
  if (const Result<void> done = post(writing, ledger, std::span(&transfer, 1), "budget.over_line"); !done) return done;
  return note(writing, line, MovementKind::committed, movement, reservation);
}

Result<void> exceed(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement) {
  if (movement.reason.empty()) return at("/reason", refuse("budget.reason"));
  if (const Result<void> fits = check_room(writing, line, movement.amount); !fits) return fits;
  return move(writing, ledger, line, MovementKind::exceeded, movement, Part::exceeded, Part::available, "budget.over_line");
}

Result<void> spend(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement, std::span<const Payment> payments) {
  return pay(writing, ledger, line, MovementKind::spent, movement, payments);
}

Result<void> give_back(Writing& writing, Ledger& ledger, const BudgetLine& line, const Movement& movement, std::span<const Payment> payments) {
  return pay(writing, ledger, line, MovementKind::returned, movement, payments);
}

}  // namespace laoyou::budgets
