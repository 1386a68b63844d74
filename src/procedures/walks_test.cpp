// Random procedures, random events: the engine against the plain interpreter, and what must always hold.
#include <gtest/gtest.h>

#include <cstdlib>

#include "procedures/check_examples.h"
#include "procedures/testing/notices.h"
#include "procedures/testing/plain_interpreter.h"
#include "procedures/testing/random_procedure.h"

namespace laoyou::procedures {
namespace {

using namespace testing;

const RegionCode k_place = RegionCode::from_number(450203001000);

std::int64_t walks() {
  const char* count = std::getenv("LAOYOU_CASE_WALKS");
  return count == nullptr ? 4'000 : std::atoll(count);
}

std::string random_holds(Dice& dice) {
  std::string holds;
  for (int rule = 0; rule < 4; ++rule) holds += "01?"[dice.roll(3)];
  return holds;
}

class RandomWalk {
 public:
  RandomWalk(const Procedure& procedure, Dice& dice) : procedure_(procedure), dice_(dice), plain_(procedure) { state_.region = k_place; }

  void run() {
    for (int step = 6 + dice_.roll(14); step > 0 && !::testing::Test::HasFatalFailure(); --step) one(next_event());
    if (::testing::Test::HasFatalFailure()) return;
    rebuilt_from_events();
    comes_to_an_end();
  }

 private:
  Event next_event() {
    if (!sent_.empty() && dice_.one_in(12)) return sent_[static_cast<std::size_t>(dice_.roll(static_cast<int>(sent_.size())))];
    Event event;
    event.id = std::to_string(++ids_);
    event.at = state_.changed.value_or(Instant{1'772'413'200'000}).plus_milliseconds(dice_.roll(40) * 3'600'000LL - 3'600'000);
    const std::vector<Allowed> possible = allowed(procedure_, state_);
    const bool sensible = !dice_.one_in(4) && !possible.empty();
    const Allowed what = sensible ? possible[static_cast<std::size_t>(dice_.roll(static_cast<int>(possible.size())))] : nonsense();
    event.act = what.act;
    event.part = what.part;
    event.decision = what.decision;
    event.actor = actor_of(procedure_, state_, what.office, what.part);
    if (dice_.one_in(10)) spoil(event.actor);
    if (event.act == Act::submit || event.act == Act::supply || (event.act == Act::decide && dice_.one_in(3))) event.holds = random_holds(dice_);
    event.unit = 1 + dice_.roll(3);
    event.level = 1 + dice_.roll(5);
    if (event.act == Act::pass || event.act == Act::remind)
      for (const Deadline& each : deadlines(procedure_, calendar(), state_))
        if (each.act == event.act && each.part == event.part) event.at = dice_.one_in(5) ? each.at.plus_milliseconds(-1) : each.at;
    return event;
  }

  Allowed nonsense() {
    static const std::vector<std::string> k_parts{"", "s0", "s1", "p0", "p1"}, k_decisions{"", "", "d1", "d2"}, k_offices{"county", "city", "applicant", "clock"};
    const auto one_of = [&](const std::vector<std::string>& all) { return all[static_cast<std::size_t>(dice_.roll(static_cast<int>(all.size())))]; };
    return {static_cast<Act>(dice_.roll(16)), one_of(k_parts), one_of(k_decisions), one_of(k_offices)};
  }

  void spoil(Actor& actor) {
    switch (dice_.roll(4)) {
      case 0: actor.region = RegionCode::from_number(450204000000); break;
      case 1: actor.role = "viewer"; break;
      case 2: actor.unit = 7; break;
      default: actor.applicant = !actor.applicant;
    }
  }

  /// Whether a deadline of this act stands at or before the event's time.
  bool due(const Event& event) const {
    if (event.act != Act::pass && event.act != Act::remind) return true;
    const Instant now = state_.changed ? std::max(*state_.changed, event.at) : event.at;
    for (const Deadline& each : deadlines(procedure_, calendar(), state_))
      if (each.act == event.act && each.part == event.part && each.at <= now) return true;
    return false;
  }

  void one(const Event& event) {
    const auto outcome = apply(procedure_, calendar(), state_, event);
    const bool sent_before = std::find(state_.events.begin(), state_.events.end(), event.id) != state_.events.end();
    if (sent_before) {
      ASSERT_TRUE(outcome && outcome->repeated && outcome->effects.empty()) << "an event sent twice has its effects once";
      ASSERT_EQ(outcome->state, state_);
      return;
    }
    const bool expected = plain_.may_happen(event, k_place) && due(event);
    ASSERT_EQ(outcome.has_value(), expected) << record::Leaf<Act>::to_json_text(event.act) << " " << event.part << " " << event.decision << " in " << state_.step << ": "
                                             << (outcome ? "" : outcome.error().code);
    if (!outcome) return;
    plain_.happened(event);
    sent_.push_back(event);
    state_ = outcome->state;
    same_standing();
    no_term_runs_while_it_stands_still();
  }

