// The one reader of the journal: hands every change, in order, to those who subscribed to it. Woken by this program's commits; what other servers
// commit it finds within a second.
//
//   Follower follower(store);
//   follower.on<Bed>("screens", [&](const Change<Bed>& change) { … });                                  // from now on, in each server
//   follower.keep<Bed>("notices", Follower::From::now, [](Writing& writing, const Change<Bed>& change) -> Result<void> { … });   // each once, for ever
//   follower.start();
//
// No entry is passed over because it was committed late: the journal is numbered under the lock that commits it, so what a snapshot shows of it is
// always its beginning.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <thread>

#include "store/change.h"
#include "store/store.h"

namespace laoyou::store {

/// How far a subscriber has come that keeps its place in the database.
struct FollowerPosition {
  Id<FollowerPosition> id;
  RegionCode region;
  std::string subscriber;
  std::int64_t sequence = 0;  ///< everything up to this entry has been handled
};
LAOYOU_RECORD(FollowerPosition, "follower_position", id, region, subscriber, sequence)

/// The table of the places kept; belongs to the tables of every program that follows.
TableDefinition follower_table();

/// Subscribers are named first, then it is started once. All are called one after another on one thread, so a slow one keeps the others waiting.
/// A subscriber that throws or refuses is handed the same entry again, later and later up to a minute; the others go on meanwhile.
class Follower {
 public:
  /// Takes one entry; throws when it could not be handled.
  using Handle = std::function<void(const JournalEntry&)>;
  /// Takes one entry within the command that also moves the place: what it writes and the place are stored together or not at all. Runs on the
  /// writer thread, so it must not wait for anything.
  using Keep = std::function<Result<void>(Writing&, const JournalEntry&)>;
  /// Where a subscriber begins that has no place yet.
  enum class From { beginning, now };
  /// Told of each failure, on the follower's thread.
  using Trouble = std::function<void(const std::string& subscriber, const std::string& what)>;

  /// `store` outlives it.
  explicit Follower(Store& store);
  /// Ends after the entry at hand.
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  /// Every entry after `after`, whatever it is about; nothing: from the start() on. Each server has its own.
  void on_any(std::string subscriber, Handle handle, std::optional<std::int64_t> after = std::nullopt);
  /// The changes of one kind of record.
  template <record::Described T>
  void on(std::string subscriber, std::function<void(const Change<T>&)> handle, std::optional<std::int64_t> after = std::nullopt) {
    add(std::move(subscriber), std::string(record::record_name<T>()),
        [this, handle = std::move(handle)](const JournalEntry& entry) { handle(opened_change<T>(store_.contents(), entry)); }, after);
  }
  /// Every entry once, over restarts and over all servers on one database; entries about kept places are not handed over.
  void keep_any(std::string subscriber, From from, Keep keep);
  template <record::Described T>
  void keep(std::string subscriber, From from, std::function<Result<void>(Writing&, const Change<T>&)> handle) {
    add_kept(std::move(subscriber), std::string(record::record_name<T>()), from, [this, handle = std::move(handle)](Writing& writing, const JournalEntry& entry) {
      return handle(writing, opened_change<T>(store_.contents(), entry));
    });
  }

  /// `look_done` is called on the follower's thread when what one look at the journal found has been handed over: for whoever gathers changes.
  void after_each_look(std::function<void()> look_done) { after_each_look_.push_back(std::move(look_done)); }

  /// Throws StoreUnavailable.
  void start(Trouble trouble = {});
  void stop();

  /// Up to here every subscriber has taken the journal in.
  std::int64_t position() const { return position_.load(); }
  /// Waits until that position is reached; false when the time is over first.
  bool wait_for(std::int64_t sequence, std::chrono::milliseconds at_most);

 private:
  struct Subscriber;
  void add(std::string subscriber, std::string record, Handle handle, std::optional<std::int64_t> after);
  void add_kept(std::string subscriber, std::string record, From from, Keep keep);
  void find_places(std::int64_t head);
  void run();
  bool round();
  bool advance(Subscriber& subscriber, const std::vector<JournalEntry>& entries);
  bool hand_over(Subscriber& subscriber, const std::vector<JournalEntry>& entries);
  bool hand_over_kept(Subscriber& subscriber, const std::vector<JournalEntry>& entries);
  void fail(Subscriber& subscriber, const std::string& what);
  void publish_position();

  Store& store_;
  Trouble trouble_;
  std::vector<std::unique_ptr<Subscriber>> subscribers_;
  std::vector<std::function<void()>> after_each_look_;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::int64_t> position_ = 0;
  std::mutex mutex_;
  std::condition_variable advanced_;
  std::thread thread_;
};

}  // namespace laoyou::store
