#include "store/writer.h"

#include <algorithm>

#include "store/failure.h"
#include "store/writing_connection.h"

namespace laoyou::store {

std::unique_ptr<Batch> Writer::begin() {
  if (connection_ && connection_->usable()) {
    try {
      return std::make_unique<Batch>(*connection_, context_);
    } catch (const StoreUnavailable&) {
      // A connection that broke while nobody wrote is replaced without anyone noticing; nothing has been run yet.
      if (connection_->usable()) throw;
    }
  }
  connection_.reset();
  connection_ = std::make_unique<WritingConnection>(connect(address_, ConnectionUse::writing));
  return std::make_unique<Batch>(*connection_, context_);
}

bool Writer::was_committed(const JournalHead& head) {
  connection_.reset();
  connection_ = std::make_unique<WritingConnection>(connect(address_, ConnectionUse::writing));
  // Waits for the lost transaction's own end, should the server still be at it: it holds this lock.
  const Batch probe(*connection_, context_);
  const std::vector<Cell> parameters{head.batch, head.seal_hash};
  return query_integer(*connection_, "select count(*) from journal_seal where batch = $1 and hash = $2", parameters) == 1;
}

std::vector<WriteOutcome> Writer::write(const std::vector<PendingCommand>& commands) {
  std::vector<WriteOutcome> outcomes;
  outcomes.reserve(commands.size());
  std::exception_ptr failure;
  std::unique_ptr<Batch> batch;
  bool committing = false;
  try {
    batch = begin();
    for (const PendingCommand& command : commands) outcomes.push_back(batch->run(command));
    committing = true;
    batch->commit();
    return outcomes;
  } catch (...) {
    failure = std::current_exception();
  }
  const JournalHead head = batch ? batch->head() : JournalHead{};
  batch.reset();
  if (committing && connection_->kind() == DatabaseKind::postgresql && !connection_->usable()) {
    try {
      if (was_committed(head)) return outcomes;
    } catch (const std::exception& unreachable) {
      failure = std::make_exception_ptr(StoreUnavailable(refuse("store.outcome_unknown"), unreachable.what()));
    }
  }
  return std::vector<WriteOutcome>(commands.size(), WriteOutcome{std::nullopt, failure, 0});
}

}  // namespace laoyou::store
