#include "engines/matching/format/answer_json.h"

#include <algorithm>

#include "engines/dispatch/format/json_reader.h"

namespace laoyou::matching {
namespace {

namespace json = boost::json;
using dispatch::Ids;
using dispatch::JsonReader;

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

const Place& place_of(const Problem& problem, int place) { return problem.places[as_index(place)]; }

/// {"place", "group", "session"} of a pool.
json::object write_room(const Problem& problem, int place, int group, int session) {
  return {{"place", place_of(problem, place).id}, {"group", place_of(problem, place).groups[as_index(group)].id}, {"session", problem.sessions[as_index(session)]}};
}

/// How far behind, in what decides between the two.
json::object write_difference(const Problem& problem, const Key& own, const Key& last) {
  for (const Criterion criterion : problem.priority) {
    if (criterion == Criterion::priority_class && own.priority_class != last.priority_class) return {{"classes", own.priority_class - last.priority_class}};
    if (criterion == Criterion::points && own.points != last.points) return {{"points", last.points - own.points}};
    if (criterion == Criterion::distance && own.distance_m != last.distance_m) return {{"distance_m", own.distance_m - last.distance_m}};
  }
  return {{"lots", own.lot - last.lot}};
}

json::object write_miss(const Market& market, int family, const Miss& miss) {
  const Problem& problem = *market.problem;
  const Pool& pool = market.pools[as_index(miss.pool)];
  static constexpr const char* k_why[] = {"full", "quota", "closed"};
  json::object written = write_room(problem, pool.place, pool.group, pool.session);
  written["member"] = problem.families[as_index(family)].members[as_index(miss.member)].id;
  written["why"] = k_why[static_cast<std::size_t>(miss.why)];
  written["own"] = write_key(problem, miss.own);
  if (miss.last) written["last_admitted"] = write_key(problem, *miss.last);
  if (miss.last && compare(*miss.last, miss.own, problem.priority) < 0) written["missed_by"] = write_difference(problem, miss.own, *miss.last);
  written["families_ahead"] = miss.families_ahead;
  if (miss.seats_short > 0) written["seats_short"] = miss.seats_short;
  return written;
}

json::array write_places(const Problem& problem, const Option& option) {
  json::array places;
  for (const Seat& seat : option) places.push_back(seat.place == k_none ? json::value(nullptr) : json::value(place_of(problem, seat.place).id));
  return places;
}

json::object write_member(const Problem& problem, const Member& member, const Seat& seat) {
  json::object written{{"id", member.id}, {"place", nullptr}};
  if (seat.place == k_none) return written;
  const Place& place = place_of(problem, seat.place);
  written["place"] = place.id;
  written["group"] = place.groups[as_index(group_of(place, member.grade))].id;
  written["pattern"] = problem.patterns[as_index(seat.pattern)].id;
  return written;
}

json::array write_cutoffs(const Market& market, const Reasons& reasons) {
  json::array cutoffs;
  const Problem& problem = *market.problem;
  for (const Cutoff& cutoff : reasons.cutoffs()) {
    const Pool& pool = market.pools[as_index(cutoff.pool)];
    json::object written = write_room(problem, pool.place, pool.group, pool.session);
    if (!pool.shares.empty()) written["quota"] = cutoff.quota == k_none ? json::value(nullptr) : json::value(place_of(problem, pool.place).groups[as_index(pool.group)].quotas[as_index(cutoff.quota)].trait);
    written["seats"] = pool.seats;
    written["taken"] = cutoff.taken;
    written["open"] = cutoff.open;
    written["last_admitted"] = cutoff.last ? json::value(write_key(problem, *cutoff.last)) : json::value(nullptr);
    cutoffs.push_back(std::move(written));
  }
  return cutoffs;
}

int placed_members(const Market& market, const Answer& answer) {
  int placed = 0;
  for (int family = 0; family < market.families(); ++family)
    if (answer.option_of[as_index(family)] != market.nothing(family))
      for (const Seat& seat : market.options[as_index(family)][as_index(answer.option_of[as_index(family)])]) placed += seat.place != k_none;
  return placed;
}

}  // namespace

json::object write_key(const Problem& problem, const Key& key) {
  json::object written;
  const auto classes = static_cast<int>(problem.classes.size());
  for (const Criterion criterion : problem.priority) {
    if (criterion == Criterion::priority_class && classes > 0) written["class"] = key.priority_class < classes ? json::value(problem.classes[as_index(key.priority_class)]) : json::value(nullptr);
    if (criterion == Criterion::points) written["points"] = key.points;
    if (criterion == Criterion::distance) written["distance_m"] = key.distance_m;
  }
  if (key.lot > 0) written["lot"] = key.lot;
  return written;
}

json::value write_wish(const Market& market, int family, int option) {
  if (option == market.nothing(family)) return nullptr;
  const auto& wishes = market.problem->families[as_index(family)].wishes;
  const bool wished = as_index(option) < wishes.size() && wishes[as_index(option)] == market.options[as_index(family)][as_index(option)];
  return wished ? json::value(option + 1) : json::value("present");
}

json::object write_family(const Market& market, const Answer& answer, const Reasons& reasons, int family) {
  const Problem& problem = *market.problem;
  const Family& each = problem.families[as_index(family)];
  const int has = answer.option_of[as_index(family)];
  const Option seats = has == market.nothing(family) ? Option(each.members.size()) : market.options[as_index(family)][as_index(has)];
  json::array members, missed;
  for (std::size_t member = 0; member < seats.size(); ++member) members.push_back(write_member(problem, each.members[member], seats[member]));
  for (const Missed& above : reasons.of(family)) {
    json::array misses;
    for (const Miss& miss : above.misses) misses.push_back(write_miss(market, family, miss));
    missed.push_back(json::object{{"wish", write_wish(market, family, above.option)}, {"places", write_places(problem, market.options[as_index(family)][as_index(above.option)])}, {"because", std::move(misses)}});
  }
  return {{"id", each.id}, {"wish", write_wish(market, family, has)}, {"members", std::move(members)}, {"missed", std::move(missed)}};
}

json::object write_answer(const Market& market, const Answer& answer) {
  const Problem& problem = *market.problem;
  const Reasons reasons(market, answer);
  std::size_t members = 0;
  json::array families, closed, blocking;
  for (int family = 0; family < market.families(); ++family) {
    members += problem.families[as_index(family)].members.size();
    families.push_back(write_family(market, answer, reasons, family));
  }
  for (std::size_t unit = 0; unit < market.units.size(); ++unit)
    if (answer.closed[unit]) closed.push_back(json::object{{"place", place_of(problem, market.units[unit].place).id}, {"group", place_of(problem, market.units[unit].place).groups[as_index(market.units[unit].group)].id}});
  for (const Blocking& each : answer.blocking) blocking.push_back(json::object{{"family", problem.families[as_index(each.family)].id}, {"wish", write_wish(market, each.family, each.option)}});
  return {{"members", members}, {"placed", placed_members(market, answer)}, {"blocking", answer.blocking.size()}, {"least_blocking", answer.least_blocking}, {"proved", answer.proved()},
          {"truthful", answer.truthful}, {"blocking_families", std::move(blocking)}, {"closed", std::move(closed)}, {"families", std::move(families)}, {"cutoffs", write_cutoffs(market, reasons)}};
}

CheckedResult<Claimed> read_claimed(const Problem& problem, const json::value& file) {
  Refusals refusals;
  Claimed claimed;
  claimed.seats.resize(problem.families.size());
  Ids families, places, patterns;
  for (std::size_t i = 0; i < problem.families.size(); ++i) families[problem.families[i].id] = static_cast<int>(i);
  for (std::size_t i = 0; i < problem.places.size(); ++i) places[problem.places[i].id] = static_cast<int>(i);
  for (std::size_t i = 0; i < problem.patterns.size(); ++i) patterns[problem.patterns[i].id] = static_cast<int>(i);
  JsonReader fields(file, "", refusals);
  dispatch::gather_ids(file, "families", refusals);
  fields.each("families", [&](const json::value& value, const std::string& path) {
    JsonReader each(value, path, refusals);
    const int family = each.id("id", families);
    if (family == k_none) return each.refuse_member("id", "missing");
    const auto& members = problem.families[as_index(family)].members;
    Option option(members.size());
    each.each("members", [&](const json::value& one, const std::string& below) {
      JsonReader member(one, below, refusals);
      const std::string id = member.text("id");
      const auto found = std::find_if(members.begin(), members.end(), [&id](const Member& known) { return known.id == id; });
      const Seat seat{member.id("place", places), std::max(0, member.id("pattern", patterns))};
      if (found == members.end()) return member.refuse_member("id", "unknown_id", {id});
      if (seat.place != k_none && group_of(place_of(problem, seat.place), found->grade) == k_none) return member.refuse_member("place", "unknown_id", {place_of(problem, seat.place).id});
      if (seat.place != k_none) option[static_cast<std::size_t>(found - members.begin())] = seat;
    });
    const bool none = std::all_of(option.begin(), option.end(), [](const Seat& seat) { return seat.place == k_none; });
    if (!none) claimed.seats[as_index(family)] = std::move(option);
  });
  fields.each("closed", [&](const json::value& value, const std::string& path) {
    JsonReader each(value, path, refusals);
    const int place = each.required_id("place", places);
    Ids groups;
    for (std::size_t i = 0; as_index(place) < problem.places.size() && i < place_of(problem, place).groups.size(); ++i) groups[place_of(problem, place).groups[i].id] = static_cast<int>(i);
    claimed.closed.push_back({place, each.required_id("group", groups)});
  });
  if (!refusals.empty()) return refusals;
  return claimed;
}

Refusals compare_claims(const Problem& problem, const json::value& file, const Judgement& judgement) {
  Refusals differing;
  const json::object& root = file.as_object();
  const auto compare_with = [&](std::string_view name, const json::value& found) {
    const json::value* const claimed = root.if_contains(name);
    if (claimed != nullptr && *claimed != found) differing.push_back(laoyou::at("/" + std::string(name), refuse("matching.claim_differs")));
  };
  compare_with("placed", judgement.placed);
  compare_with("blocking", judgement.blocking.size());
  json::array names, claimed_names;
  for (const int family : judgement.blocking) names.push_back(json::value(problem.families[as_index(family)].id));
  if (const json::value* const list = root.if_contains("blocking_families"); list != nullptr && list->is_array())
    for (const json::value& each : list->as_array()) claimed_names.push_back(each.is_object() && each.as_object().contains("family") ? each.as_object().at("family") : json::value());
  if (root.contains("blocking_families") && names != claimed_names) differing.push_back(laoyou::at("/blocking_families", refuse("matching.claim_differs")));
  const json::value* const cutoffs = root.if_contains("cutoffs");
  if (cutoffs == nullptr) return differing;
  const std::vector<int> lots = lots_of(problem);
  json::array expected;
  for (const LastAdmitted& last : judgement.cutoffs) {
    json::object written = write_room(problem, last.place, last.group, last.session);
    const Group& group = place_of(problem, last.place).groups[as_index(last.group)];
    if (!group.quotas.empty()) written["quota"] = last.quota == k_none ? json::value(nullptr) : json::value(group.quotas[as_index(last.quota)].trait);
    written["taken"] = last.taken;
    written["open"] = last.open;
    written["last_admitted"] = nullptr;
    if (last.family != k_none) {
      const Standing& standing = standing_at(problem.families[as_index(last.family)].members[as_index(last.member)], last.place);
      const int worst = static_cast<int>(problem.classes.size());
      written["last_admitted"] = write_key(problem, {standing.priority_class == k_none ? worst : standing.priority_class, standing.points, standing.distance_m, lots[as_index(last.family)]});
    }
    expected.push_back(std::move(written));
  }
  json::array given;
  for (const json::value& each : cutoffs->is_array() ? cutoffs->as_array() : json::array{}) {
    json::value one = each;
    if (one.is_object()) one.as_object().erase("seats");
    given.push_back(std::move(one));
  }
  if (given != expected) differing.push_back(laoyou::at("/cutoffs", refuse("matching.claim_differs")));
  return differing;
}

}  // namespace laoyou::matching
