// The meaning of procedures told a second time, slowly: nothing is kept but the list of what happened, and every question is answered by reading it
// again from the beginning.
#pragma once

#include <map>

#include "procedures/engine.h"

namespace laoyou::procedures::testing {

/// What an onlooker would say of a case.
struct Standing {
  std::string phase = "draft", step, ending;
  std::map<std::string, std::string> decided;  ///< open parts of the step and what they decided
  int objections = 0, asked_here = 0;
};

class PlainInterpreter {
 public:
  explicit PlainInterpreter(const Procedure& procedure) : procedure_(procedure) {}

  /// Tells the whole story.
  Standing standing() const {
    Standing now;
    std::string holds;
    for (const Event& event : story_) {
      if (!event.holds.empty()) holds = event.holds;
      tell(now, event, holds);
    }
    now.asked_here = 0;
    for (const std::string& step : asked_steps()) now.asked_here += step == now.step;
    return now;
  }

  void happened(const Event& event) { story_.push_back(event); }

  /// Whether the event may happen now; its time is not asked here.
  bool may_happen(const Event& event, RegionCode region) const {
    const Standing now = standing();
    const Step* step = procedure_.find_step(now.step);
    const bool open = now.decided.contains(event.part) && now.decided.at(event.part).empty();
    const Part* part = step != nullptr && open ? step->find_part(event.part) : nullptr;
    const auto who = [&](const std::string& office) { return acts_for(office, event, region); };
    if (now.phase == "draft") return event.act == Act::submit && event.part.empty() && plain(event) && event.actor.applicant && !event.actor.clock;
    if (now.phase == "ended") return after_the_end(event);
    if (event.act == Act::withdraw) return withdraws(now, event);
    if (now.phase == "asked") {
      if (!event.part.empty() || !plain(event)) return false;
      return (event.act == Act::supply && event.actor.applicant && !event.actor.clock) || (event.act == Act::pass && event.actor.clock);
    }
    if (now.phase == "suspended") return event.act == Act::resume && part != nullptr && plain(event) && who(part->office);
    if (step->notice) return event.part == step->key && plain(event) && (event.act == Act::object || (event.act == Act::pass && event.actor.clock));
    if (part == nullptr) return false;
    if (event.act == Act::decide) return decides(now, *step, *part, event, region);
    if (!plain(event)) return false;
    const bool office = part->office != k_applicant;
    switch (event.act) {
      case Act::ask: return office && step->asking && now.asked_here < step->asking->times && who(part->office);
      case Act::transfer: return office && step->transferable && who(part->office);
      case Act::suspend: return office && procedure_.suspending && who(part->office);
      case Act::merge: return office && procedure_.merging && who(part->office);
      case Act::extend: return part->term && part->term->extension && !late(event.part) && times(Act::extend, event.part) < part->term->extension->times && who(part->term->extension->office);
      case Act::remind: return part->term && part->term->remind && !late(event.part) && times(Act::remind, event.part) == 0 && event.actor.clock;
      case Act::pass: return part->term && !late(event.part) && event.actor.clock;
      default: return false;
    }
  }

 private:
  static bool plain(const Event& event) { return event.decision.empty(); }
  bool holds(const std::string& all, Condition condition) const { return !condition.given() || (condition.rule < static_cast<int>(all.size()) && all[static_cast<std::size_t>(condition.rule)] == '1'); }

  bool acts_for(const std::string& office, const Event& event, RegionCode region) const {
    if (event.actor.clock) return false;
    if (office == k_applicant) return event.actor.applicant;
    const bool county = office == "county";
    const bool role = event.actor.role == (county ? "clerk" : "chief") && (county || event.actor.powers.has(powers::Power::places_write));
    const std::string place = event.actor.region.text(), of_case = region.text();
    const std::string wanted = county ? of_case.substr(0, 6) + "000000" : of_case.substr(0, 4) + "00000000";
    const bool told_above = late(event.part) && escalates(event.part) && place == of_case.substr(0, 2) + "0000000000";
    if (!role || (place != wanted && !told_above)) return false;
    return told_above || event.act == Act::transfer || handed_to(event.part) == 0 || handed_to(event.part) == event.actor.unit;
  }

  /// Events since the step at hand was entered: those behind the last one that changed the step.
  std::size_t entered_at() const {
    std::size_t at = 0;
    Standing now;
    std::string all;
    for (std::size_t each = 0; each < story_.size(); ++each) {
      const int before = entries_;
      if (!story_[each].holds.empty()) all = story_[each].holds;
      tell(now, story_[each], all);
      if (entries_ != before) at = each + 1;
    }
    return at;
  }
  int times(Act act, const std::string& part) const {
    int count = 0;
    for (std::size_t each = entered_at(); each < story_.size(); ++each) count += story_[each].act == act && story_[each].part == part;
    return count;
  }
  bool late(const std::string& part) const { return times(Act::pass, part) > 0; }
  bool escalates(const std::string& part) const {
    const Part* of_step = procedure_.find_step(standing().step)->find_part(part);
    return of_step != nullptr && of_step->term && of_step->term->passing.level;
  }
  std::int64_t handed_to(const std::string& part) const {
    std::int64_t unit = 0;
    for (std::size_t each = entered_at(); each < story_.size(); ++each)
      if (story_[each].act == Act::transfer && story_[each].part == part) unit = story_[each].unit;
    return unit;
  }
  std::vector<std::string> asked_steps() const {
    std::vector<std::string> steps;
    Standing now;
    std::string all;
    for (const Event& event : story_) {
      if (event.act == Act::ask) steps.push_back(now.step);
      if (!event.holds.empty()) all = event.holds;
      tell(now, event, all);
    }
    return steps;
  }

