#include "engines/matching/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/matching/market.h"

namespace laoyou::matching {
namespace {

std::size_t as_index(int index) { return static_cast<std::size_t>(index); }

/// Someone with a seat of one group in one session, or asking for it.
struct Person {
  int family = 0;
  int member = 0;
  bool holds = false;
  int quota = k_none;
  Key key;
};

/// The group of a place in one session.
struct Room {
  int place = 0, group = 0, session = 0;
  auto operator<=>(const Room&) const = default;
};

class Checker {
 public:
  Checker(const Problem& problem, const Claimed& claimed) : problem_(problem), claimed_(claimed), lots_(lots_of(problem)) {
    for (std::size_t family = 0; family < problem.families.size(); ++family) {
      sit(static_cast<int>(family), claimed.seats[family], seated_);
      if (const auto present = present_option(problem.families[family])) sit(static_cast<int>(family), *present, held_);
    }
  }

  Judgement judge() {
    for (std::size_t family = 0; family < problem_.families.size(); ++family) judge_family(static_cast<int>(family));
    for (std::size_t place = 0; place < problem_.places.size(); ++place)
      for (std::size_t group = 0; group < problem_.places[place].groups.size(); ++group) judge_group(static_cast<int>(place), static_cast<int>(group));
    return std::move(judgement_);
  }

 private:
  using Rooms = std::map<Room, std::vector<Person>>;

  const Group& group(const Room& room) const { return problem_.places[as_index(room.place)].groups[as_index(room.group)]; }

  bool closed(const Room& room) const { return std::find(claimed_.closed.begin(), claimed_.closed.end(), std::pair(room.place, room.group)) != claimed_.closed.end(); }

  /// Adds the members of a family to the rooms of an option.
  void sit(int family, const Option& option, Rooms& rooms) const {
    for (std::size_t member = 0; member < option.size(); ++member) {
      const Seat& seat = option[member];
      if (seat.place == k_none) continue;
      const Member& person = problem_.families[as_index(family)].members[member];
      const Place& place = problem_.places[as_index(seat.place)];
      const int group = group_of(place, person.grade);
      const Standing& standing = standing_at(person, seat.place);
      const int worst = static_cast<int>(problem_.classes.size());
      for (const int session : problem_.patterns[as_index(seat.pattern)].sessions) {
        Person sitting{family, static_cast<int>(member), false, quota_of(place.groups[as_index(group)], person),
                       {standing.priority_class == k_none ? worst : standing.priority_class, standing.points, standing.distance_m, lots_[as_index(family)]}};
        const auto& now = problem_.patterns[as_index(person.current.pattern)].sessions;
        sitting.holds = person.current.place == seat.place && std::find(now.begin(), now.end(), session) != now.end();
        rooms[{seat.place, group, session}].push_back(sitting);
      }
    }
  }

  bool before(const Person& one, const Person& other) const {
    if (one.holds != other.holds) return one.holds;
    return compare(one.key, other.key, problem_.priority) < 0;
  }

  int count(const std::vector<Person>& people, int quota, bool held_only = false) const {
    return static_cast<int>(std::count_if(people.begin(), people.end(), [&](const Person& person) { return person.quota == quota && (!held_only || person.holds); }));
  }

  int seats(const Room& room) const {
    const auto held = held_.find(room);
    return group(room).seats[as_index(room.session)] + (held == held_.end() ? 0 : static_cast<int>(held->second.size()));
  }

  /// Seats reserved for a quota in a session: what its own persons hold is part of them, and the rest takes free seats in the quotas' order.
  int reserved(const Room& room, std::size_t quota) const {
    const auto found = held_.find(room);
    int free = group(room).seats[as_index(room.session)], own = 0;
    for (std::size_t each = 0; each <= quota; ++each) {
      const Quota& rule = group(room).quotas[each];
      const int held = found == held_.end() ? 0 : count(found->second, static_cast<int>(each));
      const int wanted = std::min(rule.reserved, rule.most.value_or(rule.reserved));
      const int more = std::min(free, std::max(0, wanted - held));
      own = std::min(wanted, held + more);
      free -= more;
    }
    return own;
  }

  /// Those of `asking` whom the room's rule chooses.
  std::vector<Person> chosen(const Room& room, std::vector<Person> asking) const {
    std::stable_sort(asking.begin(), asking.end(), [this](const Person& one, const Person& other) { return before(one, other); });
    const auto& quotas = group(room).quotas;
    std::vector<Person> in;
    const auto take_first = [&](const auto& may) {
      const auto found = std::find_if(asking.begin(), asking.end(), may);
      if (found == asking.end()) return false;
      in.push_back(*found);
      asking.erase(found);
      return true;
    };
    while (take_first([](const Person& person) { return person.holds; })) {}
    for (std::size_t quota = 0; quota < quotas.size(); ++quota) {
      const int number = static_cast<int>(quota);
      while (count(in, number) < reserved(room, quota) && take_first([&](const Person& person) { return person.quota == number; })) {}
    }
    int lost = 0;
    for (std::size_t quota = 0; quota < quotas.size(); ++quota)
      if (quotas[quota].kept) lost += std::max(0, reserved(room, quota) - count(in, static_cast<int>(quota)));
    const auto may = [&](const Person& person) {
      return person.quota == k_none || !quotas[as_index(person.quota)].most || count(in, person.quota) < *quotas[as_index(person.quota)].most;
    };
    while (static_cast<int>(in.size()) + lost < seats(room) && take_first(may)) {}
    return in;
  }

