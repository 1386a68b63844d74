// Where an upload lies while it arrives: a file without a name, sealed under a key that is nowhere but in memory. When the program ends, however
// it ends, the system takes the file away, and nobody ever reads what it held.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/random.h"

namespace laoyou::files {

class Spool {
 public:
  /// In that directory. Throws StoreUnavailable, here and when it is written: store.full where there is no room.
  Spool(const std::filesystem::path& directory, Random& random);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void append(std::string_view bytes);
  std::int64_t size_bytes() const { return size_bytes_; }
  /// All of it, in memory.
  std::string read() const;

 private:
  void cross(std::string& bytes, std::int64_t offset) const;

  int descriptor_ = -1;
  std::int64_t size_bytes_ = 0;
  std::array<unsigned char, 32> key_{};
  std::array<unsigned char, 24> nonce_{};
};

}  // namespace laoyou::files