  void same_standing() {
    const Standing plain = plain_.standing();
    ASSERT_EQ(record::Leaf<Phase>::to_json_text(state_.phase), plain.phase);
    ASSERT_EQ(state_.ending, plain.ending);
    ASSERT_EQ(state_.step, plain.step);
    if (state_.phase == Phase::ended) return;
    ASSERT_EQ(state_.parts.size(), plain.decided.size());
    for (const PartState& part : state_.parts) ASSERT_EQ(part.decision, plain.decided.at(part.part)) << part.part;
    ASSERT_EQ(state_.objections, plain.objections);
  }

  void no_term_runs_while_it_stands_still() {
    if (state_.phase != Phase::asked && state_.phase != Phase::suspended) return;
    for (const Deadline& each : deadlines(procedure_, calendar(), state_)) ASSERT_EQ(each.part, "") << "only the applicant's own time runs";
    ASSERT_FALSE(state_.stops.empty() || state_.stops.back().until);
  }

  void rebuilt_from_events() {
    State again;
    again.region = k_place;
    for (const Event& event : sent_) again = apply(procedure_, calendar(), again, event)->state;
    ASSERT_EQ(again, state_) << "the journal of events alone rebuilds the state";
  }

  /// How many decisions lie between a step and the nearest ending, whatever the conditions say.
  std::map<std::string, int> distances() const {
    constexpr int k_far = 1000;
    std::map<std::string, int> far;
    const auto behind = [&](const std::string& next) { return next.empty() ? 0 : far.contains(next) ? far[next] : k_far; };
    for (std::size_t round = 0; round <= procedure_.steps.size(); ++round)
      for (const Step& step : procedure_.steps) {
        int here = k_far;
        for (const Decision& decision : step.decisions) {
          here = std::min(here, behind(decision.next) + 1);
          if (step.notice) break;
        }
        if (step.when.given()) here = std::max(here, behind(step.otherwise) + 1);
        const bool may_be_empty = !step.parts.empty() && std::all_of(step.parts.begin(), step.parts.end(), [](const Part& part) { return part.when.given(); });
        if (may_be_empty) here = std::max(here, behind(step.decisions.front().next) + 1);
        if (here < k_far && (!far.contains(step.key) || here < far[step.key])) far[step.key] = here;
      }
    return far;
  }

  /// As far as the decision that a part's term takes by passing, or nothing for a term that only tells.
  const Decision* silent_decision(const std::string& part) const {
    const Step& step = *procedure_.find_step(state_.step);
    const Part* late = step.find_part(part);
    return late != nullptr && late->term && late->term->passing.what == Passing::What::decide ? step.find(late->term->passing.decision) : nullptr;
  }

  /// Somebody who means well brings every case to an end: by the shortest way, and by waiting where only time decides.
  void comes_to_an_end() {
    const auto far = distances();
    for (int tries = 0; tries < 300 && state_.phase != Phase::ended; ++tries) {
      Event event;
      event.id = std::to_string(++ids_);
      event.holds = "1111";
      event.at = state_.changed.value_or(Instant{1'772'413'200'000});
      const Allowed* best = nullptr;
      int best_distance = 1 << 20;
      const std::vector<Allowed> possible = allowed(procedure_, state_);
      for (const Allowed& each : possible) {
        int distance = 1 << 20;
        if (each.act == Act::submit || each.act == Act::supply || each.act == Act::resume) distance = 1;
        if (each.act == Act::pass) distance = 5000;
        const Decision* decision = each.act == Act::decide ? procedure_.find_step(state_.step)->find(each.decision) : each.act == Act::pass ? silent_decision(each.part) : nullptr;
        if (decision != nullptr) distance = decision->next.empty() ? 1 : far.at(decision->next) + 1;
        if (distance < best_distance) {
          best_distance = distance;
          best = &each;
        }
      }
      ASSERT_NE(best, nullptr) << state_.step;
      event.act = best->act;
      event.part = best->part;
      event.decision = best->decision;
      event.actor = actor_of(procedure_, state_, best->office, best->part);
      if (event.act != Act::submit && event.act != Act::supply) event.holds.clear();
      if (event.act == Act::pass)
        for (const Deadline& each : deadlines(procedure_, calendar(), state_))
          if (each.act == Act::pass && each.part == event.part) event.at = std::max(event.at, each.at);
      const auto outcome = apply(procedure_, calendar(), state_, event);
      ASSERT_TRUE(outcome) << outcome.error().code;
      state_ = outcome->state;
    }
    ASSERT_EQ(state_.phase, Phase::ended) << "every case can still end";
  }

  const Procedure& procedure_;
  Dice& dice_;
  PlainInterpreter plain_;
  State state_;
  std::vector<Event> sent_;
  int ids_ = 0;
};

TEST(Walks, TheEngineAgreesWithThePlainInterpreterAndEveryCaseCanEnd) {
  std::int64_t done = 0;
  for (std::uint64_t seed = 1; done < walks(); ++seed) {
    Dice dice(seed);
    const auto procedure = random_procedure(dice);
    if (!procedure) continue;
    for (int walk = 0; walk < 4 && done < walks(); ++walk, ++done) {
      RandomWalk(*procedure, dice).run();
      ASSERT_FALSE(HasFatalFailure()) << "seed " << seed << ", walk " << walk;
    }
  }
}

}  // namespace
}  // namespace laoyou::procedures
