// Pictures being made small: decoded row by row, within limits set before anything is decoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::files {

/// The longer side of a thumbnail.
inline constexpr std::int32_t k_thumbnail_px = 320;

/// What a picture may measure: in a row-by-row decoder, and in one that must hold all of it (progressive JPEG, interlaced PNG, WebP).
struct PictureLimits {
  std::int64_t pixels = 64'000'000;
  std::int64_t pixels_held = 28'000'000;
  std::int32_t side_px = 20'000;
};
/// Refused as "files.picture_too_large".
Result<void> check_measures(std::int64_t width_px, std::int64_t height_px, bool held, const PictureLimits& limits = {});

/// Takes the rows of a picture from top to bottom and gives it small, each small pixel the mean of those it stands for.
class Shrinker {
 public:
  Shrinker(std::int32_t width_px, std::int32_t height_px);
  /// width_px RGB triples.
  void row(const std::uint8_t* rgb);
  std::int32_t width_px() const { return small_width_; }
  std::int32_t height_px() const { return small_height_; }
  /// The small picture's RGB triples once all rows are in.
  std::vector<std::uint8_t> finish();

 private:
  void end_row();

  std::int32_t width_, height_, small_width_, small_height_, next_ = 0;
  std::vector<std::int32_t> column_;        ///< of each pixel in the small picture
  std::vector<std::uint32_t> sums_, counts_;
  std::vector<std::uint8_t> rgb_;
};

/// A JPEG of these RGB triples, turned as EXIF's orientation 1..8 asks.
std::string encode_thumbnail(const std::vector<std::uint8_t>& rgb, std::int32_t width_px, std::int32_t height_px, int orientation);

}  // namespace laoyou::files