  bool withdraws(const Standing& now, const Event& event) const {
    if (!procedure_.withdrawing || !event.part.empty() || !plain(event) || !event.actor.applicant || event.actor.clock) return false;
    for (const std::string& step : procedure_.withdrawing->not_in)
      if (step == now.step) return false;
    return true;
  }
  bool after_the_end(const Event& event) const {
    int rated = 0, called = 0;
    for (const Event& each : story_) {
      if (each.act == Act::rate) rated = each.level;
      if (each.act == Act::call_back) ++called;
    }
    if (!procedure_.rating || !event.part.empty() || !plain(event)) return false;
    if (event.act == Act::rate) return rated == 0 && event.actor.applicant && !event.actor.clock && event.level >= 1 && event.level <= 5;
    const std::string place = event.actor.region.text();
    return event.act == Act::call_back && rated != 0 && rated <= procedure_.rating->low && called == 0 && !event.actor.clock && event.actor.role == "clerk" &&
           place == "450203000000";
  }
  bool decides(const Standing& now, const Step& step, const Part& part, const Event& event, RegionCode region) const {
    const Decision* decision = step.find(event.decision);
    if (decision == nullptr) return false;
    if (step.joining == Step::Joining::lead && part.key == step.lead)
      for (const auto& [other, decided] : now.decided)
        if (other != part.key && decided.empty()) return false;
    const bool silent = part.office == k_applicant && part.term && part.term->passing.what == Passing::What::decide && part.term->passing.decision == decision->key;
    if (silent) return false;
    if (decision->offices.empty()) return acts_for(part.office, event, region);
    for (const std::string& office : decision->offices)
      if (acts_for(office, event, region)) return true;
    return false;
  }

  void tell(Standing& now, const Event& event, const std::string& all) const {
    switch (event.act) {
      case Act::submit:
        now.phase = "running";
        return enter(now, procedure_.steps.front().key, all);
      case Act::ask: now.phase = "asked"; return;
      case Act::suspend: now.phase = "suspended"; return;
      case Act::supply:
      case Act::resume: now.phase = "running"; return;
      case Act::withdraw: return finish(now, procedure_.withdrawing->ending);
      case Act::merge: return finish(now, procedure_.merging->ending);
      case Act::object: ++now.objections; return;
      case Act::decide: return decided(now, event.part, event.decision, all);
      case Act::pass: return passed(now, event, all);
      default: return;
    }
  }
  void finish(Standing& now, const std::string& ending) const {
    now.phase = "ended";
    now.ending = ending;
    now.decided.clear();
  }
  void follow(Standing& now, const Decision& decision, const std::string& all) const {
    if (decision.next.empty()) return finish(now, decision.ending);
    enter(now, decision.next, all);
  }
  void enter(Standing& now, const std::string& key, const std::string& all) const {
    ++entries_;
    now.step = key;
    now.decided.clear();
    now.objections = 0;
    const Step& step = *procedure_.find_step(key);
    if (!holds(all, step.when)) return enter(now, step.otherwise, all);
    if (step.notice) {
      now.decided[key] = "";
      return;
    }
    for (const Part& part : step.parts)
      if (holds(all, part.when)) now.decided[part.key] = "";
    if (now.decided.empty()) follow(now, step.decisions.front(), all);
  }
  void decided(Standing& now, const std::string& part, const std::string& decision, const std::string& all) const {
    now.decided[part] = decision;
    const Step& step = *procedure_.find_step(now.step);
    const Decision* chosen = nullptr;
    bool everyone = true;
    for (const auto& [each, what] : now.decided) everyone = everyone && !what.empty();
    if (step.joining == Step::Joining::lead && now.decided.contains(step.lead) && !now.decided[step.lead].empty()) return follow(now, *step.find(now.decided[step.lead]), all);
    for (const Decision& each : step.decisions) {
      const bool taken = std::any_of(now.decided.begin(), now.decided.end(), [&](const auto& part_decision) { return part_decision.second == each.key; });
      if (!taken) continue;
      if (step.joining == Step::Joining::any) {
        if (&each == &step.decisions.front() || everyone) return follow(now, each, all);
        return;
      }
      chosen = &each;
    }
    if (everyone && chosen != nullptr) follow(now, *chosen, all);
  }
  void passed(Standing& now, const Event& event, const std::string& all) const {
    const Step& step = *procedure_.find_step(now.step);
    if (now.phase == "asked") return finish(now, step.asking->ending);
    if (step.notice) return follow(now, step.decisions[now.objections > 0 ? 1 : 0], all);
    const Passing& passing = step.find_part(event.part)->term->passing;
    if (passing.what == Passing::What::decide) decided(now, event.part, passing.decision, all);
  }

  const Procedure& procedure_;
  std::vector<Event> story_;
  mutable int entries_ = 0;
};

}  // namespace laoyou::procedures::testing
