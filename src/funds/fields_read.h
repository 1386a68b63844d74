// Which facts a rule rests on: what must be kept so that the rule gives the same answer years later.
#pragma once

#include <map>
#include <set>

#include "rules/tree/book.h"

namespace laoyou::funds {

/// Fields by record, both as positions in the schema. The id of every record that is read, and its region, are among them.
using FieldsRead = std::map<int, std::set<int>>;

/// What the rule (a position in the book, over a record) reads, through every rule, reference and related record.
FieldsRead fields_read(const rules::Book& book, int rule);

/// The rules over `record` that the rule reads on its own row, itself last: the steps of its calculation.
std::vector<int> rules_read(const rules::Book& book, int rule);

}  // namespace laoyou::funds
