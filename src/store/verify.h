// Verification of a whole database: the journal against its seals, then every record against the journal.
#pragma once

#include "store/verify_journal.h"
#include "store/verify_rows.h"

namespace laoyou::store {

struct Verification {
  JournalCheck journal;
  RowCheck rows;  ///< not looked at when the journal is at fault

  bool intact() const { return journal.intact() && rows.intact(); }
  /// The first fault as messages.csv words it; of an intact database "journal.rows_intact".
  Refusal refusal() const {
    return journal.intact() ? rows.refusal() : refuse(fault_code(journal.fault), {std::to_string(journal.first_bad_sequence)});
  }
};

}  // namespace laoyou::store
