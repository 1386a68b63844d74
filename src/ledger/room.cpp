#include "ledger/room.h"

#include "ledger/records.h"

namespace laoyou::ledger {

std::vector<store::TableDefinition> tables() {
  std::vector<store::TableDefinition> all;
  all.push_back(store::table<LedgerAccount>({store::unique({"code"})}));
  all.push_back(store::table<LedgerTransfer>({store::unique({"sequence"}), store::unique({"client_id"}), store::indexed({"debit", "sequence"}), store::indexed({"credit", "sequence"}),
                                              store::indexed({"pending", "sequence"})}));
  return all;
}

}  // namespace laoyou::ledger
