#include "engines/streets/pbf_blocks.h"

#include <cstdint>
#include <optional>
#include <protozero/pbf_reader.hpp>
#include <string>

namespace laoyou::streets {
namespace {

// The format's own limits: wiki.openstreetmap.org/wiki/PBF_Format, "File format".
constexpr std::size_t k_size_bytes = 4;
constexpr std::uint32_t k_most_header = 64 * 1024, k_most_blob = 32 * 1024 * 1024;

std::uint32_t big_endian(std::string_view four) {
  std::uint32_t value = 0;
  for (const char c : four) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

struct BlockHeader {
  std::string_view type;
  std::int32_t blob_size = 0;
};

/// What a header says; nothing where it is not one.
std::optional<BlockHeader> read_header(std::string_view header) {
  constexpr protozero::pbf_tag_type k_type = 1, k_datasize = 3;
  BlockHeader read;
  try {
    protozero::pbf_reader fields(header.data(), header.size());
    while (fields.next()) {
      if (fields.tag() == k_type && fields.wire_type() == protozero::pbf_wire_type::length_delimited) {
        const protozero::data_view type = fields.get_view();
        read.type = {type.data(), type.size()};
      } else if (fields.tag() == k_datasize && fields.wire_type() == protozero::pbf_wire_type::varint) {
        read.blob_size = fields.get_int32();
      } else {
        fields.skip();
      }
    }
  } catch (const protozero::exception&) {
    return std::nullopt;
  }
  return read;
}

}  // namespace

Result<std::size_t> pbf_block_length(std::string_view bytes, std::size_t at_byte) {
  const auto refused = [at_byte](const char* code) { return at("byte " + std::to_string(at_byte), refuse(code)); };
  const std::string_view rest = bytes.substr(at_byte);
  if (rest.size() < k_size_bytes) return refused("streets.extract_cut");
  const std::uint32_t header_size = big_endian(rest.substr(0, k_size_bytes));
  if (header_size == 0 || header_size > k_most_header) return refused("streets.block_unknown");
  if (rest.size() < k_size_bytes + header_size) return refused("streets.extract_cut");
  const auto header = read_header(rest.substr(k_size_bytes, header_size));
  // A later block may be of a kind that is not known; the format says to skip it.
  const bool known = header && (at_byte == 0 ? header->type == "OSMHeader" : !header->type.empty()) && header->blob_size > 0 &&
                     static_cast<std::uint32_t>(header->blob_size) <= k_most_blob;
  if (!known) return refused("streets.block_unknown");
  const std::size_t length = k_size_bytes + header_size + static_cast<std::size_t>(header->blob_size);
  if (rest.size() < length) return refused("streets.extract_cut");
  return length;
}

bool is_foreign_block(std::string_view bytes, std::size_t at_byte) {
  const std::uint32_t header_size = big_endian(bytes.substr(at_byte, k_size_bytes));
  return at_byte > 0 && read_header(bytes.substr(at_byte + k_size_bytes, header_size)).value().type != "OSMData";
}

Result<bool> has_foreign_blocks(std::string_view bytes) {
  bool foreign = false;
  std::size_t at_byte = 0;
  do {
    const auto length = pbf_block_length(bytes, at_byte);
    if (!length) return length.error();
    foreign = foreign || is_foreign_block(bytes, at_byte);
    at_byte += *length;
  } while (at_byte < bytes.size());
  return foreign;
}

std::string without_foreign_blocks(std::string_view bytes) {
  std::string known;
  for (std::size_t at_byte = 0; at_byte < bytes.size();) {
    const std::size_t length = pbf_block_length(bytes, at_byte).value();
    if (!is_foreign_block(bytes, at_byte)) known += bytes.substr(at_byte, length);
    at_byte += length;
  }
  return known;
}

}  // namespace laoyou::streets
