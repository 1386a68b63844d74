#include "feeds/winning.h"

namespace laoyou::feeds {
namespace {

bool absent(const record::Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// Of those that say what the register holds the most believed; null when none does.
const SaidValue* holder_of(const record::Cell& held, const std::vector<SaidValue>& others) {
  const SaidValue* holder = nullptr;
  for (const SaidValue& other : others)
    if (other.value == held && (holder == nullptr || other.trust > holder->trust || (other.trust == holder->trust && other.day > holder->day))) holder = &other;
  return holder;
}

}  // namespace

Judged judge(const record::Cell& held, const SaidValue& said, const std::optional<record::Cell>& own_before, const std::vector<SaidValue>& others, std::int32_t trust_by_hand) {
  Judged judged;
  for (const SaidValue& other : others)
    if (!absent(other.value) && other.value != said.value && !judged.contradicted) {
      judged.contradicted = true;
      judged.rival = other.feed;
    }
  if (held == said.value) return judged;
  if (absent(held)) {
    judged.verdict = Verdict::fills;
    return judged;
  }
  const SaidValue* const holder = holder_of(held, others);
  const bool own = own_before && *own_before == held;
  const bool by_hand = holder == nullptr && !own;
  if (by_hand) {
    judged.contradicted = true;
    judged.rival.clear();
  }
  const std::int32_t trust = holder != nullptr ? holder->trust : own ? said.trust : trust_by_hand;
  const bool newer = holder == nullptr || said.day >= holder->day;
  judged.verdict = said.trust > trust || (said.trust == trust && newer) ? Verdict::replaces : Verdict::stays;
  return judged;
}

}  // namespace laoyou::feeds
