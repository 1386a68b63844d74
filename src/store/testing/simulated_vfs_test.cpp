// The functions SQLite calls, on files that a SimulatedDisk holds (sqlite.org/c3ref/io_methods.html).
#include <algorithm>
#include <atomic>
#include <cstring>

#include "store/testing/simulated_disk.h"

namespace laoyou::store {

/// An open file; SQLite owns the memory and knows it by its first member.
struct SimulatedHandle {
  sqlite3_file base;
  SimulatedDisk* disk;
  std::shared_ptr<SimulatedFile> file;
  int lock_level;
  unsigned shared_memory_read_locks, shared_memory_write_locks;
  bool remove_on_close;
  std::string name;
};

namespace {

SimulatedHandle& handle(sqlite3_file* file) { return *reinterpret_cast<SimulatedHandle*>(file); }
SimulatedDisk& disk(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }
using Lock = std::scoped_lock<std::recursive_mutex>;
using Kind = SimulatedDisk::Kind;

int close_file(sqlite3_file* file) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  std::erase(own.file->handles, &own);
  if (own.remove_on_close) own.disk->remove(own.name, true);
  own.file.~shared_ptr();
  own.name.~basic_string();
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  if (const int error = own.disk->admit(Kind::read, SQLITE_IOERR_READ); error != SQLITE_OK) return error;
  const std::string& content = own.file->seen;
  const std::size_t start = std::min(content.size(), static_cast<std::size_t>(offset));
  const std::size_t present = std::min(content.size() - start, static_cast<std::size_t>(size));
  std::memcpy(out, content.data() + start, present);
  std::memset(static_cast<char*>(out) + present, 0, static_cast<std::size_t>(size) - present);
  return present == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int change_file(SimulatedHandle& own, SimulatedFile::Change change) {
  SimulatedFile::apply(change, own.file->seen);
  own.file->unflushed.push_back(std::move(change));
  return SQLITE_OK;
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  if (const int error = own.disk->admit(Kind::write, SQLITE_IOERR_WRITE); error != SQLITE_OK) return error;
  return change_file(own, {offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)), {}});
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  if (const int error = own.disk->admit(Kind::other, SQLITE_IOERR_TRUNCATE); error != SQLITE_OK) return error;
  if (static_cast<std::size_t>(size) >= own.file->seen.size()) return SQLITE_OK;
  return change_file(own, {0, "", size});
}

int flush_file(sqlite3_file* file, int) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  if (const int error = own.disk->admit(Kind::flush, SQLITE_IOERR_FSYNC); error != SQLITE_OK) {
    // As Linux does: the pages count as clean from now on, so no later flush will carry them.
    own.file->unflushed.clear();
    return error;
  }
  // The first flush of a new file flushes its directory too (os_unix.c), and with it every removal before.
  if (!own.file->name_durable) own.disk->flush_directory();
  own.file->flush();
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  const Lock lock(handle(file).disk->mutex());
  *size = static_cast<sqlite3_int64>(handle(file).file->seen.size());
  return SQLITE_OK;
}

int highest_other_lock(const SimulatedHandle& own) {
  int highest = SQLITE_LOCK_NONE;
  for (const SimulatedHandle* other : own.file->handles)
    if (other != &own) highest = std::max(highest, other->lock_level);
  return highest;
}

int lock_file(sqlite3_file* file, int level) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  if (own.lock_level >= level) return SQLITE_OK;
  const int others = highest_other_lock(own);
  const bool allowed = level == SQLITE_LOCK_SHARED     ? others < SQLITE_LOCK_PENDING
                       : level == SQLITE_LOCK_RESERVED ? others < SQLITE_LOCK_RESERVED
                                                       : others == SQLITE_LOCK_NONE;
  if (!allowed) return SQLITE_BUSY;
  own.lock_level = level;
  return SQLITE_OK;
}

int unlock_file(sqlite3_file* file, int level) {
  const Lock lock(handle(file).disk->mutex());
  handle(file).lock_level = std::min(handle(file).lock_level, level);
  return SQLITE_OK;
}

