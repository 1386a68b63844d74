#include "files/jpeg_decode.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "files/picture.h"

namespace laoyou::files {
namespace {

/// libjpeg reports by calling back and does not expect the call to return.
struct Errors {
  jpeg_error_mgr manager;
  std::jmp_buf leave;
  bool damaged = false;
};

void leave(j_common_ptr decoder) { std::longjmp(reinterpret_cast<Errors*>(decoder->err)->leave, 1); }

/// Warnings are about damaged data, but for a few oddities that cameras write.
void note(j_common_ptr decoder, int level) {
  if (level >= 0) return;
  const int code = decoder->err->msg_code;
  if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_JFIF_MAJOR && code != JWRN_ADOBE_XFORM && code != JWRN_BOGUS_PROGRESSION) reinterpret_cast<Errors*>(decoder->err)->damaged = true;
}

/// Everything that lives while libjpeg runs: a jump out of it runs no destructors, so these are made before and end after.
struct Decoding {
  jpeg_decompress_struct decoder{};
  Errors errors{};
  std::optional<Shrinker> shrinker;
  std::vector<std::uint8_t> row, rgb_row;

  ~Decoding() { jpeg_destroy_decompress(&decoder); }
};

/// CMYK as Adobe writes it, inverted.
void from_cmyk(const std::uint8_t* cmyk, std::uint8_t* rgb, std::size_t pixels) {
  for (std::size_t x = 0; x < pixels; ++x)
    for (std::size_t i = 0; i < 3; ++i) rgb[3 * x + i] = static_cast<std::uint8_t>(cmyk[4 * x + i] * cmyk[4 * x + 3] / 255);
}

void begin(Decoding& work, std::string_view bytes) {
  jpeg_decompress_struct& decoder = work.decoder;
  decoder.err = jpeg_std_error(&work.errors.manager);
  work.errors.manager.error_exit = leave;
  work.errors.manager.emit_message = note;
  jpeg_create_decompress(&decoder);
  jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&decoder, TRUE);
  const bool four = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
  decoder.out_color_space = four ? JCS_CMYK : JCS_RGB;
  decoder.dct_method = JDCT_IFAST;
  decoder.scale_denom = 8;  // the decoder makes it smaller while it decodes, which costs a fraction of the time and memory
  for (decoder.scale_num = 1; decoder.scale_num < 8; decoder.scale_num *= 2) {
    jpeg_calc_output_dimensions(&decoder);
    if (static_cast<std::int32_t>(std::max(decoder.output_width, decoder.output_height)) >= k_thumbnail_px) break;
  }
  jpeg_start_decompress(&decoder);
}

void read_rows(Decoding& work) {
  jpeg_decompress_struct& decoder = work.decoder;
  while (decoder.output_scanline < decoder.output_height) {
    JSAMPROW row = work.row.data();
    jpeg_read_scanlines(&decoder, &row, 1);
    const bool four = decoder.output_components == 4;
    if (four) from_cmyk(work.row.data(), work.rgb_row.data(), decoder.output_width);
    work.shrinker->row(four ? work.rgb_row.data() : work.row.data());
  }
  jpeg_finish_decompress(&decoder);
}

}  // namespace

std::optional<SmallPicture> decode_jpeg(std::string_view bytes) {
  Decoding work;
  if (setjmp(work.errors.leave) != 0) return std::nullopt;
  begin(work, bytes);
  const auto width = static_cast<std::int32_t>(work.decoder.output_width), height = static_cast<std::int32_t>(work.decoder.output_height);
  work.shrinker.emplace(width, height);
  work.row.resize(4 * static_cast<std::size_t>(width));
  work.rgb_row.resize(3 * static_cast<std::size_t>(width));
  read_rows(work);
  if (work.errors.damaged) return std::nullopt;
  return SmallPicture{work.shrinker->width_px(), work.shrinker->height_px(), work.shrinker->finish()};
}

}  // namespace laoyou::files
