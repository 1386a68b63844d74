#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engines/dispatch/contradictions.h"
#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {
namespace {

/// The first rule, in the order skills, wishes, exclusions, pin, way, hours, that none of those who pass the rules before it keeps.
Refusal nobody_reason(const Ground& ground, int v) {
  if (ground.shifts() == 0) return refuse("dispatch.nobody.shifts");
  Bar furthest = Bar::skill;
  for (int s = 0; s < ground.shifts(); ++s) furthest = std::max(furthest, ground.bar(v, s));
  static constexpr std::array<const char*, 7> names = {"none", "skill", "wish", "excluded", "pinned", "unreachable", "no_time"};
  Refusal reason = refuse(std::string("dispatch.nobody.") + names[static_cast<std::size_t>(furthest)]);
  const Problem& problem = ground.problem();
  if (furthest == Bar::skill)
    for (const SkillLevel& asked : ground.visit(v).skills)
      reason.words.push_back(problem.skills[static_cast<std::size_t>(asked.skill)] + " " + std::to_string(asked.level));
  if (furthest == Bar::wish)
    for (const Wish& wish : ground.visit(v).wishes)
      if (wish.must) reason.words.push_back(problem.traits[static_cast<std::size_t>(wish.trait)]);
  return reason;
}

/// Who could make each visit, looked at alone and then group by group.
class Unservables {
 public:
  explicit Unservables(const Problem& problem) : ground_(problem), able_(problem.visits.size()) {
    const Roster beginnings(ground_);  // where they run over, she is there longer
    for (int v = 0; v < ground_.visits(); ++v)
      for (int s = 0; s < ground_.shifts(); ++s)
        if (ground_.allowed(v, s)) able(v).insert(ground_.carer_of(s));
  }

  std::vector<Unservable> find() {
    for (int v = 0; v < ground_.visits(); ++v)
      if (able(v).empty()) found_.push_back({v, nobody_reason(ground_, v)});
    for (int v = 0; v < ground_.visits(); ++v)
      if (ground_.group(v).size() > 1 && ground_.group(v).front() == v) judge_group(ground_.group(v));
    return std::move(found_);
  }

 private:
  std::set<int>& able(int visit) { return able_[static_cast<std::size_t>(visit)]; }

  /// Linked visits are served all or none, unless one of them is locked.
  void judge_group(const std::vector<int>& group) {
    if (ground_.group_locked(group.front())) return judge_beside_locked(group);
    for (int member : group) {
      if (!able(member).empty()) continue;
      for (int other : group)
        if (!able(other).empty()) found_.push_back({other, refuse("dispatch.nobody.partner", {ground_.visit(member).id})});
      return;
    }
    for (int member : group) {
      const auto apart = members_apart(member, group);
      std::set<int> carers;
      for (int one : apart) carers.insert(able(one).begin(), able(one).end());
      if (matched(apart) == apart.size()) continue;
      for (int other : group) found_.push_back({other, refuse("dispatch.nobody.carers", {std::to_string(apart.size()), std::to_string(carers.size())})});
      return;
    }
  }

  /// Beside a locked visit each other one is served or not by itself, but not by the carer of the locked one where it asks for another.
  void judge_beside_locked(const std::vector<int>& group) {
    for (int member : group) {
      if (ground_.locked(member) || able(member).empty()) continue;
      std::set<int> left = able(member), taken;
      for (int other : group)
        if (ground_.locked(other) && need_different(member, other)) taken.insert(able(other).begin(), able(other).end());
      for (int carer : taken) left.erase(carer);
      if (!left.empty()) continue;
      found_.push_back({member, refuse("dispatch.nobody.carers", {std::to_string(taken.size() + 1), std::to_string(able(member).size())})});
    }
  }

  bool need_different(int a, int b) const {
    const auto& ties = ground_.ties(a);
    return std::any_of(ties.begin(), ties.end(), [b](const Tie& tie) { return tie.other == b && tie.different_carers; });
  }

  /// This member and others that all need different carers.
  std::vector<int> members_apart(int first, const std::vector<int>& group) const {
    std::vector<int> apart{first};
    for (int member : group)
      if (std::all_of(apart.begin(), apart.end(), [&](int one) { return need_different(one, member); })) apart.push_back(member);
    return apart;
  }

  /// How many of the visits can have a carer each of their own: the greatest matching by augmenting paths.
  std::size_t matched(const std::vector<int>& visits) {
    std::map<int, int> visit_of;
    std::size_t count = 0;
    for (int visit : visits) {
      std::set<int> asked;
      count += find_carer(visit, visit_of, asked);
    }
    return count;
  }
  bool find_carer(int visit, std::map<int, int>& visit_of, std::set<int>& asked) {
    for (int carer : able(visit)) {
      if (!asked.insert(carer).second) continue;
      const auto taken = visit_of.find(carer);
      if (taken != visit_of.end() && !find_carer(taken->second, visit_of, asked)) continue;
      visit_of[carer] = visit;
      return true;
    }
    return false;
  }

  Ground ground_;
  std::vector<std::set<int>> able_;
  std::vector<Unservable> found_;
};

}  // namespace

std::vector<Unservable> find_unservable(const Problem& problem) { return Unservables(problem).find(); }

}  // namespace laoyou::dispatch
