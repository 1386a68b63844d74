#include "engines/matching/format/problem_json.h"

#include <algorithm>
#include <set>

#include "engines/dispatch/format/json_reader.h"
#include "engines/matching/format/own_wishes.h"

namespace laoyou::matching {
namespace {

namespace json = boost::json;
using dispatch::Ids;
using dispatch::JsonReader;

constexpr std::int64_t k_most_seats = 1'000'000;
constexpr std::size_t k_most_members = 8;
constexpr std::size_t k_most_options = 5'000;

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

class Reader {
 public:
  CheckedResult<Problem> read(const json::value& root) {
    JsonReader fields(root, "", refusals_);
    read_rules(fields);
    read_patterns(root, fields);
    places_ = dispatch::gather_ids(root, "places", refusals_);
    fields.each("places", [this](const json::value& value, const std::string& path) { read_place(value, path); });
    dispatch::gather_ids(root, "families", refusals_);
    fields.each("families", [this](const json::value& value, const std::string& path) { read_family(value, path); });
    fields.finish();
    if (!refusals_.empty()) return std::move(refusals_);
    return in_order(std::move(problem_));
  }

 private:
  void refuse_at(const std::string& path, Refusal refusal) { refusals_.push_back(laoyou::at(path, std::move(refusal))); }

  static int whole(JsonReader& fields, std::string_view name, std::int64_t absent, std::int64_t most) { return static_cast<int>(fields.integer_within(name, absent, 0, most)); }

  /// The texts of a list, each once.
  std::vector<std::string> names(JsonReader& fields, std::string_view name, Ids& ids) {
    auto texts = fields.text_list(name);
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (!ids.emplace(texts[i], static_cast<int>(i)).second) fields.refuse_member(name, "repeated_id", {texts[i]});
    return texts;
  }

  void read_rules(JsonReader& fields) {
    if (fields.has("seed")) problem_.seed = fields.text("seed");
    if (fields.has("priority")) {
      problem_.priority.clear();
      Ids known{{"class", 0}, {"points", 1}, {"distance", 2}};
      for (const int criterion : fields.id_list("priority", known)) {
        const auto each = static_cast<Criterion>(criterion);
        if (std::find(problem_.priority.begin(), problem_.priority.end(), each) != problem_.priority.end()) fields.refuse_member("priority", "repeated_id", {std::to_string(criterion)});
        problem_.priority.push_back(each);
      }
    }
    problem_.classes = names(fields, "classes", classes_);
    problem_.sessions = names(fields, "sessions", sessions_);
    if (problem_.sessions.empty()) {
      problem_.sessions = {"day"};
      sessions_ = {{"day", 0}};
    }
  }

  void read_patterns(const json::value& root, JsonReader& fields) {
    patterns_ = dispatch::gather_ids(root, "patterns", refusals_);
    fields.each("patterns", [this](const json::value& value, const std::string& path) {
      JsonReader each(value, path, refusals_);
      Pattern pattern{each.text("id"), each.id_list("sessions", sessions_)};
      std::sort(pattern.sessions.begin(), pattern.sessions.end());
      if (pattern.sessions.empty()) each.refuse_member("sessions", "missing");
      if (std::adjacent_find(pattern.sessions.begin(), pattern.sessions.end()) != pattern.sessions.end()) each.refuse_member("sessions", "repeated_id", {pattern.id});
      each.finish();
      problem_.patterns.push_back(std::move(pattern));
    });
    if (!problem_.patterns.empty()) return;
    Pattern full{"full", {}};
    for (std::size_t session = 0; session < problem_.sessions.size(); ++session) full.sessions.push_back(static_cast<int>(session));
    problem_.patterns.push_back(std::move(full));
    patterns_ = {{"full", 0}};
  }

  void read_place(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    Place place{fields.text("id"), {}};
    dispatch::gather_ids(value, "groups", refusals_);
    std::set<std::string> grades;
    fields.each("groups", [&](const json::value& each, const std::string& below) {
      place.groups.push_back(read_group(each, below));
      for (const std::string& grade : place.groups.back().grades)
        if (!grades.insert(grade).second) refuse_at(below + "/grades", refuse("matching.grade_twice", {grade, place.id}));
    });
    fields.finish();
    problem_.places.push_back(std::move(place));
  }

