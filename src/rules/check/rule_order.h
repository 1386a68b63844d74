// An order to check rules in: by the names they mention, so that most find what they read already checked.
#pragma once

#include "rules/check/book_draft.h"

namespace laoyou::rules {

/// Positions in draft.rules, each once. A name is taken for every rule that is called so, whatever the record: the order is a good guess and
/// deterministic; which rules truly read which is found by checking.
std::vector<int> likely_order(const BookDraft& draft);

}  // namespace laoyou::rules