int check_reserved_lock(sqlite3_file* file, int* reserved) {
  const Lock lock(handle(file).disk->mutex());
  *reserved = highest_other_lock(handle(file)) >= SQLITE_LOCK_RESERVED ? 1 : 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int map_shared_memory(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  *out = nullptr;
  if (const int error = own.disk->admit(Kind::other, SQLITE_IOERR_SHMMAP); error != SQLITE_OK) return error;
  auto& regions = own.file->shared_memory;
  while (extend != 0 && regions.size() <= static_cast<std::size_t>(region)) regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
  if (static_cast<std::size_t>(region) < regions.size()) *out = regions[static_cast<std::size_t>(region)].get();
  return SQLITE_OK;
}

int lock_shared_memory(sqlite3_file* file, int offset, int count, int flags) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  const unsigned mask = ((1u << count) - 1) << offset;
  unsigned& own_locks = (flags & SQLITE_SHM_SHARED) != 0 ? own.shared_memory_read_locks : own.shared_memory_write_locks;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    own_locks &= ~mask;
    return SQLITE_OK;
  }
  for (const SimulatedHandle* other : own.file->handles) {
    if (other == &own) continue;
    const unsigned in_the_way = other->shared_memory_write_locks | ((flags & SQLITE_SHM_EXCLUSIVE) != 0 ? other->shared_memory_read_locks : 0);
    if ((in_the_way & mask) != 0) return SQLITE_BUSY;
  }
  own_locks |= mask;
  return SQLITE_OK;
}

void shared_memory_barrier(sqlite3_file* file) {
  std::atomic_thread_fence(std::memory_order_seq_cst);
  const Lock lock(handle(file).disk->mutex());
}

int unmap_shared_memory(sqlite3_file* file, int remove) {
  SimulatedHandle& own = handle(file);
  const Lock lock(own.disk->mutex());
  own.shared_memory_read_locks = own.shared_memory_write_locks = 0;
  if (remove != 0) own.file->shared_memory.clear();
  return SQLITE_OK;
}

const sqlite3_io_methods k_methods{2, close_file, read_file, write_file, truncate_file, flush_file, file_size, lock_file, unlock_file,
                                   check_reserved_lock, file_control, sector_size, device_characteristics, map_shared_memory, lock_shared_memory,
                                   shared_memory_barrier, unmap_shared_memory, nullptr, nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  SimulatedDisk& own_disk = disk(vfs);
  const Lock lock(own_disk.mutex());
  file->pMethods = nullptr;
  if (const int error = own_disk.admit(Kind::other, SQLITE_CANTOPEN); error != SQLITE_OK) return error;
  static std::atomic<int> unnamed = 0;
  const std::string own_name = name != nullptr ? name : "unnamed" + std::to_string(++unnamed);
  const auto found = own_disk.find(own_name, (flags & SQLITE_OPEN_CREATE) != 0);
  if (!found) return SQLITE_CANTOPEN;
  auto* made = new (file) SimulatedHandle{{&k_methods}, &own_disk, found, SQLITE_LOCK_NONE, 0, 0, (flags & SQLITE_OPEN_DELETEONCLOSE) != 0, own_name};
  found->handles.push_back(made);
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int flush_directory) {
  const Lock lock(disk(vfs).mutex());
  if (const int error = disk(vfs).admit(Kind::other, SQLITE_IOERR_DELETE); error != SQLITE_OK) return error;
  if (!disk(vfs).find(name, false)) return SQLITE_IOERR_DELETE_NOENT;
  disk(vfs).remove(name, flush_directory != 0);
  return SQLITE_OK;
}

int file_exists(sqlite3_vfs* vfs, const char* name, int, int* exists) {
  const Lock lock(disk(vfs).mutex());
  const auto found = disk(vfs).find(name, false);
  *exists = found != nullptr && !found->seen.empty() ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace

sqlite3_vfs simulated_vfs(SimulatedDisk& disk, const std::string& name) {
  sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);  // randomness, sleep and time as the system has them
  vfs.pNext = nullptr;
  vfs.szOsFile = sizeof(SimulatedHandle);
  vfs.zName = name.c_str();
  vfs.pAppData = &disk;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = file_exists;
  vfs.xFullPathname = full_path;
  return vfs;
}

}  // namespace laoyou::store
