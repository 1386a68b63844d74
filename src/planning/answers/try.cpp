#include "planning/answers/try.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "planning/answers/place_faults.h"
#include "planning/answers/reach.h"

namespace laoyou::planning {
namespace {

constexpr double k_thousand = 1000;

/// The places as they are and as they would be. Those put stand behind today's.
struct Places {
  std::vector<bool> closed;                     ///< of today's
  std::vector<double> supply_before, supply_after;
  std::vector<Point> put;
  std::vector<std::string> put_names;
  std::vector<coverage::Position> put_positions;
};

class ChangeReader {
 public:
  ChangeReader(const Situation& situation, const Question& question, const Reached& today) : situation_(situation), question_(question), today_(today) {
    for (const std::size_t place : today.places) places_.supply_before.push_back(static_cast<double>(situation.registers().places[place].capacity));
    places_.supply_after = places_.supply_before;
    places_.closed.assign(today.places.size(), false);
  }

  CheckedResult<Places> read(const std::vector<Change>& changes, std::vector<ChangeFault>& faults) {
    for (std::size_t at = 0; at < changes.size(); ++at) {
      where_ = "/changes/" + std::to_string(at);
      if (changes[at].what == ChangeKind::put)
        put(changes[at], static_cast<std::int32_t>(at), faults);
      else
        change(changes[at]);
    }
    if (!refusals_.empty()) return refusals_;
    places_.put_positions = situation_.city().positions(question_.way, places_.put);
    return std::move(places_);
  }

 private:
  void refuse_at(const char* field, Refusal refusal) { refusals_.push_back(laoyou::at(where_ + "/" + field, std::move(refusal))); }

  void put(const Change& change, std::int32_t number, std::vector<ChangeFault>& faults) {
    if (!change.longitude || !change.latitude) return refuse_at("longitude", refuse("planning.change_incomplete"));
    const auto point = Point::create(*change.longitude, *change.latitude);
    if (!point) return refuse_at("longitude", point.error());
    if (change.capacity.value_or(0) < 0) return refuse_at("capacity", refuse("records.negative"));
    if (const auto fault = fault_of_spot(situation_.city(), *point)) faults.push_back({number, *fault});
    places_.put.push_back(*point);
    places_.put_names.push_back(change.name.value_or(""));
    places_.supply_after.push_back(static_cast<double>(change.capacity.value_or(0)));
  }

  void change(const Change& change) {
    if (!change.place) return refuse_at("place", refuse("planning.change_incomplete"));
    const auto& all = situation_.registers().places;
    const auto found = std::find_if(today_.places.begin(), today_.places.end(), [&](std::size_t place) { return all[place].id == *change.place; });
    if (found == today_.places.end()) return refuse_at("place", refuse("planning.place_unknown"));
    if (!touched_.insert(change.place->number).second) return refuse_at("place", refuse("planning.place_twice"));
    const auto at = static_cast<std::size_t>(found - today_.places.begin());
    if (change.what == ChangeKind::close) {
      places_.closed[at] = true;
      places_.supply_after[at] = 0;
      return;
    }
    if (!change.capacity) return refuse_at("capacity", refuse("planning.change_incomplete"));
    if (*change.capacity < 0) return refuse_at("capacity", refuse("records.negative"));
    places_.supply_after[at] = static_cast<double>(*change.capacity);
  }

  const Situation& situation_;
  const Question& question_;
  const Reached& today_;
  Places places_;
  std::set<std::int64_t> touched_;
  Refusals refusals_;
  std::string where_;
};

/// The nearest place of each address within the limit, −1 for none: before, and after the changes.
struct Nearest {
  std::vector<std::int32_t> before, after;
};

Nearest nearest_of(const Reached& today, const Pairs& pairs, const Pairs& put, const Places& places) {
  const std::size_t addresses = pairs.first.size() - 1;
  Nearest nearest{std::vector<std::int32_t>(addresses, -1), std::vector<std::int32_t>(addresses, -1)};
  const auto today_count = static_cast<std::int32_t>(today.places.size());
  for (std::size_t address = 0; address < addresses; ++address) {
    std::int32_t best_before = INT32_MAX, best_after = INT32_MAX;
    const auto take = [](std::int32_t time, std::int32_t place, std::int32_t& best, std::int32_t& chosen) {
      if (time < best) std::tie(best, chosen) = std::pair(time, place);
    };
    for (auto at = static_cast<std::size_t>(pairs.first[address]); at < static_cast<std::size_t>(pairs.first[address + 1]); ++at) {
      take(pairs.time[at], pairs.place[at], best_before, nearest.before[address]);
      if (!places.closed[static_cast<std::size_t>(pairs.place[at])]) take(pairs.time[at], pairs.place[at], best_after, nearest.after[address]);
    }
    for (auto at = static_cast<std::size_t>(put.first[address]); at < static_cast<std::size_t>(put.first[address + 1]); ++at)
      take(put.time[at], today_count + put.place[at], best_after, nearest.after[address]);
  }
  return nearest;
}

/// Two-step floating catchment scores by address; empty for places without beds or slots.
std::vector<double> scores(const Situation& situation, const Question& question, const std::vector<const Pairs*>& all, const std::vector<double>& supply, std::int32_t first_put,
                           const std::vector<bool>& closed) {
  std::vector<coverage::CatchmentPair> catchment;
  std::size_t count = 0;
  for (const Pairs* pairs : all) count += pairs->place.size();
  catchment.reserve(count);
  std::int32_t beyond = 0;
  for (const Pairs* pairs : all) {
    for (std::size_t address = 0; address + 1 < pairs->first.size(); ++address)
      for (auto at = static_cast<std::size_t>(pairs->first[address]); at < static_cast<std::size_t>(pairs->first[address + 1]); ++at) {
        const std::int32_t place = beyond + pairs->place[at];
        if (static_cast<std::size_t>(place) >= closed.size() || !closed[static_cast<std::size_t>(place)]) catchment.push_back({static_cast<std::int32_t>(address), place, 1});
      }
    beyond = first_put;
  }
  return accessibility(situation, question.group, supply, catchment).score;
}

class Comparison {
 public:
  Comparison(const Situation& situation, const Question& question, const Nearest& nearest, std::vector<double> before, std::vector<double> after)
      : situation_(situation), question_(question), nearest_(nearest), before_(std::move(before)), after_(std::move(after)) {}

