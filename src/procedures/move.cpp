#include "procedures/move.h"

namespace laoyou::procedures {

Refusals refused_move(const Procedure& to, const State& state, const std::vector<std::string>& values) {
  Refusals wrong;
  if (state.phase == Phase::ended) return {refuse("cases.move_ended")};
  for (const std::string& each : values)
    if (to.form.find(each) == nullptr) wrong.push_back(refuse("cases.move_field", {each}));
  if (state.phase == Phase::draft) return wrong;
  const Step* step = to.find_step(state.step);
  if (step == nullptr) {
    wrong.push_back(refuse("cases.move_step", {state.step}));
    return wrong;
  }
  const bool in_notice = state.parts.size() == 1 && state.parts.front().part == state.step && step->notice;
  for (const PartState& part : state.parts) {
    if (!in_notice && step->find_part(part.part) == nullptr) wrong.push_back(refuse("cases.move_part", {part.part}));
    if (!part.decision.empty() && step->find(part.decision) == nullptr) wrong.push_back(refuse("cases.move_decision", {part.decision}));
  }
  if (state.phase == Phase::asked && !step->asking) wrong.push_back(refuse("cases.move_asking", {state.step}));
  return wrong;
}

State moved(State state, const Event& event) {
  state.changed = state.changed ? std::max(*state.changed, event.at) : event.at;
  if (state.phase != Phase::draft) state.holds = event.holds;
  state.events.push_back(event.id);
  return state;
}

}  // namespace laoyou::procedures
