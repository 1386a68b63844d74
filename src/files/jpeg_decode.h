// libjpeg-turbo behind a function that either decodes all of a picture or says that it cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace laoyou::files {

struct SmallPicture {
  std::int32_t width_px = 0, height_px = 0;
  std::vector<std::uint8_t> rgb;
};

/// The whole picture made small; nothing when its data ends early or is damaged. Its measures have been checked before.
std::optional<SmallPicture> decode_jpeg(std::string_view bytes);

}  // namespace laoyou::files
