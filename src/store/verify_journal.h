// Walks the journal and its seals from the first entry to the last and finds whatever was altered, taken out, put in or moved.
#pragma once

#include <cstdint>
#include <string>

#include "store/connection.h"
#include "store/progress.h"

namespace laoyou::store {

/// What is wrong first.
enum class JournalFault {
  none,
  entry_altered,   ///< an entry is not what was sealed: changed, exchanged with another, or no entry at all
  entry_missing,   ///< a sequence number is skipped
  entry_unsealed,  ///< an entry stands after the last seal
  seal_altered,    ///< a seal is not what was written
  seal_missing,    ///< a batch number is skipped, or the journal's end has no seal
  head_differs,    ///< the journal ends elsewhere than its head says: its end was cut off
  anchor_differs   ///< the seal of the anchor's batch is another: everything was written anew up to there
};

/// A seal noted outside the database (in a backup's manifest, on paper): what makes a journal rewritten from some point to its end show.
struct JournalAnchor {
  std::int64_t batch = 0;  ///< 0: no anchor
  std::string hash;
};

/// What the walk found.
struct JournalCheck {
  JournalFault fault = JournalFault::none;
  std::int64_t first_bad_sequence = 0;  ///< the first entry that cannot be trusted; 0 when intact
  std::int64_t entries = 0;             ///< walked
  JournalAnchor last_seal;              ///< to be noted as the next anchor

  bool intact() const { return fault == JournalFault::none; }
};

/// The fault's row in messages.csv: "journal.entry_altered" and so on.
std::string fault_code(JournalFault fault);

/// Reads in bounded memory; give it a connection whose transaction is one snapshot. Throws StoreUnavailable, Cancelled.
JournalCheck verify_journal(Connection& connection, const JournalAnchor& anchor = {}, const Progress& progress = {});

}  // namespace laoyou::store