  TryRegion row(const RegionSpan& span, const regions::RegionTree& names) const {
    TryRegion row;
    row.region = span.region;
    row.name = names.name(span.region);
    row.level = level_name(span.region);
    double before = 0, after = 0;
    for (std::size_t at = span.first; at < span.last; ++at) {
      const std::int64_t people = situation_.people(at, question_.group);
      row.people += people;
      if (nearest_.before[at] >= 0) row.before_reached += people;
      if (nearest_.after[at] >= 0) row.after_reached += people;
      if (before_.empty()) continue;
      before += static_cast<double>(people) * before_[at];
      after += static_cast<double>(people) * after_[at];
    }
    if (row.people == 0) return row;
    const auto whole = static_cast<double>(row.people);
    row.before_share = static_cast<double>(row.before_reached) / whole;
    row.after_share = static_cast<double>(row.after_reached) / whole;
    if (!before_.empty()) std::tie(row.before_score, row.after_score) = std::pair(rounded(before / whole), rounded(after / whole));
    return row;
  }

 private:
  static double rounded(double score) { return std::round(score * k_thousand * 10) / 10; }
  const Situation& situation_;
  const Question& question_;
  const Nearest& nearest_;
  std::vector<double> before_, after_;
};

std::vector<TryPlace> loads(const Situation& situation, const Question& question, const Reached& today, const Places& places, const Nearest& nearest) {
  std::vector<TryPlace> rows;
  for (std::size_t at = 0; at < today.places.size(); ++at) {
    const PlaceOnMap& place = situation.registers().places[today.places[at]];
    rows.push_back({place.id, place.name, place.point->longitude, place.point->latitude, static_cast<std::int64_t>(places.supply_after[at]), places.closed[at], 0, 0});
  }
  for (std::size_t at = 0; at < places.put.size(); ++at)
    rows.push_back({std::nullopt, places.put_names[at], places.put[at].longitude, places.put[at].latitude, static_cast<std::int64_t>(places.supply_after[today.places.size() + at]), false, 0, 0});
  for (std::size_t address = 0; address < nearest.before.size(); ++address) {
    const std::int64_t people = situation.people(address, question.group);
    if (nearest.before[address] >= 0) rows[static_cast<std::size_t>(nearest.before[address])].before_load += people;
    if (nearest.after[address] >= 0) rows[static_cast<std::size_t>(nearest.after[address])].load += people;
  }
  return rows;
}

}  // namespace

CheckedResult<TryAnswer> try_changes(const Situation& situation, const Question& question, RegionCode within, const std::vector<Change>& changes, const regions::RegionTree& names) {
  const auto today = situation.reached(question);
  const auto pairs = situation.pairs(question);
  TryAnswer answer;
  const CheckedResult<Places> places = ChangeReader(situation, question, *today).read(changes, answer.faults);
  if (!places) return places.error();
  const City& city = situation.city();
  const auto& addresses = city.address_positions(question.way);
  const Pairs put = by_address(city.index(question).travel_pairs(addresses, places->put_positions, city.options(question)), addresses.size());
  const Nearest nearest = nearest_of(*today, *pairs, put, *places);
  std::vector<double> before, after;
  if (const KindOfPlace* const kind = situation.registers().rules.find_kind(question.kind); kind != nullptr && kind->unit != PlaceUnit::none) {
    const auto first_put = static_cast<std::int32_t>(today->places.size());
    before = scores(situation, question, {pairs.get()}, places->supply_before, first_put, {});
    after = scores(situation, question, {pairs.get(), &put}, places->supply_after, first_put, places->closed);
  }
  const Comparison comparison(situation, question, nearest, std::move(before), std::move(after));
  for (const RegionSpan& span : regions_with_addresses(city, within)) {
    TryRegion row = comparison.row(span, names);
    if (row.before_reached != row.after_reached || row.before_score != row.after_score) answer.regions.push_back(std::move(row));
  }
  const auto [first, last] = city.addresses_in(within);
  const TryRegion whole = comparison.row({within, first, last}, names);
  answer.before = {whole.people, whole.before_reached, whole.before_share, whole.before_score};
  answer.after = {whole.people, whole.after_reached, whole.after_share, whole.after_score};
  answer.places = loads(situation, question, *today, *places, nearest);
  return answer;
}

}  // namespace laoyou::planning
