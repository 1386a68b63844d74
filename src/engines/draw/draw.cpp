#include "engines/draw/draw.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"

namespace laoyou::draw {
namespace {

bool holds(const Inspector& inspector, const std::string& power) { return std::binary_search(inspector.powers.begin(), inspector.powers.end(), power); }

/// Who goes where.
class Pairing {
 public:
  Pairing(const Lists& lists, Tickets& tickets) : lists_(lists), tickets_(tickets), visits_(lists.inspectors.size()) {
    for (const Conflict& conflict : lists.conflicts) barred_[conflict.target].insert(conflict.inspector);
  }

  void make_absent(const std::vector<std::string>& inspectors) { absent_.insert(inspectors.begin(), inspectors.end()); }

  void draw(Drawn& place) { place.drawn = complete(place, {}); }

  void replace(Drawn& place) {
    std::vector<std::size_t> stay;
    for (const std::string& inspector : place.drawn) {
      if (!absent_.contains(inspector)) stay.push_back(index_of(inspector));
    }
    place.going = stay.size() == place.drawn.size() ? place.drawn : complete(place, stay);
  }

 private:
  std::size_t index_of(const std::string& inspector) const {
    const auto found = std::lower_bound(lists_.inspectors.begin(), lists_.inspectors.end(), inspector,
                                        [](const Inspector& each, const std::string& id) { return each.id < id; });
    return static_cast<std::size_t>(found - lists_.inspectors.begin());
  }

  using Waiting = std::vector<std::pair<Ticket, std::size_t>>;

  /// Those who may go, with their tickets.
  Waiting waiting_for(const Drawn& place, const std::vector<std::size_t>& chosen) {
    const auto barred = barred_.find(place.target->id);
    Waiting waiting;
    waiting.reserve(lists_.inspectors.size());
    for (std::size_t index = 0; index < lists_.inspectors.size(); ++index) {
      const Inspector& inspector = lists_.inspectors[index];
      if (inspector.most > 0 && visits_[index] >= inspector.most) continue;
      if ((!absent_.empty() && absent_.contains(inspector.id)) || (barred != barred_.end() && barred->second.contains(inspector.id))) continue;
      if (std::find(chosen.begin(), chosen.end(), index) != chosen.end()) continue;
      waiting.emplace_back(tickets_.of_pairing(place.target->id, inspector.id), index);
    }
    return waiting;
  }

  std::vector<std::string> complete(const Drawn& place, std::vector<std::size_t> chosen) {
    Waiting waiting = waiting_for(place, chosen);
    auto wanted = static_cast<std::size_t>(place.stratum->inspectors);
    const auto choose = [&](auto fits) {
      // A few seats are filled out of hundreds: looking for the least each time costs less than sorting all.
      auto least = waiting.end();
      for (auto one = waiting.begin(); one != waiting.end(); ++one)
        if (fits(one->second) && (least == waiting.end() || *one < *least)) least = one;
      if (least == waiting.end()) return false;
      ++visits_[least->second];
      chosen.push_back(least->second);
      waiting.erase(least);
      return true;
    };
    for (const std::string& power : place.stratum->powers) {
      const auto with_power = [&](std::size_t index) { return holds(lists_.inspectors[index], power); };
      if (chosen.size() >= wanted || std::any_of(chosen.begin(), chosen.end(), with_power)) continue;
      if (!choose(with_power)) --wanted;  // the seat stays empty rather than going to one without the power
    }
    while (chosen.size() < wanted && choose([](std::size_t) { return true; })) {
    }
    std::vector<std::string> names;
    for (const std::size_t index : chosen) names.push_back(lists_.inspectors[index].id);
    return names;
  }

  const Lists& lists_;
  Tickets& tickets_;
  std::vector<int> visits_;
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> barred_;
  std::unordered_set<std::string_view> absent_;
};

/// The places of each stratum that take part, with their tickets.
std::vector<std::vector<Drawn>> candidates(const Lists& lists, Tickets& tickets) {
  std::unordered_map<std::string_view, std::size_t> stratum_of;
  for (std::size_t stratum = 0; stratum < lists.strata.size(); ++stratum) stratum_of[lists.strata[stratum].kind] = stratum;
  std::unordered_map<std::string_view, const Grade*> grade_of;
  for (const Grade& grade : lists.grades) grade_of[grade.grade] = &grade;
  std::vector<std::vector<Drawn>> result(lists.strata.size());
  for (const Target& target : lists.targets) {
    if (!target.excluded.empty()) continue;
    const auto stratum = stratum_of.find(target.kind);
    const auto grade = grade_of.find(target.grade);
    CHECK(stratum != stratum_of.end() && grade != grade_of.end());
    Drawn place;
    place.stratum = &lists.strata[stratum->second];
    place.target = &target;
    place.due = is_due(target, *grade->second, lists.draws_left);
    place.ticket = tickets.least_of(target.id, grade->second->lots);
    result[stratum->second].push_back(std::move(place));
  }
  return result;
}

bool earlier(const Drawn& left, const Drawn& right) {
  if (const auto order = left.ticket <=> right.ticket; order != 0) return order < 0;
  return left.target->id < right.target->id;
}

}  // namespace

bool is_due(const Target& target, const Grade& grade, int draws_left) {
  const int missing = grade.yearly_minimum - target.visits;
  return missing > 0 && missing >= draws_left;
}

std::vector<Drawn> run_draw(const Lists& lists, std::string_view seed, const std::vector<std::string>& absent) {
  Tickets tickets(seed, lists.hash);
  std::vector<Drawn> drawn;
  for (std::vector<Drawn>& places : candidates(lists, tickets)) {
    if (places.empty()) continue;
    const std::size_t count = std::min(places.size(), static_cast<std::size_t>(places.front().stratum->take));
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(places.begin(), end, places.end(), [](const Drawn& left, const Drawn& right) {
      return left.due != right.due ? left.due : earlier(left, right);
    });
    std::sort(places.begin(), end, earlier);
    int number = 0;
    for (auto place = places.begin(); place != end; ++place) {
      place->number = ++number;
      drawn.push_back(std::move(*place));
    }
  }
  Pairing pairing(lists, tickets);
  for (Drawn& place : drawn) pairing.draw(place);
  pairing.make_absent(absent);
  for (Drawn& place : drawn) pairing.replace(place);
  return drawn;
}

}  // namespace laoyou::draw
