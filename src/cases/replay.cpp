// A case run again from its journal.
#include "cases/perform.h"
#include "procedures/move.h"
#include "procedures/check_examples.h"

namespace laoyou::cases {
namespace {

procedures::Event event_of(const CaseEvent& kept) {
  const boost::json::object whole = boost::json::parse(kept.event).as_object();
  const auto number = [&](const char* name) { return whole.at(name).to_number<std::int64_t>(); };
  const auto text = [&](const char* name) { return std::string(whole.at(name).as_string()); };
  procedures::Event event;
  event.id = kept.event_id;
  event.act = kept.act;
  event.at = kept.at;
  event.part = kept.part;
  event.decision = kept.decision;
  for (const auto& reason : whole.at("reasons").as_array()) event.reasons.emplace_back(reason.as_string());
  event.text = text("text");
  event.holds = text("holds");
  event.unit = number("unit");
  event.account = number("account");
  event.into = number("into");
  event.level = static_cast<std::int32_t>(number("level"));
  return event;
}

/// Whether somebody might do this was asked when it was done: now whoever the act belongs to stands in.
procedures::Actor stand_in(const procedures::Procedure& procedure, const procedures::State& state, const procedures::Event& event) {
  for (const procedures::Allowed& each : procedures::allowed(procedure, state))
    if (each.act == event.act && each.part == event.part && each.decision == event.decision) return procedures::actor_of(procedure, state, each.office, each.part);
  return {};
}

/// The version that the case began with: what its first move left, or the one it still has.
Result<ProcedurePtr> first_version(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const std::vector<CaseEvent>& events) {
  for (const CaseEvent& each : events)
    if (each.act == procedures::Act::move) {
      CaseFile then = open.file;
      then.procedure_version = each.part;
      return desk.versions.of(snapshot, then);
    }
  return open.procedure;
}

}  // namespace

Result<procedures::State> replayed(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open) {
  procedures::State state;
  state.region = open.file.region;
  const auto calendar = desk.services.calendar();
  const auto events = snapshot.select<CaseEvent>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).order_by("serial"));
  auto procedure = first_version(desk, snapshot, open, events);
  if (!procedure) return procedure.error();
  for (const CaseEvent& kept : events) {
    procedures::Event event = event_of(kept);
    if (event.act == procedures::Act::move) {
      CaseFile then = open.file;
      then.procedure_version = event.decision;
      procedure = desk.versions.of(snapshot, then);
      if (!procedure) return procedure.error();
      state = procedures::moved(std::move(state), event);
      continue;
    }
    event.actor = stand_in(**procedure, state, event);
    auto outcome = procedures::apply(**procedure, *calendar, state, event);
    if (!outcome) return outcome.error();
    state = std::move(outcome->state);
  }
  return state;
}

}  // namespace laoyou::cases
