#include "regions/region_tree.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "base/digits.h"
#include "base/embedded.h"

LAOYOU_EMBEDDED(regions_bin)

namespace laoyou::regions {

RegionTree RegionTree::national() {
  const std::string_view packed = regions_bin();
  CHECK(packed.size() > 16 && packed.starts_with("LYREGION"));
  std::uint64_t count = 0;
  std::memcpy(&count, packed.data() + 8, sizeof count);
  CHECK(packed.size() > 16 + count * 12);
  RegionTree tree;
  tree.codes_ = {reinterpret_cast<const std::int64_t*>(packed.data() + 16), count};
  tree.name_ends_ = reinterpret_cast<const std::uint32_t*>(packed.data() + 16 + count * 8);
  tree.names_ = packed.data() + 16 + count * 12;
  return tree;
}

std::size_t RegionTree::size() const {
  const auto fresh = std::count_if(added_.begin(), added_.end(), [&](const auto& added) { return !std::binary_search(codes_.begin(), codes_.end(), added.first); });
  return codes_.size() + static_cast<std::size_t>(fresh);
}

RegionTree RegionTree::with(const std::vector<Region>& additions) const {
  RegionTree tree = *this;
  for (const Region& region : additions) tree.added_.insert_or_assign(region.code.number(), region);
  return tree;
}

std::string_view RegionTree::packed_name(std::size_t index) const {
  const std::uint32_t begin = index == 0 ? 0 : name_ends_[index - 1];
  return {names_ + begin, name_ends_[index] - begin};
}

std::optional<Region> RegionTree::find(RegionCode code) const {
  if (const auto added = added_.find(code.number()); added != added_.end()) return added->second;
  const auto found = std::lower_bound(codes_.begin(), codes_.end(), code.number());
  if (found == codes_.end() || *found != code.number()) return std::nullopt;
  return Region{code, std::string(packed_name(static_cast<std::size_t>(found - codes_.begin()))), false, {}};
}

std::string RegionTree::name(RegionCode code) const {
  const auto region = find(code);
  return region ? region->name : code.text();
}

std::vector<Region> RegionTree::path(RegionCode code) const {
  std::vector<Region> steps;
  for (std::optional<RegionCode> step = code; step; step = step->parent())
    if (auto region = find(*step)) steps.push_back(std::move(*region));
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::vector<RegionCode> RegionTree::children_codes(RegionCode code) const {
  std::vector<RegionCode> children;
  // The codes rise, so everything below a child lies right behind it and is jumped over.
  for (auto next = std::upper_bound(codes_.begin(), codes_.end(), code.number()); next != codes_.end() && *next < code.end_number();) {
    children.push_back(RegionCode::from_number(*next));
    next = std::lower_bound(next, codes_.end(), children.back().end_number());
  }
  for (const auto& [number, region] : added_)
    if (region.code.parent() == code && !std::binary_search(codes_.begin(), codes_.end(), number)) children.push_back(region.code);
  std::sort(children.begin(), children.end());
  return children;
}

std::vector<Region> RegionTree::children(RegionCode code) const {
  std::vector<Region> out;
  for (RegionCode child : children_codes(code)) out.push_back(*find(child));
  return out;
}

std::size_t RegionTree::children_count(RegionCode code) const { return children_codes(code).size(); }

std::vector<RegionCode> RegionTree::codes_with_prefix(std::string_view digits, RegionCode within, std::size_t limit) const {
  std::string low(digits), high(digits);
  low.append(12 - digits.size(), '0');
  high.append(12 - digits.size(), '9');
  const std::int64_t first = std::max(RegionCode::parse(low).value().number(), within.number());
  const std::int64_t last = std::min(RegionCode::parse(high).value().number(), within.end_number() - 1);
  std::vector<RegionCode> found;
  for (auto next = std::lower_bound(codes_.begin(), codes_.end(), first); next != codes_.end() && *next <= last && found.size() < limit; ++next)
    found.push_back(RegionCode::from_number(*next));
  for (auto next = added_.lower_bound(first); next != added_.end() && next->first <= last && found.size() < limit; ++next)
    if (!std::binary_search(codes_.begin(), codes_.end(), next->first)) found.push_back(next->second.code);
  return found;
}

std::vector<RegionCode> RegionTree::codes_with_name(std::string_view text, RegionCode within, std::size_t limit) const {
  const auto first = static_cast<std::size_t>(std::lower_bound(codes_.begin(), codes_.end(), within.number()) - codes_.begin());
  const auto last = static_cast<std::size_t>(std::lower_bound(codes_.begin(), codes_.end(), within.end_number()) - codes_.begin());
  std::vector<RegionCode> found;
  for (const auto& [number, region] : added_)
    if (within.contains(region.code) && region.name.find(text) != std::string::npos) found.push_back(region.code);
  if (first == last) return found;
  // All names lie behind each other: one pass over the bytes, then the place that a hit falls into. A hit across two names is no hit.
  const char* position = names_ + (first == 0 ? 0 : name_ends_[first - 1]);
  const char* end = names_ + name_ends_[last - 1];
  while (found.size() < limit) {
    const auto* hit = static_cast<const char*>(::memmem(position, static_cast<std::size_t>(end - position), text.data(), text.size()));
    if (hit == nullptr) break;
    const auto offset = static_cast<std::uint32_t>(hit - names_);
    const auto index = static_cast<std::size_t>(std::upper_bound(name_ends_ + first, name_ends_ + last, offset) - name_ends_);
    const bool inside = offset + text.size() <= name_ends_[index];
    if (inside && !added_.contains(codes_[index])) found.push_back(RegionCode::from_number(codes_[index]));
    position = inside ? names_ + name_ends_[index] : hit + 1;
  }
  return found;
}

std::vector<Region> RegionTree::search(std::string_view text, RegionCode within, std::size_t limit) const {
  if (text.empty()) return {};
  constexpr std::size_t k_candidates_max = 20'000;
  const bool by_code = all_digits(text) && text.size() <= 12;
  const auto codes = by_code ? codes_with_prefix(text, within, limit) : codes_with_name(text, within, k_candidates_max);
  struct Hit {
    bool exact;
    RegionLevel level;
    RegionCode code;
    auto key() const { return std::tuple(!exact, level, code); }
  };
  std::vector<Hit> hits;
  for (RegionCode code : codes) hits.push_back({!by_code && find(code)->name == text, code.level(), code});
  const std::size_t kept = std::min(limit, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), [](const Hit& a, const Hit& b) { return a.key() < b.key(); });
  std::vector<Region> out;
  for (std::size_t i = 0; i < kept; ++i) out.push_back(*find(hits[i].code));
  return out;
}

std::string_view level_name(RegionLevel level) {
  constexpr std::string_view names[] = {"country", "province", "city", "county", "street", "village"};
  return names[static_cast<int>(level)];
}

}  // namespace laoyou::regions
