#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "engines/siting/instance_reader.h"
#include "engines/tables/column_table.h"

namespace laoyou::siting {
namespace {

using tables::ColumnTable;

std::vector<tables::KnownColumn> known_columns() {
  using tables::needed, tables::wanted;
  return {needed("cost", {"distance", "minutes", "seconds", "metres", "meters", "时间", "距离", "分钟", "秒", "米"}),
          needed("place", {"name", "备选点", "地点"}),
          needed("client", {"DestinationName", "需求点", "居住点"}),
          wanted("people", {"population", "count", "demand", "weight", "人数", "人口"}),
          wanted("price_fen"),
          wanted("opening_cost"),
          wanted("capacity", {"supply", "容量"}),
          wanted("least_use", {"最低使用人数"}),
          wanted("existing", {"已有"})};
}

class TravelCsv {
 public:
  explicit TravelCsv(const ColumnTable& table) : table_(table) {}

  Result<void> read(std::size_t row) {
    const auto cost = table_.number(row, "cost", 0, 1e15);
    if (!cost) return cost.error();
    const auto people = table_.number_or(1, row, "people", 0, 1e12);
    if (!people) return people.error();
    const auto candidate = read_place(row);
    if (!candidate) return candidate.error();
    return keep(row, *cost, *people, *candidate);
  }

  SitingInstance finish() {
    TravelTable& travel = instance_.problem.travel;
    for (const auto& pairs : pairs_) {
      for (const auto& [place, cost] : pairs) {
        travel.place.push_back(place);
        travel.cost.push_back(cost);
      }
      travel.first.push_back(static_cast<std::int64_t>(travel.place.size()));
    }
    return std::move(instance_);
  }

 private:
  [[nodiscard]] Result<CandidatePlace> read_place(std::size_t row) const {
    constexpr std::int64_t k_most_fen = 1'000'000'000'000'000;
    CandidatePlace place;
    const auto price = table_.whole_number_or(0, row, "price_fen", k_most_fen);  // money is whole fen, never a number with a point
    if (!price) return price.error();
    const auto opening_cost = table_.number_or(0, row, "opening_cost", 0, 1e15);
    if (!opening_cost) return opening_cost.error();
    const auto capacity = table_.number_or(place.capacity, row, "capacity", 0, 1e12);
    if (!capacity) return capacity.error();
    const auto least_use = table_.number_or(0, row, "least_use", 0, std::min(*capacity, 1e12));
    if (!least_use) return least_use.error();
    const auto existing = table_.whole_number_or(0, row, "existing", 1);
    if (!existing) return existing.error();
    place.price_fen = *price;
    place.opening_cost = *opening_cost;
    place.capacity = *capacity;
    place.least_use = *least_use;
    place.existing = *existing == 1;
    return place;
  }

  Result<void> keep(std::size_t row, double cost, double people, const CandidatePlace& candidate) {
    const auto [client, new_client] = client_of_.try_emplace(table_.text(row, "client"), static_cast<std::int32_t>(client_of_.size()));
    if (new_client) {
      instance_.client_names.push_back(client->first);
      instance_.problem.people.push_back(people);
      pairs_.emplace_back();
    } else if (instance_.problem.people[static_cast<std::size_t>(client->second)] != people) {
      return table_.refused(row, "people", "instance.contradiction", {"people"});
    }
    const auto [place, new_place] = place_of_.try_emplace(table_.text(row, "place"), static_cast<std::int32_t>(place_of_.size()));
    if (new_place) {
      instance_.place_names.push_back(place->first);
      instance_.problem.places.push_back(candidate);
    } else {
      const CandidatePlace& known = instance_.problem.places[static_cast<std::size_t>(place->second)];
      if (known != candidate) {
        return table_.refused(row, "place", "instance.contradiction", {"place"});
      }
    }
    const auto pair = static_cast<std::uint64_t>(client->second) << 32U | static_cast<std::uint32_t>(place->second);
    const auto [told, new_pair] = cost_of_.try_emplace(pair, cost);
    if (!new_pair && told->second != cost) return table_.refused(row, "cost", "instance.contradiction", {"cost"});
    if (new_pair) pairs_[static_cast<std::size_t>(client->second)].emplace_back(place->second, cost);
    return {};
  }

  const ColumnTable& table_;
  SitingInstance instance_;
  std::unordered_map<std::string, std::int32_t> client_of_, place_of_;
  std::unordered_map<std::uint64_t, double> cost_of_;  // by client and place
  std::vector<std::vector<std::pair<std::int32_t, double>>> pairs_;
};

}  // namespace

Result<SitingInstance> read_travel_csv(std::string_view text) {
  const auto table = ColumnTable::read(text, known_columns());
  if (!table) return table.error();
  TravelCsv reader(*table);
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (const auto read = reader.read(row); !read) return read.error();
  }
  return reader.finish();
}

}  // namespace laoyou::siting
