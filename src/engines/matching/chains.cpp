#include "engines/matching/chains.h"

#include <algorithm>
#include <optional>

#include "base/random.h"

namespace laoyou::matching {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// One run over the families.
class Chain {
 public:
  Chain(const Market& market, const Closed& closed) : market_(&market), placement_(market, closed), first_(market.options.size(), 0), given_up_(market.options.size()), waits_(market.pools.size(), 0), longest_(k_longest + market.families()) {}

  /// Adds a family and lets everything come to rest.
  void add(int family, SeededRandom* random) {
    proposing_.push_back(family);
    moves_ = 0;
    seen_.clear();
    while (advance()) {
      if (moves_ > longest_) give_up_one(random);
    }
  }

  const Placement& placement() const { return placement_; }
  std::int64_t work() const { return work_; }
  const std::vector<int>& troubled() const { return troubled_; }

 private:
  // Moves after which a chain is taken to be a circle, above one for each family; an honest chain rarely takes more than some hundreds.
  static constexpr int k_longest = 200;
  static constexpr int k_remembered = 200;

  struct Move {
    int family = 0;
    int option = 0;
  };

  bool open(int family, int option) const { return given_up_[at(family)].empty() || !given_up_[at(family)][at(option)]; }

  bool advance() {
    if (!proposing_.empty()) {
      const int family = proposing_.back();
      proposing_.pop_back();
      propose(family);
      return true;
    }
    if (loosened_.empty()) return false;
    const int pool = loosened_.back();
    loosened_.pop_back();
    waits_[at(pool)] = 0;
    offer(pool);
    return true;
  }

  void give(int family, int option) {
    fresh_.clear();
    placement_.give(family, option, proposing_, fresh_);
    for (const int pool : fresh_) loosen(pool);
    // What stands above was refused, and stays so until a pool comes loose.
    first_[at(family)] = option + 1;
    if (market_->joint[at(family)]) seen_.push_back({family, option});
    ++moves_;
  }

  void loosen(int pool) {
    if (waits_[at(pool)]) return;
    waits_[at(pool)] = 1;
    loosened_.push_back(pool);
  }

  void propose(int family) {
    for (int option = first_[at(family)]; option < market_->nothing(family); ++option) {
      ++work_;
      if (open(family, option) && placement_.admits(family, option)) return give(family, option);
    }
    first_[at(family)] = market_->nothing(family);
  }

  /// Offers a pool's seats to those who would rather have an option with them.
  void offer(int pool) {
    const auto seated = placement_.seated(pool);
    const Pool& each = market_->pools[at(pool)];
    const bool full = each.shares.empty() && static_cast<int>(seated.size()) >= each.seats;
    const std::optional<Claim> last = seated.empty() ? std::nullopt : std::optional(seated.back());
    for (const Listed& listed : market_->lists[at(pool)]) {
      if (full && (!last || *last < listed.claim)) return;
      const int family = listed.claim.family;
      if (listed.option >= placement_.option_of(family) || !entered(family) || !open(family, listed.option)) continue;
      ++work_;
      if (!placement_.admits(family, listed.option)) continue;
      int best = 0;
      while (!open(family, best) || !placement_.admits(family, best)) ++best;
      loosen(pool);  // there may be more for it
      return give(family, best);
    }
  }

  bool entered(int family) const { return first_[at(family)] > 0; }

  /// An option of one of the joint families in the circle is not proposed again.
  void give_up_one(SeededRandom* random) {
    std::vector<Move> circle;
    for (std::size_t i = seen_.size() > k_remembered ? seen_.size() - k_remembered : 0; i < seen_.size(); ++i) {
      const auto [family, option] = seen_[i];
      const bool granted = market_->must_place[at(family)] && option + 1 == market_->nothing(family);
      if (!granted && open(family, option)) circle.push_back({family, option});
    }
    moves_ = longest_ / 2;
    if (circle.empty()) return;  // single families alone come to rest by themselves
    const Move chosen = circle[random == nullptr ? circle.size() - 1 : static_cast<std::size_t>(random->below(circle.size()))];
    auto& given_up = given_up_[at(chosen.family)];
    given_up.resize(market_->options[at(chosen.family)].size(), 0);
    given_up[at(chosen.option)] = 1;
    troubled_.push_back(chosen.family);
    if (placement_.option_of(chosen.family) == chosen.option) {
      fresh_.clear();
      placement_.give(chosen.family, market_->nothing(chosen.family), proposing_, fresh_);
      for (const int pool : fresh_) loosen(pool);
      proposing_.push_back(chosen.family);
    }
  }

  const Market* market_;
  Placement placement_;
  std::vector<int> first_;                     // the option each family proposes next
  std::vector<std::vector<char>> given_up_;
  std::vector<char> waits_;                    // pools in loosened_
  std::vector<int> proposing_, loosened_, fresh_, troubled_;
  std::vector<Move> seen_;                     // moves of joint families since the last family was added
  int longest_ = 0;
  int moves_ = 0;
  std::int64_t work_ = 0;
};

void shuffle(std::vector<int>& order, SeededRandom& random) {
  for (std::size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[static_cast<std::size_t>(random.below(left))]);
}

}  // namespace

Settled settle(const Market& market, const Closed& closed, std::int64_t work) {
  Chain start(market, closed);
  std::vector<int> joint;
  for (int family = 0; family < market.families(); ++family) {
    if (market.joint[at(family)])
      joint.push_back(family);
    else
      start.add(family, nullptr);
  }
  std::optional<Settled> best;
  SeededRandom random(1);
  for (int attempt = 0;; ++attempt) {
    Chain chain = start;
    for (const int family : joint) chain.add(family, attempt == 0 ? nullptr : &random);
    auto blocking = chain.placement().blocking();
    work -= chain.work();
    if (!best || blocking.size() < best->blocking.size()) best.emplace(Settled{chain.placement(), std::move(blocking)});
    if (best->blocking.empty() || work <= 0) return std::move(*best);
    // Those that could not settle go first next time; every other time the rest changes places too.
    if (attempt % 2 == 1) shuffle(joint, random);
    const auto troubled = [&chain](int family) { return std::find(chain.troubled().begin(), chain.troubled().end(), family) != chain.troubled().end(); };
    std::stable_partition(joint.begin(), joint.end(), troubled);
  }
}

}  // namespace laoyou::matching
