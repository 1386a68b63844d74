// The journal's own tables: journal, journal_seal and the one row of journal_head.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "store/connection.h"
#include "store/journal_entry.h"
#include "store/select.h"

namespace laoyou::store {

/// The end of the journal.
struct JournalHead {
  std::int64_t sequence = 0;  ///< of the last entry; 0: none yet
  std::int64_t batch = 0;     ///< of the last seal; 0: none yet
  std::string entry_hash;     ///< of the last entry
  std::string seal_hash;      ///< of the last seal
};

enum class HeadLock { none, exclusive };

/// The head as it stands; exclusive keeps every other writer waiting until this transaction ends. Throws StoreDamaged when it is missing.
JournalHead read_head(Connection& connection, HeadLock lock);
void write_head(Connection& connection, const JournalHead& head);

void insert_entries(Connection& connection, const std::vector<JournalEntry>& entries);
void insert_seal(Connection& connection, const JournalSeal& seal);

/// Which entries are wanted; all conditions that are set must hold.
struct JournalQuery {
  std::int64_t after_sequence = 0;
  std::string record;          ///< empty: of every record
  std::int64_t record_id = 0;  ///< 0: of every id
  std::int64_t before_sequence = 0;  ///< 0: up to the end
  bool newest_first = false;
  std::int64_t rows = 1000;    ///< at most so many
  std::optional<std::int64_t> account = {};  ///< by this account alone
  std::optional<Action> action = {};
  std::optional<Instant> from = {};   ///< at this moment or later
  std::optional<Instant> until = {};  ///< before this moment
};

/// Entries in order; a scope with an owner sees those of one named record alone, which the caller has found within that scope. `damaged` is called instead for a row that is no entry.
void read_entries(Connection& connection, const Scope& scope, const JournalQuery& query, const std::function<void(JournalEntry)>& entry,
                  const std::function<void(std::int64_t sequence)>& damaged);
/// How many entries fulfil the query's conditions within the scope, whatever page is asked for.
std::int64_t count_entries(Connection& connection, const Scope& scope, const JournalQuery& query);
/// Sequence of the last entry after `after_sequence` about one of these records; 0 when there is none. Looks at each entry after it.
std::int64_t last_change(Connection& connection, const std::vector<std::string>& records, std::int64_t after_sequence);
/// Seals in order, at most `rows` after the given batch.
std::vector<JournalSeal> read_seals(Connection& connection, std::int64_t after_batch, std::int64_t rows);

}  // namespace laoyou::store
