#include "http/gzip.h"

#include <zlib.h>

#include "base/check.h"

namespace laoyou::http {

namespace {

constexpr int k_level = 1;
constexpr int k_window_bits_gzip = 15 + 16;  // zlib.h: add 16 to write a gzip header
constexpr int k_memory_level = 8;

/// One compressor for each thread: its quarter of a megabyte is set up once, not for every answer.
class Compressor {
 public:
  Compressor() { CHECK(deflateInit2(&stream_, k_level, Z_DEFLATED, k_window_bits_gzip, k_memory_level, Z_DEFAULT_STRATEGY) == Z_OK); }
  ~Compressor() { deflateEnd(&stream_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  std::string compress(std::string_view content) {
    CHECK(deflateReset(&stream_) == Z_OK);
    std::string out(deflateBound(&stream_, content.size()), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream_.avail_in = static_cast<uInt>(content.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    CHECK(deflate(&stream_, Z_FINISH) == Z_STREAM_END);
    out.resize(out.size() - stream_.avail_out);
    return out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type == "application/json" || type == "application/problem+json" || type == "image/svg+xml" || type.starts_with("text/");
}

std::string gzipped(std::string_view content) {
  CHECK(content.size() < (std::size_t{1} << 31));
  thread_local Compressor compressor;
  return compressor.compress(content);
}

}  // namespace laoyou::http
