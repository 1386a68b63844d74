// The room of the ledger (总账). Its public face beside ledger.h, balances.h and verify.h: the tables.
#pragma once

#include <vector>

#include "store/table_definition.h"

namespace laoyou::ledger {

std::vector<store::TableDefinition> tables();

}  // namespace laoyou::ledger
