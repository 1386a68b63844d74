// What waits for a caller: a walk along one index for each holder, so that it is quick however many cases there are.
#pragma once

#include <map>

#include "cases/desk.h"
#include "cases/list_answers.h"

namespace laoyou::cases {

/// What of a worklist is asked for.
struct WorklistPage {
  std::string procedure;             ///< empty: all
  std::optional<Instant> from, until;  ///< due after `from` and up to `until`
  std::int64_t offset = 0, rows = 50;
};

/// The caller's tasks, the most urgent first. An institution's account has those handed to its unit and those of cases that name it.
std::vector<CaseTask> worklist_of(const store::Snapshot& snapshot, const http::Caller& caller, const WorklistPage& page);

/// When terms of the caller's tasks end, up to `until`, and how many then.
std::map<Instant, std::int64_t> terms_of(const store::Snapshot& snapshot, const http::Caller& caller, Instant until);

/// The tasks as lines for a screen, and whether there are more.
Worklist worklist_page(Desk& desk, store::Snapshot& snapshot, const http::Caller& caller, WorklistPage page, Instant now);

}  // namespace laoyou::cases