  std::vector<Person> seated(const Room& room, int but_family) const {
    std::vector<Person> people;
    if (const auto found = seated_.find(room); found != seated_.end())
      std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(people), [but_family](const Person& person) { return person.family != but_family; });
    return people;
  }

  bool admits(int family, const Option& option) const {
    Rooms asked;
    sit(family, option, asked);
    return std::all_of(asked.begin(), asked.end(), [&](const auto& entry) {
      const auto& [room, own] = entry;
      if (closed(room)) return false;
      std::vector<Person> asking = seated(room, family);
      asking.insert(asking.end(), own.begin(), own.end());
      const auto in = chosen(room, std::move(asking));
      return static_cast<std::size_t>(std::count_if(in.begin(), in.end(), [family](const Person& person) { return person.family == family; })) == own.size();
    });
  }

  void judge_family(int family) {
    const std::vector<Option> options = options_of(problem_.families[as_index(family)]);
    const Option& has = claimed_.seats[as_index(family)];
    const auto found = std::find(options.begin(), options.end(), has);
    for (const Seat& seat : has) judgement_.placed += seat.place != k_none;
    const bool may_have_none = !present_option(problem_.families[as_index(family)]);
    if (found == options.end() && !(has.empty() && may_have_none)) judgement_.broken.push_back(laoyou::at("/families/" + problem_.families[as_index(family)].id, refuse("matching.not_wished")));
    for (auto option = options.begin(); option != found; ++option)
      if (admits(family, *option)) {
        judgement_.blocking.push_back(family);
        break;
      }
  }

  void judge_group(int place, int number) {
    const Group& group = problem_.places[as_index(place)].groups[as_index(number)];
    std::set<std::pair<int, int>> members;
    bool held = false;
    for (std::size_t session = 0; session < problem_.sessions.size(); ++session) {
      const Room room{place, number, static_cast<int>(session)};
      const auto people = seated(room, k_none);
      for (const Person& person : people) members.insert({person.family, person.member});
      held = held || held_.contains(room);
      judge_room(room, people);
      list_last(room, people);
    }
    const std::string where = "/places/" + problem_.places[as_index(place)].id;
    const auto found = static_cast<int>(members.size());
    if (found > 0 && found < group.least && !held) judgement_.broken.push_back(laoyou::at(where, refuse("matching.below_least", {group.id, std::to_string(found), std::to_string(group.least)})));
    if (found > 0 && closed({place, number, 0})) judgement_.broken.push_back(laoyou::at(where, refuse("matching.in_closed", {group.id})));
  }

  void judge_room(const Room& room, const std::vector<Person>& people) {
    const std::string where = "/places/" + problem_.places[as_index(room.place)].id;
    const std::string& session = problem_.sessions[as_index(room.session)];
    int lost = 0;
    for (std::size_t quota = 0; quota < group(room).quotas.size(); ++quota) {
      const Quota& each = group(room).quotas[quota];
      const int found = count(people, static_cast<int>(quota));
      if (each.most && found > *each.most) judgement_.broken.push_back(laoyou::at(where, refuse("matching.above_quota", {group(room).id, session, each.trait, std::to_string(found), std::to_string(*each.most)})));
      if (each.kept) lost += std::max(0, reserved(room, quota) - found);
    }
    const auto found = static_cast<int>(people.size());
    if (found > seats(room)) judgement_.broken.push_back(laoyou::at(where, refuse("matching.above_capacity", {group(room).id, session, std::to_string(found), std::to_string(seats(room))})));
    else if (found + lost > seats(room)) judgement_.broken.push_back(laoyou::at(where, refuse("matching.kept_taken", {group(room).id, session, std::to_string(lost)})));
  }

  void list_last(const Room& room, const std::vector<Person>& people) {
    const int quotas = static_cast<int>(group(room).quotas.size());
    for (int quota = 0; quota <= quotas; ++quota) {
      LastAdmitted last{room.place, room.group, room.session, quota == quotas ? k_none : quota};
      const Person* worst = nullptr;
      for (const Person& person : people) {
        if (person.quota != last.quota) continue;
        ++last.taken;
        if (worst == nullptr || !before(person, *worst)) worst = &person;
      }
      if (worst != nullptr) std::tie(last.family, last.member) = std::pair(worst->family, worst->member);
      std::vector<Person> asking = people;
      Person stranger{k_none, 0, false, last.quota, {std::numeric_limits<int>::max(), std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::numeric_limits<int>::max()}};
      asking.push_back(stranger);
      const auto in = chosen(room, std::move(asking));
      last.open = !closed(room) && std::any_of(in.begin(), in.end(), [](const Person& person) { return person.family == k_none; });
      judgement_.cutoffs.push_back(last);
    }
  }

  const Problem& problem_;
  const Claimed& claimed_;
  std::vector<int> lots_;
  Rooms seated_, held_;
  Judgement judgement_;
};

}  // namespace

Judgement check(const Problem& problem, const Claimed& claimed) { return Checker(problem, claimed).judge(); }

}  // namespace laoyou::matching
