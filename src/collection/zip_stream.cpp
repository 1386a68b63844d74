#include "collection/zip_stream.h"

#include <zlib.h>

#include "base/check.h"

namespace laoyou::collection {
namespace {

constexpr int k_level = 3;  // XML of a sheet packs well at any; the time is better spent on rows
constexpr std::uint16_t k_version = 20, k_flags = 1U << 3 | 1U << 11, k_deflated = 8;  // sizes behind the entry, names in UTF-8
constexpr std::uint16_t k_day = 0x21;                                                  // 1980-01-01: an archive says no more than its content
constexpr std::uint64_t k_bytes_max = 0xFFFF'FFFF;

void add(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

}  // namespace

struct ZipStream::Entry {
  std::string name;
  std::uint64_t at = 0, packed = 0, unpacked = 0;
  std::uint32_t check = 0;

  /// What the local header and the directory say alike.
  void describe(std::string& out, bool with_sizes) const {
    add(out, k_version, 2);
    add(out, k_flags, 2);
    add(out, k_deflated, 2);
    add(out, 0, 2);
    add(out, k_day, 2);
    add(out, with_sizes ? check : 0, 4);
    add(out, with_sizes ? packed : 0, 4);
    add(out, with_sizes ? unpacked : 0, 4);
    add(out, name.size(), 2);
    add(out, 0, 2);
  }
};

struct ZipStream::Packer {
  Packer() { CHECK(deflateInit2(&stream, k_level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK); }
  ~Packer() { deflateEnd(&stream); }
  z_stream stream{};
  std::string block = std::string(64 * 1024, '\0');
};

ZipStream::ZipStream(std::function<void(std::string_view)> sink) : sink_(std::move(sink)) {}
ZipStream::~ZipStream() = default;

void ZipStream::put(std::string_view bytes) {
  written_ += bytes.size();
  sink_(bytes);
}

std::uint64_t ZipStream::entry_bytes() const { return entries_.empty() ? 0 : entries_.back().unpacked; }

void ZipStream::begin_entry(const std::string& name) {
  CHECK(!packer_ && written_ <= k_bytes_max);
  packer_ = std::make_unique<Packer>();
  entries_.push_back({name, written_, 0, 0, static_cast<std::uint32_t>(::crc32(0, nullptr, 0))});
  std::string head = "PK\x03\x04";
  entries_.back().describe(head, false);
  put(head + name);
}

void ZipStream::write(std::string_view bytes) {
  Entry& entry = entries_.back();
  entry.check = static_cast<std::uint32_t>(::crc32(entry.check, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  entry.unpacked += bytes.size();
  pack(bytes, false);
}

void ZipStream::pack(std::string_view bytes, bool last) {
  z_stream& stream = packer_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  do {
    stream.next_out = reinterpret_cast<Bytef*>(packer_->block.data());
    stream.avail_out = static_cast<uInt>(packer_->block.size());
    CHECK(deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH) != Z_STREAM_ERROR);
    const std::string_view packed(packer_->block.data(), packer_->block.size() - stream.avail_out);
    entries_.back().packed += packed.size();
    if (!packed.empty()) put(packed);
  } while (stream.avail_out == 0);
}

void ZipStream::end_entry() {
  pack({}, true);
  packer_.reset();
  const Entry& entry = entries_.back();
  CHECK(entry.unpacked <= k_bytes_max && entry.packed <= k_bytes_max);
  std::string sizes = "PK\x07\x08";
  add(sizes, entry.check, 4);
  add(sizes, entry.packed, 4);
  add(sizes, entry.unpacked, 4);
  put(sizes);
}

void ZipStream::finish() {
  CHECK(!packer_ && written_ <= k_bytes_max);
  const std::uint64_t at = written_;
  for (const Entry& entry : entries_) {
    std::string row = "PK\x01\x02";
    add(row, k_version, 2);
    entry.describe(row, true);
    add(row, 0, 2);  // comment
    add(row, 0, 2);  // disk
    add(row, 0, 2);
    add(row, 0, 4);
    add(row, entry.at, 4);
    put(row + entry.name);
  }
  std::string end = "PK\x05\x06";
  const std::uint64_t bytes = written_ - at;
  add(end, 0, 4);
  add(end, entries_.size(), 2);
  add(end, entries_.size(), 2);
  add(end, bytes, 4);
  add(end, at, 4);
  add(end, 0, 2);
  put(end);
}

}  // namespace laoyou::collection
