#include "funds/bytes.h"

#include <zlib.h>

#include "base/check.h"

namespace laoyou::funds {

std::string compress(std::string_view bytes) {
  // The fastest level: what is kept is sealed and seldom read.
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(size + 8, '\0');
  for (int i = 0; i < 8; ++i) packed[static_cast<std::size_t>(i)] = static_cast<char>(bytes.size() >> (8 * i));
  CHECK(compress2(reinterpret_cast<Bytef*>(packed.data() + 8), &size, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), Z_BEST_SPEED) == Z_OK);
  packed.resize(size + 8);
  return packed;
}

std::optional<std::string> decompress(std::string_view bytes, std::size_t most) {
  if (bytes.size() < 8) return std::nullopt;
  std::uint64_t size = 0;
  for (int i = 0; i < 8; ++i) size |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)])) << (8 * i);
  if (size > most) return std::nullopt;
  std::string plain(size, '\0');
  uLongf got = size;
  const auto status = uncompress(reinterpret_cast<Bytef*>(plain.data()), &got, reinterpret_cast<const Bytef*>(bytes.data() + 8), static_cast<uLong>(bytes.size() - 8));
  if (status != Z_OK || got != size) return std::nullopt;
  return plain;
}

}  // namespace laoyou::funds
