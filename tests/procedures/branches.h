// The branches of a procedure: everything that its file lets somebody do.
#pragma once

#include <set>
#include <string>

#include "procedures/engine.h"

namespace laoyou::app {

/// "receive.accept", "receive.ask", "verify.safety.passes", "list.passes.1" (a public notice with objections), "withdraw", "appeal.reconsideration".
using Branches = std::set<std::string>;

/// The branch that an act is; empty for those that the language itself gives (handing over, suspending, merging, reminders), which are no branch of a file.
inline std::string branch_of(const procedures::Procedure& procedure, const procedures::State& state, const procedures::Allowed& what) {
  using procedures::Act;
  const procedures::Step* step = procedure.find_step(state.step);
  const std::string of_part = step == nullptr || what.part == state.step || what.part.empty() ? state.step : state.step + "." + what.part;
  switch (what.act) {
    case Act::decide: return state.step + "." + what.decision;
    case Act::ask: return state.step + ".ask";
    case Act::pass:
      if (state.phase == procedures::Phase::asked) return state.step + ".ask.passes";
      if (step->notice) return state.step + (state.objections > 0 ? ".passes.1" : ".passes.0");
      return of_part + ".passes";
    case Act::object: return state.step + ".object";
    case Act::extend: return of_part + ".extend";
    case Act::appeal: return "appeal." + what.decision;
    case Act::submit: return "submit";
    case Act::supply: return "supply";
    case Act::withdraw: return "withdraw";
    case Act::rate: return "rate";
    case Act::call_back: return "call_back";
    default: return "";
  }
}

/// All that the file has.
inline Branches branches_of(const procedures::Procedure& procedure) {
  Branches all{"submit"};
  for (const procedures::Step& step : procedure.steps) {
    if (step.notice) all.insert({step.key + ".passes.0", step.key + ".passes.1", step.key + ".object"});
    if (step.asking) all.insert({step.key + ".ask", step.key + ".ask.passes", "supply"});
    if (!step.notice)
      for (const procedures::Decision& decision : step.decisions) {
        // What only time decides is the passing of its term.
        const auto by_silence = [&](const procedures::Part& part) { return part.office == procedures::k_applicant && part.term && part.term->passing.what == procedures::Passing::What::decide && part.term->passing.decision == decision.key; };
        if (!std::all_of(step.parts.begin(), step.parts.end(), by_silence)) all.insert(step.key + "." + decision.key);
      }
    for (const procedures::Part& part : step.parts) {
      const std::string of_part = part.key == step.key ? step.key : step.key + "." + part.key;
      if (part.term) all.insert(of_part + ".passes");
      if (part.term && part.term->extension) all.insert(of_part + ".extend");
    }
  }
  if (procedure.withdrawing) all.insert("withdraw");
  if (procedure.rating) all.insert({"rate", "call_back"});
  for (const procedures::Remedy& remedy : procedure.remedies)
    if (!remedy.procedure.empty()) all.insert("appeal." + remedy.key);
  return all;
}

}  // namespace laoyou::app
