// What a name stands for at one place of a book, before anything is reported or checked.
#pragma once

#include "rules/check/book_draft.h"
#include "rules/check/scope.h"

namespace laoyou::rules {

struct Meaning {
  enum class What { nothing, field, rule, total, parameter, code, context };

  What what = What::nothing;
  Path path;
  int record = -1;                    ///< field, rule: of the row at the path's end
  int position = -1;                  ///< field in its record; rule, total, parameter in the draft; code in its list
  int list = -1;                      ///< code
  ContextRead::What context{};        ///< context
  std::optional<bool> end_of_period;  ///< behind a period: .start (false) or .end (true)
  std::size_t failed = 0;             ///< nothing: the part without meaning
  int failed_record = -1;             ///< nothing: the record whose fields that part was looked for in, or -1: the part before leads nowhere
};

/// Rules over the record, fields, parameters, context, in this order; the names and the Chinese labels of each.
Meaning find_meaning(const BookDraft& draft, const std::vector<std::string>& parts, const Scope& scope);

/// Every name that could stand alone at this place: for "did you mean".
std::vector<std::string> known_names(const BookDraft& draft, const Scope& scope);
/// Fields and rules of one record.
std::vector<std::string> known_members(const BookDraft& draft, int record);

}  // namespace laoyou::rules
