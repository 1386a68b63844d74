#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "base/random.h"
#include "engines/coverage/travel_graph.h"
#include "engines/streets/synthetic_district.h"
#include "planning/answers/reach.h"
#include "planning/answers/try.h"
#include "planning/siting/siting.h"
#include "planning/tiles/density.h"
#include "planning/tiles/drawn_city.h"

namespace {

using namespace laoyou;
using namespace laoyou::planning;
using Watch = std::chrono::steady_clock;

double milliseconds(Watch::time_point since) { return std::chrono::duration<double, std::milli>(Watch::now() - since).count(); }

void say(const char* what, double ms, double limit_ms) { std::printf("%-52s %10.1f ms   %6.3f of the limit\n", what, ms, ms / limit_ms); }

std::string_view text_of(const std::vector<streets::DistrictFile>& files, std::string_view name) {
  for (const auto& file : files)
    if (file.name == name) return file.text;
  return {};
}

/// A city of 60 × 60 blocks with ten doors at each estate, in 800 villages.
streets::CityMap city_of(SeededRandom& random) {
  streets::SyntheticDistrict district = streets::make_district(7, {60, 60, {105, 40}});
  std::vector<std::string> villages;
  for (int street = 1; street <= 40; ++street)
    for (int village = 1; village <= 20; ++village) {
      char code[16];
      std::snprintf(code, sizeof code, "999901%03d%03d", street, village);
      villages.emplace_back(code);
    }
  streets::give_communities(district, villages);
  const auto files = streets::district_files(district, 7);
  streets::CityMap map = streets::city_from_tables({text_of(files, "nodes.csv"), text_of(files, "edges.csv"), text_of(files, "people.csv"), text_of(files, "areas.csv")}).value();
  map.walk = coverage::numbered_by_place(map.walk);
  map.car = coverage::numbered_by_place(map.car);
  const std::vector<streets::Address> estates = std::move(map.addresses);
  map.addresses.clear();
  for (const streets::Address& estate : estates)
    for (int door = 0; door < 10; ++door) {
      streets::Address address = estate;
      address.point.longitude += (random.unit() - 0.5) * 0.0012;
      address.point.latitude += (random.unit() - 0.5) * 0.0008;
      map.addresses.push_back(std::move(address));
    }
  return map;
}

Registers registers_of(const City& city, SeededRandom& random) {
  constexpr std::int64_t k_people = 1'000'000;
  Registers registers;
  registers.day = Date::from_calendar(2026, 1, 1).value();
  registers.rules = {{{registry::InstitutionKind::elderly_home, PeopleGroup::from_60, PlaceUnit::beds}}, {{TravelWay::walk, 72, "", true}}};
  registers.people.assign(city.addresses().size(), GroupCounts{});
  for (std::int64_t person = 0; person < k_people; ++person) {
    GroupCounts& here = registers.people[random.below(registers.people.size())];
    ++here[0];
    if (person % 5 == 0) ++here[1];
    if (person % 7 == 0) ++here[2];
    if (person % 35 == 0) ++here[3];
    if (person % 50 == 1) ++here[4];
  }
  for (int number = 0; number < 500; ++number) {
    PlaceOnMap place;
    place.id = {number + 1};
    place.kind = registry::InstitutionKind::elderly_home;
    place.point = city.addresses()[random.below(city.addresses().size())].point;
    place.capacity = 100;
    place.walk = city.position(TravelWay::walk, *place.point);
    place.car = city.position(TravelWay::car, *place.point);
    registers.places.push_back(std::move(place));
  }
  return registers;
}

void measure_tiles(const DrawnCity& drawn, const Density& density, const City& city) {
  std::vector<double> base, people;
  std::size_t largest = 0;
  for (int zoom = 9; zoom <= 17; ++zoom) {
    const double tiles = std::ldexp(1.0, zoom);
    const WorldSpot low = world_spot({city.bounds().west, city.bounds().north}), high = world_spot({city.bounds().east, city.bounds().south});
    const auto step = std::max(1, static_cast<int>((high.x - low.x) * tiles / 12));
    for (auto x = static_cast<int>(low.x * tiles); x <= static_cast<int>(high.x * tiles); x += step)
      for (auto y = static_cast<int>(low.y * tiles); y <= static_cast<int>(high.y * tiles); y += step) {
        auto begun = Watch::now();
        largest = std::max(largest, drawn.tile({zoom, x, y}).size());
        base.push_back(milliseconds(begun));
        begun = Watch::now();
        static_cast<void>(density.tile({zoom, x, y}).size());
        people.push_back(milliseconds(begun));
      }
  }
  const auto p95 = [](std::vector<double>& all) {
    std::sort(all.begin(), all.end());
    return all[all.size() * 95 / 100];
  };
  say("a tile of streets, 95th of a hundred", p95(base), 5);
  say("a tile of people, 95th of a hundred", p95(people), 5);
  std::printf("%zu tiles, the largest %zu bytes\n", base.size(), largest);
}

}  // namespace

