#include "store/testing/simulated_disk.h"

#include "base/check.h"

namespace laoyou::store {
namespace {

using Lock = std::scoped_lock<std::recursive_mutex>;

}  // namespace

void SimulatedFile::apply(const Change& change, std::string& content) {
  if (change.truncated_to) {
    content.resize(static_cast<std::size_t>(*change.truncated_to));
    return;
  }
  const auto offset = static_cast<std::size_t>(change.offset);
  if (content.size() < offset + change.bytes.size()) content.resize(offset + change.bytes.size());
  content.replace(offset, change.bytes.size(), change.bytes);
}

void SimulatedFile::flush() {
  for (const Change& change : unflushed) apply(change, durable);
  unflushed.clear();
  name_durable = true;
}

void SimulatedFile::lose_power(SeededRandom& random) {
  // Each unflushed sector arrived or did not, whatever became of its neighbours.
  constexpr std::size_t k_sector = 512;
  for (const Change& change : unflushed) {
    if (change.truncated_to) {
      if (random.below(2) == 0) apply(change, durable);
      continue;
    }
    for (std::size_t start = 0; start < change.bytes.size(); start += k_sector)
      if (random.below(2) == 0) apply({change.offset + static_cast<std::int64_t>(start), change.bytes.substr(start, k_sector), {}}, durable);
  }
  unflushed.clear();
  seen = durable;
  shared_memory.clear();
}

SimulatedDisk::SimulatedDisk(std::string name) : name_(std::move(name)), vfs_(simulated_vfs(*this, name_)) {
  CHECK(sqlite3_vfs_register(&vfs_, 0) == SQLITE_OK);
}

SimulatedDisk::~SimulatedDisk() { sqlite3_vfs_unregister(&vfs_); }

void SimulatedDisk::plan(Trouble trouble, std::int64_t call) {
  const Lock lock(mutex_);
  trouble_ = trouble;
  trouble_call_ = call;
  calls_ = 0;
}

std::int64_t SimulatedDisk::calls() {
  const Lock lock(mutex_);
  return calls_;
}

int SimulatedDisk::admit(Kind kind, int error) {
  constexpr std::int64_t k_calls_while_full = 20;
  ++calls_;
  if (trouble_ == Trouble::none || calls_ < trouble_call_) return SQLITE_OK;
  if (trouble_ == Trouble::power_cut) return error;
  if (trouble_ == Trouble::disk_error) return calls_ == trouble_call_ ? error : SQLITE_OK;
  return kind == Kind::write && calls_ < trouble_call_ + k_calls_while_full ? SQLITE_FULL : SQLITE_OK;
}

std::shared_ptr<SimulatedFile> SimulatedDisk::find(const std::string& name, bool create) {
  const auto found = files_.find(name);
  if (found != files_.end()) return found->second;
  if (!create) return nullptr;
  return files_[name] = std::make_shared<SimulatedFile>();
}

void SimulatedDisk::remove(const std::string& name, bool durably) {
  const auto found = files_.find(name);
  if (found == files_.end()) return;
  if (!durably) removed_[name] = found->second;
  if (durably) removed_.erase(name);
  files_.erase(found);
}

void SimulatedDisk::power_cycle(SeededRandom& random) {
  const Lock lock(mutex_);
  trouble_ = Trouble::none;
  // A removal whose directory was not flushed may not have happened.
  for (auto& [name, file] : removed_)
    if (random.below(2) == 0) files_.try_emplace(name, file);
  removed_.clear();
  std::erase_if(files_, [&](auto& entry) {
    SimulatedFile& file = *entry.second;
    CHECK(file.handles.empty());
    file.lose_power(random);
    if (!file.name_durable && random.below(2) == 0) return true;
    file.name_durable = true;
    return false;
  });
}

}  // namespace laoyou::store
