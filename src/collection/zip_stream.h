// A zip archive written from front to back (APPNOTE.TXT 6.3.10): sizes stand behind each entry (4.3.9), since they are not known before.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace laoyou::collection {

/// One entry at a time; finish() writes the directory. An entry holds less than 4 GiB, and so does the archive.
class ZipStream {
 public:
  explicit ZipStream(std::function<void(std::string_view)> sink);
  ~ZipStream();

  void begin_entry(const std::string& name);
  void write(std::string_view bytes);
  void end_entry();
  void finish();
  /// Of the entry at hand, before packing.
  std::uint64_t entry_bytes() const;

 private:
  struct Entry;
  struct Packer;
  void put(std::string_view bytes);
  void pack(std::string_view bytes, bool last);

  std::function<void(std::string_view)> sink_;
  std::unique_ptr<Packer> packer_;
  std::vector<Entry> entries_;
  std::uint64_t written_ = 0;
};

}  // namespace laoyou::collection
