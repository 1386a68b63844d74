#include "app/synth_command.h"

#include <boost/json.hpp>
#include <algorithm>
#include <ostream>

#include "app/engine_command.h"
#include "app/fill_city.h"
#include "app/house.h"
#include "app/open_store.h"
#include "app/planning_demo.h"
#include "app/synth_material.h"
#include "app/wrong_lists.h"
#include "base/messages.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou synth --plan DIR [--people N] [--seed S] [--data DIR | --database URL] [--map] [--json]\n"
    "      laoyou synth --plan DIR [--people N] [--seed S] --wrong-lists DIR [--wrong-percent P] [--json]\n"
    "  按方案的数字合成一座城市：人、户、机构、床位、托位、人员和一年的服务；都标明为合成，没有一个真人；--map 另造一张虚构城区地图，把机构放上去\n"
    "  --wrong-lists 不存数据，只写出同一座城市的名单：一份人员表，其中百分之 P（不写为 1）的行有错；三份互相矛盾的部门名单；每处错误和真值另列一表\n";

constexpr std::int64_t k_people_most = 20'000'000;

boost::json::object json_of(const std::map<std::string, std::int64_t, std::less<>>& counts) {
  boost::json::object all;
  for (const auto& [name, count] : counts) all[name] = count;
  return all;
}

/// A made-up district as the city's map, with the made-up places on it. Returns how many were put.
Result<std::int64_t> put_on_map(store::Store& store, const std::string& plans_folder, RegionCode region, std::uint64_t seed) {
  plan::RunningPlans plans(plans_folder);
  if (const auto loaded = plans.reload(); !loaded) return loaded.error().front();
  const SystemClock clock;
  SecureRandom random;
  House house(store, plans, clock, random);
  return put_on_synthetic_map(store, {0, "command", "synth"}, house.cities(), region, seed);
}

/// The city that the options ask for.
CheckedResult<synth::City> asked_city(const Options& options, const ChosenPlan& chosen) {
  const auto people = number_between<std::int64_t>(options, "people", 1'000, k_people_most);
  if (!people) return Refusals{people.error()};
  const auto seed = number_option<std::uint64_t>(options, "seed");
  if (!seed) return Refusals{seed.error()};
  return synthetic_city(layers_folder(*options.value("plan")), chosen, *people, seed->value_or(1));
}

Result<Decimal> wrong_percent(const Options& options) {
  const auto asked = options.value("wrong-percent");
  const Result<Decimal> percent = Decimal::parse(asked.value_or("1"));
  if (!percent) return at("--wrong-percent", percent.error());
  if (percent->millionths() < 0 || percent->millionths() > 100 * Decimal::k_one) return at("--wrong-percent", refuse("streets.out_of_range", {*asked, "0", "100"}));
  return percent;
}

int write_lists(const Options& options, std::ostream& out, std::ostream& err) {
  const auto percent = wrong_percent(options);
  if (!percent) return say_refused({percent.error()}, err);
  const auto chosen = choose_plan(*options.value("plan"), std::nullopt);
  if (!chosen) return say_refused(chosen.error(), err);
  const auto city = asked_city(options, *chosen);
  if (!city) return say_refused(city.error(), err);
  const Result<WrittenLists> lists = write_wrong_lists(*city, *options.value("wrong-lists"), *percent);
  if (!lists) return say_refused({lists.error()}, err);
  if (options.has("json")) {
    out << boost::json::serialize(boost::json::object{{"people", city->people}, {"seed", city->seed}, {"rows", json_of(lists->rows)}, {"wrong_rows", lists->wrong_rows}}) << "\n";
    return 0;
  }
  for (const auto& [name, rows] : lists->rows) out << "  " << name << ".csv\t" << rows << "\n";
  out << "  residents.csv 中有错的行\t" << lists->wrong_rows << "\n";
  return 0;
}

int fill(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const std::string folder = *options.value("plan");
  const auto chosen = choose_plan(folder, std::nullopt);
  if (!chosen) return say_refused(chosen.error(), err);
  const auto city = asked_city(options, *chosen);
  if (!city) return say_refused(city.error(), err);
  const Result<FilledCity> filled = fill_city(store, {0, "command", "synth"}, *city);
  if (!filled) return say_refused({filled.error()}, err);
  std::optional<std::int64_t> on_map;
  if (options.has("map")) {
    const Result<std::int64_t> put = put_on_map(store, layers_folder(folder), city->place.code, city->seed);
    if (!put) return say_refused({put.error()}, err);
    on_map = *put;
  }
  if (options.has("json")) {
    out << boost::json::serialize(boost::json::object{{"plan", chosen->plan->content.head.value.plan}, {"region", city->place.code.text()}, {"year", city->year},
                                                      {"people", city->people}, {"seed", city->seed}, {"records", json_of(filled->records)}, {"places", json_of(filled->places)}})
        << "\n";
  } else {
    out << city->place.name << "（合成，" << city->year << "年）\n";
    for (const auto* counts : {&filled->places, &filled->records})
      for (const auto& [name, count] : *counts) out << "  " << name << "\t" << count << "\n";
    if (on_map) out << "  on_map\t" << *on_map << "\n";
  }
  return 0;
}

}  // namespace

int synth_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const bool complete = std::any_of(words.begin(), words.end(), [](std::string_view word) { return word.starts_with("--plan"); });
  if (!complete) {
    err << k_usage;
    return 2;
  }
  if (std::any_of(words.begin(), words.end(), [](std::string_view word) { return word.starts_with("--wrong-lists"); })) {
    const Result<Options> options = Options::read(words, {"plan", "people", "seed", "wrong-lists", "wrong-percent"}, {"json"});
    return options ? write_lists(*options, out, err) : say_refused({options.error()}, err);
  }
  return with_store(words, {"plan", "people", "seed"}, {"json", "map"}, k_usage, err, [&](const Options& options, store::Store& store) { return fill(options, store, out, err); });
}

}  // namespace laoyou::app
