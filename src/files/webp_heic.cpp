// WebP (RFC 9649) and HEIC (ISO/IEC 23008-12): files of nested boxes.
#include <optional>

#include <webp/decode.h>

#include "files/checked.h"
#include "files/jpeg_decode.h"
#include "files/picture.h"

namespace laoyou::files {
namespace {

std::size_t little32(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}
std::uint64_t big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

constexpr char k_exif_and_xmp_flags = 0x0c;

/// The file without its EXIF and XMP chunks; nothing when its chunks do not fill it. `dropped` gets what is left out.
std::optional<std::string> without_metadata(std::string_view bytes, std::string& dropped) {
  const std::size_t size = little32(bytes, 4);
  if (size + 8 > bytes.size() || size < 12) return std::nullopt;
  dropped = bytes.substr(size + 8);
  const std::string_view chunks = bytes.substr(12, size - 4);
  std::string kept;
  for (std::size_t at = 0; at < chunks.size();) {
    if (chunks.size() - at < 8) return std::nullopt;
    const std::size_t length = little32(chunks, at + 4), padded = 8 + length + length % 2;
    if (length > chunks.size() || padded > chunks.size() - at) return std::nullopt;
    std::string chunk(chunks.substr(at, padded));
    const std::string_view type = chunks.substr(at, 4);
    if (type == "VP8X" && length >= 10) chunk[8] = static_cast<char>(chunk[8] & ~k_exif_and_xmp_flags);
    (type == "EXIF" || type == "XMP " ? dropped : kept) += chunk;
    at += padded;
  }
  std::string whole("RIFF");
  for (int i = 0; i < 4; ++i) whole += static_cast<char>((kept.size() + 4) >> 8 * i);
  return whole + "WEBP" + kept;
}

std::optional<SmallPicture> decode_webp(std::string_view bytes, const WebPBitstreamFeatures& features) {
  const Shrinker measures(features.width, features.height);
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0) return std::nullopt;
  config.options.use_scaling = 1;
  config.options.scaled_width = measures.width_px();
  config.options.scaled_height = measures.height_px();
  config.output.colorspace = MODE_RGBA;
  const bool decoded = WebPDecode(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &config) == VP8_STATUS_OK;
  SmallPicture small{measures.width_px(), measures.height_px(), {}};
  for (std::int32_t y = 0; decoded && y < small.height_px; ++y) {
    const std::uint8_t* row = config.output.u.RGBA.rgba + static_cast<std::ptrdiff_t>(y) * config.output.u.RGBA.stride;
    for (std::int32_t x = 0; x < small.width_px; ++x)  // over white
      for (int i = 0; i < 3; ++i) small.rgb.push_back(static_cast<std::uint8_t>(255 - (255 - row[4 * x + i]) * row[4 * x + 3] / 255));
  }
  WebPFreeDecBuffer(&config.output);
  return decoded ? std::optional(std::move(small)) : std::nullopt;
}

}  // namespace

Result<CheckedFile> check_webp(std::string_view bytes) {
  std::string dropped;
  std::optional<std::string> kept = without_metadata(bytes, dropped);
  if (!kept) return broken(FileKind::webp);
  if (const std::string foreign = foreign_format(dropped); !foreign.empty()) return two_in_one(FileKind::webp, foreign);
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(reinterpret_cast<const std::uint8_t*>(kept->data()), kept->size(), &features) != VP8_STATUS_OK || features.width < 1 || features.height < 1)
    return broken(FileKind::webp);
  if (const Result<void> fits = check_measures(features.width, features.height, true); !fits) return fits.error();
  if (features.has_animation != 0) return refuse("files.moving");
  const std::optional<SmallPicture> small = decode_webp(*kept, features);
  if (!small) return broken(FileKind::webp);
  CheckedFile checked;
  checked.bytes = std::move(*kept);
  checked.width_px = features.width;
  checked.height_px = features.height;
  checked.thumbnail = encode_thumbnail(small->rgb, small->width_px, small->height_px, 1);
  return checked;
}

// No decoder for it is among our libraries: it is kept as it is, without a thumbnail, when its boxes fill the file and one is the picture's.
Result<CheckedFile> check_heic(std::string_view bytes) {
  bool described = false, data = false;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at < 8) return broken(FileKind::heic);
    std::uint64_t length = big(bytes, at, 4);
    if (length == 1 && bytes.size() - at >= 16) length = big(bytes, at + 8, 8);
    if (length < 8 || length > bytes.size() - at) return broken(FileKind::heic);
    const std::string_view type = bytes.substr(at + 4, 4);
    described = described || type == "meta";
    data = data || type == "mdat";
    if (type != "mdat")
      if (const std::string foreign = foreign_format(bytes.substr(at, length)); !foreign.empty()) return two_in_one(FileKind::heic, foreign);
    at += static_cast<std::size_t>(length);
  }
  if (!described || !data) return broken(FileKind::heic);
  return CheckedFile{FileKind::heic, std::string(bytes), {}, {}, {}};
}

}  // namespace laoyou::files
