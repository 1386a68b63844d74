#include "engines/matching/explain.h"

#include <algorithm>

#include "engines/matching/reasons.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

/// Solves changed problems for one family.
class Trial {
 public:
  Trial(const Problem& problem, const Market& market, int family, const Effort& effort) : problem_(problem), market_(market), family_(family), effort_(effort) {}

  Change change(const Missed& missed) const {
    Change change;
    change.option = missed.option;
    change.wish_helps = only_wish(missed.option);
    if (missed.misses.empty() || std::any_of(missed.misses.begin(), missed.misses.end(), [](const Miss& miss) { return miss.seats_short == 0; })) return change;
    change.more_seats = more_seats(missed);
    const Miss& first = missed.misses[0];
    if (first.last) {
      change.standing = just_before(*first.last, standing_at(problem_.families[as_index(family_)].members[as_index(first.member)], market_.pools[as_index(first.pool)].place));
      change.standing_helps = standing_helps(missed.option, first, *change.standing);
    }
    return change;
  }

 private:
  const Option& seats(int option) const { return market_.options[as_index(family_)][as_index(option)]; }

  /// Whether the family has `option` or a better one in the changed problem.
  bool reaches(const Problem& changed, int option) const {
    const auto market = make_market(changed);
    if (!market) return false;
    Effort effort = effort_;
    effort.proof_s = 0;
    const Answer answer = solve(*market, effort);
    const int has = answer.option_of[as_index(family_)];
    if (has == market->nothing(family_)) return false;
    const auto& options = market_.options[as_index(family_)];
    return std::find(options.begin(), options.begin() + option + 1, market->options[as_index(family_)][as_index(has)]) != options.begin() + option + 1;
  }

  bool only_wish(int option) const {
    Problem changed = problem_;
    changed.families[as_index(family_)].wishes = {seats(option)};
    return reaches(changed, option);
  }

  std::optional<int> more_seats(const Missed& missed) const {
    constexpr int k_most_tried = 200;
    int most = 0;
    for (const Miss& miss : missed.misses) most = std::max(most, miss.seats_short + miss.families_ahead);
    most = std::min(most, k_most_tried);
    for (int more = 1; more <= most; ++more) {
      Problem changed = problem_;
      for (const Miss& miss : missed.misses) {
        const Pool& pool = market_.pools[as_index(miss.pool)];
        changed.places[as_index(pool.place)].groups[as_index(pool.group)].seats[as_index(pool.session)] += more;
      }
      if (reaches(changed, missed.option)) return more;
    }
    return std::nullopt;
  }

  /// The class of `last`, and ahead of it by the first number that counts.
  Standing just_before(const Key& last, Standing standing) const {
    standing.priority_class = last.priority_class < static_cast<int>(problem_.classes.size()) ? last.priority_class : k_none;
    for (const Criterion criterion : problem_.priority) {
      if (criterion == Criterion::priority_class) continue;
      if (criterion == Criterion::points) standing.points = last.points + 1;
      if (criterion == Criterion::distance) standing.distance_m = last.distance_m - 1;
      break;
    }
    return standing;
  }

  bool standing_helps(int option, const Miss& miss, const Standing& standing) const {
    Problem changed = problem_;
    auto& list = changed.families[as_index(family_)].members[as_index(miss.member)].at;
    const int place = market_.pools[as_index(miss.pool)].place;
    const auto found = std::lower_bound(list.begin(), list.end(), place, [](const StandingAt& one, int wanted) { return one.place < wanted; });
    if (found != list.end() && found->place == place)
      found->standing = standing;
    else
      list.insert(found, {place, standing});
    return reaches(changed, option);
  }

  const Problem& problem_;
  const Market& market_;
  int family_;
  const Effort& effort_;
};

}  // namespace

CheckedResult<Explained> explain(const Problem& problem, int family, const Effort& effort) {
  const auto market = make_market(problem);
  if (!market) return market.error();
  Explained explained{solve(*market, effort), {}};
  const Reasons reasons(*market, explained.answer);
  const Trial trial(problem, *market, family, effort);
  for (const Missed& missed : reasons.of(family)) explained.changes.push_back(trial.change(missed));
  return explained;
}

}  // namespace laoyou::matching
