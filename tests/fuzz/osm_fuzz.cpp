// Bytes as an OpenStreetMap extract (.osm.pbf or XML): refused with the place (byte or line) and the cause, or a network without
// contradictions.
#include <cstdint>
#include <string_view>

#include "engines/streets/osm_import.h"
#include "network_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laoyou::streets;
  static const TravelProfile profiles[] = {default_profile(TravelMode::walk), default_profile(TravelMode::car)};
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto imported = import_osm(bytes, profiles[size % 2]);
  if (imported) {
    check_network(imported->network);
    return 0;
  }
  const laoyou::Refusal& refusal = imported.error();
  require(!refusal.code.empty());
  const bool of_the_whole = refusal.code == "streets.no_street" || refusal.code == "streets.nodes_missing";
  require(of_the_whole || !refusal.place.empty());
  return 0;
}
