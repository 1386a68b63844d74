#include "engines/forecast/base_reader.h"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "engines/forecast/sex_word.h"
#include "engines/tables/column_table.h"

namespace laoyou::forecast {
namespace {

using tables::ColumnTable;

constexpr std::int64_t k_most_people = 10'000'000'000;

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

  Result<void> take(const ColumnTable& table, std::size_t row) {
    const auto sex = read_sex(table.text(row, "sex"));
    if (!sex) return table.refused(row, "sex", "forecast.sex_unknown", {table.text(row, "sex").substr(0, 20)});
    const auto ages = read_ages(table.text(row, "age"));
    if (!ages) return table.refused(row, "age", "forecast.age_unknown", {table.text(row, "age").substr(0, 20)});
    const auto count = table.whole_number(row, "count", k_most_people);
    if (!count) return count.error();
    const auto repeated = add(table.text(row, "region"), *sex, *ages, *count);
    if (repeated) return table.refused(row, "age", "forecast.age_repeated", {std::to_string(*repeated)});
    return {};
  }

  /// Gaps of the same ages and sex, with the regions that have them.
  std::vector<BaseGap> gaps() const {
    std::map<std::pair<Sex, std::string>, BaseGap> found;
    for (const auto& [region, people] : people_) {
      for (const Sex sex : k_sexes) {
        const std::string ages = ages_without_row(region, sex);
        if (ages.empty()) continue;
        BaseGap& gap = found.try_emplace({sex, ages}, BaseGap{sex, ages, region, 0}).first->second;
        ++gap.regions;
      }
    }
    std::vector<BaseGap> all;
    for (const auto& [key, gap] : found) all.push_back(gap);
    return all;
  }

  std::vector<RegionPeople> finish() {
    std::vector<RegionPeople> regions;
    for (auto& [region, people] : people_) regions.push_back({region, people});
    return regions;
  }

 private:
  /// "0-4, 85+": the ages no row spoke of; empty where there are none.
  [[nodiscard]] std::string ages_without_row(const std::string& region, Sex sex) const {
    std::string text;
    const auto told = [&](std::size_t age) { return taken_.contains({region, sex, age}); };
    for (std::size_t age = 0; age < k_ages; ++age) {
      if (told(age)) continue;
      const std::size_t from = age;
      while (age + 1 < k_ages && !told(age + 1)) ++age;
      text += (text.empty() ? "" : ", ") + std::to_string(from);
      if (age + 1 == k_ages) {
        text += "+";
      } else if (age > from) {
        text += "-" + std::to_string(age);
      }
    }
    return text;
  }

  /// Shares the people out; the age that was given before, where one was.
  std::optional<std::size_t> add(const std::string& region, Sex sex, Ages ages, std::int64_t count) {
    const std::vector<double>& lived = lived_[static_cast<std::size_t>(sex)];
    double all = 0;
    for (std::size_t age = ages.from; age <= ages.to; ++age) all += lived[age];
    double so_far = 0;
    std::int64_t given = 0;
    for (std::size_t age = ages.from; age <= ages.to; ++age) {
      if (!taken_.insert({region, sex, age}).second) return age;
      so_far += lived[age];
      const std::int64_t until = age == ages.to ? count : std::llround(static_cast<double>(count) * (all > 0 ? so_far / all : 0));
      people_[region].at(sex, age) += until - given;
      given = until;
    }
    return std::nullopt;
  }

  std::array<std::vector<double>, 2> lived_;
  std::map<std::string, People> people_;
  std::set<std::tuple<std::string, Sex, std::size_t>> taken_;
};

}  // namespace

Result<CensusBase> read_base(std::string_view csv, int year, const VitalRates& rates) {
  using tables::needed;
  const auto table = ColumnTable::read(csv, {needed("region", {"区划代码", "地区"}), needed("sex", {"性别"}), needed("age", {"年龄"}),
                                             needed("count", {"people", "population", "人数", "人口"})});
  if (!table) return table.error();
  BaseReader reader(year, rates);
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (const auto taken = reader.take(*table, row); !taken) return taken.error();
  }
  return CensusBase{reader.finish(), reader.gaps()};
}

}  // namespace laoyou::forecast
