#include "store/batch.h"

#include "store/refused_change.h"
#include "store/failure.h"
#include "store/writing_connection.h"

namespace laoyou::store {

Batch::Batch(Connection& connection, const BatchContext& context) : connection_(connection), context_(context) {
  try {
    connection_.execute(connection_.kind() == DatabaseKind::sqlite ? "begin immediate" : "begin");
    connection_.check_present();
    head_ = read_head(connection_, HeadLock::exclusive);
  } catch (...) {
    connection_.rollback();
    throw;
  }
}

WriteOutcome Batch::run(const PendingCommand& pending) {
  WriteOutcome outcome;
  const std::size_t entries_before = entries_.size();
  writers(connection_).begin_command();
  guarded_run(pending, outcome);
  if (!outcome.done()) give_up_command(entries_before);
  outcome.journal_sequence = head_.sequence + static_cast<std::int64_t>(entries_.size());
  return outcome;
}

void Batch::guarded_run(const PendingCommand& pending, WriteOutcome& outcome) {
  try {
    Writing writing(connection_, context_.contents, context_.ids, pending.actor, pending.scope, context_.clock.now(), entries_);
    const Result<void> result = pending.command(writing);
    if (!result)
      outcome.refusal = result.error();
    else
      writers(connection_).keep_command();  // what it changed may be refused as late as here
  } catch (const StoreFailure&) {
    throw;  // the database itself failed: no command of this batch can be trusted to be stored
  } catch (const RefusedChange& refused) {
    outcome.refusal = refused.refusal();
  } catch (...) {
    outcome.failure = std::current_exception();
  }
}

void Batch::give_up_command(std::size_t entries_before) {
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(entries_before), entries_.end());
  writers(connection_).undo_command();
}

void Batch::seal() {
  Digest digest(context_.seal);
  const std::int64_t first = head_.sequence + 1;
  for (JournalEntry& entry : entries_) {
    entry.sequence = ++head_.sequence;
    entry.hash = entry_hash(digest, head_.entry_hash, entry);
    head_.entry_hash = entry.hash;
  }
  JournalSeal seal{++head_.batch, first, head_.sequence, context_.clock.now(), std::string(algorithm_name(context_.seal)), head_.seal_hash, ""};
  seal.hash = seal_hash(digest, seal, head_.entry_hash);
  head_.seal_hash = seal.hash;
  insert_entries(connection_, entries_);
  insert_seal(connection_, seal);
  write_head(connection_, head_);
}

void Batch::commit() {
  if (entries_.empty()) return connection_.rollback();
  seal();
  connection_.commit();
  try {
    connection_.check_present();
  } catch (const StoreUnavailable& gone) {
    // Stored, but in a file that may be moved or removed: whoever asks must look.
    throw StoreUnavailable(refuse("store.outcome_unknown"), gone.what());
  }
}

}  // namespace laoyou::store
