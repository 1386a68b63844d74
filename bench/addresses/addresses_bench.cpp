// How fast addresses are read and placed by a base of so many standard addresses, by one thread: addresses_bench [ROWS=1000000] [QUESTIONS=200000]. Times are
// of the processor, so that what else the machine does says nothing. Wanted: 200,000 a second read.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/random.h"
#include "engines/addresses/geocode.h"
#include "engines/addresses/search_base.h"
#include "standard_addresses/gazetteer_of.h"

namespace {

using namespace laoyou;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
long peak_mb() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

/// Two thousand villages of one city with five hundred doors each, roads of invented names.
struct Made {
  std::vector<RegionCode> villages;
  std::vector<addresses::KnownAddress> rows;
  std::vector<std::string> written;
  std::vector<std::size_t> row_of;
};

Made make(const regions::RegionTree& tree, std::size_t rows, std::size_t questions) {
  Made made;
  const RegionCode city = RegionCode::parse("450200000000").value();
  for (const auto& county : tree.children(city))
    for (const auto& street : tree.children(county.code))
      for (const auto& village : tree.children(street.code)) made.villages.push_back(village.code);
  constexpr const char* k_first[] = {"龙", "文", "光", "明", "和", "平", "新", "华", "建", "设", "东", "环", "银", "杏", "学", "府"};
  constexpr const char* k_second[] = {"潭", "昌", "大", "兴", "园", "桥", "塘", "湖", "山", "江", "岭", "溪", "泉", "亭", "安", "宁"};
  SeededRandom random(1);
  for (std::size_t at = 0; at < rows; ++at) {
    const std::size_t road = at / 400;
    const std::string name = std::string(k_first[road % 16]) + k_second[road / 16 % 16] + (road < 256 ? "" : std::to_string(road / 256)) + "路";
    made.rows.push_back({made.villages[road % made.villages.size()], name, std::to_string(at % 400 + 1) + "号", "", "", {109 + 1e-6 * static_cast<double>(at % 1000), 24}});
  }
  for (std::size_t at = 0; at < questions; ++at) {
    const std::size_t row = random.below(rows);
    const addresses::KnownAddress& known = made.rows[row];
    std::string county = tree.name(*known.region.parent()->parent());
    made.written.push_back((at % 2 == 0 ? "广西壮族自治区柳州市" : "柳州") + county + known.road + known.number + std::to_string(1 + random.below(9)) + "栋" + std::to_string(1 + random.below(4)) + "单元" +
                           std::to_string(101 + random.below(900)) + "室");
    made.row_of.push_back(row);
  }
  return made;
}

}  // namespace

int main(int count, char** words) {
  const std::size_t rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000, questions = count > 2 ? std::strtoull(words[2], nullptr, 10) : 200'000;
  const regions::RegionTree tree = regions::RegionTree::national();
  Made made = make(tree, rows, questions);
  double begun = seconds();
  const addresses::Gazetteer gazetteer = standard_addresses::gazetteer_of(tree, {RegionCode::parse("450200000000").value()});
  std::printf("gazetteer of %zu places: %.2f s\n", gazetteer.size(), seconds() - begun);
  const long before = peak_mb();
  begun = seconds();
  const addresses::AddressBase base(std::move(made.rows));
  std::printf("base of %zu rows indexed: %.2f s, %ld MB more, %ld MB in all\n", base.size(), seconds() - begun, peak_mb() - before, peak_mb());
  std::size_t parts = 0;
  begun = seconds();
  for (const std::string& text : made.written) parts += addresses::read_address(gazetteer, text).parts.size();
  std::printf("read: %.0f a second (%.1f parts each)\n", static_cast<double>(questions) / (seconds() - begun), static_cast<double>(parts) / static_cast<double>(questions));
  const addresses::Geocoder geocoder(gazetteer, base);
  std::size_t right = 0, wrong = 0, none = 0;
  begun = seconds();
  for (std::size_t at = 0; at < questions; ++at) {
    const addresses::Placed placed = geocoder.place(made.written[at]);
    if (placed.certainty != addresses::Certainty::door) ++none;
    else ++(*placed.row == made.row_of[at] ? right : wrong);
  }
  std::printf("placed: %.0f a second; right %zu, wrong %zu, less sure %zu\n", static_cast<double>(questions) / (seconds() - begun), right, wrong, none);
  const RegionCode city = RegionCode::parse("450200000000").value();
  for (const char* text : {"龙潭路 12", "龙潭", "12", "没有"}) {
    constexpr int k_times = 10;
    std::size_t found = 0;
    begun = seconds();
    for (int at = 0; at < k_times; ++at) found = addresses::search_base(base, gazetteer, text, city, city, 20).size();
    std::printf("searched the whole base for %s: %.0f ms, %zu shown\n", text, (seconds() - begun) * 1000 / k_times, found);
  }
  return wrong == 0 ? 0 : 1;
}
