#include "engines/matching/fewest_blocking.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engines/siting/mixed_integer.h"

namespace laoyou::matching {
namespace {

constexpr double k_unbounded = std::numeric_limits<double>::infinity();
// Beyond this CBC's first relaxation alone takes minutes, in which it does not look at its limits.
constexpr std::size_t k_most_entries = 100'000;

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

/// A sum of columns and a constant.
struct Sum {
  std::vector<std::pair<int, double>> terms;
  double constant = 0;

  void add(const Sum& other, double factor = 1) {
    for (const auto& [column, value] : other.terms) terms.push_back({column, value * factor});
    constant += other.constant * factor;
  }
  /// What it can be at most when every column is 1.
  double most() const {
    double all = constant;
    for (const auto& [column, value] : terms) all += std::max(0.0, value);
    return all;
  }
};

/// One column for each family and option (taken or not) and one for each family (blocks or not). For each option a reason is needed: the family
/// has it or a better one, or some pool refuses it, or the family blocks. A pool's refusal is a column that can only be 1 where enough
/// others come first. The engines' way to CBC is the siting engine's.
class Statement {
 public:
  Statement(const Market& market, const Closed& closed) : market_(market), closed_(closed) {}

  bool state() {
    for (int family = 0; family < market_.families(); ++family) {
      first_.push_back(columns());
      for (int option = 0; option < market_.nothing(family); ++option) column(0, !shut(family, option));
    }
    for (int family = 0; family < market_.families(); ++family) blocks_.push_back(column(1, true));
    for (int family = 0; family < market_.families(); ++family) one_option(family);
    for (std::size_t pool = 0; pool < market_.pools.size(); ++pool) fits(static_cast<int>(pool));
    for (int family = 0; family < market_.families(); ++family)
      for (int option = 0; option < market_.nothing(family); ++option) {
        if (!shut(family, option)) reason(family, option);
        if (program_.entry.size() > k_most_entries) return false;
      }
    return true;
  }

  const siting::SitingProgram& program() const { return program_; }

  std::vector<int> read(const std::vector<double>& column) const {
    std::vector<int> options;
    for (int family = 0; family < market_.families(); ++family) {
      int taken = market_.nothing(family);
      for (int option = 0; option < market_.nothing(family); ++option)
        if (column[as_index(first_[as_index(family)] + option)] > 0.5) taken = option;
      options.push_back(taken);
    }
    return options;
  }

 private:
  int columns() const { return static_cast<int>(program_.objective.size()); }

  int column(double cost, bool free, bool whole = true) {
    program_.objective.push_back(cost);
    program_.lower.push_back(0);
    program_.whole.push_back(whole);
    const int made = columns() - 1;
    if (!free) row({{{made, 1}}, 0}, -k_unbounded, 0);
    return made;
  }

  /// least ≤ sum ≤ most.
  void row(const Sum& sum, double least, double most) {
    for (const auto& [column, value] : sum.terms) {
      program_.entry_column.push_back(column);
      program_.entry.push_back(value);
    }
    program_.row_first.push_back(static_cast<std::int32_t>(program_.entry.size()));
    program_.row_lower.push_back(least - sum.constant);
    program_.row_upper.push_back(most - sum.constant);
  }

  bool shut(int family, int option) const {
    const auto& claims = market_.claims[as_index(family)][as_index(option)];
    return std::any_of(claims.begin(), claims.end(), [this](const PoolClaim& claim) { return closed_[as_index(market_.pools[as_index(claim.pool)].unit)] != 0; });
  }

  void one_option(int family) {
    Sum sum;
    for (int option = 0; option < market_.nothing(family); ++option) sum.terms.push_back({first_[as_index(family)] + option, 1});
    row(sum, market_.must_place[as_index(family)] ? 1 : 0, 1);
  }

  /// The members seated in a pool who satisfy `which`; an option with several such counts as often.
  template <class Which>
  Sum count(int pool, Which which) const {
    Sum sum;
    int last = -1;
    for (const Listed& listed : market_.lists[as_index(pool)]) {
      if (!which(listed.claim)) continue;
      const int column = first_[as_index(listed.claim.family)] + listed.option;
      if (column == last)
        sum.terms.back().second += 1;
      else
        sum.terms.push_back({column, 1});
      last = column;
    }
    std::sort(sum.terms.begin(), sum.terms.end());
    std::size_t kept = 0;
    for (std::size_t i = 1; i < sum.terms.size(); ++i) {
      if (sum.terms[i].first == sum.terms[kept].first)
        sum.terms[kept].second += sum.terms[i].second;
      else
        sum.terms[++kept] = sum.terms[i];
    }
    if (!sum.terms.empty()) sum.terms.resize(kept + 1);
    return sum;
  }

  /// The seats suffice, no share has more than it may, and kept seats stay with their share.
  void fits(int pool) {
    const Pool& each = market_.pools[as_index(pool)];
    Sum all = count(pool, [](const Claim&) { return true; });
    for (std::size_t share = 0; share < each.shares.size(); ++share) {
      const Sum with = count(pool, [&](const Claim& claim) { return claim.quota == static_cast<int>(share); });
      row(with, -k_unbounded, each.shares[share].most);
      if (!each.shares[share].kept || each.shares[share].reserved == 0) continue;
      const double reserved = each.shares[share].reserved;
      const int unfilled = column(0, true, false);
      Sum enough{{{unfilled, reserved}}, 0};
      enough.add(with);
      row(enough, reserved, k_unbounded);
      all.terms.push_back({unfilled, reserved});
    }
    row(all, -k_unbounded, each.seats);
  }

