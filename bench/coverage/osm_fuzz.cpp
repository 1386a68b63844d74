// Bytes as an OpenStreetMap extract (.osm.pbf or XML): refused with the byte of the broken block, or a network without contradictions.
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
    laoyou::bench::check_network(imported->network);
  } else if (imported.error().code.empty()) {
    std::abort();
  }
  return 0;
}
