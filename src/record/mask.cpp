#include "record/mask.h"

namespace laoyou::record {
namespace {

/// The first `count` characters (not bytes) of UTF-8 text.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  }
  return text.substr(0, end);
}

std::string keep_ends(std::string_view text, std::size_t first, std::size_t last, std::string_view stars) {
  if (text.size() <= first + last) return std::string(stars);
  return std::string(text.substr(0, first)) + std::string(stars) + std::string(text.substr(text.size() - last));
}

}  // namespace

std::string masked(std::string_view text, Mask mask) {
  if (text.empty()) return {};
  switch (mask) {
    case Mask::name: return std::string(first_characters(text, 1)) + "*";
    case Mask::phone: return keep_ends(text, 3, 4, "****");
    case Mask::id_number: return keep_ends(text, 6, 4, "********");
    case Mask::address: return std::string(first_characters(text, 6)) + "****";
    case Mask::all: break;
  }
  return "****";
}

}  // namespace laoyou::record
