// One round of the differential program: a plan that the checker accepts, facts, and questions about them, all from one seed.
#pragma once

#include <map>
#include <memory>

#include "random_plan.h"
#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

struct RandomWorld {
  BookSource source;
  std::shared_ptr<const Book> book;
  std::unique_ptr<Facts> facts;
  std::vector<int> row_rules, totals;
  std::vector<Question> questions;
};

/// What the checker refused, by code, with one expression for each.
struct Refused {
  std::map<std::string, std::size_t> count;
  std::map<std::string, std::string> example;
};

/// Rows come, change and go, as journal entries make them: in place, so that the order of rows is no longer that of ids.
void change_facts(const Schema& schema, Facts& facts, SeededRandom& random);

/// `large`: a short plan over so many rows that several threads take part.
RandomWorld random_world(std::uint64_t seed, Refused& refused, bool large = false);

/// The plan as a reader wants it when something differs.
std::string plan_text(const BookSource& source);

}  // namespace laoyou::rules