int main() {
  SeededRandom random(1);
  auto begun = Watch::now();
  const auto city = std::make_shared<const City>(city_of(random));
  const Situation situation(city, registers_of(*city, random));
  const regions::RegionTree names = regions::RegionTree::national();
  const RegionCode region = RegionCode::parse("999900000000").value();
  const Question question{registry::InstitutionKind::elderly_home, TravelWay::walk, 15.0, std::nullopt, PeopleGroup::from_60, 72};
  static_cast<void>(city->index(question));
  std::printf("%zu junctions, %zu addresses, made ready in %.0f ms\n", city->map().walk.junctions.size(), city->addresses().size(), milliseconds(begun));

  begun = Watch::now();
  const ReachAnswer reach = reach_answer(situation, question, region, names);
  say("who is reached, a million people and 500 places", milliseconds(begun), 1000);
  std::printf("%lld of %lld of 60 and over within 15 minutes\n", static_cast<long long>(reach.reached), static_cast<long long>(reach.people));

  begun = Watch::now();
  static_cast<void>(access_answer(situation, question, region, names).rows.size());
  say("accessibility by village, first time", milliseconds(begun), 1000);

  const Point there = city->addresses()[city->addresses().size() / 2].point;
  const std::vector<Change> changes{{ChangeKind::put, "新点", there.longitude, there.latitude, std::nullopt, 60}, {ChangeKind::close, std::nullopt, std::nullopt, std::nullopt, Id<registry::Institution>{7}, std::nullopt}};
  std::vector<double> tries;
  for (int turn = 0; turn < 9; ++turn) {
    begun = Watch::now();
    if (!try_changes(situation, question, region, changes, names)) return 1;
    tries.push_back(milliseconds(begun));
  }
  std::sort(tries.begin(), tries.end());
  say("trying two changes out, the middle of nine", tries[4], 100);

  const DrawnCity drawn(city->map());
  const Density density(*city, situation.registers().people);
  measure_tiles(drawn, density, *city);

  SitingRequest request;
  request.kind = question.kind;
  request.minutes = 15;
  request.places = 10;
  request.candidates = SitingCandidates::addresses;
  request.seconds = 20;
  const auto started = Watch::now();
  std::vector<std::pair<std::string, double>> phases;
  const SitingWatch watch{[&] { return milliseconds(started) / 1000; }, [] { return true; }, [&](const char* phase) { phases.emplace_back(phase, milliseconds(started)); }};
  const auto sites = choose_sites(situation, request, question, region, names, watch);
  if (!sites || sites->places.empty()) return 1;
  say("ten sites among 2,000 candidates", sites->seconds * 1000, 30'000);
  std::printf("gap %.3f %%, %s\n", sites->gap * 100, sites->proved ? "proved" : "bounded");
}
