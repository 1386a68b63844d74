#include "store/group_commit.h"

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

/// A callback that throws is a mistake of its own request; it must not take the writer thread down with it.
void answer(const PendingCommand& pending, WriteOutcome outcome) {
  try {
    pending.done(std::move(outcome));
  } catch (...) {
  }
}

WriteOutcome unavailable(std::string_view code) {
  return {std::nullopt, std::make_exception_ptr(StoreUnavailable(refuse(code), "command not queued")), 0};
}

}  // namespace

GroupCommit::GroupCommit(std::unique_ptr<Writer> writer, GroupLimits limits) : writer_(std::move(writer)), limits_(limits) {
  CHECK(limits.commands_per_commit > 0);
  thread_ = std::thread([this] { work(); });
}

GroupCommit::~GroupCommit() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void GroupCommit::submit(PendingCommand pending) {
  std::unique_lock lock(mutex_);
  const bool stopped = stopping_;
  if (stopped || waiting_.size() >= limits_.commands_waiting) {
    lock.unlock();
    return answer(pending, unavailable(stopped ? "store.stopped" : "store.overloaded"));
  }
  waiting_.push_back(std::move(pending));
  lock.unlock();
  arrived_.notify_one();
}

std::vector<PendingCommand> GroupCommit::take_waiting() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const std::size_t count = std::min(waiting_.size(), limits_.commands_per_commit);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<PendingCommand> commands(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return commands;
}

void GroupCommit::work() {
  for (;;) {
    const std::vector<PendingCommand> commands = take_waiting();
    if (commands.empty()) return;  // stopping, and nothing is left
    std::vector<WriteOutcome> outcomes = writer_->write(commands);
    for (std::size_t i = 0; i < commands.size(); ++i) answer(commands[i], std::move(outcomes[i]));
    commits_.ring();
  }
}

}  // namespace laoyou::store
