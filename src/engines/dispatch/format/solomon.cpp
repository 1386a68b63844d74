#include "engines/dispatch/format/solomon.h"

#include <cmath>
#include <sstream>
#include <string>

namespace laoyou::dispatch {
namespace {

constexpr std::int64_t k_tenths = 10;
constexpr std::size_t k_most_stops = 20'000;
constexpr std::int64_t k_largest = 100'000'000;

/// The numbers of a line; empty when the line holds anything else.
std::vector<std::int64_t> numbers_of(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::int64_t> numbers;
  double value = 0;
  while (words >> value) {
    if (!(value >= -k_largest && value <= k_largest)) return {};
    numbers.push_back(static_cast<std::int64_t>(value));
  }
  return words.eof() ? numbers : std::vector<std::int64_t>{};
}

std::vector<std::int32_t> truncated_distances(const std::vector<single::Stop>& stops) {
  std::vector<std::int32_t> travel;
  travel.reserve(stops.size() * stops.size());
  for (const auto& a : stops) {
    for (const auto& b : stops) {
      const auto x = static_cast<double>(a.x - b.x), y = static_cast<double>(a.y - b.y);
      travel.push_back(static_cast<std::int32_t>(std::sqrt(x * x + y * y)));
    }
  }
  return travel;
}

}  // namespace

Result<single::Instance> read_solomon(std::istream& in) {
  std::string line;
  std::size_t number = 0;
  std::int64_t vehicles = 0, capacity = 0;
  std::vector<single::Stop> stops;
  const auto malformed = [&] { return at(std::to_string(number), refuse("dispatch.solomon.malformed", {line})); };
  while (std::getline(in, line)) {
    ++number;
    const auto numbers = numbers_of(line);
    if (numbers.empty()) continue;
    if (numbers.size() == 2 && vehicles == 0) {
      vehicles = numbers[0];
      capacity = numbers[1];
      if (vehicles <= 0 || vehicles > 10'000 || capacity < 0) return malformed();
      continue;
    }
    if (numbers.size() != 7 || vehicles == 0 || numbers[0] != static_cast<std::int64_t>(stops.size())) return malformed();
    if (numbers[3] < 0 || numbers[4] < 0 || numbers[5] < numbers[4] || numbers[6] < 0) return malformed();
    if (stops.size() >= k_most_stops) return malformed();
    stops.push_back({k_tenths * numbers[1], k_tenths * numbers[2], numbers[3], k_tenths * numbers[4], k_tenths * numbers[5],
                     k_tenths * numbers[6]});
  }
  if (stops.empty()) return malformed();
  auto travel = truncated_distances(stops);
  return single::Instance(std::move(stops), std::move(travel), static_cast<int>(vehicles), capacity);
}

}  // namespace laoyou::dispatch
