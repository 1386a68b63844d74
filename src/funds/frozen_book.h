// The rules of a plan as text that gives the same checked book back years later (固化规则).
#pragma once

#include <memory>
#include <string>

#include "rules/tree/book.h"

namespace laoyou::funds {

/// Everything of the source, places included, so that explanations name the lines of then.
std::string pack_rules(const rules::BookSource& source);

/// The source again. Refused as "funds.frozen_unreadable".
Result<rules::BookSource> unpack_rules(const std::string& text);

/// The book with every parameter fixed at its value of that day, for ever: to tell what a rule's change did from what time did.
rules::Book pinned_at(const rules::Book& book, Date day);

}  // namespace laoyou::funds
