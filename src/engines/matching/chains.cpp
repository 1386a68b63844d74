#include "engines/matching/chains.h"

#include <algorithm>
#include <optional>

#include "base/random.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

/// One run over the families.
class Chain {
 public:
  Chain(const Market& market, const Closed& closed) : market_(&market), placement_(market, closed), first_(market.options.size(), 0), given_up_(market.options.size()), waits_(market.pools.size(), 0), noted_(market.options.size(), 0) {}

  /// Adds a family and lets everything come to rest.
  void add(int family, SeededRandom* random) {
    proposing_.push_back(family);
    rest(random);
  }

  /// Gives a family the best option that admits it, given up or not, and lets everything come to rest.
  void restore(int family, SeededRandom& random) {
    note(family);
    given_up_[as_index(family)].clear();
    for (int option = 0; option < placement_.option_of(family); ++option) {
      ++work_;
      if (placement_.admits(family, option)) {
        give(family, option);
        break;
      }
    }
    rest(&random);
  }

  /// Families that block once everything is at rest: only by options that were given up.
  std::vector<int> blocking() {
    std::vector<int> found;
    for (int family = 0; family < market_->families(); ++family) {
      const auto& given_up = given_up_[as_index(family)];
      for (int option = 0; !given_up.empty() && option < placement_.option_of(family); ++option) {
        if (!given_up[as_index(option)]) continue;
        ++work_;
        if (!placement_.admits(family, option)) continue;
        found.push_back(family);
        break;
      }
    }
    return found;
  }

  /// From here on changes can be undone.
  void begin() {
    ++trial_;
    changed_.clear();
    work_ = 0;
  }

  void undo() {
    std::vector<std::pair<int, int>> before;
    for (Changed& each : changed_) {
      before.push_back({each.family, each.option});
      first_[as_index(each.family)] = each.first;
      given_up_[as_index(each.family)] = std::move(each.given_up);
    }
    placement_.put_back(before);
  }

  const Placement& placement() const { return placement_; }
  std::int64_t work() const { return work_; }

 private:
  // Moves after which a chain is taken to be a circle; an honest one rarely takes more than some dozens.
  static constexpr int k_longest = 300;
  static constexpr int k_remembered = 100;

  void rest(SeededRandom* random) {
    moves_ = 0;
    seen_.clear();
    while (advance()) {
      if (moves_ > k_longest) give_up_one(random);
    }
  }

  struct Move {
    int family = 0;
    int option = 0;
  };

  /// A family as it was when the trial began.
  struct Changed {
    int family = 0;
    int option = 0;
    int first = 0;
    std::vector<char> given_up;
  };

  /// Called before a family's first change in a trial.
  void note(int family) { note(family, placement_.option_of(family)); }

  void note(int family, int option) {
    if (trial_ == 0 || noted_[as_index(family)] == trial_) return;
    noted_[as_index(family)] = trial_;
    changed_.push_back({family, option, first_[as_index(family)], given_up_[as_index(family)]});
  }

  /// Gives an option, or nothing; those displaced propose next.
  void place(int family, int option) {
    note(family);
    const std::size_t waiting = proposing_.size();
    fresh_.clear();
    placement_.give(family, option, proposing_, fresh_);
    for (const int pool : fresh_) loosen(pool);
    // A placed family proposes next what stands below its option: so those displaced are noted with what they just lost.
    for (std::size_t i = waiting; i < proposing_.size(); ++i) note(proposing_[i], first_[as_index(proposing_[i])] - 1);
  }

  bool open(int family, int option) const { return given_up_[as_index(family)].empty() || !given_up_[as_index(family)][as_index(option)]; }

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
    waits_[as_index(pool)] = 0;
    offer(pool);
    return true;
  }

  void give(int family, int option) {
    place(family, option);
    // What stands above was refused, and stays so until a pool comes loose.
    first_[as_index(family)] = option + 1;
    if (market_->joint[as_index(family)]) seen_.push_back({family, option});
    ++moves_;
  }

  void loosen(int pool) {
    if (waits_[as_index(pool)]) return;
    waits_[as_index(pool)] = 1;
    loosened_.push_back(pool);
  }

  void propose(int family) {
    for (int option = first_[as_index(family)]; option < market_->nothing(family); ++option) {
      ++work_;
      if (open(family, option) && placement_.admits(family, option)) return give(family, option);
    }
    first_[as_index(family)] = market_->nothing(family);
  }

  /// Offers a pool's seats to those who would rather have an option with them.
  void offer(int pool) {
    const auto seated = placement_.seated(pool);
    const Pool& each = market_->pools[as_index(pool)];
    const bool full = each.shares.empty() && static_cast<int>(seated.size()) >= each.seats;
    const std::optional<Claim> last = seated.empty() ? std::nullopt : std::optional(seated.back());
    for (const Listed& listed : market_->lists[as_index(pool)]) {
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

  bool entered(int family) const { return first_[as_index(family)] > 0; }

  /// An option of one of the joint families in the circle is not proposed again.
  void give_up_one(SeededRandom* random) {
    std::vector<Move> circle;
    for (std::size_t i = seen_.size() > k_remembered ? seen_.size() - k_remembered : 0; i < seen_.size(); ++i) {
      const auto [family, option] = seen_[i];
      const bool granted = market_->must_place[as_index(family)] && option + 1 == market_->nothing(family);
      if (!granted && open(family, option)) circle.push_back({family, option});
    }
    moves_ = k_longest / 2;
    if (circle.empty()) return;  // single families alone come to rest by themselves
    const Move chosen = circle[random == nullptr ? circle.size() - 1 : static_cast<std::size_t>(random->below(circle.size()))];
    note(chosen.family);
    auto& given_up = given_up_[as_index(chosen.family)];
    given_up.resize(market_->options[as_index(chosen.family)].size(), 0);
    given_up[as_index(chosen.option)] = 1;
    if (placement_.option_of(chosen.family) == chosen.option) {
      place(chosen.family, market_->nothing(chosen.family));
      proposing_.push_back(chosen.family);
    }
  }

  const Market* market_;
  Placement placement_;
  std::vector<int> first_;                     // the option each family proposes next
  std::vector<std::vector<char>> given_up_;
  std::vector<char> waits_;                    // pools in loosened_
  std::vector<int> proposing_, loosened_, fresh_;
  std::vector<Changed> changed_;               // since the trial began
  std::vector<int> noted_;                     // the trial in which each family was last noted
  int trial_ = 0;                              // 0: nothing is undone
  std::vector<Move> seen_;                     // moves of joint families since the last family was added
  int moves_ = 0;
  std::int64_t work_ = 0;
};

}  // namespace

Settled settle(const Market& market, const Closed& closed, std::int64_t work) {
  Chain start(market, closed);
  std::vector<int> joint;
  for (int family = 0; family < market.families(); ++family) {
    if (market.joint[as_index(family)])
      joint.push_back(family);
    else
      start.add(family, nullptr);
  }
  SeededRandom random(1);
  Chain chain = start;
  for (const int family : joint) chain.add(family, nullptr);
  work -= chain.work();
  std::vector<int> blocking = chain.blocking();
  while (!blocking.empty() && work > 0) {
    chain.begin();
    chain.restore(blocking[static_cast<std::size_t>(random.below(blocking.size()))], random);
    auto still = chain.blocking();
    work -= chain.work() + 1 + market.families() / 50;
    if (still.size() <= blocking.size())
      blocking = std::move(still);
    else
      chain.undo();
  }
  return {chain.placement(), chain.placement().blocking()};
}

}  // namespace laoyou::matching
