#include "store/verify_journal.h"

#include <deque>

#include "store/journal_rows.h"

namespace laoyou::store {
namespace {

constexpr std::int64_t k_rows_at_once = 2'000;

/// The first fault ends the walk.
struct Found {
  JournalFault fault;
  std::int64_t sequence;
};

/// Walks entries and seals side by side.
class JournalWalk {
 public:
  JournalWalk(Connection& connection, const JournalAnchor& anchor, const Progress& progress)
      : connection_(connection), anchor_(anchor), progress_(progress), head_(read_head(connection, HeadLock::none)) {}

  JournalCheck walk() {
    JournalCheck check;
    try {
      while (walk_some()) report(progress_, sequence_, head_.sequence);
      check_end();
    } catch (const Found& found) {
      check.fault = found.fault;
      check.first_bad_sequence = found.sequence;
    }
    check.entries = sequence_;
    check.last_seal = {batch_, seal_hash_};
    return check;
  }

 private:
  /// Walks the next page of entries; false when there are no more.
  bool walk_some() {
    std::int64_t walked = 0;
    read_entries(
        connection_, Scope::country(), {.after_sequence = sequence_, .record = "", .record_id = 0, .rows = k_rows_at_once},
        [&](const JournalEntry& entry) {
          check_entry(entry);
          ++walked;
        },
        [&](std::int64_t sequence) { throw Found{sequence == sequence_ + 1 ? JournalFault::entry_altered : JournalFault::entry_missing, sequence_ + 1}; });
    return walked > 0;
  }

  void check_entry(const JournalEntry& entry) {
    const std::int64_t expected = sequence_ + 1;
    if (entry.sequence != expected) throw Found{JournalFault::entry_missing, expected};
    if (!open_) open_seal(expected);
    if (entry_hash(*digest_, entry_hash_, entry) != entry.hash) throw Found{JournalFault::entry_altered, expected};
    entry_hash_ = entry.hash;
    sequence_ = expected;
    if (sequence_ == seal_.last_sequence) close_seal();
  }

  /// The seal that the entry `expected` must begin.
  void open_seal(std::int64_t expected) {
    if (seals_.empty()) refill_seals();
    if (seals_.empty()) throw Found{head_.sequence >= expected ? JournalFault::seal_missing : JournalFault::entry_unsealed, expected};
    seal_ = std::move(seals_.front());
    seals_.pop_front();
    DigestAlgorithm algorithm{};
    if (seal_.batch != batch_ + 1) throw Found{JournalFault::seal_missing, expected};
    if (seal_.first_sequence != expected || seal_.last_sequence < expected || seal_.previous_hash != seal_hash_ ||
        !read_algorithm_name(seal_.algorithm, algorithm))
      throw Found{JournalFault::seal_altered, expected};
    if (!digest_ || algorithm != algorithm_) digest_.emplace(algorithm);
    algorithm_ = algorithm;
    open_ = true;
  }

  void close_seal() {
    if (store::seal_hash(*digest_, seal_, entry_hash_) != seal_.hash) throw Found{JournalFault::seal_altered, seal_.first_sequence};
    if (anchor_.batch == seal_.batch && anchor_.hash != seal_.hash) throw Found{JournalFault::anchor_differs, seal_.first_sequence};
    batch_ = seal_.batch;
    seal_hash_ = seal_.hash;
    open_ = false;
  }

  void refill_seals() {
    for (JournalSeal& seal : read_seals(connection_, batch_, k_rows_at_once)) seals_.push_back(std::move(seal));
  }

  void check_end() {
    if (open_) throw Found{JournalFault::entry_missing, sequence_ + 1};
    refill_seals();
    if (!seals_.empty()) throw Found{JournalFault::entry_missing, sequence_ + 1};
    if (head_.sequence != sequence_ || head_.batch != batch_ || head_.entry_hash != entry_hash_ || head_.seal_hash != seal_hash_)
      throw Found{JournalFault::head_differs, head_.sequence < sequence_ ? head_.sequence + 1 : sequence_ + 1};
    if (anchor_.batch > batch_) throw Found{JournalFault::anchor_differs, sequence_ + 1};
  }

  Connection& connection_;
  const JournalAnchor& anchor_;
  const Progress& progress_;
  JournalHead head_;
  std::int64_t sequence_ = 0, batch_ = 0;                   // last entry and last whole seal walked
  std::string entry_hash_{k_first_hash}, seal_hash_{k_first_hash};
  std::deque<JournalSeal> seals_;
  JournalSeal seal_;
  bool open_ = false;  // within seal_
  DigestAlgorithm algorithm_{};
  std::optional<Digest> digest_;
};

}  // namespace

std::string fault_code(JournalFault fault) {
  constexpr const char* k_codes[] = {"journal.intact",       "journal.entry_altered", "journal.entry_missing", "journal.entry_unsealed",
                                     "journal.seal_altered", "journal.seal_missing",  "journal.head_differs",  "journal.anchor_differs"};
  return k_codes[static_cast<std::size_t>(fault)];
}

JournalCheck verify_journal(Connection& connection, const JournalAnchor& anchor, const Progress& progress) {
  return JournalWalk(connection, anchor, progress).walk();
}

}  // namespace laoyou::store
