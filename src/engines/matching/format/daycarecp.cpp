#include "engines/matching/format/daycarecp.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/dispatch/format/json_reader.h"

namespace laoyou::matching {
namespace {

namespace json = boost::json;
using dispatch::JsonReader;

constexpr std::int64_t k_no_place = 9999;
constexpr std::int64_t k_most_seats = 1'000'000;
constexpr std::int64_t k_after_all = -1'000'000'000;

struct Child {
  Member member;
  std::int64_t family = 0;
};

class Reader {
 public:
  CheckedResult<Problem> read(const json::value& root) {
    problem_.sessions = {"day"};
    problem_.patterns = {{"full", {0}}};
    JsonReader fields(root, "", refusals_);
    fields.each("daycares", [this](const json::value& value, const std::string& path) { read_place(value, path); });
    fields.each("children", [this](const json::value& value, const std::string& path) { read_child(value, path); });
    for (const auto& [place, order] : orders_) take_order(place, order);
    fields.each("families", [this](const json::value& value, const std::string& path) { read_family(value, path); });
    if (!refusals_.empty()) return std::move(refusals_);
    return in_order(std::move(problem_));
  }

 private:
  std::vector<std::int64_t> numbers(const json::value* value, const std::string& path) {
    std::vector<std::int64_t> found;
    const json::array* const list = value == nullptr ? nullptr : value->if_array();
    if (list == nullptr) refusals_.push_back({"dispatch.json.not_list", path, {}});
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) found.push_back(number((*list)[i], path + "/" + std::to_string(i)));
    return found;
  }

  std::int64_t number(const json::value& value, const std::string& path) { return dispatch::whole_number(value, path, refusals_).value_or(0); }

  void read_place(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    const std::int64_t id = fields.integer("id");
    Place place{std::to_string(id), {}};
    std::map<std::int64_t, std::size_t> shared;  // group of an age that shares
    const auto recruiting = numbers(fields.member("recruiting_numbers_list"), path + "/recruiting_numbers_list");
    fields.each("share_ages_list", [&](const json::value& ages, const std::string& below) {
      for (const std::int64_t age : numbers(&ages, below)) shared[age] = place.groups.size();
      place.groups.push_back({"shared " + std::to_string(place.groups.size() + 1), {}, {0}, 0, {}});
    });
    for (std::size_t age = 0; age < recruiting.size(); ++age) {
      if (recruiting[age] < 0 || recruiting[age] > k_most_seats) refusals_.push_back({"dispatch.json.out_of_range", path + "/recruiting_numbers_list", {std::to_string(recruiting[age]), "0", std::to_string(k_most_seats)}});
      const auto found = shared.find(static_cast<std::int64_t>(age));
      if (found == shared.end()) place.groups.push_back({std::to_string(age), {}, {0}, 0, {}});
      Group& group = found == shared.end() ? place.groups.back() : place.groups[found->second];
      group.grades.push_back(std::to_string(age));
      group.seats[0] = static_cast<int>(std::min(group.seats[0] + std::clamp<std::int64_t>(recruiting[age], 0, k_most_seats), k_most_seats));
    }
    if (!places_.emplace(id, static_cast<int>(problem_.places.size())).second) refusals_.push_back({"dispatch.json.repeated_id", path + "/id", {place.id}});
    orders_[places_.at(id)] = numbers(fields.member("priority_child_id_list"), path + "/priority_child_id_list");
    problem_.places.push_back(std::move(place));
  }

  /// The place of a number and k_none for none; it must take the member's age.
  int place_of(std::int64_t id, const Member& member, const std::string& path) {
    if (id == k_no_place) return k_none;
    const auto found = places_.find(id);
    if (found == places_.end()) {
      refusals_.push_back({"dispatch.json.unknown_id", path, {std::to_string(id)}});
      return k_none;
    }
    const Place& place = problem_.places[static_cast<std::size_t>(found->second)];
    if (group_of(place, member.grade) == k_none) refusals_.push_back(at(path, refuse("matching.no_group", {place.id, member.grade})));
    return found->second;
  }

  void read_child(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    const std::int64_t id = fields.integer("id");
    Child child;
    child.member.id = std::to_string(id);
    child.member.grade = std::to_string(fields.integer("age"));
    child.member.usual.points = k_after_all;  // at a place whose order leaves the child out
    child.family = fields.optional_integer("family_id").value_or(id);
    if (const auto current = fields.optional_integer("initial_daycare_id")) child.member.current.place = place_of(*current, child.member, path + "/initial_daycare_id");
    if (!children_.emplace(id, std::move(child)).second) refusals_.push_back({"dispatch.json.repeated_id", path + "/id", {std::to_string(id)}});
  }

  /// Who stands first in a place's list goes first: points count down along it.
  void take_order(int place, const std::vector<std::int64_t>& order) {
    std::set<std::int64_t> seen;
    for (std::size_t position = 0; position < order.size(); ++position) {
      const auto found = children_.find(order[position]);
      if (found == children_.end() || !seen.insert(order[position]).second) continue;
      Standing standing;
      standing.points = -static_cast<std::int64_t>(position);
      found->second.member.at.push_back({place, standing});
    }
  }

  void read_family(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    Family family;
    family.id = std::to_string(fields.integer("id"));
    for (const std::int64_t child : numbers(fields.member("children"), path + "/children")) {
      const auto found = children_.find(child);
      if (found == children_.end())
        refusals_.push_back({"dispatch.json.unknown_id", path + "/children", {std::to_string(child)}});
      else
        family.members.push_back(std::move(found->second.member));
      if (found != children_.end()) children_.erase(found);  // a child is of one family
    }
    std::set<Option> seen;
    fields.each("pref", [&](const json::value& wish, const std::string& below) {
      const auto ids = wish.is_array() ? numbers(&wish, below) : std::vector<std::int64_t>{number(wish, below)};
      if (ids.size() != family.members.size()) return refusals_.push_back(at(below, refuse("matching.wish_size", {std::to_string(family.members.size()), std::to_string(ids.size())})));
      Option option;
      for (std::size_t member = 0; member < ids.size(); ++member) option.push_back({place_of(ids[member], family.members[member], below), 0});
      const bool empty = std::all_of(option.begin(), option.end(), [](const Seat& seat) { return seat.place == k_none; });
      if (!empty && seen.insert(option).second) family.wishes.push_back(std::move(option));
    });
    if (!families_.insert(family.id).second) refusals_.push_back({"dispatch.json.repeated_id", path + "/id", {family.id}});
    problem_.families.push_back(std::move(family));
  }

  Problem problem_;
  std::map<std::int64_t, int> places_;
  std::map<int, std::vector<std::int64_t>> orders_;
  std::map<std::int64_t, Child> children_;
  std::set<std::string> families_;
  Refusals refusals_;
};

}  // namespace

CheckedResult<Problem> read_daycarecp(std::string_view text) {
  const auto root = dispatch::parse_json(text);
  if (!root) return root.error();
  return Reader().read(*root);
}

}  // namespace laoyou::matching
