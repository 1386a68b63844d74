// People and places as somebody describes them, as facts that rules can be asked over. Nothing of it is kept.
#pragma once

#include <set>

#include "benefits/answers.h"
#include "rules/facts/facts.h"
#include "rules/rows/evaluate.h"
#include "rules/tree/book.h"

namespace laoyou::benefits {

/// At most so many subjects, counting equal ones, in one description.
inline constexpr std::int64_t k_subjects_most = 2000;

struct Described {
  rules::Facts facts;
  std::vector<rules::RowAt> rows;    ///< by subject: the first of its rows
  std::set<int> records;             ///< of which rows were described
};

/// The facts of the description. Facts that are not said are missing; who lives where is in the plan's place unless it is said. Refused, each with its place
/// ("/subjects/0/facts/1"): "benefits.unknown_record", "benefits.unknown_field", "benefits.too_many", and as rules::read_literal() refuses.
CheckedResult<Described> described(const rules::Book& book, const std::vector<GivenSubject>& subjects);

}  // namespace laoyou::benefits
