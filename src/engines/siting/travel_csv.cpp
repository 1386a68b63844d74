#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_map>

#include "base/csv.h"
#include "engines/siting/instance_reader.h"
#include "engines/siting/number_reader.h"

namespace laoyou::siting {
namespace {

enum Column { k_cost, k_place, k_client, k_people, k_price, k_opening_cost, k_capacity, k_least_use, k_existing, k_columns };

struct ColumnName {
  std::string_view name;
  Column column;
};

constexpr std::array k_names = {ColumnName{"cost", k_cost},          ColumnName{"distance", k_cost},     ColumnName{"minutes", k_cost},
                                ColumnName{"seconds", k_cost},       ColumnName{"place", k_place},       ColumnName{"name", k_place},
                                ColumnName{"client", k_client},      ColumnName{"DestinationName", k_client}, ColumnName{"people", k_people},
                                ColumnName{"demand", k_people},      ColumnName{"weight", k_people},     ColumnName{"price_fen", k_price},
                                ColumnName{"opening_cost", k_opening_cost},  ColumnName{"capacity", k_capacity},
                                ColumnName{"least_use", k_least_use},        ColumnName{"existing", k_existing}};

std::string place_of(const CsvCell& cell) { return std::to_string(cell.line) + ":" + std::to_string(cell.column); }

/// Which cell of a row holds each column; −1 for a column the file has not.
Result<std::array<int, k_columns>> find_columns(const CsvRow& header) {
  std::array<int, k_columns> columns{};
  columns.fill(-1);
  for (std::size_t at_cell = 0; at_cell < header.size(); ++at_cell) {
    for (const ColumnName& known : k_names) {
      if (header[at_cell].text == known.name) columns[known.column] = static_cast<int>(at_cell);
    }
  }
  const std::pair<Column, const char*> needed[] = {{k_cost, "cost"}, {k_place, "place"}, {k_client, "client"}};
  for (const auto& [column, name] : needed) {
    if (columns[column] < 0) return at("1:1", refuse("instance.column_missing", {name}));
  }
  return columns;
}

class TravelCsv {
 public:
  explicit TravelCsv(const std::array<int, k_columns>& columns) : columns_(columns) {}

  Result<void> read(const CsvRow& row) {
    const std::size_t cells = row.size();
    for (const int column : columns_) {
      if (column >= static_cast<int>(cells)) return at(place_of(row.back()), refuse("instance.ends_early"));
    }
    const auto cost = number(row, k_cost, 0, 0, 1e15);
    if (!cost) return cost.error();
    const auto people = number(row, k_people, 1, 0, 1e12);
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
  [[nodiscard]] Result<CandidatePlace> read_place(const CsvRow& row) const {
    CandidatePlace place;
    const auto price = fen(row);
    if (!price) return price.error();
    const auto opening_cost = number(row, k_opening_cost, 0, 0, 1e15);
    if (!opening_cost) return opening_cost.error();
    const auto capacity = number(row, k_capacity, place.capacity, 0, 1e12);
    if (!capacity) return capacity.error();
    const auto least_use = number(row, k_least_use, 0, 0, std::min(*capacity, 1e12));
    if (!least_use) return least_use.error();
    const auto existing = number(row, k_existing, 0, 0, 1);
    if (!existing) return existing.error();
    place.price_fen = *price;
    place.opening_cost = *opening_cost;
    place.capacity = *capacity;
    place.least_use = *least_use;
    place.existing = *existing != 0;
    return place;
  }

  /// Money is read as whole fen, never as a number with a point.
  [[nodiscard]] Result<std::int64_t> fen(const CsvRow& row) const {
    constexpr std::int64_t k_most_fen = 1'000'000'000'000'000;
    if (columns_[k_price] < 0 || cell(row, k_price).text.empty()) return std::int64_t{0};
    const std::string& text = cell(row, k_price).text;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument) {
      return at(place_of(cell(row, k_price)), refuse("instance.number_expected", {text.substr(0, 20)}));
    }
    if (error != std::errc() || value < 0 || value > k_most_fen) {
      return at(place_of(cell(row, k_price)), refuse("instance.out_of_range", {text.substr(0, 20), "0", std::to_string(k_most_fen)}));
    }
    return value;
  }

  [[nodiscard]] const CsvCell& cell(const CsvRow& row, Column column) const { return row[static_cast<std::size_t>(columns_[column])]; }

  [[nodiscard]] Result<double> number(const CsvRow& row, Column column, double absent, double least, double most) const {
    if (columns_[column] < 0) return absent;
    const std::string& text = cell(row, column).text;
    if (text.empty() && column != k_cost) return absent;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
      return at(place_of(cell(row, column)), refuse("instance.number_expected", {text.substr(0, 20)}));
    }
    if (!(value >= least && value <= most)) {
      return at(place_of(cell(row, column)), refuse("instance.out_of_range", {text.substr(0, 20), plain_number(least), plain_number(most)}));
    }
    return value;
  }

  Result<void> keep(const CsvRow& row, double cost, double people, const CandidatePlace& candidate) {
    const auto [client, new_client] = client_of_.try_emplace(cell(row, k_client).text, static_cast<std::int32_t>(client_of_.size()));
    if (new_client) {
      instance_.client_names.push_back(client->first);
      instance_.problem.people.push_back(people);
      pairs_.emplace_back();
    } else if (instance_.problem.people[static_cast<std::size_t>(client->second)] != people) {
      return at(place_of(cell(row, k_people)), refuse("instance.contradiction", {"people"}));
    }
    const auto [place, new_place] = place_of_.try_emplace(cell(row, k_place).text, static_cast<std::int32_t>(place_of_.size()));
    if (new_place) {
      instance_.place_names.push_back(place->first);
      instance_.problem.places.push_back(candidate);
    } else {
      const CandidatePlace& known = instance_.problem.places[static_cast<std::size_t>(place->second)];
      if (known != candidate) {
        return at(place_of(cell(row, k_place)), refuse("instance.contradiction", {"place"}));
      }
    }
    pairs_[static_cast<std::size_t>(client->second)].emplace_back(place->second, cost);
    return {};
  }

  std::array<int, k_columns> columns_;
  SitingInstance instance_;
  std::unordered_map<std::string, std::int32_t> client_of_, place_of_;
  std::vector<std::vector<std::pair<std::int32_t, double>>> pairs_;
};

}  // namespace

Result<SitingInstance> read_travel_csv(std::string_view text) {
  const auto rows = read_csv(text);
  if (!rows) return rows.error();
  if (rows->empty()) return at("1:1", refuse("instance.ends_early"));
  const auto columns = find_columns(rows->front());
  if (!columns) return columns.error();
  TravelCsv reader(*columns);
  for (std::size_t row = 1; row < rows->size(); ++row) {
    if (const auto read = reader.read((*rows)[row]); !read) return read.error();
  }
  return reader.finish();
}

}  // namespace laoyou::siting
