#include <set>

#include "procedures/check_procedure.h"

namespace laoyou::procedures {
namespace {

class FlowCheck {
 public:
  FlowCheck(const Procedure& procedure, Refusals& refusals) : procedure_(procedure), refusals_(refusals) {}

  void run() {
    if (procedure_.steps.empty()) return add(procedure_.place, "procedures.no_steps");
    check_origin(procedure_.place, procedure_.origin);
    for (const Paper& paper : procedure_.form.papers) check_origin(paper.place, paper.origin);
    for (const Step& step : procedure_.steps) check_step(step);
    check_reach();
    check_way_out();
    check_circles();
  }

 private:
  void add(const std::string& place, std::string_view code, std::vector<std::string> words = {}) { refusals_.push_back(at(place, refuse(code, std::move(words)))); }

  void check_origin(const std::string& place, const Origin& origin) {
    if (origin.source.empty() && origin.mark != Mark::example) add(place, "procedures.no_source");
  }

  void check_step(const Step& step) {
    check_origin(step.place, step.origin);
    if (step.decisions.empty()) add(step.place, "procedures.no_decisions", {step.key});
    if (step.when.given() && step.otherwise.empty()) add(step.place, "procedures.no_otherwise", {step.key});
    if (step.notice) check_notice(step);
    if (step.joining == Step::Joining::lead && step.find_part(step.lead) == nullptr) add(step.place, "procedures.lead_unknown", {step.lead, joined(keys_of(step.parts))});
    for (const Part& part : step.parts) check_part(step, part);
    for (const Decision& decision : step.decisions) check_decision(decision);
    if (step.asking && step.asking->document.empty()) add(step.asking->place, "procedures.decision_without_document", {step.key + ".ask"});
    if (step.asking) check_origin(step.asking->place, step.asking->origin);
  }

  void check_notice(const Step& step) {
    check_origin(step.notice->place, step.notice->origin);
    if (step.decisions.size() != 2 || step.asking) add(step.place, "procedures.notice_decisions", {step.key});
  }

  void check_part(const Step& step, const Part& part) {
    if (part.office.empty()) add(part.place, part.term ? "procedures.term_without_owner" : "procedures.no_actor", {step.key, ""});
    if (!part.term) return;
    const Term& term = *part.term;
    check_origin(term.place, term.origin);
    const bool by_silence = term.passing.what == Passing::What::decide && part.office != k_applicant;
    if (by_silence && term.passing.origin.source.empty() && term.passing.origin.mark != Mark::example) add(term.passing.place, "procedures.consent_without_clause", {term.passing.decision});
    if (term.extension && term.extension->by.unit != term.within.unit) add(term.extension->place, "procedures.extension_unit");
    if (term.extension) check_origin(term.extension->place, term.extension->origin);
    const Office* office = procedure_.find_office(part.office);
    const bool above = term.passing.level && office != nullptr && office->level && *term.passing.level < *office->level;
    if (term.passing.what == Passing::What::escalate && office != nullptr && !above) add(term.passing.place, "procedures.not_above");
  }

  void check_decision(const Decision& decision) {
    if (decision.next.empty() && decision.ending.empty()) add(decision.place, "procedures.no_way", {decision.key});
    if (!decision.next.empty() && !decision.ending.empty()) add(decision.place, "procedures.two_ways", {decision.key});
    if (!decision.ending.empty() && decision.document.empty() && decision.no_document.empty()) add(decision.place, "procedures.decision_without_document", {decision.key});
  }

  std::vector<std::string> after(const Step& step) const {
    std::vector<std::string> next;
    for (const Decision& decision : step.decisions) next.push_back(decision.next);
    if (step.when.given()) next.push_back(step.otherwise);
    std::erase_if(next, [&](const std::string& key) { return procedure_.find_step(key) == nullptr; });
    return next;
  }

  void check_reach() {
    std::set<std::string> reached{procedure_.steps.front().key};
    std::vector<std::string> open{procedure_.steps.front().key};
    while (!open.empty()) {
      const std::string at = open.back();
      open.pop_back();
      for (const std::string& next : after(*procedure_.find_step(at)))
        if (reached.insert(next).second) open.push_back(next);
    }
    std::set<std::string> endings;
    for (const Step& step : procedure_.steps) {
      if (!reached.contains(step.key)) add(step.place, "procedures.unreachable_step", {step.key});
      for (const Decision& decision : step.decisions) endings.insert(decision.ending);
      if (step.asking) endings.insert(step.asking->ending);
    }
    if (procedure_.withdrawing) endings.insert(procedure_.withdrawing->ending);
    if (procedure_.merging) endings.insert(procedure_.merging->ending);
    for (const Ending& ending : procedure_.endings)
      if (!endings.contains(ending.key)) add(ending.place, "procedures.unreachable_ending", {ending.key});
  }

  /// Steps from which an ending can be reached whatever the conditions say: by one of their decisions (a notice: by the one without objections), and
  /// also where the case goes on by itself.
  void check_way_out() {
    std::set<std::string> out;
    const auto leads_out = [&](const Decision& each) { return !each.ending.empty() || out.contains(each.next); };
    for (bool grew = true; grew;) {
      grew = false;
      for (const Step& step : procedure_.steps) {
        const auto last = step.notice && !step.decisions.empty() ? step.decisions.begin() + 1 : step.decisions.end();
        const std::vector<std::string> forced = by_itself(step);
        const bool always = std::all_of(forced.begin(), forced.end(), [&](const std::string& next) { return out.contains(next); });
        if (std::any_of(step.decisions.begin(), last, leads_out) && always && out.insert(step.key).second) grew = true;
      }
    }
    for (const Step& step : procedure_.steps)
      if (!out.contains(step.key) && !step.decisions.empty()) add(step.place, "procedures.no_way_out", {step.key});
  }

  /// Where a case goes by itself: past a step whose condition does not hold, and through one of which no part applies.
  std::vector<std::string> by_itself(const Step& step) const {
    std::vector<std::string> next;
    if (step.when.given()) next.push_back(step.otherwise);
    const bool may_be_empty = !step.parts.empty() && std::all_of(step.parts.begin(), step.parts.end(), [](const Part& part) { return part.when.given(); });
    if (may_be_empty && !step.decisions.empty()) next.push_back(step.decisions.front().next);
    std::erase_if(next, [&](const std::string& key) { return procedure_.find_step(key) == nullptr; });
    return next;
  }

  void check_circles() {
    for (const Step& start : procedure_.steps) {
      std::set<std::string> seen;
      std::vector<std::string> open = by_itself(start);
      while (!open.empty()) {
        const std::string key = open.back();
        open.pop_back();
        if (!seen.insert(key).second) continue;
        for (std::string& next : by_itself(*procedure_.find_step(key))) open.push_back(std::move(next));
      }
      if (seen.contains(start.key)) add(start.place, "procedures.circle", {start.key});
    }
  }

  const Procedure& procedure_;
  Refusals& refusals_;
};

}  // namespace

void check_flow(const Procedure& procedure, Refusals& refusals) { FlowCheck(procedure, refusals).run(); }

}  // namespace laoyou::procedures
