#include "procedures/engine.h"

#include "base/check.h"

namespace laoyou::procedures {
namespace {

using What = Effect::What;

/// One event being applied: the state grows into what follows.
class Applying {
 public:
  Applying(const Procedure& procedure, const Event& event, State& state, std::vector<Effect>& effects)
      : procedure_(procedure), event_(event), state_(state), effects_(effects), now_(*state.changed) {}

  void run() {
    if (!event_.holds.empty()) state_.holds = event_.holds;
    switch (event_.act) {
      case Act::submit: return submit();
      case Act::supply: return go_on();
      case Act::decide: return decide(event_.part, event_.decision, false);
      case Act::ask: return ask();
      case Act::extend: ++part().extensions; return tell_office(event_.part);
      case Act::transfer: return transfer();
      case Act::suspend: return stand_still(Phase::suspended);
      case Act::resume: return go_on();
      case Act::withdraw: return withdraw();
      case Act::merge:
        state_.merged_into = event_.into;
        return end(procedure_.merging->ending);
      case Act::object: ++state_.objections; return;
      case Act::remind:
        part().reminded = true;
        return tell_office(event_.part);
      case Act::pass: return pass();
      case Act::rate: return rate();
      case Act::call_back: state_.called_back = true; return;
      case Act::appeal: return appeal();
      case Act::move: CHECK(false);  // goes over two procedures: see move.h
    }
  }

 private:
  const Step& step() const { return *procedure_.find_step(state_.step); }
  PartState& part() {
    const auto found = std::find_if(state_.parts.begin(), state_.parts.end(), [&](const PartState& each) { return each.part == event_.part; });
    CHECK(found != state_.parts.end());
    return *found;
  }
  void effect(Effect effect) { effects_.push_back(std::move(effect)); }
  void tell_applicant(const std::string& key) { effect({What::tell_applicant, state_.step, "", "", key, 0, {}}); }
  void tell_office(const std::string& part) {
    const Part* of_step = step().find_part(part);
    if (of_step == nullptr) return;
    if (of_step->office == k_applicant) return tell_applicant(of_step->key);
    effect({What::tell_office, state_.step, part, of_step->office, "", 0, {}});
  }
  bool holds(Condition condition) const {
    return !condition.given() || (static_cast<std::size_t>(condition.rule) < state_.holds.size() && state_.holds[static_cast<std::size_t>(condition.rule)] == '1');
  }

  void submit() {
    state_.submitted = now_;
    state_.phase = Phase::running;
    if (procedure_.decides_about) effect({What::takes_up, "", "", "", "", 0, {}});
    enter(procedure_.steps.front().key);
  }

  /// Goes to a step, over those whose condition does not hold, and through those in which nobody has anything to decide.
  void enter(const std::string& key) {
    state_.step = key;
    state_.parts.clear();
    state_.objections = 0;
    const Step& into = step();
    if (!holds(into.when)) return enter(into.otherwise);
    if (into.notice) {
      state_.parts.push_back({into.key, "", false, 0, 0, now_, 0, false, false});
      return effect({What::notice_begins, into.key, "", "", "", 0, {}});
    }
    for (const Part& each : into.parts)
      if (holds(each.when)) state_.parts.push_back({each.key, "", false, 0, 0, now_, 0, false, false});
    if (state_.parts.empty()) return take(into.decisions.front());
    const std::vector<PartState> entered = state_.parts;
    for (const PartState& each : entered) tell_office(each.part);
  }

  void end(const std::string& ending) {
    if (state_.phase == Phase::asked || state_.phase == Phase::suspended) state_.stops.back().until = now_;
    if (state_.phase == Phase::running && procedure_.find_step(state_.step) != nullptr && step().notice) effect({What::notice_ends, state_.step, "", "", "", 0, {}});
    state_.phase = Phase::ended;
    state_.ending = ending;
    state_.ended = now_;
    state_.parts.clear();
    effect({What::ended, state_.step, "", "", ending, 0, {}});
    if (procedure_.decides_about && state_.submitted) effect({What::lets_go, state_.step, "", "", ending, 0, {}});
    tell_applicant(ending);
  }

  /// What a decision of the whole step does.
  void take(const Decision& decision) {
    const std::string of_step = state_.step;
    if (!decision.document.empty()) effect({What::document, of_step, "", "", decision.document, 0, {}});
    for (std::size_t change = 0; change < decision.changes.size(); ++change) effect({What::change, of_step, "", "", decision.key, static_cast<std::int32_t>(change), {}});
    if (!decision.carries_out.empty()) effect({What::carry_out, of_step, "", "", decision.key, 0, {}});
    if (decision.publishes) effect({What::publish, of_step, "", "", decision.key, 0, {}});
    if (!decision.ending.empty()) return end(decision.ending);
    tell_applicant(decision.key);
    if (step().notice) effect({What::notice_ends, of_step, "", "", "", 0, {}});
    enter(decision.next);
  }

  void decide(const std::string& part_key, const std::string& decision, bool by_silence) {
    for (PartState& each : state_.parts)
      if (each.part == part_key) {
        each.decision = decision;
        each.by_silence = by_silence;
      }
    if (const Decision* whole = joined_decision()) take(*whole);
  }

  /// The decision of the whole step, once there is one. Decisions are listed from best to worst.
  const Decision* joined_decision() const {
    const Step& of = step();
    std::size_t best = of.decisions.size(), worst = 0;
    bool all = true;
    for (const PartState& each : state_.parts) {
      if (each.decision.empty()) {
        all = false;
        continue;
      }
      const auto chosen = static_cast<std::size_t>(of.find(each.decision) - of.decisions.data());
      best = std::min(best, chosen);
      worst = std::max(worst, chosen);
      if (of.joining == Step::Joining::lead && each.part == of.lead) return &of.decisions[chosen];
    }
    if (of.joining == Step::Joining::any && best == 0) return &of.decisions.front();
    if (!all) return nullptr;
    return &of.decisions[of.joining == Step::Joining::any ? best : worst];
  }

