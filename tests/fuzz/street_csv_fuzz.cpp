// Text as the two tables of a network, parted by a line of '=': refused with file, line and column, or a network without contradictions.
#include <cstdint>
#include <string_view>

#include "engines/streets/street_csv.h"
#include "network_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laoyou::streets;
  static const TravelProfile profiles[] = {default_profile(TravelMode::walk), default_profile(TravelMode::car)};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = text.find("=\n");
  const auto network = read_street_csv(text.substr(0, cut), cut == std::string_view::npos ? std::string_view() : text.substr(cut + 2), profiles[size % 2]);
  if (network) {
    check_network(*network);
  } else {
    require(!network.error().code.empty() && !network.error().place.empty());
  }
  return 0;
}
