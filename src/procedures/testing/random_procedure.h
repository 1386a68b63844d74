// Procedures made by chance, of the kinds of step that the language has; only those that the flow check lets pass.
#pragma once

#include "procedures/check_procedure.h"

namespace laoyou::procedures::testing {

/// A small generator: the same seed gives the same procedure on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  /// 0 .. below - 1
  int roll(int below) { return static_cast<int>((next() >> 11) % static_cast<std::uint64_t>(below)); }
  bool one_in(int count) { return roll(count) == 0; }

 private:
  std::uint64_t state_;
};

inline Term random_term(Dice& dice, const std::vector<std::string>& decisions) {
  Term term;
  term.within = {1 + dice.roll(9), static_cast<LengthUnit>(dice.roll(4))};
  term.from_submission = dice.one_in(5);
  if (dice.one_in(2)) term.remind = Length{1, term.within.unit};
  term.passing.what = static_cast<Passing::What>(dice.roll(3));
  term.passing.level = RegionLevel::province;
  term.passing.decision = decisions[static_cast<std::size_t>(dice.roll(static_cast<int>(decisions.size())))];
  if (dice.one_in(3)) term.extension = Extension{{1 + dice.roll(5), term.within.unit}, "city", 1 + dice.roll(2), {}, ""};
  return term;
}

inline Step random_step(Dice& dice, int number, int steps) {
  static const std::vector<std::string> k_offices{"county", "city", std::string(k_applicant)};
  static const std::vector<std::string> k_endings{"good", "bad"};
  Step step;
  step.key = "s" + std::to_string(number);
  if (dice.one_in(6)) {
    step.when.rule = dice.roll(4);
    step.otherwise = "s" + std::to_string(dice.roll(steps));
  }
  const bool notice = dice.one_in(6);
  std::vector<std::string> keys;
  for (int each = notice ? 2 : 1 + dice.roll(3); each > 0; --each) {
    Decision decision;
    decision.key = "d" + std::to_string(each);
    if (dice.one_in(2))
      decision.ending = k_endings[static_cast<std::size_t>(dice.roll(2))];
    else
      decision.next = "s" + std::to_string(dice.roll(steps));
    if (!notice && dice.one_in(8)) decision.offices = {"county", "city"};
    if (dice.one_in(3)) decision.document = "paper";
    decision.changes.resize(static_cast<std::size_t>(dice.roll(2)));
    keys.push_back(decision.key);
    step.decisions.push_back(decision);
  }
  if (notice) {
    step.notice = Notice{{1 + dice.roll(7), LengthUnit::calendar_days}, {}, {}, ""};
    return step;
  }
  const int parts = dice.one_in(2) ? 1 : 2 + dice.roll(2);
  for (int each = 0; each < parts; ++each) {
    Part part;
    part.key = parts == 1 ? step.key : "p" + std::to_string(each);
    part.office = k_offices[static_cast<std::size_t>(dice.roll(3))];
    if (dice.one_in(4)) part.when.rule = dice.roll(4);
    if (!dice.one_in(3)) part.term = random_term(dice, keys);
    step.parts.push_back(part);
  }
  step.joining = static_cast<Step::Joining>(dice.roll(3));
  step.lead = step.parts[static_cast<std::size_t>(dice.roll(parts))].key;
  if (dice.one_in(2)) step.asking = Asking{{}, {1 + dice.roll(20), LengthUnit::calendar_days}, 1 + dice.roll(2), "bad", "paper", {}, {}, ""};
  step.transferable = dice.one_in(2);
  return step;
}

/// Nothing where the flow check finds a way without end.
inline std::optional<Procedure> random_procedure(Dice& dice) {
  Procedure procedure;
  procedure.offices = {{"county", {}, {"clerk"}, std::nullopt, RegionLevel::county, ""}, {"city", {}, {"chief"}, powers::Power::places_write, RegionLevel::city, ""}};
  procedure.endings = {{"good", {}, true, ""}, {"bad", {}, false, ""}, {"gone", {}, false, ""}};
  procedure.documents = {{"paper", {}, {}, {}, ""}};
  procedure.form.rules.resize(4);
  const int steps = 1 + dice.roll(5);
  for (int number = 0; number < steps; ++number) procedure.steps.push_back(random_step(dice, number, steps));
  if (dice.one_in(2)) procedure.withdrawing = Withdrawing{"gone", {"s" + std::to_string(dice.roll(steps))}, "", {}, ""};
  if (dice.one_in(2)) procedure.suspending = Suspending{};
  if (dice.one_in(3)) procedure.merging = Merging{"gone", ""};
  if (dice.one_in(2)) procedure.rating = Rating{2, {5, LengthUnit::working_days}, "county", {}, ""};
  Refusals found;
  check_flow(procedure, found);
  for (const Refusal& each : found)
    if (each.code == "procedures.no_way_out" || each.code == "procedures.circle") return std::nullopt;
  return procedure;
}

}  // namespace laoyou::procedures::testing