  Group read_group(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    Group group;
    group.id = fields.text("id");
    group.grades = fields.text_list("grades");
    read_seats(fields, group);
    group.least = whole(fields, "least", 0, k_most_seats);
    std::set<std::string> traits;
    fields.each("quotas", [&](const json::value& each, const std::string& below) {
      JsonReader quota(each, below, refusals_);
      Quota read;
      read.trait = quota.text("trait");
      read.reserved = whole(quota, "reserved", 0, k_most_seats);
      read.kept = quota.boolean("kept", false);
      if (quota.has("most")) read.most = whole(quota, "most", 0, k_most_seats);
      if (!traits.insert(read.trait).second) quota.refuse_member("trait", "repeated_id", {read.trait});
      quota.finish();
      group.quotas.push_back(std::move(read));
    });
    fields.finish();
    return group;
  }

  /// One number for every session, or an object with a number for some; a session that is not named has none.
  void read_seats(JsonReader& fields, Group& group) {
    const json::value* const seats = fields.member("seats");
    if (seats != nullptr && seats->is_object()) {
      JsonReader each(*seats, fields.path() + "/seats", refusals_);
      for (const std::string& session : problem_.sessions) group.seats.push_back(whole(each, session, 0, k_most_seats));
      each.finish();
    } else {
      if (seats == nullptr) fields.refuse_member("seats", "missing");
      group.seats.assign(problem_.sessions.size(), whole(fields, "seats", 0, k_most_seats));
    }
  }

  Standing read_standing(JsonReader& fields, const Standing& absent) {
    Standing standing = absent;
    // "" is no class, where a place differs from a member's usual one.
    if (fields.has("class")) standing.priority_class = fields.text("class").empty() ? k_none : fields.id("class", classes_);
    standing.points = fields.integer("points", absent.points);
    standing.distance_m = fields.integer("distance_m", absent.distance_m);
    return standing;
  }

  /// "place", {"place", "pattern"} or null. `member` must find a group there.
  Seat read_seat(const json::value& value, const std::string& path, const Member& member) {
    Seat seat;
    if (value.is_null()) return seat;
    if (value.is_string()) {
      const auto found = places_.find(std::string_view(value.as_string()));
      if (found == places_.end())
        refuse_at(path, Refusal{"dispatch.json.unknown_id", "", {std::string(value.as_string())}});
      else
        seat.place = found->second;
    } else {
      JsonReader fields(value, path, refusals_);
      seat.place = fields.required_id("place", places_);
      seat.pattern = std::max(0, fields.id("pattern", patterns_));
      fields.finish();
    }
    if (seat.place == k_none || as_index(seat.place) >= problem_.places.size()) return Seat{};
    if (group_of(problem_.places[as_index(seat.place)], member.grade) == k_none) refuse_at(path, refuse("matching.no_group", {problem_.places[as_index(seat.place)].id, member.grade}));
    return seat;
  }

  Member read_member(const json::value& value, const std::string& path, std::vector<Seat>& own) {
    JsonReader fields(value, path, refusals_);
    Member member;
    member.id = fields.text("id");
    member.grade = fields.text("grade");
    if (!members_.insert(member.id).second) fields.refuse_member("id", "repeated_id", {member.id});
    if (const json::value* const current = fields.member("current")) member.current = read_seat(*current, path + "/current", member);
    member.traits = fields.text_list("traits");
    member.usual = read_standing(fields, {});
    std::set<int> seen;
    fields.each("at", [&](const json::value& each, const std::string& below) {
      JsonReader at_place(each, below, refusals_);
      const int place = at_place.required_id("place", places_);
      if (!seen.insert(place).second) at_place.refuse_member("place", "repeated_id", {at_place.text("place")});
      member.at.push_back({place, read_standing(at_place, member.usual)});
      at_place.finish();
    });
    fields.each("wishes", [&](const json::value& each, const std::string& below) {
      own.push_back(read_seat(each, below, member));
      if (own.back().place == k_none) refuse_at(below, refuse("matching.wish_empty"));
    });
    fields.finish();
    return member;
  }

