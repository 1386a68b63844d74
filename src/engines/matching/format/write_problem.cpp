#include "engines/matching/format/write_problem.h"

#include <algorithm>

namespace laoyou::matching {
namespace {

namespace json = boost::json;

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

json::object write_group(const Problem& problem, const Group& group) {
  json::object seats;
  for (std::size_t session = 0; session < problem.sessions.size(); ++session) seats[problem.sessions[session]] = group.seats[session];
  json::object written{{"id", group.id}, {"grades", texts(group.grades)}};
  if (std::adjacent_find(group.seats.begin(), group.seats.end(), std::not_equal_to<>()) == group.seats.end())
    written["seats"] = group.seats[0];
  else
    written["seats"] = std::move(seats);
  if (group.least > 0) written["least"] = group.least;
  json::array quotas;
  for (const Quota& quota : group.quotas) {
    json::object each{{"trait", quota.trait}, {"reserved", quota.reserved}, {"kept", quota.kept}};
    if (quota.most) each["most"] = *quota.most;
    quotas.push_back(std::move(each));
  }
  if (!quotas.empty()) written["quotas"] = std::move(quotas);
  return written;
}

json::value write_seat(const Problem& problem, const Seat& seat) {
  if (seat.place == k_none) return nullptr;
  const std::string& place = problem.places[as_index(seat.place)].id;
  if (seat.pattern == 0) return json::value(place);
  return json::object{{"place", place}, {"pattern", problem.patterns[as_index(seat.pattern)].id}};
}

/// Adds what differs from `usual`.
void write_standing(const Problem& problem, const Standing& standing, const Standing& usual, json::object& written) {
  if (standing.priority_class != usual.priority_class) written["class"] = standing.priority_class == k_none ? json::value("") : json::value(problem.classes[as_index(standing.priority_class)]);
  if (standing.points != usual.points) written["points"] = standing.points;
  if (standing.distance_m != usual.distance_m) written["distance_m"] = standing.distance_m;
}

json::object write_member(const Problem& problem, const Member& member) {
  json::object written{{"id", member.id}, {"grade", member.grade}};
  if (member.current.place != k_none) written["current"] = write_seat(problem, member.current);
  if (!member.traits.empty()) written["traits"] = texts(member.traits);
  write_standing(problem, member.usual, {}, written);
  json::array list;
  for (const StandingAt& at_place : member.at) {
    json::object each{{"place", problem.places[as_index(at_place.place)].id}};
    write_standing(problem, at_place.standing, member.usual, each);
    list.push_back(std::move(each));
  }
  if (!list.empty()) written["at"] = std::move(list);
  return written;
}

json::object write_family(const Problem& problem, const Family& family) {
  json::array members, wishes;
  for (const Member& member : family.members) members.push_back(write_member(problem, member));
  for (const Option& option : family.wishes) {
    if (option.size() == 1) {
      wishes.push_back(write_seat(problem, option[0]));
      continue;
    }
    json::array seats;
    for (const Seat& seat : option) seats.push_back(write_seat(problem, seat));
    wishes.push_back(std::move(seats));
  }
  json::object written{{"id", family.id}, {"members", std::move(members)}, {"wishes", std::move(wishes)}};
  if (family.waits) written["waits"] = true;
  if (family.lot) written["lot"] = *family.lot;
  return written;
}

}  // namespace

json::object write_problem(const Problem& problem) {
  static constexpr const char* k_criteria[] = {"class", "points", "distance"};
  json::array priority, patterns, places, families;
  for (const Criterion criterion : problem.priority) priority.push_back(k_criteria[static_cast<std::size_t>(criterion)]);
  for (const Pattern& pattern : problem.patterns) {
    json::array sessions;
    for (const int session : pattern.sessions) sessions.push_back(json::value(problem.sessions[as_index(session)]));
    patterns.push_back(json::object{{"id", pattern.id}, {"sessions", std::move(sessions)}});
  }
  for (const Place& place : problem.places) {
    json::array groups;
    for (const Group& group : place.groups) groups.push_back(write_group(problem, group));
    places.push_back(json::object{{"id", place.id}, {"groups", std::move(groups)}});
  }
  for (const Family& family : problem.families) families.push_back(write_family(problem, family));
  return {{"seed", problem.seed}, {"priority", std::move(priority)}, {"classes", texts(problem.classes)}, {"sessions", texts(problem.sessions)},
          {"patterns", std::move(patterns)}, {"places", std::move(places)}, {"families", std::move(families)}};
}

}  // namespace laoyou::matching
