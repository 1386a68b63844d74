// JPEG (ITU-T T.81): walked segment by segment and written anew without what it says of place, time and camera.
#include <array>
#include <optional>
#include <vector>

#include "files/checked.h"
#include "files/jpeg_decode.h"
#include "files/picture.h"

namespace laoyou::files {
namespace {

using namespace std::string_view_literals;

std::uint8_t byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }
std::size_t big16(std::string_view bytes, std::size_t at) { return static_cast<std::size_t>(byte(bytes, at)) << 8 | byte(bytes, at + 1); }

struct Walked {
  std::string kept;            ///< what follows the start, without application data and comments
  std::string_view jfif, behind;
  std::vector<std::string_view> dropped;
  int orientation = 1;
  int scans = 0;
  bool progressive = false;
  std::int32_t width = 0, height = 0, components = 0;
};

/// The orientation that an Exif block states, 1..8; 1 where it states none (CIPA DC-008, 4.6).
int read_orientation(std::string_view exif) {
  exif.remove_prefix(6);
  if (exif.size() < 8) return 1;
  const bool little = exif.starts_with("II");
  const auto read = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(byte(exif, at + static_cast<std::size_t>(i))) << 8 * (little ? i : size - 1 - i);
    return value;
  };
  constexpr std::uint32_t k_orientation = 0x0112;
  const std::size_t directory = read(4, 4);
  if (directory > exif.size() - 2 || exif.size() < 10) return 1;
  const std::size_t entries = read(directory, 2);
  for (std::size_t i = 0; i < entries && directory + 2 + 12 * (i + 1) <= exif.size(); ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (read(entry, 2) != k_orientation) continue;
    const std::uint32_t value = read(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

/// An Exif block that states the orientation and nothing else.
std::string orientation_block(int orientation) {
  std::string block("\xff\xe1\x00\x22" "Exif\0\0" "MM\0*\0\0\0\x08" "\0\x01" "\x01\x12\0\x03\0\0\0\x01\0"sv);
  block += static_cast<char>(orientation);
  return block.append(6, '\0');
}

bool is_frame(std::uint8_t marker) { return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; }

/// Where the entropy-coded data that begins there ends: at the next marker that is neither a stuffed FF nor a restart.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  for (at = bytes.find('\xff', at); at + 1 < bytes.size(); at = bytes.find('\xff', at + 1)) {
    const std::uint8_t next = byte(bytes, at + 1);
    if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return std::string_view::npos;
}

/// A segment of application data or a comment: only what is needed to show the picture is kept.
void take_application(Walked& walked, std::uint8_t marker, std::string_view segment) {
  const std::string_view data = segment.substr(4);
  if (marker == 0xe0 && data.starts_with("JFIF\0"sv) && data.size() >= 14) {
    walked.jfif = data.substr(0, 12);
    walked.dropped.push_back(data.substr(12));
  } else if ((marker == 0xe2 && data.starts_with("ICC_PROFILE\0"sv)) || (marker == 0xee && data.starts_with("Adobe"))) {
    walked.kept += segment;
  } else {
    if (marker == 0xe1 && data.starts_with("Exif\0\0"sv)) walked.orientation = read_orientation(data);
    walked.dropped.push_back(data);
  }
}

bool take_frame(Walked& walked, std::uint8_t marker, std::string_view segment) {
  if (segment.size() < 10 || walked.width != 0) return false;
  walked.progressive = marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
  walked.height = static_cast<std::int32_t>(big16(segment, 5));
  walked.width = static_cast<std::int32_t>(big16(segment, 7));
  walked.components = byte(segment, 9);
  return walked.width > 0 && walked.height > 0;
}

std::optional<Walked> walk(std::string_view bytes) {
  Walked walked;
  for (std::size_t at = 2; at + 1 < bytes.size();) {
    if (bytes[at] != '\xff') return std::nullopt;
    const std::uint8_t marker = byte(bytes, at + 1);
    if (marker == 0xff) {
      ++at;
      continue;
    }
    if (marker == 0xd9) {
      walked.behind = bytes.substr(at + 2);
      return walked.scans > 0 ? std::optional(std::move(walked)) : std::nullopt;
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.size()) return std::nullopt;
    const std::size_t length = 2 + big16(bytes, at + 2);
    if (length < 4 || at + length > bytes.size()) return std::nullopt;
    const std::string_view segment = bytes.substr(at, length);
    at += length;
    if ((marker >= 0xe0 && marker <= 0xef) || marker == 0xfe) {
      take_application(walked, marker, segment);
      continue;
    }
    if (is_frame(marker) && !take_frame(walked, marker, segment)) return std::nullopt;
    walked.kept += segment;
    if (marker != 0xda) continue;
    const std::size_t end = end_of_scan(bytes, at);
    if (end == std::string_view::npos || walked.width == 0) return std::nullopt;
    walked.kept += bytes.substr(at, end - at);
    at = end;
    ++walked.scans;
  }
  return std::nullopt;
}

std::string written_anew(const Walked& walked) {
  std::string bytes("\xff\xd8");
  if (!walked.jfif.empty()) bytes.append("\xff\xe0\x00\x10"sv).append(walked.jfif).append("\0\0"sv);
  if (walked.orientation != 1) bytes += orientation_block(walked.orientation);
  return bytes.append(walked.kept).append("\xff\xd9");
}

}  // namespace

Result<CheckedFile> check_jpeg(std::string_view bytes) {
  const std::optional<Walked> walked = walk(bytes);
  if (!walked) return broken(FileKind::jpeg);
  for (const std::string_view each : walked->dropped)
    if (const std::string foreign = foreign_format(each); !foreign.empty()) return two_in_one(FileKind::jpeg, foreign);
  if (const std::string foreign = foreign_format(walked->behind); !foreign.empty()) return two_in_one(FileKind::jpeg, foreign);
  if (walked->behind.starts_with("MZ")) return two_in_one(FileKind::jpeg, "EXE");
  // Each scan of a progressive picture goes over all of it again: hundreds of them keep a processor busy for minutes. Encoders write about ten.
  constexpr int k_scans_max = 30;
  if (walked->scans > k_scans_max) return broken(FileKind::jpeg);
  if (const Result<void> fits = check_measures(walked->width, walked->height, walked->progressive || walked->scans > 1); !fits) return fits.error();
  CheckedFile checked;
  checked.bytes = written_anew(*walked);
  const std::optional<SmallPicture> small = decode_jpeg(checked.bytes);
  if (!small) return broken(FileKind::jpeg);
  checked.thumbnail = encode_thumbnail(small->rgb, small->width_px, small->height_px, walked->orientation);
  const bool lying = walked->orientation >= 5;
  checked.width_px = lying ? walked->height : walked->width;
  checked.height_px = lying ? walked->width : walked->height;
  return checked;
}

}  // namespace laoyou::files
