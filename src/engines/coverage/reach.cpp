#include "engines/coverage/reach.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "base/check.h"
#include "engines/coverage/parallel.h"
#include "engines/coverage/street_times.h"

namespace laoyou::coverage {
namespace {

constexpr std::size_t k_between_questions = 4096;

void stop_if_told(const ReachOptions& options) {
  if (options.must_stop && options.must_stop()) throw Stopped();
}

/// Members of each street: those of street s stand at [first[s], first[s + 1]), in their order.
struct ByStreet {
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> member;

  ByStreet(std::span<const Position> positions, std::size_t streets) : first(streets + 1, 0) {
    for (const Position& position : positions) {
      if (position.on_street()) ++first[static_cast<std::size_t>(position.street) + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::int32_t> next(first.begin(), first.end() - 1);
    member.resize(static_cast<std::size_t>(first.back()));
    for (std::size_t at = 0; at < positions.size(); ++at) {
      if (positions[at].on_street()) member[static_cast<std::size_t>(next[static_cast<std::size_t>(positions[at].street)]++)] = static_cast<std::int32_t>(at);
    }
  }

  [[nodiscard]] std::span<const std::int32_t> on(std::int32_t street) const {
    const auto s = static_cast<std::size_t>(street);
    return std::span(member).subspan(static_cast<std::size_t>(first[s]), static_cast<std::size_t>(first[s + 1] - first[s]));
  }
};

const ArcLists& arcs_for(const TravelGraph& graph, Direction direction) { return direction == Direction::to_places ? graph.against : graph.out; }

void add_place(BoundedSearch& search, const streets::StreetNetwork& network, const StreetTimes& times, const Position& place, std::int32_t number) {
  if (!place.on_street()) return;
  const streets::Street& street = network.streets[static_cast<std::size_t>(place.street)];
  const StreetTimes::Ends ends = times.place_ends(place);
  const std::int32_t off_ms = times.off_street(place);
  if (ends.from_ms >= 0) search.add_source(street.from, ends.from_ms + off_ms, number);
  if (ends.to_ms >= 0) search.add_source(street.to, ends.to_ms + off_ms, number);
}

void take_if_better(NearestPlace& best, std::int64_t time_ms, std::int32_t place, std::int32_t limit_ms) {
  if (time_ms > limit_ms) return;
  const bool better = best.place < 0 || time_ms < best.time_ms || (time_ms == best.time_ms && place < best.place);
  if (better) best = {place, static_cast<std::int32_t>(time_ms)};
}

/// The best a person can do over the ends of the street, given the search's labels.
template <class Take>
void over_junctions(const BoundedSearch& search, const streets::Street& street, const StreetTimes::Ends& ends, const Take& take) {
  if (ends.from_ms >= 0 && search.reached(street.from)) take(std::int64_t{ends.from_ms} + search.time_ms(street.from), search.origin(street.from));
  if (ends.to_ms >= 0 && search.reached(street.to)) take(std::int64_t{ends.to_ms} + search.time_ms(street.to), search.origin(street.to));
}

/// Junctions with the streets that touch them.
ByStreet streets_of_junctions(const streets::StreetNetwork& network, std::vector<Position>& ends) {
  for (const streets::Street& street : network.streets) {
    ends.push_back({street.from, 0, 0});
    ends.push_back({street.to, 0, 0});
  }
  return {ends, network.junctions.size()};
}

/// The people near one place: found through the streets of the junctions its search reached.
class PairFinder {
 public:
  PairFinder(const streets::StreetNetwork& network, const TravelGraph& graph, std::span<const Position> people, const ByStreet& people_on, const ByStreet& ends_at,
             const ReachOptions& options)
      : network_(network), people_(people), people_on_(people_on), ends_at_(ends_at), options_(options), times_(network, options),
        search_(arcs_for(graph, options.direction), graph.longest_arc_ms), seen_(network.streets.size(), -1) {}

  void find(const Position& place, std::int32_t number, std::vector<TravelPair>& pairs) {
    if (!place.on_street()) return;
    search_.start();
    add_place(search_, network_, times_, place, number);
    search_.run(options_.limit_ms);
    found_.clear();
    look_at(place.street, place, number);
    for (const std::int32_t junction : search_.reached_junctions()) {
      for (const std::int32_t end : ends_at_.on(junction)) look_at(end / 2, place, number);
    }
    std::sort(found_.begin(), found_.end());
    pairs.insert(pairs.end(), found_.begin(), found_.end());
  }

 private:
  void look_at(std::int32_t street, const Position& place, std::int32_t number) {
    if (seen_[static_cast<std::size_t>(street)] == number) return;
    seen_[static_cast<std::size_t>(street)] = number;
    for (const std::int32_t person : people_on_.on(street)) {
      const Position& position = people_[static_cast<std::size_t>(person)];
      NearestPlace best;
      const std::int64_t off_ms = times_.off_street(position);
      over_junctions(search_, network_.streets[static_cast<std::size_t>(street)], times_.person_ends(position),
                     [&](std::int64_t time_ms, std::int32_t) { take_if_better(best, time_ms + off_ms, number, options_.limit_ms); });
      if (street == place.street) {
        const std::int32_t direct = times_.direct(position, place);
        if (direct >= 0) take_if_better(best, off_ms + direct + times_.off_street(place), number, options_.limit_ms);
      }
      if (best.place >= 0) found_.push_back({person, number, best.time_ms});
    }
  }

  const streets::StreetNetwork& network_;
  std::span<const Position> people_;
  const ByStreet& people_on_;
  const ByStreet& ends_at_;
  const ReachOptions& options_;
  StreetTimes times_;
  BoundedSearch search_;
  std::vector<std::int32_t> seen_;
  std::vector<TravelPair> found_;
};

}  // namespace

std::vector<NearestPlace> ReachIndex::nearest_places(std::span<const Position> people, std::span<const Position> places, const ReachOptions& options) const {
  CHECK(options.limit_ms >= 0 && options.walking_speed_m_s > 0);
  const StreetTimes times(network_, options);
  BoundedSearch search(arcs_for(graph_, options.direction), graph_.longest_arc_ms);
  search.start();
  for (std::size_t place = 0; place < places.size(); ++place) add_place(search, network_, times, places[place], static_cast<std::int32_t>(place));
  search.run(options.limit_ms);
  stop_if_told(options);
  const ByStreet places_on(places, network_.streets.size());
  std::vector<NearestPlace> nearest(people.size());
  in_shares(people.size(), options.threads, [&](std::size_t begin, std::size_t end, unsigned thread) {
    for (std::size_t at = begin; at < end; ++at) {
      if (thread == 0 && (at - begin) % k_between_questions == 0) stop_if_told(options);
      const Position& person = people[at];
      if (!person.on_street()) continue;
      const std::int64_t off_ms = times.off_street(person);
      over_junctions(search, network_.streets[static_cast<std::size_t>(person.street)], times.person_ends(person),
                     [&](std::int64_t time_ms, std::int32_t place) { take_if_better(nearest[at], time_ms + off_ms, place, options.limit_ms); });
      for (const std::int32_t place : places_on.on(person.street)) {
        const Position& there = places[static_cast<std::size_t>(place)];
        const std::int32_t direct = times.direct(person, there);
        if (direct >= 0) take_if_better(nearest[at], off_ms + direct + times.off_street(there), place, options.limit_ms);
      }
    }
  });
  return nearest;
}

std::vector<TravelPair> ReachIndex::travel_pairs(std::span<const Position> people, std::span<const Position> places, const ReachOptions& options) const {
  CHECK(options.limit_ms >= 0 && options.walking_speed_m_s > 0);
  const ByStreet people_on(people, network_.streets.size());
  std::vector<Position> ends;
  const ByStreet ends_at = streets_of_junctions(network_, ends);
  std::vector<std::vector<TravelPair>> found(std::max(options.threads, 1U));
  in_shares(places.size(), options.threads, [&](std::size_t begin, std::size_t end, unsigned thread) {
    PairFinder finder(network_, graph_, people, people_on, ends_at, options);
    for (std::size_t place = begin; place < end; ++place) {
      if (thread == 0) stop_if_told(options);
      finder.find(places[place], static_cast<std::int32_t>(place), found[thread]);
    }
  });
  std::vector<TravelPair> pairs = std::move(found[0]);
  for (std::size_t thread = 1; thread < found.size(); ++thread) pairs.insert(pairs.end(), found[thread].begin(), found[thread].end());
  return pairs;
}

std::vector<std::int32_t> ReachIndex::junction_times(std::span<const Position> places, const ReachOptions& options) const {
  const StreetTimes times(network_, options);
  BoundedSearch search(arcs_for(graph_, options.direction), graph_.longest_arc_ms);
  search.start();
  for (std::size_t place = 0; place < places.size(); ++place) add_place(search, network_, times, places[place], static_cast<std::int32_t>(place));
  search.run(options.limit_ms);
  std::vector<std::int32_t> result(network_.junctions.size(), k_not_reached);
  for (const std::int32_t junction : search.reached_junctions()) result[static_cast<std::size_t>(junction)] = search.time_ms(junction);
  return result;
}

}  // namespace laoyou::coverage
