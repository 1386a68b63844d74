#include "cases/perform.h"

#include <set>

#include "cases/deputies.h"
#include "record/json_write.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using procedures::Act;
using procedures::Effect;

template <record::Described T>
std::string text_of(const T& record) {
  std::string text;
  record::write_json(text, record, record::View{true});
  return text;
}

Result<void> carry_out(Desk& desk, store::Writing& writing, OpenCase& open, const procedures::Event& event, const Effect& effect, const http::Caller* caller) {
  switch (effect.what) {
    case Effect::What::tell_applicant:
    case Effect::What::tell_office:
    case Effect::What::tell_above: tell(desk, writing, open, event, effect); return {};
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

CaseEvent keep_event(store::Writing& writing, const OpenCase& open, const procedures::Event& event, const std::string& step) {
  json::object whole{{"reasons", json::array(event.reasons.begin(), event.reasons.end())}, {"text", event.text}, {"holds", event.holds}, {"unit", event.unit},
                     {"account", event.account}, {"into", event.into}, {"level", event.level}, {"role", event.actor.role}, {"in_place_of", event.in_place_of}};
  const CaseEvent kept{writing.new_id<CaseEvent>(), open.file.region, open.file.id, static_cast<std::int32_t>(open.state.events.size()), event.id, event.at, event.act, step, event.part,
                       event.decision, event.actor.account, json::serialize(whole)};
  writing.beyond_scope().insert(kept);
  return kept;
}

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

/// Whoever was told of something that waits no more has nothing to do.
void settle_over(Desk& desk, store::Writing& writing, std::int64_t case_id, const Waiting& before, const Waiting& now) {
  if (!desk.services.over) return;
  for (const auto& [step, part] : before)
    if (!now.contains({step, part})) desk.services.over(writing, case_id, step, part);
}

bool takes_form(Act act) { return act == Act::submit || act == Act::supply || act == Act::decide; }

CheckedResult<OpenCase> apply(Desk& desk, store::Writing& writing, OpenCase open, ActRequest request, const http::Caller* caller) {
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
  if (outcome->repeated) return open;
  if (takes_form(request.event.act))
    if (Refusals refused = refused_form(writing, open, request, std::move(evaluated)); !refused.empty()) return refused;
  if (const Result<void> found = find_target(writing, open, request); !found) return Refusals{found.error()};
  if (request.event.act == Act::merge) outcome->state.merged_into = request.event.into;
  const std::string step = open.state.step;
  const Waiting before = waiting_in(open.state);
  open.state = std::move(outcome->state);
  settle_over(desk, writing, open.file.id.number, before, waiting_in(open.state));
  for (const Effect& effect : outcome->effects)
    if (const Result<void> done = carry_out(desk, writing, open, request.event, effect, caller); !done) return Refusals{done.error()};
  const CaseEvent kept = keep_event(writing, open, request.event, step);
  store_case(desk, writing, open, false);
  if (desk.services.happened) desk.services.happened(writing, open.file, kept);
  return open;
}

}  // namespace

void store_case(Desk& desk, store::Writing& writing, OpenCase& open, bool is_new) {
  CaseFile& file = open.file;
  file.phase = open.state.phase;
  file.step = open.state.step;
  file.ending = open.state.ending;
  file.submitted = open.state.submitted;
  file.ended = open.state.ended;
  file.rating = open.state.rating;
  file.state = text_of(open.state);
  file.form = form_text(open);
  store_with_tasks(desk, writing, open, is_new);
}

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
  return apply(desk, writing, std::move(*open), std::move(request), &who);
}

CheckedResult<OpenCase> perform_by_time(Desk& desk, store::Writing& writing, OpenCase open, procedures::Event event) {
  event.actor.clock = true;
  return apply(desk, writing, std::move(open), {.event = std::move(event), .values = std::nullopt}, nullptr);
}

}  // namespace laoyou::cases
