#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// Times between positions and the ends of their streets. "Way" is the direction of travel between a person and a place, seen from the
/// person: to_places travels person → place.
class StreetTimes {
 public:
  StreetTimes(const streets::StreetNetwork& network, const ReachOptions& options)
      : network_(network), to_places_(options.direction == Direction::to_places), off_ms_per_m_(1000 / options.walking_speed_m_s) {}

  /// Between a place and the two junctions of its street; k_not_reached where the street is closed that way.
  struct Ends {
    std::int32_t from_ms, to_ms;
  };

  [[nodiscard]] Ends place_ends(const Position& place) const { return ends(place, !to_places_); }
  [[nodiscard]] Ends person_ends(const Position& person) const { return ends(person, to_places_); }

  /// Along their common street, without the ways off it; k_not_reached where it is closed that way.
  [[nodiscard]] std::int32_t direct(const Position& person, const Position& place) const {
    const float start = to_places_ ? person.share : place.share, end = to_places_ ? place.share : person.share;
    const streets::Street& street = street_of(person);
    if (start == end) return 0;
    return start < end ? part(street.forward_ms, end - start) : part(street.backward_ms, start - end);
  }

  [[nodiscard]] std::int32_t off_street(const Position& position) const { return static_cast<std::int32_t>(std::lround(position.off_m * off_ms_per_m_)); }

 private:
  [[nodiscard]] const streets::Street& street_of(const Position& position) const { return network_.streets[static_cast<std::size_t>(position.street)]; }

  static std::int32_t part(std::int32_t whole_ms, float share) {
    return whole_ms < 0 ? k_not_reached : static_cast<std::int32_t>(std::lround(static_cast<double>(whole_ms) * static_cast<double>(share)));
  }

  /// Leaving the position towards the junctions, or coming from them to it.
  [[nodiscard]] Ends ends(const Position& position, bool leaving) const {
    const streets::Street& street = street_of(position);
    return {part(leaving ? street.backward_ms : street.forward_ms, position.share), part(leaving ? street.forward_ms : street.backward_ms, 1 - position.share)};
  }

  const streets::StreetNetwork& network_;
  bool to_places_;
  double off_ms_per_m_;
};

}  // namespace laoyou::coverage
