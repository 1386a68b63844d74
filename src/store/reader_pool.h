// Connections for reading. Each reading borrows one for one consistent snapshot.
#pragma once

#include <boost/fiber/condition_variable.hpp>
#include <boost/fiber/mutex.hpp>
#include <memory>
#include <vector>

#include "store/connection.h"

namespace laoyou::store {

/// Safe across threads. At most `size` connections, made when first needed.
class ReaderPool {
 public:
  ReaderPool(DatabaseAddress address, int size);

  /// One snapshot: what is committed after its first look does not show in it.
  class Lease {
   public:
    Lease(ReaderPool& pool, std::unique_ptr<Connection> connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    ~Lease();
    Connection& connection() { return *connection_; }

   private:
    ReaderPool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  /// Waits up to ten seconds for a free connection. Throws StoreUnavailable: "store.busy" when none gets free, "store.gone" when the
  /// database does not answer.
  Lease open();

 private:
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection) noexcept;

  DatabaseAddress address_;
  boost::fibers::mutex mutex_;  // a fiber that waits for a connection holds no thread
  boost::fibers::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int spare_;  // connections that may still be handed out
};

}  // namespace laoyou::store
