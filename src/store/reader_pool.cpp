#include "store/reader_pool.h"

#include <chrono>
#include <mutex>

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

void begin_snapshot(Connection& connection) {
  connection.check_present();
  connection.run(connection.kind() == DatabaseKind::postgresql ? "begin isolation level repeatable read read only" : "begin");
}

}  // namespace

ReaderPool::ReaderPool(DatabaseAddress address, int size) : address_(std::move(address)), spare_(size) { CHECK(size > 0); }

std::unique_ptr<Connection> ReaderPool::take() {
  constexpr std::chrono::seconds k_patience(10);
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, k_patience, [this] { return spare_ > 0; })) throw StoreUnavailable(refuse("store.busy"), "no reader got free");
  --spare_;
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Connection> connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) noexcept {
  {
    const std::scoped_lock lock(mutex_);
    ++spare_;
    if (connection && connection->usable()) idle_.push_back(std::move(connection));
  }
  freed_.notify_one();
}

ReaderPool::Lease ReaderPool::open() {
  std::unique_ptr<Connection> connection = take();
  try {
    if (connection) {
      try {
        begin_snapshot(*connection);
        return {*this, std::move(connection)};
      } catch (const StoreUnavailable&) {
        // It broke while idle, for instance because the database was restarted: a new one may do.
        connection->rollback();
      }
    }
    connection = connect(address_, ConnectionUse::reading);
    begin_snapshot(*connection);
    return {*this, std::move(connection)};
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

ReaderPool::Lease::~Lease() {
  if (!connection_) return;
  connection_->rollback();
  pool_->give_back(std::move(connection_));
}

}  // namespace laoyou::store
