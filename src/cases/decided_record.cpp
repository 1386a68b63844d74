// A record with acts of its own, about which a case decides: the case takes it up, its decisions carry the acts out, its end lets it go.
#include "cases/perform.h"

namespace laoyou::cases {
namespace {

/// The id that the form names; 0 where it names none.
std::int64_t decided_id(const OpenCase& open) {
  const boost::json::value* named = open.values.if_contains(open.procedure->decides_about->field);
  const auto id = named != nullptr && named->is_string() ? record::read_integer(std::string(named->get_string())) : Result<std::int64_t>(std::int64_t{0});
  return id ? *id : 0;
}

std::string note_of(const procedures::Procedure& procedure, const procedures::Event& event, const procedures::Effect& effect) {
  std::string all;
  const procedures::Step* step = procedure.find_step(effect.step);
  const procedures::Decision* decision = step == nullptr ? nullptr : step->find(effect.key);
  for (const procedures::Reason& reason : decision == nullptr ? std::vector<procedures::Reason>() : decision->reasons)
    if (std::find(event.reasons.begin(), event.reasons.end(), reason.key) != event.reasons.end()) all += (all.empty() ? "" : "；") + reason.name.zh;
  if (!event.text.empty()) all += (all.empty() ? "" : "；") + event.text;
  return all;
}

}  // namespace

Result<void> act_on_record(Desk& desk, store::Writing& writing, const OpenCase& open, RecordAct::What what, const procedures::Event& event, const procedures::Effect& effect,
                           const http::Caller* caller) {
  RecordAct act{what, open.procedure->decides_about->record, decided_id(open), open.file.id.number, "", note_of(*open.procedure, event, effect), caller};
  if (what == RecordAct::What::carries_out) act.act = open.procedure->find_step(effect.step)->find(effect.key)->carries_out;
  if (!desk.services.act_on_record) return refuse("cases.change_not_permitted", {act.record});
  return desk.services.act_on_record(writing, act);
}

void renew_decided(Desk& desk, store::Snapshot& snapshot, OpenCase& open) {
  if (!open.procedure->decides_about || open.state.phase == procedures::Phase::ended) return;
  const std::string start = open.procedure->decides_about->field + ".";
  for (const procedures::FormField& field : open.procedure->form.fields)
    if (field.prefilled.starts_with(start)) open.values.erase(field.key);
  prefill(desk, snapshot, open);
}

}  // namespace laoyou::cases
