#include "app/demo_places.h"

namespace laoyou::app {
namespace {

constexpr std::size_t k_counties_most = 8, k_streets_a_county = 2, k_villages_a_street = 2;

/// The counties within a region: itself, its parts, or those of a province's cities.
std::vector<regions::Region> counties_of(const regions::RegionTree& regions, RegionCode region) {
  if (region.level() == RegionLevel::county) return {regions.find(region).value()};
  std::vector<regions::Region> counties;
  for (const regions::Region& part : regions.children(region)) {
    if (part.code.level() > RegionLevel::county) continue;  // streets right below a city have no county
    const std::vector<regions::Region> below = counties_of(regions, part.code);
    counties.insert(counties.end(), below.begin(), below.end());
  }
  return counties;
}

template <class T>
std::vector<T> spread(const std::vector<T>& all, std::size_t most) {
  if (all.size() <= most) return all;
  std::vector<T> chosen;
  for (std::size_t i = 0; i < most; ++i) chosen.push_back(all[i * all.size() / most]);
  return chosen;
}

constexpr const char* k_surnames[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "韦", "覃", "马", "罗", "梁", "何"};
constexpr const char* k_given_names[] = {"秀英", "建国", "桂兰", "志强", "玉梅", "德福", "凤英", "国庆", "春华", "家乐", "子涵", "一诺", "思源", "晓明", "丽萍", "文博", "阿依", "海燕"};

}  // namespace

std::vector<DemoCounty> demo_counties(const plan::Library& library, RegionCode region) {
  std::vector<DemoCounty> counties;
  for (const regions::Region& county : spread(counties_of(library.regions, region), k_counties_most)) {
    DemoCounty made{county, {}};
    for (const regions::Region& street : spread(library.regions.children(county.code), k_streets_a_county)) {
      if (street.code.level() != RegionLevel::street) continue;
      made.streets.push_back({street, spread(library.regions.children(street.code), k_villages_a_street)});
    }
    counties.push_back(std::move(made));
  }
  return counties;
}

std::string DemoChance::person() {
  const char* surname = one_of(k_surnames);
  return std::string(surname) + one_of(k_given_names);
}

}  // namespace laoyou::app
