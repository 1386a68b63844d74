// A disk in memory for SQLite: any storage call can be made to fail, and at a power cut it loses what was not flushed, as a real one does.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"

namespace laoyou::store {

/// What happens at the chosen storage call.
enum class Trouble {
  none,
  disk_error,  ///< this call fails; a flush that fails loses what it should have flushed for good
  disk_full,   ///< this and the next few calls that need room fail
  power_cut    ///< this and every later call fail, until power_cycle()
};

/// One file: as programs see it, and as it is on the platter.
struct SimulatedFile {
  struct Change {
    std::int64_t offset = 0;
    std::string bytes;
    std::optional<std::int64_t> truncated_to;
  };
  std::string seen, durable;
  std::vector<Change> unflushed;
  bool name_durable = false;
  std::vector<std::unique_ptr<char[]>> shared_memory;
  std::vector<struct SimulatedHandle*> handles;

  static void apply(const Change& change, std::string& content);
  void flush();
  void lose_power(SeededRandom& random);
};

/// Registers itself with SQLite under its name while it lives.
class SimulatedDisk {
 public:
  explicit SimulatedDisk(std::string name);
  ~SimulatedDisk();
  SimulatedDisk(const SimulatedDisk&) = delete;
  SimulatedDisk& operator=(const SimulatedDisk&) = delete;

  /// The trouble strikes at the call of that number, the next call being number 1.
  void plan(Trouble trouble, std::int64_t call);
  /// Storage calls since the last plan().
  std::int64_t calls();
  /// The power goes, taking an arbitrary part of what was not flushed, and comes back; no connection may be open.
  void power_cycle(SeededRandom& random);

  // For the functions SQLite calls.
  enum class Kind { read, write, flush, other };
  /// Counts the call; SQLITE_OK, or the error it is to fail with.
  int admit(Kind kind, int error);
  std::shared_ptr<SimulatedFile> find(const std::string& name, bool create);
  void remove(const std::string& name, bool durably);
  void flush_directory() { removed_.clear(); }
  std::recursive_mutex& mutex() { return mutex_; }

 private:
  std::string name_;
  sqlite3_vfs vfs_;
  std::recursive_mutex mutex_;
  std::map<std::string, std::shared_ptr<SimulatedFile>> files_, removed_;
  Trouble trouble_ = Trouble::none;
  std::int64_t calls_ = 0, trouble_call_ = 0;
};

/// What SQLite is to call for files on this disk; `name` must outlive it.
sqlite3_vfs simulated_vfs(SimulatedDisk& disk, const std::string& name);

}  // namespace laoyou::store
