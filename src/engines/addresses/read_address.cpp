#include "engines/addresses/read_address.h"

#include "engines/addresses/letters.h"
#include "engines/addresses/read_tail.h"

namespace laoyou::addresses {
namespace {

void add(ParsedAddress& address, PartKind kind, std::size_t begin, std::size_t end) {
  if (begin < end) address.parts.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

/// The deepest of what the text says and what is known of the record, where the two agree; else what the text says.
std::optional<RegionCode> region_of(const Gazetteer& gazetteer, const linkage::AddressPlace& head, RegionCode within) {
  if (!head.code || head.code->level() < RegionLevel::county) {
    // A county of many places of one name is told by where the record lies.
    if (!head.district.empty())
      if (const auto county = gazetteer.county(head.code.value_or(within), head.district)) return county;
    if (!head.district.empty() && within.level() >= RegionLevel::county) {
      RegionCode county = within;
      while (county.level() > RegionLevel::county) county = *county.parent();
      if (gazetteer.name(county) == head.district) return within;
      return head.code;
    }
  }
  if (!head.code) return within == RegionCode() ? std::nullopt : std::optional(within);
  return head.code->contains(within) ? within : *head.code;
}

constexpr std::string_view k_country = "中国";
/// A text as long as an address can be; the parts count their bytes in 32 bits.
constexpr std::size_t k_bytes_most = 4'000;

}  // namespace

ParsedAddress read_address(const Gazetteer& gazetteer, std::string_view text, RegionCode within) {
  ParsedAddress address;
  address.text = text;
  address.parts.reserve(12);
  const std::string_view read = text.substr(0, std::min(text.size(), k_bytes_most));
  const linkage::AddressPlace head = gazetteer.heads().parse(read);
  std::size_t place = 0;
  if (const std::size_t country = read.find(k_country); country != std::string_view::npos && (head.pieces.empty() ? head.rest : head.pieces.front().begin) >= country + k_country.size()) {
    add(address, PartKind::other, 0, country);
    add(address, PartKind::country, country, place = country + k_country.size());
  }
  for (const linkage::AddressPlace::Piece& piece : head.pieces) {
    add(address, PartKind::other, place, piece.begin);
    constexpr PartKind k_kinds[] = {PartKind::other, PartKind::province, PartKind::city, PartKind::county};
    add(address, k_kinds[piece.level], piece.begin, piece.end);
    place = piece.end;
  }
  add(address, PartKind::other, place, head.rest);
  address.county = head.district;
  address.region = region_of(gazetteer, head, within);
  RegionCode above = address.region.value_or(RegionCode());
  while (above.level() > RegionLevel::county) above = *above.parent();
  const Letters letters(read, head.rest);
  if (above.level() < RegionLevel::city) above = RegionCode();
  read_tail(gazetteer, above, letters, address);
  add(address, PartKind::other, letters.place(letters.view().size()), text.size());
  return address;
}

}  // namespace laoyou::addresses
