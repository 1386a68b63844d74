// The room of files (附件): photographs and papers of the records of registers. Its public face.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "base/random.h"
#include "collection/room.h"
#include "store/follower.h"

namespace laoyou::files {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const collection::Registers& registers;
  std::function<std::string(std::int64_t account)> account_name;
  Random& random;  ///< fit for secrets
};

std::vector<store::TableDefinition> tables();

/// The routes of every register that takes files: the list, one to look at, its thumbnail, a new one, one taken out. Whoever may read a record reads
/// its files; whoever may change it adds and removes them.
http::RouteTable routes(const Services& services);

/// From now on the files of a removed record go with it, and those of one that moves to another place move too.
void follow_records(const Services& services, store::Follower& follower);

/// Takes out what an interrupted upload left before that time, and files whose record went away while nobody followed. Returns how many there were.
std::int64_t sweep(const Services& services, Instant before);

/// Sweeps once an hour on a thread of its own, for as long as it lives; what is older than a day goes.
class Sweeper {
 public:
  /// `trouble` is told what hindered it.
  Sweeper(Services services, const Clock& clock, std::function<void(const std::string& what)> trouble = {});
  ~Sweeper();
  Sweeper(const Sweeper&) = delete;
  Sweeper& operator=(const Sweeper&) = delete;

 private:
  void run();

  Services services_;
  const Clock& clock_;
  std::function<void(const std::string&)> trouble_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laoyou::files
