// Bytes as an address, or as a table of standard addresses and addresses to place (parted by a line of '='): parts lie end to end over the whole text, and what is
// placed to a door is a row of the base whose road and number the address says. The first byte chooses.
#include <cstdint>
#include <string>
#include <string_view>

#include "engines/addresses/geocode.h"
#include "engines/addresses/part_key.h"
#include "engines/addresses/read_base.h"
#include "require.h"

namespace {

using namespace laoyou;
using namespace laoyou::addresses;

RegionCode region(const char* digits) { return RegionCode::parse(digits).value(); }

const Gazetteer& gazetteer() {
  static const Gazetteer known({{region("450000000000"), "广西壮族自治区"}, {region("450200000000"), "柳州市"}, {region("450203000000"), "鱼峰区"}, {region("450203004000"), "驾鹤街道"},
                                {region("450203004001"), "元璋社区居委会"}, {region("450205000000"), "柳北区"}});
  return known;
}

void check_whole(std::string_view text) {
  const ParsedAddress address = read_address(gazetteer(), text, region("450203000000"));
  std::uint32_t place = 0;
  for (const Part& part : address.parts) {
    require(part.begin == place && part.end > part.begin);
    place = part.end;
  }
  require(place == text.size());
}

void check_placed(const AddressBase& base, std::string_view text) {
  const Placed placed = Geocoder(gazetteer(), base).place(text, region("450200000000"));
  require(placed.score >= 0 && placed.score <= 100);
  require(!placed.row || placed.doubt == Doubt::nothing);
  require((placed.certainty == Certainty::none) == !placed.point);
  if (placed.certainty != Certainty::door) return;
  const KnownAddress& row = base.row(*placed.row);
  const Written written = written_of(read_address(gazetteer(), text, region("450200000000")));
  require(part_key(PartKind::road, written.road) == part_key(PartKind::road, row.road));
  const std::uint64_t number = part_key(PartKind::road_number, row.number);
  require(number == part_key(PartKind::road_number, written.number) || number == part_key(PartKind::road_number, written.long_number));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    check_whole(text);
    return 0;
  }
  const std::size_t cut = std::min(text.find("=\n"), text.size());
  const auto table = read_base(text.substr(0, cut));
  if (!table) {
    require(!table.error().empty());
    return 0;
  }
  const AddressBase base(table->rows);
  std::string_view rest = text.substr(std::min(text.size(), cut + 2));
  for (int count = 0; count < 20 && !rest.empty(); ++count) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    check_placed(base, rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return 0;
}
