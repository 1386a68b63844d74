// Ways through a procedure, found by the engine alone: no server, no form.
#pragma once

#include <algorithm>
#include <deque>
#include <set>

#include "branches.h"

namespace laoyou::app {

class Ways {
 public:
  Ways(const procedures::Procedure& procedure, const procedures::Calendar& calendar) : procedure_(procedure), calendar_(calendar) {}

  /// The fewest acts from a state to the first of the wanted branches; empty where none is reached while the form's rules say what they say now. In a
  /// draft they say `holds`. Where none is, what nobody has filled in yet is taken to hold.
  std::vector<procedures::Allowed> to(const procedures::State& from, const Branches& wanted, const std::string& holds = "") const {
    std::vector<procedures::Allowed> way = as_it_is(from, wanted, holds);
    if (!way.empty()) return way;
    procedures::State hoped = from;
    std::string hoped_holds = holds;
    std::replace(hoped.holds.begin(), hoped.holds.end(), '?', '1');
    std::replace(hoped_holds.begin(), hoped_holds.end(), '?', '1');
    return as_it_is(hoped, wanted, hoped_holds);
  }

 private:
  std::vector<procedures::Allowed> as_it_is(const procedures::State& from, const Branches& wanted, const std::string& holds) const {
    struct Visit {
      procedures::State state;
      std::vector<procedures::Allowed> acts;
    };
    constexpr std::size_t k_states_at_most = 3'000;
    std::deque<Visit> open;
    open.push_back({from, {}});
    std::set<std::string> seen{signature(from)};
    for (; !open.empty() && seen.size() < k_states_at_most; open.pop_front()) {
      const Visit visit = open.front();
      for (const procedures::Allowed& each : procedures::allowed(procedure_, visit.state)) {
        const std::string branch = branch_of(procedure_, visit.state, each);
        if (branch.empty()) continue;
        auto acts = visit.acts;
        acts.push_back(each);
        if (wanted.contains(branch)) return acts;
        const auto next = after(visit.state, each, holds);
        if (next && seen.insert(signature(*next)).second) open.push_back({*next, std::move(acts)});
      }
    }
    return {};
  }

  std::optional<procedures::State> after(const procedures::State& state, const procedures::Allowed& what, const std::string& holds) const {
    // Longer than any term of a procedure.
    constexpr std::int64_t k_years_ms = 3LL * 366 * 86'400'000;
    procedures::Event event;
    event.id = std::to_string(state.events.size());
    event.act = what.act;
    event.part = what.part;
    event.decision = what.decision;
    event.text = "示例";
    event.level = 1;
    event.at = state.changed.value_or(Instant{}).plus_milliseconds(what.act == procedures::Act::pass ? k_years_ms : 1);
    if (what.act == procedures::Act::submit) event.holds = holds;
    event.actor = actor(state, what.office);
    const auto done = procedures::apply(procedure_, calendar_, state, event);
    if (!done) return std::nullopt;
    return done->state;
  }

  procedures::Actor actor(const procedures::State& state, const std::string& key) const {
    procedures::Actor actor;
    actor.clock = key == procedures::k_clock;
    actor.applicant = key == procedures::k_applicant;
    const procedures::Office* office = procedure_.find_office(key);
    if (office == nullptr) return actor;
    if (!office->roles.empty()) actor.role = office->roles.front();
    actor.powers = powers::Powers::all();
    actor.region = office->level ? procedures::place_of_office(state.region, *office->level) : state.region;
    return actor;
  }

  /// What two states must have in common for the same to be ahead of them.
  static std::string signature(const procedures::State& state) {
    std::string all = std::to_string(static_cast<int>(state.phase)) + " " + state.step + " " + state.ending + " " + std::to_string(state.asked.size()) + (state.objections > 0 ? " o" : "") +
                      (state.rating > 0 ? " r" : "") + (state.called_back ? " c" : "") + std::to_string(state.appealed.size());
    for (const procedures::PartState& part : state.parts) all += "|" + part.part + ":" + part.decision + (part.passed ? "!" : "") + std::to_string(part.extensions);
    return all;
  }

  const procedures::Procedure& procedure_;
  const procedures::Calendar& calendar_;
};

}  // namespace laoyou::app
