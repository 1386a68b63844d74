// Whom a row is about, of those that it may be about.
#pragma once

#include <vector>

#include "feeds/person_finder.h"

namespace laoyou::feeds {

struct ChosenPerson {
  const NearPerson* certain = nullptr;   ///< joined without asking; null: nobody
  const NearPerson* doubtful = nullptr;  ///< otherwise the one that a clerk is asked about; null: nobody
};

/// `near` as PersonFinder::near() gives it, the surest first, and outlives what is chosen. Who is held apart by hard evidence is not chosen; two that are both
/// certain are themselves in doubt.
inline ChosenPerson choose_person(const std::vector<NearPerson>& near) {
  const NearPerson* sure = nullptr;
  const NearPerson* maybe = nullptr;
  for (const NearPerson& each : near) {
    if (!each.against.empty()) continue;
    if (each.certain && sure == nullptr) sure = &each;
    else if (maybe == nullptr) maybe = &each;
  }
  if (sure != nullptr && (maybe == nullptr || !maybe->certain)) return {sure, nullptr};
  return {nullptr, sure != nullptr ? sure : maybe};
}

}  // namespace laoyou::feeds
