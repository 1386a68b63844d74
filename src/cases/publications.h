// What is public now: notices until they end, and lists.
#pragma once

#include "cases/desk.h"
#include "cases/list_answers.h"

namespace laoyou::cases {

struct PublicationQuestion {
  RegionCode region;  ///< within this place
  PublicationKind kind = PublicationKind::notice;
  std::string name;   ///< of a list; empty: all
  std::int64_t offset = 0, rows = 50;
};

/// Whether it is shown at that time.
bool is_current(const CasePublication& publication, Instant now);
/// The newest first, with the names of the lists there are; no names of people.
Publications publications(Desk& desk, const store::Snapshot& snapshot, const PublicationQuestion& question, Instant now);

}  // namespace laoyou::cases
