// What is written of acts, and of cases at all.
#include "cases/perform.h"
#include "record/json_write.h"

namespace laoyou::cases {

namespace json = boost::json;

CaseEvent event_row(store::Writing& writing, const OpenCase& open, const procedures::Event& event, const std::string& step) {
  const json::object whole{{"reasons", json::array(event.reasons.begin(), event.reasons.end())}, {"text", event.text}, {"holds", event.holds}, {"unit", event.unit},
                           {"account", event.account}, {"into", event.into}, {"level", event.level}, {"role", event.actor.role}, {"in_place_of", event.in_place_of}};
  return {writing.new_id<CaseEvent>(), open.file.region, open.file.id, static_cast<std::int32_t>(open.state.events.size()), event.id, event.at, event.act, step, event.part,
          event.decision, event.actor.account, json::serialize(whole)};
}

void fill_columns(OpenCase& open) {
  CaseFile& file = open.file;
  file.phase = open.state.phase;
  file.step = open.state.step;
  file.ending = open.state.ending;
  file.submitted = open.state.submitted;
  file.ended = open.state.ended;
  file.rating = open.state.rating;
  file.state.clear();
  record::write_json(file.state, open.state, record::View{true});
  file.form = form_text(open);
}

void store_case(Desk& desk, store::Writing& writing, OpenCase& open, bool is_new) {
  fill_columns(open);
  store_with_tasks(desk, writing, {&open}, is_new);
}

namespace {

template <class Each>
void take_all(std::vector<Each>& from, std::vector<Each>& into) {
  into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void keep_acts(Desk& desk, store::Writing& writing, std::vector<DoneAct>& acts) {
  std::vector<Over> over;
  std::vector<Telling> tellings;
  std::vector<CaseEvent> events;
  std::vector<OpenCase*> cases;
  for (DoneAct& act : acts) {
    if (act.repeated) continue;
    take_all(act.over, over);
    take_all(act.tellings, tellings);
    events.push_back(event_row(writing, act.open, act.event, act.of_step));
    fill_columns(act.open);
    cases.push_back(&act.open);
  }
  if (!over.empty() && desk.services.over) desk.services.over(writing, over);
  if (!tellings.empty()) desk.services.tell(writing, tellings);
  writing.beyond_scope().insert_all(events);
  store_with_tasks(desk, writing, cases, false);
  std::vector<Happened> happened;
  for (std::size_t i = 0; i < events.size(); ++i) happened.push_back({cases[i]->file, events[i]});
  if (!happened.empty() && desk.services.happened) desk.services.happened(writing, happened);
}

}  // namespace laoyou::cases
