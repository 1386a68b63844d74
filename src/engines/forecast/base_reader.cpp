#include "engines/forecast/base_reader.h"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/csv.h"

namespace laoyou::forecast {
namespace {

constexpr std::int64_t k_most_people = 10'000'000'000;

std::string place_of(const CsvCell& cell) { return std::to_string(cell.line) + ":" + std::to_string(cell.column); }

Refusal refused(const CsvCell& cell, const char* code) { return at(place_of(cell), refuse(code, {cell.text.substr(0, 20)})); }

struct Ages {
  std::size_t from = 0, to = 0;
};

/// "7", "5-9", "85+".
std::optional<Ages> read_ages(std::string_view text) {
  Ages ages;
  const char* const end = text.data() + text.size();
  auto parsed = std::from_chars(text.data(), end, ages.from);
  if (parsed.ec != std::errc() || ages.from >= k_ages) return std::nullopt;
  ages.to = ages.from;
  if (parsed.ptr == end) return ages;
  if (std::string_view(parsed.ptr, end) == "+") {
    ages.to = k_ages - 1;
    return ages;
  }
  if (*parsed.ptr != '-') return std::nullopt;
  parsed = std::from_chars(parsed.ptr + 1, end, ages.to);
  if (parsed.ec != std::errc() || parsed.ptr != end || ages.to < ages.from || ages.to >= k_ages) return std::nullopt;
  return ages;
}

/// Person-years the survivors live at each single age, for sharing out groups.
std::array<std::vector<double>, 2> survivors(int year, const VitalRates& rates) {
  std::array<std::vector<double>, 2> lived;
  for (const Sex sex : k_sexes) {
    double alive = 1;
    for (std::size_t age = 0; age < k_ages; ++age) {
      const double rate = rates.death_rate(year, sex, age);
      const double next = alive * std::exp(-rate);
      const bool open = age + 1 == k_ages;
      lived[static_cast<std::size_t>(sex)].push_back(rate > 0 ? (open ? alive : alive - next) / rate : alive);
      alive = next;
    }
  }
  return lived;
}

class BaseReader {
 public:
  BaseReader(int year, const VitalRates& rates) : lived_(survivors(year, rates)) {}

  Result<void> take_header(const CsvRow& header) {
    for (std::size_t cell = 0; cell < header.size(); ++cell) columns_[header[cell].text] = cell;
    for (const char* const needed : {"region", "sex", "age", "count"}) {
      if (!columns_.contains(needed)) return at("1:1", refuse("forecast.column_missing", {needed}));
    }
    return {};
  }

  Result<void> take(const CsvRow& row) {
    for (const auto& [name, cell] : columns_) {
      if (cell >= row.size()) return at(place_of(row.back()), refuse("forecast.column_missing", {name}));
    }
    const CsvCell& sex_cell = row[columns_["sex"]];
    const bool male = sex_cell.text == "M" || sex_cell.text == "男", female = sex_cell.text == "F" || sex_cell.text == "女";
    if (!male && !female) return refused(sex_cell, "forecast.sex_unknown");
    const CsvCell& age_cell = row[columns_["age"]];
    const auto ages = read_ages(age_cell.text);
    if (!ages) return refused(age_cell, "forecast.age_unknown");
    const CsvCell& count_cell = row[columns_["count"]];
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(count_cell.text.data(), count_cell.text.data() + count_cell.text.size(), count);
    if (error != std::errc() || end != count_cell.text.data() + count_cell.text.size() || count < 0 || count > k_most_people) {
      return refused(count_cell, "forecast.number_expected");
    }
    return add(row[columns_["region"]].text, male ? Sex::male : Sex::female, *ages, count, age_cell);
  }

  std::vector<RegionPeople> finish() {
    std::vector<RegionPeople> regions;
    for (auto& [region, people] : people_) regions.push_back({region, people});
    return regions;
  }

 private:
  Result<void> add(const std::string& region, Sex sex, Ages ages, std::int64_t count, const CsvCell& cell) {
    const std::vector<double>& lived = lived_[static_cast<std::size_t>(sex)];
    double all = 0;
    for (std::size_t age = ages.from; age <= ages.to; ++age) all += lived[age];
    double so_far = 0;
    std::int64_t given = 0;
    for (std::size_t age = ages.from; age <= ages.to; ++age) {
      if (!taken_.insert({region, sex, age}).second) return at(place_of(cell), refuse("forecast.age_repeated", {std::to_string(age)}));
      so_far += lived[age];
      const std::int64_t until = age == ages.to ? count : std::llround(static_cast<double>(count) * (all > 0 ? so_far / all : 0));
      people_[region].at(sex, age) += until - given;
      given = until;
    }
    return {};
  }

  std::array<std::vector<double>, 2> lived_;
  std::map<std::string, std::size_t> columns_;
  std::map<std::string, People> people_;
  std::set<std::tuple<std::string, Sex, std::size_t>> taken_;
};

}  // namespace

Result<std::vector<RegionPeople>> read_base(std::string_view csv, int year, const VitalRates& rates) {
  const auto rows = read_csv(csv);
  if (!rows) return rows.error();
  if (rows->empty()) return at("1:1", refuse("forecast.column_missing", {"region"}));
  BaseReader reader(year, rates);
  if (const auto header = reader.take_header(rows->front()); !header) return header.error();
  for (std::size_t row = 1; row < rows->size(); ++row) {
    if (const auto taken = reader.take((*rows)[row]); !taken) return taken.error();
  }
  return reader.finish();
}

}  // namespace laoyou::forecast
