#include "planning/answers/reach.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/check.h"
#include "engines/coverage/cut_off.h"
#include "engines/coverage/isochrone.h"

namespace laoyou::planning {
namespace {

double tenth(double value) { return std::round(value * 10) / 10; }
double share_of(std::int64_t part, std::int64_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

/// Adds up what is said of those who are not reached.
class Instead {
 public:
  void add(std::int64_t people, const coverage::NearestPlace& nearest) {
    if (nearest.place < 0) return;
    known_ += people;
    sum_ += static_cast<double>(people) * nearest.time_ms;
    most_ = std::max(most_, nearest.time_ms);
    by_place_[nearest.place] += people;
  }
  void say(const Situation& situation, const Question& question, const Reached& reached, ReachRow& row) const {
    if (known_ == 0) return;
    const City& city = situation.city();
    const auto mean = static_cast<std::int32_t>(std::lround(sum_ / static_cast<double>(known_)));
    row.instead_minutes = tenth(city.minutes(question, mean));
    row.farthest_minutes = tenth(city.minutes(question, most_));
    if (const auto metres = city.metres(question, mean)) row.instead_m = std::round(*metres);
    if (const auto metres = city.metres(question, most_)) row.farthest_m = std::round(*metres);
    const auto most = std::max_element(by_place_.begin(), by_place_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    row.nearest_place = situation.registers().places[reached.places[static_cast<std::size_t>(most->first)]].name;
  }

 private:
  std::int64_t known_ = 0;
  double sum_ = 0;
  std::int32_t most_ = 0;
  std::map<std::int32_t, std::int64_t> by_place_;
};

ReachRow row_of(const Situation& situation, const Question& question, const Reached& reached, const RegionSpan& span, const regions::RegionTree& names) {
  ReachRow row;
  row.region = span.region;
  row.name = names.name(span.region);
  row.level = level_name(span.region);
  Instead instead;
  for (std::size_t address = span.first; address < span.last; ++address) {
    const std::int64_t people = situation.people(address, question.group);
    if (people == 0) continue;
    row.people += people;
    if (reached.within(address))
      row.reached += people;
    else
      instead.add(people, reached.nearest[address]);
  }
  row.not_reached = row.people - row.reached;
  row.share = share_of(row.reached, row.people);
  const Point middle = middle_of_people(situation, span);
  row.longitude = middle.longitude;
  row.latitude = middle.latitude;
  instead.say(situation, question, reached, row);
  return row;
}

/// People no limit would reach: the map is at fault more often than the town.
void count_lost(const Situation& situation, const Question& question, const Reached& reached, const RegionSpan& span, ReachAnswer& answer) {
  const auto& all = situation.city().address_positions(question.way);
  const std::span<const coverage::Position> here(all.data() + span.first, span.last - span.first);
  const coverage::CutOff lost = coverage::cut_off(situation.city().index(question).network(), here, reached.positions);
  const auto people = [&](std::int32_t at) { return situation.people(span.first + static_cast<std::size_t>(at), question.group); };
  for (const std::int32_t at : lost.no_street) answer.no_street += people(at);
  for (const std::int32_t at : lost.islands) answer.cut_off += people(at);
}

}  // namespace

std::string level_name(RegionCode region) {
  switch (region.level()) {
    case RegionLevel::village: return "village";
    case RegionLevel::street: return "street";
    default: return "county";
  }
}

std::vector<RegionSpan> regions_with_addresses(const City& city, RegionCode within) {
  std::map<RegionCode, RegionSpan> spans;
  const auto& addresses = city.addresses();
  const auto [first, last] = city.addresses_in(within);
  for (std::size_t at = first; at < last; ++at) {
    const std::int64_t code = addresses[at].region;
    if (at > first && addresses[at - 1].region == code) continue;
    for (std::optional<RegionCode> region = RegionCode::from_number(code); region && within.contains(*region) && region->level() >= RegionLevel::county; region = region->parent()) {
      if (spans.contains(*region)) break;
      const auto [from, to] = city.addresses_in(*region);
      spans[*region] = {*region, from, to};
    }
  }
  std::vector<RegionSpan> all;
  for (const auto& [region, span] : spans) all.push_back(span);
  return all;
}

Point middle_of_people(const Situation& situation, const RegionSpan& span) {
  double weight = 0, east = 0, north = 0;
  for (const bool lived_in : {true, false}) {
    for (std::size_t at = span.first; at < span.last && (lived_in || weight == 0); ++at) {
      const double people = lived_in ? static_cast<double>(situation.people(at, PeopleGroup::everybody)) : 1e-9;
      weight += people;
      east += people * situation.city().addresses()[at].point.longitude;
      north += people * situation.city().addresses()[at].point.latitude;
    }
    if (weight > 0) break;
  }
  return weight > 0 ? Point{east / weight, north / weight} : Point{};
}

ReachAnswer reach_answer(const Situation& situation, const Question& question, RegionCode within, const regions::RegionTree& names) {
  const auto reached = situation.reached(question);
  ReachAnswer answer;
  answer.as_of = situation.registers().as_of;
  answer.kind = question.kind;
  answer.way = question.way;
  answer.minutes = question.minutes;
  answer.metres = question.metres;
  answer.group = question.group;
  answer.places = std::ssize(reached->places);
  for (const RegionSpan& span : regions_with_addresses(situation.city(), within)) answer.regions.push_back(row_of(situation, question, *reached, span, names));
  const auto [first, last] = situation.city().addresses_in(within);
  const RegionSpan whole{within, first, last};
  const ReachRow sum = row_of(situation, question, *reached, whole, names);
  answer.people = sum.people;
  answer.reached = sum.reached;
  answer.share = sum.share;
  count_lost(situation, question, *reached, whole, answer);
  for (const auto& [region, people] : situation.registers().unplaced_in)
    if (within.contains(region)) answer.unplaced += people;
  return answer;
}

coverage::Accessibility accessibility(const Situation& situation, PeopleGroup group, const std::vector<double>& supply, const std::vector<coverage::CatchmentPair>& pairs) {
  std::vector<double> people(situation.city().addresses().size());
  for (std::size_t at = 0; at < people.size(); ++at) people[at] = static_cast<double>(situation.people(at, group));
  auto found = coverage::floating_catchment(people, supply, pairs);
  CHECK(found);
  return std::move(*found);
}

AccessAnswer access_answer(const Situation& situation, const Question& question, RegionCode within, const regions::RegionTree& names) {
  const auto reached = situation.reached(question);
  const auto pairs = situation.pairs(question);
  AccessAnswer answer;
  std::vector<double> supply;
  for (const std::size_t place : reached->places) {
    supply.push_back(static_cast<double>(situation.registers().places[place].capacity));
    answer.capacity += situation.registers().places[place].capacity;
  }
  std::vector<coverage::CatchmentPair> catchment;
  catchment.reserve(pairs->place.size());
  for (std::size_t address = 0; address + 1 < pairs->first.size(); ++address)
    for (auto at = static_cast<std::size_t>(pairs->first[address]); at < static_cast<std::size_t>(pairs->first[address + 1]); ++at)
      catchment.push_back({static_cast<std::int32_t>(address), pairs->place[at], 1});
  const coverage::Accessibility found = accessibility(situation, question.group, supply, catchment);
  answer.unused = found.unused_supply;
  for (const RegionSpan& span : regions_with_addresses(situation.city(), within)) {
    if (span.region.level() < RegionLevel::village && span.last > span.first && situation.city().addresses()[span.first].region != span.region.number()) continue;
    AccessRow row{span.region, names.name(span.region), 0, 0, 0, 0};
    double sum = 0;
    for (std::size_t at = span.first; at < span.last; ++at) {
      const std::int64_t people = situation.people(at, question.group);
      row.people += people;
      sum += static_cast<double>(people) * found.score[at];
    }
    constexpr double k_thousand = 1000;
    if (row.people > 0) row.score = tenth(sum / static_cast<double>(row.people) * k_thousand);
    const Point middle = middle_of_people(situation, span);
    row.longitude = middle.longitude;
    row.latitude = middle.latitude;
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

YearAnswer over_time(const Situation& situation, const Question& question, RegionCode within, int from) {
  const City& city = situation.city();
  const Date today = situation.registers().day;
  const auto [first, last] = city.addresses_in(within);
  const auto& addresses = city.address_positions(question.way);
  const std::span<const coverage::Position> here(addresses.data() + first, last - first);
  YearAnswer answer;
  for (int year = from; year <= today.year(); ++year) {
    const Date day = year == today.year() ? today : Date::from_calendar(year, 12, 31).value();
    std::vector<coverage::Position> positions;
    for (const std::size_t place : situation.open_places(question, day)) positions.push_back(situation.registers().places[place].position(question.way));
    const auto nearest = city.index(question).nearest_places(here, positions, city.options(question));
    std::int64_t people = 0, reached = 0;
    for (std::size_t at = 0; at < nearest.size(); ++at) {
      const std::int64_t here_people = situation.people(first + at, question.group);
      people += here_people;
      if (nearest[at].place >= 0) reached += here_people;
    }
    answer.rows.push_back({year, std::ssize(positions), share_of(reached, people)});
  }
  return answer;
}

Result<AreaAnswer> area_answer(const Situation& situation, const Question& question) {
  constexpr double k_least_cell_m = 25, k_cells_of_a_city = 600;
  const streets::Bounds& bounds = situation.city().bounds();
  const double width_m = distance_m({bounds.west, bounds.south}, {bounds.east, bounds.south}), height_m = distance_m({bounds.west, bounds.south}, {bounds.west, bounds.north});
  const auto reached = situation.reached(question);
  const auto rings = coverage::reached_area(situation.city().index(question), reached->positions, situation.city().options(question),
                                            std::max(k_least_cell_m, std::max(width_m, height_m) / k_cells_of_a_city));
  if (!rings) return rings.error();
  AreaAnswer answer;
  for (const coverage::Ring& ring : *rings) {
    AreaRing drawn{ring.hole, {}};
    constexpr double k_places = 1e6;
    for (const Point& point : ring.points) {
      drawn.points.push_back(std::round(point.longitude * k_places) / k_places);
      drawn.points.push_back(std::round(point.latitude * k_places) / k_places);
    }
    answer.rings.push_back(std::move(drawn));
  }
  return answer;
}

}  // namespace laoyou::planning
