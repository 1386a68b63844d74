#include "engines/streets/street_csv.h"

#include <cmath>
#include <unordered_map>

#include "engines/streets/line_text.h"
#include "engines/streets/oneway.h"
#include "engines/tables/column_table.h"

namespace laoyou::streets {
namespace {

using tables::ColumnTable;

constexpr double k_longest_street_m = 2'000'000;  // its length in millimetres and a slow walk in milliseconds fit 31 bits

class CsvNetwork {
 public:
  explicit CsvNetwork(const TravelProfile& profile) : profile_(profile) {}

  Result<void> read_nodes(std::string_view csv) {
    const auto table = ColumnTable::read(csv, node_columns());
    if (!table) return table.error();
    for (std::size_t row = 0; row < table->rows(); ++row) {
      const auto east = table->number(row, "longitude", -180, 180);
      if (!east) return east.error();
      const auto north = table->number(row, "latitude", -90, 90);
      if (!north) return north.error();
      const auto number = static_cast<std::int32_t>(network_.junctions.size());
      if (!junction_of_.emplace(table->text(row, "id"), number).second) {
        return table->refused(row, "id", "streets.repeated_node", {table->text(row, "id")});
      }
      network_.junctions.push_back({*east, *north});
    }
    return {};
  }

  Result<void> read_edges(std::string_view csv) {
    const auto table = ColumnTable::read(csv, edge_columns());
    if (!table) return table.error();
    for (std::size_t row = 0; row < table->rows(); ++row) {
      if (const auto read = read_edge(*table, row); !read) return read.error();
    }
    return {};
  }

  StreetNetwork finish() { return std::move(network_); }

 private:
  Result<std::int32_t> junction(const ColumnTable& table, std::size_t row, const char* column) const {
    const auto known = junction_of_.find(table.text(row, column));
    if (known == junction_of_.end()) return table.refused(row, column, "streets.unknown_node", {table.text(row, column)});
    return known->second;
  }

  Result<void> read_edge(const ColumnTable& table, std::size_t row) {
    const auto from = junction(table, row, "from");
    if (!from) return from.error();
    const auto to = junction(table, row, "to");
    if (!to) return to.error();
    std::vector<Point> line{network_.junctions[static_cast<std::size_t>(*from)], network_.junctions[static_cast<std::size_t>(*to)]};
    if (!table.text(row, "wkt").empty()) {
      auto drawn = read_line_text(table.text(row, "wkt"));
      if (!drawn) return table.refused(row, "wkt", "streets.line_malformed");
      line = std::move(*drawn);
    }
    const auto length_m = length(table, row, line);
    if (!length_m) return length_m.error();
    // Checked for walkers too: a table is wrong or right whoever travels.
    const auto oneway = read_oneway(table.text(row, "oneway"));
    if (!oneway) return table.refused(row, "oneway", "streets.oneway_unknown", {table.text(row, "oneway")});
    const auto speed_m_s = speed(table, row);
    if (!speed_m_s) return speed_m_s.error();
    if (*speed_m_s <= 0) return {};
    Street street{*from, *to, static_cast<std::int32_t>(std::lround(*length_m * 1000)), k_closed, k_closed};
    const auto time_ms = static_cast<std::int32_t>(std::lround(std::min(*length_m / *speed_m_s * 1000, 2e9)));
    if (profile_.mode == TravelMode::walk || *oneway != Oneway::backward) street.forward_ms = time_ms;
    if (profile_.mode == TravelMode::walk || *oneway != Oneway::forward) street.backward_ms = time_ms;
    network_.add(street, std::span(line).subspan(1, line.size() - 2));
    return {};
  }

  static Result<double> length(const ColumnTable& table, std::size_t row, const std::vector<Point>& line) {
    if (!table.text(row, "length_m").empty()) return table.number(row, "length_m", 0, k_longest_street_m);
    double length_m = 0;
    for (std::size_t at = 1; at < line.size(); ++at) length_m += distance_m(line[at - 1], line[at]);
    if (length_m > k_longest_street_m) return table.refused(row, "wkt", "streets.line_malformed");
    return length_m;
  }

  Result<double> speed(const ColumnTable& table, std::size_t row) const {
    const std::string& highway = table.text(row, "highway");
    const StreetClass* const street_class = profile_.find(highway.empty() ? "unclassified" : highway);
    if (street_class == nullptr) return table.refused(row, "highway", "streets.unknown_class", {highway});
    double car_km_h = 0;
    if (!table.text(row, "speed_km_h").empty()) {
      const auto given = table.number(row, "speed_km_h", 1, 300);
      if (!given) return given.error();
      car_km_h = *given;
    }
    return profile_.speed_m_s(*street_class, car_km_h);
  }

  const TravelProfile& profile_;
  StreetNetwork network_;
  std::unordered_map<std::string, std::int32_t> junction_of_;
};

}  // namespace

std::vector<tables::KnownColumn> node_columns() {
  return {tables::needed("id", {"FID", "osmid", "编号"}), tables::needed("longitude", {"lon", "lng", "x", "经度"}), tables::needed("latitude", {"lat", "y", "纬度"})};
}

std::vector<tables::KnownColumn> edge_columns() {
  return {tables::needed("from", {"u", "起点"}), tables::needed("to", {"v", "终点"}), tables::wanted("length_m", {"长度"}), tables::wanted("highway", {"道路等级"}),
          tables::wanted("speed_km_h", {"车速"}), tables::wanted("oneway", {"单行"}), tables::wanted("wkt")};
}

Result<StreetNetwork> read_street_csv(std::string_view nodes, std::string_view edges, const TravelProfile& profile) {
  CsvNetwork network(profile);
  if (const auto read = network.read_nodes(nodes); !read) return at("nodes:", read.error());
  if (const auto read = network.read_edges(edges); !read) return at("edges:", read.error());
  return network.finish();
}

}  // namespace laoyou::streets
