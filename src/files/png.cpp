// PNG (ISO/IEC 15948): walked chunk by chunk, kept without texts, times and Exif.
#include <csetjmp>
#include <optional>

#include <png.h>

#include "files/checked.h"
#include "files/jpeg_decode.h"
#include "files/picture.h"

namespace laoyou::files {
namespace {

constexpr std::size_t k_signature_bytes = 8;

std::size_t big32(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

/// Chunks that the picture is shown by; the others tell of something else, or move (APNG), and are left out.
bool shows(std::string_view type) {
  for (const std::string_view each : {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"})
    if (type == each) return true;
  return false;
}

struct Walked {
  std::string kept;
  std::string left_out;
  std::size_t width = 0, height = 0;
  bool interlaced = false;
};

std::optional<Walked> walk(std::string_view bytes) {
  Walked walked;
  walked.kept = bytes.substr(0, k_signature_bytes);
  for (std::size_t at = k_signature_bytes; at + 12 <= bytes.size();) {
    const std::size_t length = big32(bytes, at);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view chunk = bytes.substr(at, 12 + length), type = chunk.substr(4, 4);
    if (at == k_signature_bytes) {
      if (type != "IHDR" || length != 13) return std::nullopt;
      walked.width = big32(chunk, 8);
      walked.height = big32(chunk, 12);
      walked.interlaced = chunk[20] != 0;
    }
    if (shows(type)) walked.kept += chunk;
    else walked.left_out += chunk;
    at += 12 + length;
    if (type != "IEND") continue;
    walked.left_out += bytes.substr(at);
    return walked;
  }
  return std::nullopt;
}

/// Everything that lives while libpng runs, since a jump out of it runs no destructors.
struct Decoding {
  std::string_view unread;
  png_structp reader = nullptr;
  png_infop info = nullptr;
  std::optional<Shrinker> shrinker;
  std::vector<std::uint8_t> row, whole;

  ~Decoding() { png_destroy_read_struct(&reader, &info, nullptr); }
};

void read_bytes(png_structp reader, png_bytep out, png_size_t size) {
  auto& unread = static_cast<Decoding*>(png_get_io_ptr(reader))->unread;
  if (unread.size() < size) png_error(reader, "ends early");
  unread.copy(reinterpret_cast<char*>(out), size);
  unread.remove_prefix(size);
}

void say_nothing(png_structp, png_const_charp) {}
/// What is wrong with the numbers of a colour profile does not hinder the picture.
[[noreturn]] void leave(png_structp reader, png_const_charp) { png_longjmp(reader, 1); }

/// Whatever it is, becomes RGB triples over white.
void ask_for_rgb(Decoding& work) {
  png_set_expand(work.reader);
  png_set_strip_16(work.reader);
  png_set_gray_to_rgb(work.reader);
  const png_color_16 white{0, 255, 255, 255, 255};
  png_set_background(work.reader, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
}

void read_rows(Decoding& work, bool interlaced) {
  const std::size_t row_bytes = png_get_rowbytes(work.reader, work.info);
  const std::size_t height = png_get_image_height(work.reader, work.info);
  if (!interlaced) {
    work.row.resize(row_bytes);
    for (std::size_t y = 0; y < height; ++y) {
      png_read_row(work.reader, work.row.data(), nullptr);
      work.shrinker->row(work.row.data());
    }
    return;
  }
  work.whole.resize(row_bytes * height);
  for (int pass = png_set_interlace_handling(work.reader); pass > 0; --pass)
    for (std::size_t y = 0; y < height; ++y) png_read_row(work.reader, work.whole.data() + y * row_bytes, nullptr);
  for (std::size_t y = 0; y < height; ++y) work.shrinker->row(work.whole.data() + y * row_bytes);
}

std::optional<SmallPicture> decode_png(std::string_view bytes) {
  constexpr std::size_t k_chunk_memory_bytes = 8U << 20;
  Decoding work;
  work.unread = bytes;
  work.reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, say_nothing);
  work.info = png_create_info_struct(work.reader);
  if (work.info == nullptr || setjmp(png_jmpbuf(work.reader)) != 0) return std::nullopt;
  png_set_chunk_malloc_max(work.reader, k_chunk_memory_bytes);
  png_set_read_fn(work.reader, &work, read_bytes);
  png_read_info(work.reader, work.info);
  ask_for_rgb(work);
  const bool interlaced = png_get_interlace_type(work.reader, work.info) != PNG_INTERLACE_NONE;
  if (interlaced) png_set_interlace_handling(work.reader);
  png_read_update_info(work.reader, work.info);
  if (png_get_channels(work.reader, work.info) != 3) return std::nullopt;
  work.shrinker.emplace(static_cast<std::int32_t>(png_get_image_width(work.reader, work.info)), static_cast<std::int32_t>(png_get_image_height(work.reader, work.info)));
  read_rows(work, interlaced);
  png_read_end(work.reader, nullptr);
  return SmallPicture{work.shrinker->width_px(), work.shrinker->height_px(), work.shrinker->finish()};
}

}  // namespace

Result<CheckedFile> check_png(std::string_view bytes) {
  std::optional<Walked> walked = walk(bytes);
  if (!walked || walked->width == 0 || walked->height == 0) return broken(FileKind::png);
  if (const std::string foreign = foreign_format(walked->left_out); !foreign.empty()) return two_in_one(FileKind::png, foreign);
  const Result<void> fits = check_measures(static_cast<std::int64_t>(walked->width), static_cast<std::int64_t>(walked->height), walked->interlaced);
  if (!fits) return fits.error();
  CheckedFile checked;
  checked.bytes = std::move(walked->kept);
  const std::optional<SmallPicture> small = decode_png(checked.bytes);
  if (!small) return broken(FileKind::png);
  checked.thumbnail = encode_thumbnail(small->rgb, small->width_px, small->height_px, 1);
  checked.width_px = static_cast<std::int32_t>(walked->width);
  checked.height_px = static_cast<std::int32_t>(walked->height);
  return checked;
}

}  // namespace laoyou::files
