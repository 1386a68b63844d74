#include "engines/roster/search/pieces.h"

#include <algorithm>
#include <cmath>

namespace laoyou::roster {
namespace {

constexpr std::size_t k_few_carers = 0, k_few_days = 1, k_some_of_both = 2;
constexpr double k_work_at_first = 20e6;
constexpr double k_work_at_most = 3e9;
constexpr double k_more_work = 1.01;  // after each piece in vain
constexpr double k_less_work = 0.9;   // after each success
constexpr double k_growth = 1.1;
constexpr int k_focus_percent = 70;
constexpr int k_carers_of_both_most = 20;

std::size_t index(int value) { return static_cast<std::size_t>(value); }
int below(SeededRandom& random, int bound) { return static_cast<int>(random.below(static_cast<std::uint64_t>(bound))); }

}  // namespace

Pieces::Pieces(const Ground& ground, std::vector<int> carers) : ground_(ground), carers_(std::move(carers)), work_wanted_(k_work_at_first) { size_ = {4, 4, 8}; }

/// A slot with too few or too many, mostly; else any.
int Pieces::focus(const std::vector<int>& given, SeededRandom& random) const {
  std::vector<int> uneven;
  for (std::size_t slot = 0; slot < given.size(); ++slot)
    if (ground_.covering.price(slot, given[slot]) > 0) uneven.push_back(static_cast<int>(slot));
  if (!uneven.empty() && below(random, 100) < k_focus_percent) return uneven[random.below(uneven.size())];
  return below(random, static_cast<int>(given.size()));
}

/// Half of them may have what the slot asks for, or have it; the others are any.
std::vector<int> Pieces::some_carers(const Plan& plan, int slot, int count, SeededRandom& random) const {
  const int kinds = static_cast<int>(ground_.problem.kinds.size()), day = slot / kinds, kind = slot % kinds;
  std::vector<int> near, all = carers_;
  for (int carer : carers_)
    if (((ground_.choices[index(carer)][index(day)] >> (kind + 1)) & 1U) || plan.days[index(carer)][index(day)] == kind) near.push_back(carer);
  std::vector<int> taken;
  const auto draw = [&](std::vector<int>& from, int until) {
    while (static_cast<int>(taken.size()) < until && !from.empty()) {
      const std::size_t at = random.below(from.size());
      if (std::find(taken.begin(), taken.end(), from[at]) == taken.end()) taken.push_back(from[at]);
      from[at] = from.back();
      from.pop_back();
    }
  };
  draw(near, (count + 1) / 2);
  draw(all, count);
  std::sort(taken.begin(), taken.end());
  return taken;
}

Piece Pieces::open(const Plan& plan, std::vector<int> carers, int first, int days) const {
  Piece piece{std::move(carers), {}};
  for (int carer : piece.carers) {
    auto choices = ground_.choices[index(carer)];
    for (int day = 0; day < ground_.problem.days; ++day)
      if (day < first || day >= first + days) choices[index(day)] = std::uint64_t{1} << (plan.days[index(carer)][index(day)] + 1);
    piece.choices.push_back(std::move(choices));
  }
  return piece;
}

Piece Pieces::pick(const Plan& plan, std::size_t shape, SeededRandom& random) const {
  const int days = ground_.problem.days, carers = static_cast<int>(carers_.size());
  const int slot = focus(ground_.covering.given(plan), random);
  const int day = slot / static_cast<int>(ground_.problem.kinds.size());
  const auto size = std::max(2, static_cast<int>(size_[shape]));
  if (shape == k_few_carers) return open(plan, some_carers(plan, slot, std::min(size, carers), random), 0, days);
  const int length = shape == k_few_days ? std::min(days, size) : std::min(days, size * 2);
  const int first = std::clamp(day - below(random, length), 0, days - length);
  if (shape == k_few_days) return open(plan, carers_, first, length);
  return open(plan, some_carers(plan, slot, std::min(carers, std::clamp(carers * 2 / 5 + 1, 2, k_carers_of_both_most)), random), first, length);
}

void Pieces::learn(std::size_t shape, std::int64_t work, bool better) {
  work_wanted_ = better ? std::max(k_work_at_first, work_wanted_ * k_less_work) : std::min(k_work_at_most, work_wanted_ * k_more_work);
  const auto done = static_cast<double>(work);
  const double most = shape == k_few_carers ? static_cast<double>(carers_.size()) : ground_.problem.days;
  if (done < work_wanted_ * 0.7) size_[shape] = std::min(most, size_[shape] * k_growth);
  // The work grows faster than the size: a piece of a large roster that was far too large is halved at once.
  if (done > work_wanted_ * 1.5) size_[shape] = std::max(2.0, size_[shape] * std::clamp(std::sqrt(work_wanted_ / done), 0.5, 1 / k_growth));
}

}  // namespace laoyou::roster
