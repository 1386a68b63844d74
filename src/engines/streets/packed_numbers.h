#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/point.h"

namespace laoyou::streets {

/// Whole numbers one after another, small ones in one byte (LEB128), signed ones by turns (zigzag).
class NumberWriter {
 public:
  void natural(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void whole(std::int64_t value) { natural((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63)); }
  /// The difference to the point before.
  void point(Point point) {
    const std::int64_t x = std::llround(point.longitude * 1e7), y = std::llround(point.latitude * 1e7);
    whole(x - x_);
    whole(y - y_);
    x_ = x;
    y_ = y;
  }
  void text(std::string_view text) {
    natural(text.size());
    bytes_.append(text);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::int64_t x_ = 0, y_ = 0;
};

/// Reads them back. After a number that is not there everything is 0 and good() says so.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t natural() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    good_ = false;
    return 0;
  }
  std::int64_t whole() {
    const std::uint64_t value = natural();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  /// A number of things that take a byte at least each: never more than bytes are left.
  std::size_t count() {
    const std::uint64_t value = natural();
    if (value > bytes_.size() - at_) good_ = false;
    return good_ ? static_cast<std::size_t>(value) : 0;
  }
  Point point() {
    x_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(x_) + static_cast<std::uint64_t>(whole()));
    y_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(y_) + static_cast<std::uint64_t>(whole()));
    return {static_cast<double>(x_) * 1e-7, static_cast<double>(y_) * 1e-7};
  }
  std::string text() {
    const std::size_t size = count();
    std::string text(bytes_.substr(at_, size));
    at_ += size;
    return text;
  }
  void fail() { good_ = false; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
  std::int64_t x_ = 0, y_ = 0;
};

}  // namespace laoyou::streets
