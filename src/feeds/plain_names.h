// Which columns hold a resident's number without being described references (未作外键描述的人员编号).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/table.h"

namespace laoyou::feeds {

struct PlainName {
  const store::Table* table = nullptr;
  std::string column;
  std::string register_column;  ///< that says of which register the number is; empty: none does
};

/// The columns of the catalog that hold the number of a record of that register: owners of a family's rows, files, notes of who looked, debts still open.
/// Numbers are unique among all records, so that a cell that equals one names that record, whatever else the column may hold. What only tells of the past
/// stays as it was: the subjects of payments, which name rows of their run's frozen facts, and the two of a merge.
std::vector<PlainName> plain_names(const store::Catalog& catalog, std::string_view residents);

}  // namespace laoyou::feeds
