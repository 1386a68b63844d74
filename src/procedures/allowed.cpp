#include "procedures/engine.h"

namespace laoyou::procedures {
namespace {

bool is_among(const std::vector<std::string>& all, std::string_view name) { return std::find(all.begin(), all.end(), name) != all.end(); }

class Listing {
 public:
  Listing(const Procedure& procedure, const State& state) : procedure_(procedure), state_(state) {}

  std::vector<Allowed> run() {
    switch (state_.phase) {
      case Phase::draft: add(Act::submit, "", "", k_applicant); break;
      case Phase::running: running(); break;
      case Phase::asked:
        add(Act::supply, "", "", k_applicant);
        add(Act::pass, "", "", k_clock);
        break;
      case Phase::suspended: each_open_part([&](const Part& part) { add(Act::resume, part.key, "", part.office); }); break;
      case Phase::ended: ended(); break;
    }
    if (state_.phase != Phase::draft && state_.phase != Phase::ended) withdrawing();
    return std::move(all_);
  }

 private:
  void add(Act act, std::string_view part, std::string_view decision, std::string_view office) {
    all_.push_back({act, std::string(part), std::string(decision), std::string(office)});
  }

  template <class F>
  void each_open_part(F&& f) {
    const Step* step = procedure_.find_step(state_.step);
    for (const PartState& each : state_.parts)
      if (each.decision.empty() && step->find_part(each.part) != nullptr) f(*step->find_part(each.part));
  }

  void withdrawing() {
    if (procedure_.withdrawing && !is_among(procedure_.withdrawing->not_in, state_.step)) add(Act::withdraw, "", "", k_applicant);
  }

  void running() {
    const Step& step = *procedure_.find_step(state_.step);
    if (step.notice) {
      add(Act::object, step.key, "", k_anyone);
      add(Act::pass, step.key, "", k_clock);
      return;
    }
    each_open_part([&](const Part& part) { open_part(step, part, *state_.find(part.key)); });
  }

  void open_part(const Step& step, const Part& part, const PartState& now) {
    const bool others_decided = std::all_of(state_.parts.begin(), state_.parts.end(), [&](const PartState& each) { return each.part == part.key || !each.decision.empty(); });
    if (step.joining != Step::Joining::lead || part.key != step.lead || others_decided) decisions(step, part);
    const bool of_office = part.office != k_applicant;
    if (of_office && step.asking && std::count(state_.asked.begin(), state_.asked.end(), step.key) < step.asking->times) add(Act::ask, part.key, "", part.office);
    if (part.term) {
      if (part.term->extension && !now.passed && now.extensions < part.term->extension->times) add(Act::extend, part.key, "", part.term->extension->office);
      if (part.term->remind && !now.reminded && !now.passed) add(Act::remind, part.key, "", k_clock);
      if (!now.passed) add(Act::pass, part.key, "", k_clock);
    }
    if (of_office && step.transferable) add(Act::transfer, part.key, "", part.office);
    if (of_office && procedure_.suspending) add(Act::suspend, part.key, "", part.office);
    if (of_office && procedure_.merging) add(Act::merge, part.key, "", part.office);
  }

  void decisions(const Step& step, const Part& part) {
    for (const Decision& decision : step.decisions) {
      const bool by_silence = part.office == k_applicant && part.term && part.term->passing.what == Passing::What::decide && part.term->passing.decision == decision.key;
      if (by_silence) continue;
      if (decision.offices.empty()) add(Act::decide, part.key, decision.key, part.office);
      for (const std::string& office : decision.offices) add(Act::decide, part.key, decision.key, office);
    }
  }

  void ended() {
    if (procedure_.rating && state_.rating == 0) add(Act::rate, "", "", k_applicant);
    if (procedure_.rating && state_.rating != 0 && state_.rating <= procedure_.rating->low && !state_.called_back) add(Act::call_back, "", "", procedure_.rating->office);
    for (const Remedy& remedy : procedure_.remedies)
      if (!remedy.procedure.empty() && (remedy.endings.empty() || is_among(remedy.endings, state_.ending)) && !is_among(state_.appealed, remedy.key))
        add(Act::appeal, "", remedy.key, k_applicant);
  }

  const Procedure& procedure_;
  const State& state_;
  std::vector<Allowed> all_;
};

/// The level to which a part's lateness was told, so that the level above may act.
std::optional<RegionLevel> told_level(const Procedure& procedure, const State& state, std::string_view part) {
  const Step* step = procedure.find_step(state.step);
  const PartState* now = state.find(part);
  const Part* of_step = step == nullptr ? nullptr : step->find_part(part);
  if (now == nullptr || !now->passed || of_step == nullptr || !of_step->term) return std::nullopt;
  return of_step->term->passing.level;
}

}  // namespace

const PartState* State::find(std::string_view part) const {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const PartState& each) { return each.part == part; });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<Allowed> allowed(const Procedure& procedure, const State& state) { return Listing(procedure, state).run(); }

RegionCode place_of_office(RegionCode region, RegionLevel level) {
  while (region.level() > level) region = *region.parent();
  return region;
}

bool may(const Procedure& procedure, const State& state, const Allowed& what, const Actor& actor) {
  if (what.office == k_anyone) return true;
  if (what.office == k_clock) return actor.clock;
  if (actor.clock) return false;
  if (what.office == k_applicant) return actor.applicant;
  const Office* office = procedure.find_office(what.office);
  if (office == nullptr || (!office->roles.empty() && !is_among(office->roles, actor.role))) return false;
  if (office->roles.empty() && !office->power) return false;
  if (office->power && !actor.powers.has(*office->power)) return false;
  if (!office->level) return actor.region.contains(state.region);
  const auto told = told_level(procedure, state, what.part);
  if (told && actor.region == place_of_office(state.region, *told)) return true;
  if (actor.region != place_of_office(state.region, *office->level)) return false;
  const PartState* part = state.find(what.part);
  // Handing on is open to the whole office, so that a unit that is no more holds nothing up.
  return part == nullptr || part->unit == 0 || what.act == Act::transfer || part->unit == actor.unit;
}

}  // namespace laoyou::procedures
