#include "cases/perform.h"

#include <set>

#include "cases/deputies.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using procedures::Act;
using procedures::Effect;

Result<void> carry_out(Desk& desk, store::Writing& writing, DoneAct& act, const Effect& effect, const http::Caller* caller) {
  OpenCase& open = act.open;
  const procedures::Event& event = act.event;
  switch (effect.what) {
    case Effect::What::tell_applicant:
    case Effect::What::tell_office:
    case Effect::What::tell_above: tell(desk, writing, open, event, effect, act.tellings); return {};
    case Effect::What::document: issue_document(desk, writing, open, effect.key, effect.step, event); return {};
    case Effect::What::change: {
      const procedures::Decision& decision = *open.procedure->find_step(effect.step)->find(effect.key);
      return change_register(desk, writing, open, decision.changes[static_cast<std::size_t>(effect.index)], caller);
    }
    case Effect::What::publish: publish_list(desk, writing, open, effect.step, effect.key); return {};
    case Effect::What::notice_begins: begin_notice(desk, writing, open, effect.step); return {};
    case Effect::What::notice_ends: end_notice(writing, open, effect.step); return {};
    case Effect::What::follow_up: return open_follow_up(desk, writing, open, effect.key);
    case Effect::What::takes_up: return act_on_record(desk, writing, open, RecordAct::What::takes_up, event, effect, caller);
    case Effect::What::carry_out: return act_on_record(desk, writing, open, RecordAct::What::carries_out, event, effect, caller);
    case Effect::What::lets_go: return act_on_record(desk, writing, open, RecordAct::What::lets_go, event, effect, caller);
    case Effect::What::ended: return {};
  }
  return {};
}

/// What a merge goes into, found by its number within the command.
Result<void> find_target(store::Writing& writing, const OpenCase& open, ActRequest& request) {
  if (request.event.act != Act::merge) return {};
  const auto target = merge_target(writing, open, request.into_number);
  if (!target) return at("/into", target.error());
  request.event.into = *target;
  return {};
}

/// The form as it is handed in: complete for submit and supply, the office's own group for a decision.
/// What the office that decides has filled in: right whatever it decides, complete for the best decision, which stands first.
Refusals refused_records(const OpenCase& open, const ActRequest& request, std::string_view holds) {
  const procedures::Step* step = open.procedure->find_step(open.state.step);
  if (step == nullptr || step->records.empty()) return {};
  const bool complete = !step->decisions.empty() && step->decisions.front().key == request.event.decision;
  return procedures::check_office_values(open.procedure->form, open.values, holds, step->records, complete, request.language);
}

Refusals refused_form(store::Writing& writing, OpenCase& open, const ActRequest& request, Evaluated evaluated) {
  if (!evaluated.refusals.empty()) return std::move(evaluated.refusals);
  if (request.event.act == Act::decide) return refused_records(open, request, evaluated.holds);
  open.papers = attached_papers(writing, open);
  std::vector<std::string> papers;
  for (const auto& [key, names] : open.papers)
    if (names.is_array() && !names.get_array().empty()) papers.emplace_back(key);
  return procedures::check_values(open.procedure->form, open.values, evaluated.holds, papers, request.language);
}

}  // namespace

Refusals not_theirs(const OpenCase& open, const boost::json::object& values, bool office) {
  const procedures::Form& form = open.procedure->form;
  const procedures::Step* step = office ? open.procedure->find_step(open.state.step) : nullptr;
  Refusals refusals;
  for (const auto& [key, value] : values) {
    const procedures::FormField* field = form.find(key);
    if (field == nullptr) continue;  // said by the reader of the values
    const boost::json::value* before = open.values.if_contains(key);
    if (before != nullptr && *before == value) continue;  // screens send the whole form
    const procedures::FormGroup& group = form.groups[static_cast<std::size_t>(field->group)];
    const bool theirs = office ? step != nullptr && step->records == group.key : !group.by_office;
    if (!theirs) refusals.push_back(at("/" + std::string(key), refuse("cases.not_asked", {field->name.zh})));
  }
  return refusals;
}

