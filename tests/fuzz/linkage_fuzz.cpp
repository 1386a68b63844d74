// Bytes as a map and the records of a file (parted by a line of '='), or as records under the map for residents: refused with a code, or linked
// so that no group holds what hard evidence holds apart. The first byte chooses.
#include <cstdint>
#include <string>
#include <string_view>

#include "engines/linkage/growing.h"
#include "engines/linkage/link.h"
#include "engines/linkage/read_records.h"
#include "require.h"

namespace {

using namespace laoyou::linkage;

constexpr Row k_rows_max = 60;  // all pairs are looked at

void check_groups(const Records& records, const Linked& linked) {
  const Comparer comparer(records);
  for (Row a = 0; a < records.size(); ++a) {
    require(linked.cluster[linked.cluster[a]] == linked.cluster[a]);
    for (Row b = a + 1; b < records.size(); ++b) {
      const Pattern pattern = comparer.compare(a, b);
      require(pattern == comparer.compare(b, a));
      if (linked.cluster[a] == linked.cluster[b]) require(evidence_against(records.map(), pattern) < 0);
    }
  }
}

void check(const Map& map, std::string_view csv) {
  Records records(map);
  if (const auto refusal = read_records(csv, false, records, nullptr)) return require(!refusal->code.empty());
  if (records.size() > k_rows_max) return;
  const Linked linked = link(records, 1);
  check_groups(records, linked);
  const Growing growing(records, linked.model);
  for (Row a = 0; a < records.size(); ++a)
    for (Row b = 0; b < records.size(); ++b) require((growing.cluster(a) == growing.cluster(b)) == (linked.cluster[a] == linked.cluster[b]));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    static const Map residents = *read_map(map_of_format("residents"));
    check(residents, text);
    return 0;
  }
  const std::size_t cut = std::min(text.find("=\n"), text.size());
  const auto map = read_map(text.substr(0, cut));
  if (!map) {
    require(!map.error().empty());
    return 0;
  }
  check(*map, text.substr(std::min(text.size(), cut + 2)));
  return 0;
}
