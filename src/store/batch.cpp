#include "store/batch.h"

#include <algorithm>
#include <atomic>
#include <thread>

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

namespace {

/// Gives entries their hashes, each over the one before, while the database takes in those that have theirs. For a batch that is worth a thread.
class Hashing {
 public:
  Hashing(DigestAlgorithm algorithm, std::string previous, std::vector<JournalEntry>& entries)
      : working_([this, algorithm, previous = std::move(previous), &entries]() mutable {
          Digest digest(algorithm);
          for (std::size_t i = 0; i < entries.size(); ++i) {
            previous = entries[i].hash = entry_hash(digest, previous, entries[i]);
            done_.store(i + 1, std::memory_order_release);
            if ((i + 1) % k_told_of == 0 || i + 1 == entries.size()) done_.notify_one();
          }
        }) {}
  /// Returns when so many have theirs; those are not looked at again.
  void wait_for(std::size_t count) const {
    for (std::size_t done = done_.load(std::memory_order_acquire); done < count; done = done_.load(std::memory_order_acquire)) done_.wait(done, std::memory_order_acquire);
  }

 private:
  static constexpr std::size_t k_told_of = 64;
  std::atomic<std::size_t> done_ = 0;
  std::jthread working_;
};

/// Stores the entries with their hashes; the last one's hash.
std::string insert_chained(Connection& connection, DigestAlgorithm algorithm, std::string previous, std::vector<JournalEntry>& entries) {
  constexpr std::size_t k_at_once = 1'024;
  const Hashing hashing(algorithm, std::move(previous), entries);
  std::string last;
  for (std::size_t from = 0; from < entries.size(); from += k_at_once) {
    const std::size_t end = std::min(entries.size(), from + k_at_once);
    hashing.wait_for(end);
    const auto at = [&](std::size_t i) { return std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(i)); };
    const std::vector<JournalEntry> part(at(from), at(end));
    insert_entries(connection, part);
    last = part.back().hash;
  }
  return last;
}

}  // namespace

void Batch::seal() {
  constexpr std::size_t k_worth_a_thread = 4'096;
  Digest digest(context_.seal);
  const std::int64_t first = head_.sequence + 1;
  for (JournalEntry& entry : entries_) entry.sequence = ++head_.sequence;
  if (entries_.size() >= k_worth_a_thread) {
    head_.entry_hash = insert_chained(connection_, context_.seal, head_.entry_hash, entries_);
  } else {
    for (JournalEntry& entry : entries_) head_.entry_hash = entry.hash = entry_hash(digest, head_.entry_hash, entry);
    insert_entries(connection_, entries_);
  }
  JournalSeal seal{++head_.batch, first, head_.sequence, context_.clock.now(), std::string(algorithm_name(context_.seal)), head_.seal_hash, ""};
  seal.hash = seal_hash(digest, seal, head_.entry_hash);
  head_.seal_hash = seal.hash;
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