  /// The option is had, or bettered, or refused, or the family blocks.
  void reason(int family, int option) {
    Sum reasons;
    for (int better = 0; better <= option; ++better) reasons.terms.push_back({first_[as_index(family)] + better, 1});
    bool never = false;
    each_pool_run(market_.claims[as_index(family)][as_index(option)], [&](std::span<const PoolClaim> asked) {
      if (!never) never = refusals(asked, reasons);
    });
    if (never) return;
    reasons.terms.push_back({blocks_[as_index(family)], 1});
    row(reasons, 1, k_unbounded);
  }

  /// Adds a column for each way in which the pool can refuse; true where it always does.
  bool refusals(std::span<const PoolClaim> asked, Sum& reasons) {
    const Pool& pool = market_.pools[as_index(asked[0].pool)];
    if (!pool.shares.empty()) {
      for (const PoolClaim& own : asked)
        if (!own.claim.holds && refusals_by_share(own, asked, reasons)) return true;
      return false;
    }
    const Claim& worst = asked.back().claim;
    Sum ahead = count(asked[0].pool, [&](const Claim& claim) { return claim.family != worst.family && claim < worst; });
    ahead.constant = static_cast<double>(asked.size());
    return refusal(ahead, pool.seats + 1, reasons);
  }

  /// A column that can be 1 only where `sum` is `least` or more. True where it always is.
  bool refusal(const Sum& sum, double least, Sum& reasons, const Sum* also = nullptr, double also_least = 0) {
    if (sum.constant >= least && (also == nullptr || also->constant >= also_least)) return true;
    if (sum.most() < least || (also != nullptr && also->most() < also_least)) return false;
    const int refused = column(0, true);
    const auto only_where = [&](const Sum& enough, double wanted) {
      if (enough.constant >= wanted) return;
      Sum held = enough;
      held.terms.push_back({refused, -(wanted - enough.constant)});
      row(held, enough.constant, k_unbounded);
    };
    only_where(sum, least);
    if (also != nullptr) only_where(*also, also_least);
    reasons.terms.push_back({refused, 1});
    return false;
  }

  /// Refused because the share has its most, or because those who come first fill the seats.
  bool refusals_by_share(const PoolClaim& own, std::span<const PoolClaim> asked, Sum& reasons) {
    const Pool& pool = market_.pools[as_index(own.pool)];
    const auto counted = [&](int quota, bool ahead_only) {
      const auto counts = [&](const Claim& claim) { return claim.quota == quota && (!ahead_only || claim < own.claim); };
      Sum sum = count(own.pool, [&](const Claim& claim) { return claim.family != own.claim.family && counts(claim); });
      for (const PoolClaim& sibling : asked) sum.constant += counts(sibling.claim);
      return sum;
    };
    const int quota = own.claim.quota;
    const Sum same = counted(quota, true);
    Sum first = same;
    for (int share = -1; share < static_cast<int>(pool.shares.size()); ++share) {
      if (share == quota) continue;
      if (share < 0)
        first.add(counted(share, true));
      else
        first.terms.push_back(taken_first(pool.shares[as_index(share)], counted(share, false), counted(share, true), pool.seats));
    }
    if (quota < 0) return refusal(first, pool.seats, reasons);
    const Share& own_share = pool.shares[as_index(quota)];
    return refusal(same, own_share.most, reasons) || refusal(first, pool.seats, reasons, &same, own_share.reserved);
  }

  /// A column and its factor: seats that another share has before a claim: its reserved ones, or those of it who go before the claim.
  std::pair<int, double> taken_first(const Share& share, const Sum& all, const Sum& ahead, int seats) {
    const double most = std::max(1, std::min(share.most, seats)), reserved = std::min(share.reserved, seats);
    const int taken = column(0, true, false), by_reserve = column(0, true);
    const auto bounded = [&](const Sum& bound, double more_by_reserve) {
      Sum sum{{{taken, -most}, {by_reserve, more_by_reserve}}, 0};
      sum.add(bound);
      row(sum, 0, k_unbounded);
    };
    bounded(ahead, reserved);                             // not by the reserve: those ahead
    bounded({{}, reserved + most}, -most);                // by the reserve: no more than reserved
    bounded(all, share.kept ? reserved : 0);              // never more than there are, unless empty seats are kept
    bounded({{}, static_cast<double>(std::min(share.most, seats))}, share.kept ? reserved : 0);
    return {taken, most};
  }

  const Market& market_;
  const Closed& closed_;
  siting::SitingProgram program_;
  std::vector<int> first_, blocks_;
};

}  // namespace

Proof fewest_blocking(const Market& market, const Closed& closed, int known, double seconds, const std::function<bool()>& must_stop) {
  Statement statement(market, closed);
  if (known == 0 || seconds <= 0 || !statement.state()) return {};
  siting::Effort effort;
  effort.program_seconds = seconds;
  effort.must_stop = must_stop;
  const siting::ProgramAnswer answer = siting::solve_program(statement.program(), effort, known - 0.5);
  Proof proof;
  if (!answer.column.empty()) {
    proof.options = statement.read(answer.column);
    proof.least = static_cast<int>(std::lround(answer.proved ? answer.value : std::max(0.0, std::ceil(answer.bound - 1e-6))));
  } else {
    proof.least = answer.proved ? known : static_cast<int>(std::max(0.0, std::ceil(answer.bound - 1e-6)));
  }
  return proof;
}

}  // namespace laoyou::matching
