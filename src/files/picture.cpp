#include "files/picture.h"

#include <algorithm>
#include <cstdio>

#include <jpeglib.h>

#include "base/check.h"

namespace laoyou::files {
namespace {

/// Where the pixel (x, y) of the upright picture stands in the one as it was taken (EXIF 2.32, 4.6.5, Orientation).
std::pair<std::int32_t, std::int32_t> source_of(std::int32_t x, std::int32_t y, std::int32_t width, std::int32_t height, int orientation) {
  switch (orientation) {
    case 2: return {width - 1 - x, y};
    case 3: return {width - 1 - x, height - 1 - y};
    case 4: return {x, height - 1 - y};
    case 5: return {y, x};
    case 6: return {y, height - 1 - x};
    case 7: return {width - 1 - y, height - 1 - x};
    case 8: return {width - 1 - y, x};
    default: return {x, y};
  }
}

std::vector<std::uint8_t> upright(const std::vector<std::uint8_t>& rgb, std::int32_t width, std::int32_t height, int orientation) {
  const bool lying = orientation >= 5;
  const std::int32_t new_width = lying ? height : width, new_height = lying ? width : height;
  std::vector<std::uint8_t> turned(rgb.size());
  for (std::int32_t y = 0; y < new_height; ++y)
    for (std::int32_t x = 0; x < new_width; ++x) {
      const auto [from_x, from_y] = source_of(x, y, width, height, orientation);
      const std::size_t from = 3 * (static_cast<std::size_t>(from_y) * width + from_x), to = 3 * (static_cast<std::size_t>(y) * new_width + x);
      std::copy_n(rgb.begin() + static_cast<std::ptrdiff_t>(from), 3, turned.begin() + static_cast<std::ptrdiff_t>(to));
    }
  return turned;
}

}  // namespace

Result<void> check_measures(std::int64_t width_px, std::int64_t height_px, bool held, const PictureLimits& limits) {
  const std::int64_t pixels_max = held ? limits.pixels_held : limits.pixels;
  if (width_px <= limits.side_px && height_px <= limits.side_px && width_px * height_px <= pixels_max) return {};
  return refuse("files.picture_too_large", {std::to_string(width_px), std::to_string(height_px), std::to_string(pixels_max / 1'000'000)});
}

Shrinker::Shrinker(std::int32_t width_px, std::int32_t height_px) : width_(width_px), height_(height_px) {
  const std::int32_t longer = std::max(width_, height_);
  const std::int32_t target = std::min(longer, k_thumbnail_px);
  small_width_ = std::max(1, static_cast<std::int32_t>(std::int64_t{width_} * target / longer));
  small_height_ = std::max(1, static_cast<std::int32_t>(std::int64_t{height_} * target / longer));
  for (std::int32_t x = 0; x < width_; ++x) column_.push_back(static_cast<std::int32_t>(std::int64_t{x} * small_width_ / width_));
  sums_.assign(3 * static_cast<std::size_t>(small_width_), 0);
  counts_.assign(static_cast<std::size_t>(small_width_), 0);
}

void Shrinker::row(const std::uint8_t* rgb) {
  CHECK(next_ < height_);
  for (std::int32_t x = 0; x < width_; ++x) {
    const auto small = static_cast<std::size_t>(column_[static_cast<std::size_t>(x)]);
    for (std::size_t i = 0; i < 3; ++i) sums_[3 * small + i] += rgb[3 * x + static_cast<std::int32_t>(i)];
    ++counts_[small];
  }
  const std::int64_t here = std::int64_t{next_} * small_height_ / height_;
  ++next_;
  if (next_ == height_ || std::int64_t{next_} * small_height_ / height_ != here) end_row();
}

void Shrinker::end_row() {
  for (std::size_t x = 0; x < counts_.size(); ++x)
    for (std::size_t i = 0; i < 3; ++i) rgb_.push_back(static_cast<std::uint8_t>(sums_[3 * x + i] / counts_[x]));
  std::fill(sums_.begin(), sums_.end(), 0);
  std::fill(counts_.begin(), counts_.end(), 0);
}

std::vector<std::uint8_t> Shrinker::finish() {
  CHECK(next_ == height_);
  return std::move(rgb_);
}

std::string encode_thumbnail(const std::vector<std::uint8_t>& rgb, std::int32_t width_px, std::int32_t height_px, int orientation) {
  constexpr int k_quality = 80;
  const std::vector<std::uint8_t> turned = upright(rgb, width_px, height_px, orientation);
  if (orientation >= 5) std::swap(width_px, height_px);
  jpeg_compress_struct encoder;
  jpeg_error_mgr errors;
  encoder.err = jpeg_std_error(&errors);  // it ends the program, and only out of memory: nothing here comes from outside
  jpeg_create_compress(&encoder);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &out, &size);
  encoder.image_width = static_cast<JDIMENSION>(width_px);
  encoder.image_height = static_cast<JDIMENSION>(height_px);
  encoder.input_components = 3;
  encoder.in_color_space = JCS_RGB;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, k_quality, TRUE);
  jpeg_start_compress(&encoder, TRUE);
  while (encoder.next_scanline < encoder.image_height) {
    auto* row = const_cast<JSAMPLE*>(turned.data() + 3 * static_cast<std::size_t>(encoder.next_scanline) * encoder.image_width);
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&encoder);
  std::free(out);
  return bytes;
}

}  // namespace laoyou::files