  Option read_wish(const json::value& value, const std::string& path, const Family& family) {
    Option option;
    if (const json::array* const list = value.if_array()) {
      if (list->size() != family.members.size()) {
        refuse_at(path, refuse("matching.wish_size", {std::to_string(family.members.size()), std::to_string(list->size())}));
        return {};
      }
      for (std::size_t i = 0; i < list->size(); ++i) option.push_back(read_seat((*list)[i], path + "/" + std::to_string(i), family.members[i]));
    } else if (family.members.size() == 1) {
      option.push_back(read_seat(value, path, family.members[0]));
    } else {
      refuse_at(path, refuse("matching.wish_size", {std::to_string(family.members.size()), "1"}));
      return {};
    }
    if (std::all_of(option.begin(), option.end(), [](const Seat& seat) { return seat.place == k_none; })) refuse_at(path, refuse("matching.wish_empty"));
    return option;
  }

  void read_family(const json::value& value, const std::string& path) {
    JsonReader fields(value, path, refusals_);
    Family family;
    family.id = fields.text("id");
    std::vector<std::vector<Seat>> own;
    fields.each("members", [&](const json::value& each, const std::string& below) {
      own.emplace_back();
      family.members.push_back(read_member(each, below, own.back()));
    });
    if (family.members.empty()) fields.refuse_member("members", "missing");
    if (family.members.size() > k_most_members) fields.refuse_member("members", "out_of_range", {std::to_string(family.members.size()), "1", std::to_string(k_most_members)});
    read_wishes(fields, family, own);
    family.waits = fields.boolean("waits", false);
    family.lot = fields.optional_integer("lot");
    fields.finish();
    problem_.families.push_back(std::move(family));
  }

  void read_wishes(JsonReader& fields, Family& family, const std::vector<std::vector<Seat>>& own) {
    std::set<Option> seen;
    fields.each("wishes", [&](const json::value& each, const std::string& below) {
      family.wishes.push_back(read_wish(each, below, family));
      if (!seen.insert(family.wishes.back()).second) refuse_at(below, refuse("matching.wish_repeated"));
    });
    if (family.wishes.size() > k_most_options) fields.refuse_member("wishes", "out_of_range", {std::to_string(family.wishes.size()), "0", std::to_string(k_most_options)});
    static const Ids k_together{{"must", 0}, {"prefer", 1}, {"free", 2}, {"apart", 3}};
    const int together = fields.has("together") ? fields.id("together", k_together) : 2;
    const bool partly = fields.boolean("partly", false);
    if (std::all_of(own.begin(), own.end(), [](const auto& wishes) { return wishes.empty(); }) || family.members.size() > k_most_members) return;
    if (!family.wishes.empty()) return refuse_at(fields.path(), refuse("matching.wishes_twice"));
    for (std::size_t member = 0; member < own.size(); ++member)
      if (std::set<Seat>(own[member].begin(), own[member].end()).size() != own[member].size()) refuse_at(fields.path() + "/members/" + std::to_string(member) + "/wishes", refuse("matching.wish_repeated"));
    auto options = combine(own, static_cast<Together>(std::max(0, together)), partly, k_most_options);
    if (!options) return refuse_at(fields.path(), refuse("matching.too_many_options", {std::to_string(k_most_options)}));
    family.wishes = std::move(*options);
  }

  Problem problem_;
  Ids classes_, sessions_, patterns_, places_;
  std::set<std::string> members_;
  Refusals refusals_;
};

}  // namespace

CheckedResult<Problem> read_problem(std::string_view text) {
  const auto root = dispatch::parse_json(text);
  if (!root) return root.error();
  return Reader().read(*root);
}

}  // namespace laoyou::matching
