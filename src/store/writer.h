// The writer's connection: runs whole batches, connects again when the database has gone and come back.
#pragma once

#include <memory>
#include <vector>

#include "store/batch.h"

namespace laoyou::store {

/// Used by the one writer thread.
class Writer {
 public:
  Writer(DatabaseAddress address, std::unique_ptr<Connection> connection, BatchContext context)
      : address_(std::move(address)), connection_(std::move(connection)), context_(context) {}

  /// Runs the commands in one transaction; the answers are in their order, and true only of what is durable.
  std::vector<WriteOutcome> write(const std::vector<PendingCommand>& commands);

 private:
  std::unique_ptr<Batch> begin();
  /// Asks the database, over a new connection, whether a commit whose answer was lost took place.
  bool was_committed(const JournalHead& head);

  DatabaseAddress address_;
  std::unique_ptr<Connection> connection_;
  BatchContext context_;
};

}  // namespace laoyou::store
