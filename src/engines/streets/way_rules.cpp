#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <osmium/osm/tag.hpp>
#include <span>
#include <string_view>

#include "engines/streets/oneway.h"
#include "engines/streets/osm_ways.h"

namespace laoyou::streets {
namespace {

std::string_view value_of(const osmium::TagList& tags, const char* key) {
  const char* const value = tags.get_value_by_key(key);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_one_of(std::string_view words, std::span<const std::string_view> known) {
  // "agricultural;forestry": several words for one way.
  for (std::size_t start = 0; start <= words.size();) {
    const std::size_t end = std::min(words.find(';', start), words.size());
    std::string_view word = words.substr(start, end - start);
    while (word.starts_with(' ')) word.remove_prefix(1);
    if (std::find(known.begin(), known.end(), word) != known.end()) return true;
    start = end + 1;
  }
  return false;
}

/// Open to everybody who has an errand there.
bool allows(std::string_view access) {
  static constexpr std::array<std::string_view, 4> k_words = {"yes", "designated", "permissive", "destination"};
  return is_one_of(access, k_words);
}

/// Closed, or open only to some: to a trade, to those with a permit, to a house's customers or staff. OpenStreetMap wiki, Key:access.
bool forbids(std::string_view access) {
  static constexpr std::array<std::string_view, 16> k_words = {"no",       "private",  "use_sidepath", "agricultural", "forestry", "customers", "permit",    "military", "delivery",
                                                               "employees", "staff",   "residents",    "residential",  "emergency", "bus",   "psv"};
  return is_one_of(access, k_words);
}

/// "50", "30 mph"; 0 for anything else ("signals", "walk").
double limit_km_h(std::string_view text) {
  constexpr double k_mile_km = 1.609344;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value > 0 && value < 300)) return 0;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (unit.empty() || unit == " km/h") return value;
  return unit == " mph" || unit == "mph" ? value * k_mile_km : 0;
}

}  // namespace

bool WayRules::closed(const osmium::TagList& tags) const {
  // The most particular tag decides: foot before access, motorcar before motor_vehicle before vehicle before access.
  static constexpr const char* k_walk[] = {"foot", "access"};
  static constexpr const char* k_car[] = {"motorcar", "motor_vehicle", "vehicle", "access"};
  const auto decide = [&](const auto& keys) {
    for (const char* const key : keys) {
      const std::string_view access = value_of(tags, key);
      if (allows(access)) return false;
      if (forbids(access)) return true;
    }
    return false;
  };
  return profile_.mode == TravelMode::walk ? decide(k_walk) : decide(k_car);
}

void WayRules::set_directions(const osmium::TagList& tags, WayRule& rule) const {
  const bool walking = profile_.mode == TravelMode::walk;
  const std::string_view word = value_of(tags, walking ? "oneway:foot" : "oneway");
  const Oneway oneway = read_oneway(word).value_or(Oneway::both);  // a mapper's own word says nothing
  if (oneway == Oneway::forward) {
    rule.backward = false;
  } else if (oneway == Oneway::backward) {
    rule.forward = false;
  } else if (!walking && word != "no" &&
             (value_of(tags, "junction") == "roundabout" || value_of(tags, "highway") == "motorway" || value_of(tags, "highway") == "motorway_link")) {
    rule.backward = false;
  }
}

WayRule WayRules::rule_of(const osmium::TagList& tags) const {
  WayRule rule;
  const char* const highway = tags.get_value_by_key("highway");
  if (highway == nullptr) return rule;
  const StreetClass* const street_class = profile_.find(highway);
  if (street_class == nullptr) return rule;
  // A sign opens to walkers what its class closes (a trunk road with a pavement).
  const bool walkers_invited = profile_.mode == TravelMode::walk && allows(value_of(tags, "foot"));
  const double as_walked_m_s = profile_.even_speed_m_s > 0 ? profile_.even_speed_m_s : profile_.walking_speed_m_s;
  rule.speed_m_s = walkers_invited && street_class->walk_share <= 0 ? as_walked_m_s
                                                                    : profile_.speed_m_s(*street_class, limit_km_h(value_of(tags, "maxspeed")));
  if (rule.speed_m_s <= 0) return rule;
  if (closed(tags)) rule.speed_m_s = 0;
  set_directions(tags, rule);
  return rule;
}

}  // namespace laoyou::streets