  void stand_still(Phase phase) {
    state_.phase = phase;
    state_.stops.push_back({now_, std::nullopt});
    tell_applicant("");
  }

  void ask() {
    const Asking& asking = *step().asking;
    state_.asked.push_back(state_.step);
    state_.asked_by = event_.part;
    if (!asking.document.empty()) effect({What::document, state_.step, event_.part, "", asking.document, 0, {}});
    stand_still(Phase::asked);
  }

  void go_on() {
    state_.stops.back().until = now_;
    state_.phase = Phase::running;
    state_.asked_by.clear();
    const std::vector<PartState> open = state_.parts;
    for (const PartState& each : open)
      if (each.decision.empty()) tell_office(each.part);
  }

  void transfer() {
    part().unit = event_.unit;
    part().account = event_.account;
    tell_office(event_.part);
  }

  void withdraw() {
    if (!procedure_.withdrawing->document.empty()) effect({What::document, state_.step, "", "", procedure_.withdrawing->document, 0, {}});
    end(procedure_.withdrawing->ending);
  }

  void pass() {
    if (state_.phase == Phase::asked) return end(step().asking->ending);
    if (step().notice) return take(step().decisions[state_.objections > 0 ? 1 : 0]);
    const Part& late = *step().find_part(event_.part);
    const Passing& passing = late.term->passing;
    part().passed = true;
    if (passing.what == Passing::What::decide) return decide(event_.part, passing.decision, true);
    tell_office(event_.part);
    if (passing.what == Passing::What::escalate) effect({What::tell_above, state_.step, event_.part, late.office, "", 0, passing.level});
  }

  void rate() {
    state_.rating = event_.level;
    state_.rated = now_;
    if (event_.level <= procedure_.rating->low) effect({What::tell_office, state_.step, "", procedure_.rating->office, "call_back", 0, {}});
  }

  void appeal() {
    state_.appealed.push_back(event_.decision);
    for (const Remedy& remedy : procedure_.remedies)
      if (remedy.key == event_.decision) effect({What::follow_up, state_.step, "", "", remedy.procedure, 0, {}});
  }

  const Procedure& procedure_;
  const Event& event_;
  State& state_;
  std::vector<Effect>& effects_;
  const Instant now_;
};

bool names(const std::vector<Reason>& reasons, const std::string& key) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.key == key; });
}

/// The reasons that the act may give, and whether it must give one or a text.
std::optional<Refusal> refused_words(const Procedure& procedure, const State& state, const Event& event) {
  const Step* step = procedure.find_step(state.step);
  const std::vector<Reason>* reasons = nullptr;
  bool needs_text = false;
  if (event.act == Act::decide) {
    reasons = &step->find(event.decision)->reasons;
    needs_text = step->find(event.decision)->needs_text;
  }
  if (event.act == Act::ask) reasons = &step->asking->reasons;
  if (event.act == Act::suspend) reasons = &procedure.suspending->reasons;
  for (const std::string& each : event.reasons)
    if (reasons == nullptr || !names(*reasons, each)) return refuse("cases.unknown_reason", {each});
  if (reasons != nullptr && !reasons->empty() && event.reasons.empty() && event.text.empty()) return refuse("cases.reason_missing");
  if (needs_text && event.text.empty()) return refuse("cases.text_missing");
  if (event.act == Act::rate && (event.level < 1 || event.level > 5)) return refuse("cases.level_outside");
  return std::nullopt;
}

/// Time's own acts come when they are due, and a remedy ends with its time.
std::optional<Refusal> refused_time(const Procedure& procedure, const Calendar& calendar, const State& state, const Event& event, Instant now) {
  if (event.act == Act::appeal) {
    for (const Remedy& remedy : procedure.remedies)
      if (remedy.key == event.decision && passes_at(calendar, remedy.within, *state.ended, {}).value() <= now) return refuse("cases.too_late");
    return std::nullopt;
  }
  if (event.act != Act::pass && event.act != Act::remind) return std::nullopt;
  for (const Deadline& each : deadlines(procedure, calendar, state))
    if (each.act == event.act && each.part == event.part && each.at <= now) return std::nullopt;
  return refuse("cases.too_early");
}

}  // namespace

Result<Outcome> apply(const Procedure& procedure, const Calendar& calendar, const State& state, const Event& event) {
  if (std::find(state.events.begin(), state.events.end(), event.id) != state.events.end()) return Outcome{state, {}, true};
  bool known = false, permitted = false;
  for (const Allowed& each : allowed(procedure, state)) {
    if (each.act != event.act || each.part != event.part || each.decision != event.decision) continue;
    known = true;
    permitted = permitted || may(procedure, state, each, event.actor);
  }
  if (!known) return refuse("cases.not_allowed", {record::Leaf<Act>::to_json_text(event.act)});
  if (!permitted) return refuse("cases.not_yours", {record::Leaf<Act>::to_json_text(event.act)});
  if (const auto refused = refused_words(procedure, state, event)) return *refused;
  const Instant now = state.changed ? std::max(*state.changed, event.at) : event.at;
  if (const auto refused = refused_time(procedure, calendar, state, event, now)) return *refused;
  Outcome outcome{state, {}, false};
  outcome.state.changed = now;
  outcome.state.events.push_back(event.id);
  Applying(procedure, event, outcome.state, outcome.effects).run();
  return outcome;
}

}  // namespace laoyou::procedures
