// Files made for tests, good ones of every kind; tests break them in their own ways.
#pragma once

#include <cstdio>

#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>
#include <zlib.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"

namespace laoyou::files {

/// Slow changes and a little noise, as in a photograph.
inline std::vector<std::uint8_t> sample_pixels(int width_px, int height_px, std::uint64_t seed) {
  SeededRandom random(seed);
  std::vector<std::uint8_t> rgb;
  for (int y = 0; y < height_px; ++y)
    for (int x = 0; x < width_px; ++x)
      for (int i = 0; i < 3; ++i) rgb.push_back(static_cast<std::uint8_t>(100 + (x * (i + 1) + y) * 100 / (width_px * 3 + height_px) + static_cast<int>(random.below(24))));
  return rgb;
}

inline std::string sample_jpeg(int width_px = 640, int height_px = 480, std::uint64_t seed = 1, bool progressive = false, int quality = 85) {
  const std::vector<std::uint8_t> rgb = sample_pixels(width_px, height_px, seed);
  jpeg_compress_struct encoder;
  jpeg_error_mgr errors;
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &out, &size);
  encoder.image_width = static_cast<JDIMENSION>(width_px);
  encoder.image_height = static_cast<JDIMENSION>(height_px);
  encoder.input_components = 3;
  encoder.in_color_space = JCS_RGB;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, quality, TRUE);
  if (progressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  while (encoder.next_scanline < encoder.image_height) {
    auto* row = const_cast<JSAMPLE*>(rgb.data() + 3 * static_cast<std::size_t>(encoder.next_scanline) * encoder.image_width);
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&encoder);
  std::free(out);
  return bytes;
}

/// One more segment right behind the start.
inline std::string with_segment(const std::string& jpeg, char marker, const std::string& data) {
  const std::size_t length = data.size() + 2;
  return jpeg.substr(0, 2) + "\xff" + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 255) + data + jpeg.substr(2);
}

/// What a telephone writes: orientation, camera, and the place it was taken at.
inline std::string sample_exif(int orientation) {
  using namespace std::string_literals;
  std::string tiff = "II*\0\x08\0\0\0"s + "\x03\0"s + "\x0f\x01\x02\0\x08\0\0\0\x32\0\0\0"s + "\x12\x01\x03\0\x01\0\0\0"s + static_cast<char>(orientation) + "\0\0\0"s +
                     "\x25\x88\x04\0\x01\0\0\0\x3a\0\0\0"s + "\0\0\0\0"s + "TELEFON\0"s + "\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0"s + "GPS 45.57 84.88"s;
  return "Exif\0\0"s + tiff;
}

inline std::string sample_png(int width_px = 200, int height_px = 150, std::uint64_t seed = 1) {
  const std::vector<std::uint8_t> rgb = sample_pixels(width_px, height_px, seed);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width_px);
  image.height = static_cast<png_uint_32>(height_px);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, rgb.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, rgb.data(), 0, nullptr);
  bytes.resize(size);
  return bytes;
}

inline std::string big32(std::size_t value) {
  std::string bytes;
  for (int i = 3; i >= 0; --i) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}
inline std::string little(std::size_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}
inline std::size_t crc_of(std::string_view bytes) { return crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())); }

inline std::string png_chunk(const std::string& type, const std::string& data) { return big32(data.size()) + type + data + big32(crc_of(type + data)); }

inline std::string sample_webp(int width_px = 200, int height_px = 150) {
  const std::vector<std::uint8_t> rgb = sample_pixels(width_px, height_px, 1);
  std::uint8_t* out = nullptr;
  const std::size_t size = WebPEncodeRGB(rgb.data(), width_px, height_px, 3 * width_px, 80, &out);
  std::string bytes(reinterpret_cast<const char*>(out), size);
  WebPFree(out);
  return bytes;
}

inline std::string sample_heic() {
  const auto box = [](const std::string& type, const std::string& data) { return big32(8 + data.size()) + type + data; };
  return box("ftyp", std::string("heic\0\0\0\0mif1heic", 16)) + box("meta", std::string(64, '\0')) + box("mdat", std::string(2000, 'x'));
}

inline std::string sample_pdf(const std::string& more = "") {
  return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + more +
         " >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\nxref\n0 3\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n9\n%%EOF\n";
}

inline std::string deflated(const std::string& bytes, int window_bits) {
  std::string out(compressBound(bytes.size()) + 64, '\0');
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

struct SampleEntry {
  std::string name, content;
  int flags = 0;
  std::size_t claimed_bytes = 0;  ///< 0: what is true
};

inline std::string sample_zip(const std::vector<SampleEntry>& entries) {
  using namespace std::string_literals;
  std::string bytes, directory;
  for (const SampleEntry& entry : entries) {
    const bool stored = entry.name == "mimetype";
    const std::string packed = stored ? entry.content : deflated(entry.content, -MAX_WBITS);
    const std::size_t size = entry.claimed_bytes != 0 ? entry.claimed_bytes : entry.content.size();
    const std::string head = little(static_cast<std::size_t>(entry.flags), 2) + little(stored ? 0 : 8, 2) + little(0, 4) + little(crc_of(entry.content), 4) + little(packed.size(), 4) +
                             little(size, 4) + little(entry.name.size(), 2) + little(0, 2);
    directory += "PK\x01\x02"s + little(20, 2) + little(20, 2) + head + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(bytes.size(), 4) + entry.name;
    bytes += "PK\x03\x04"s + little(20, 2) + head + entry.name + packed;
  }
  const std::string end = "PK\x05\x06"s + little(0, 4) + little(entries.size(), 2) + little(entries.size(), 2) + little(directory.size(), 4) + little(bytes.size(), 4) + little(0, 2);
  return bytes + directory + end;
}

/// A document of that ending, with more parts.
inline std::string sample_document(const std::string& ending, std::vector<SampleEntry> more = {}) {
  std::vector<SampleEntry> entries;
  if (ending == "odt") {
    entries = {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<office:document-content>满意度</office:document-content>"}};
  } else {
    const std::string type = ending == "docx" ? "wordprocessingml.document.main+xml" : "spreadsheetml.sheet.main+xml";
    entries = {{"[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/></Types>"},
               {ending == "docx" ? "word/document.xml" : "xl/workbook.xml", "<document>" + std::string(5000, 'a') + "</document>"}};
  }
  entries.insert(entries.end(), more.begin(), more.end());
  return sample_zip(entries);
}

/// A good file of that ending.
inline std::string sample_file(const std::string& ending) {
  if (ending == "jpg" || ending == "jpeg") return sample_jpeg();
  if (ending == "png") return sample_png();
  if (ending == "webp") return sample_webp();
  if (ending == "heic") return sample_heic();
  if (ending == "pdf") return sample_pdf();
  if (ending == "txt") return "入住评估：能自己吃饭。\n";
  if (ending == "csv") return "姓名,能力等级\n张三,2\n";
  return sample_document(ending);
}

}  // namespace laoyou::files
