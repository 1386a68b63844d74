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
#include "base/messages.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou synth --plan DIR [--people N] [--seed S] [--data DIR | --database URL] [--map] [--json]\n"
    "  按方案的数字合成一座城市：人、户、机构、床位、托位、人员和一年的服务；都标明为合成，没有一个真人；--map 另造一张虚构城区地图，把机构放上去\n";

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

int fill(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto people = number_between<std::int64_t>(options, "people", 1'000, k_people_most);
  if (!people) return say_refused({people.error()}, err);
  const auto seed = number_option<std::uint64_t>(options, "seed");
  if (!seed) return say_refused({seed.error()}, err);
  const std::string folder = *options.value("plan");
  const auto chosen = choose_plan(folder, std::nullopt);
  if (!chosen) return say_refused(chosen.error(), err);
  const auto city = synthetic_city(layers_folder(folder), *chosen, *people, seed->value_or(1));
  if (!city) return say_refused(city.error(), err);
  const Result<FilledCity> filled = fill_city(store, {0, "command", "synth"}, *city);
  if (!filled) return say_refused({filled.error()}, err);
  std::optional<std::int64_t> on_map;
  if (options.has("map")) {
    const Result<std::int64_t> put = put_on_map(store, layers_folder(folder), city->place.code, seed->value_or(1));
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
  return with_store(words, {"plan", "people", "seed"}, {"json", "map"}, k_usage, err, [&](const Options& options, store::Store& store) { return fill(options, store, out, err); });
}

}  // namespace laoyou::app