namespace {

using Waiting = std::set<std::pair<std::string, std::string>>;  // step and part

/// What offices have to decide in this state.
Waiting waiting_in(const procedures::State& state) {
  Waiting all;
  if (state.phase != procedures::Phase::running && state.phase != procedures::Phase::suspended) return all;
  for (const procedures::PartState& part : state.parts)
    if (part.decision.empty()) all.emplace(state.step, part.part);
  return all;
}

std::vector<Over> over_now(std::int64_t case_id, const Waiting& before, const Waiting& now) {
  std::vector<Over> over;
  for (const auto& [step, part] : before)
    if (!now.contains({step, part})) over.push_back({case_id, step, part});
  return over;
}

bool takes_form(Act act) { return act == Act::submit || act == Act::supply || act == Act::decide; }

CheckedResult<DoneAct> apply(Desk& desk, store::Writing& writing, OpenCase open, ActRequest request, const http::Caller* caller) {
  if (!request.event.actor.clock) request.event.at = writing.now();
  Evaluated evaluated;
  if (takes_form(request.event.act)) {
    if (request.values) {
      if (Refusals refused = not_theirs(open, *request.values, request.event.act == Act::decide); !refused.empty()) return refused;
      for (const auto& [key, value] : *request.values) open.values[key] = value;
    }
    renew_decided(desk, writing, open);
    evaluated = evaluate(desk, writing, open, writing.now().beijing_day());
    request.event.holds = evaluated.holds;
  }
  auto outcome = procedures::apply(*open.procedure, *desk.services.calendar(), open.state, request.event);
  // What may not be done is said before what is missing.
  if (!outcome) return Refusals{outcome.error()};
  if (outcome->repeated) return DoneAct{std::move(open), {}, "", {}, {}, true};
  if (takes_form(request.event.act))
    if (Refusals refused = refused_form(writing, open, request, std::move(evaluated)); !refused.empty()) return refused;
  if (const Result<void> found = find_target(writing, open, request); !found) return Refusals{found.error()};
  if (request.event.act == Act::merge) outcome->state.merged_into = request.event.into;
  const Waiting before = waiting_in(open.state);
  std::string of_step = open.state.step;
  open.state = std::move(outcome->state);
  DoneAct act{std::move(open), std::move(request.event), std::move(of_step), {}, {}};
  act.over = over_now(act.open.file.id.number, before, waiting_in(act.open.state));
  for (const Effect& effect : outcome->effects)
    if (const Result<void> done = carry_out(desk, writing, act, effect, caller); !done) return Refusals{done.error()};
  return act;
}

CheckedResult<OpenCase> kept(Desk& desk, store::Writing& writing, CheckedResult<DoneAct> act) {
  if (!act) return act.error();
  std::vector<DoneAct> acts;
  acts.push_back(std::move(*act));
  keep_acts(desk, writing, acts);
  return std::move(acts.front().open);
}

}  // namespace

CheckedResult<OpenCase> perform(Desk& desk, store::Writing& writing, const http::Caller& caller, std::int64_t case_id, ActRequest request) {
  auto open = open_case(desk, writing, case_id);
  if (!open) return Refusals{open.error()};
  const bool by_code = request.by_code && open->file.opened_by == 0;
  const http::Caller who = by_code ? caller : as_whom(desk, writing, caller, *open, request.event, writing.now().beijing_day());
  if (!by_code && !sees(who, *open) && request.event.act != Act::object) return Refusals{refuse("cases.not_found")};
  if (request.version && *request.version != open->file.version) return Refusals{refuse("record.changed", {"case_file"})};
  request.event.actor = actor_of(who, *open);
  // Whoever did it did it himself; in whose place stands beside it.
  request.event.actor.account = caller.account;
  if (who.account != caller.account) request.event.in_place_of = who.account;
  if (by_code) request.event.actor.applicant = true;
  return kept(desk, writing, apply(desk, writing, std::move(*open), std::move(request), &who));
}

CheckedResult<DoneAct> act_by_time(Desk& desk, store::Writing& writing, OpenCase open, procedures::Event event) {
  event.actor.clock = true;
  return apply(desk, writing, std::move(open), {.event = std::move(event), .values = std::nullopt}, nullptr);
}

CheckedResult<OpenCase> perform_by_time(Desk& desk, store::Writing& writing, OpenCase open, procedures::Event event) {
  return kept(desk, writing, act_by_time(desk, writing, std::move(open), std::move(event)));
}

}  // namespace laoyou::cases
