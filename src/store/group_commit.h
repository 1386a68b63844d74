// Group commit: commands queue up while the disk flushes the ones before, and the next flush takes all that have come. Nobody waits for
// company: a lone command is written at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "store/commit_signal.h"
#include "store/writer.h"

namespace laoyou::store {

struct GroupLimits {
  std::size_t commands_per_commit = 512;  ///< 1: a commit for each command
  std::size_t commands_waiting = 20'000;  ///< more are answered "store.overloaded" at once
};

/// Owns the one writer thread.
class GroupCommit {
 public:
  GroupCommit(std::unique_ptr<Writer> writer, GroupLimits limits);
  /// Writes what is queued, then ends; what is submitted meanwhile is answered "store.stopped".
  ~GroupCommit();
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  /// Queues a command; its `done` is called from the writer thread, or from here when it cannot even be queued.
  void submit(PendingCommand pending);
  /// True on the writer thread, where waiting for a write would wait for ever.
  bool on_writer_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
  /// Rung when a group has been written and answered.
  CommitSignal& commits() { return commits_; }

 private:
  void work();
  std::vector<PendingCommand> take_waiting();

  std::unique_ptr<Writer> writer_;
  GroupLimits limits_;
  CommitSignal commits_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<PendingCommand> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laoyou::store
