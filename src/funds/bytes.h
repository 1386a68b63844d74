// Whole numbers and texts as bytes, the small ones short.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace laoyou::funds {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= k_more; value >>= k_bits) bytes_.push_back(static_cast<char>(value | k_more));
    bytes_.push_back(static_cast<char>(value));
  }
  /// Small numbers of either sign stay short.
  void signed_number(std::int64_t value) { number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63)); }
  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  static constexpr std::uint64_t k_more = 128;
  static constexpr int k_bits = 7;
  std::string bytes_;
};

/// Reads what ByteWriter wrote; once something does not fit, everything is nothing.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
    failed_ = true;
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string text() {
    const std::uint64_t size = number();
    if (failed_ || size > bytes_.size()) {
      failed_ = true;
      return {};
    }
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }
  bool failed() const { return failed_; }
  bool at_end() const { return bytes_.empty(); }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

/// Deflated (RFC 1950), and back; nothing when the bytes are damaged or would grow beyond `most`.
std::string compress(std::string_view bytes);
std::optional<std::string> decompress(std::string_view bytes, std::size_t most = std::size_t{4} << 30);

}  // namespace laoyou::funds
