#include "procedures/check_examples.h"

#include "procedures/form_values.h"

namespace laoyou::procedures {
namespace {

/// Monday, nine in the morning, Beijing time.
const Instant k_begin{1'772'413'200'000};
constexpr std::int64_t k_hour_ms = 3'600'000;
/// A county of the list; a walk is the same in every place.
const RegionCode k_county = RegionCode::from_number(450203000000);

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

class Walk {
 public:
  Walk(const Procedure& procedure, const ExampleWalk& example, Refusals& refusals) : procedure_(procedure), example_(example), refusals_(refusals) { state_.region = k_county; }

  void run() {
    FormValues values(procedure_.form, {k_county, k_begin.beijing_day(), k_begin.beijing_day()});
    for (std::size_t given = 0; given < example_.given_names.size(); ++given) {
      const Result<void> taken = values.take_literal(example_.given_names[given].text, example_.given_values[given].text);
      if (!taken) return refusals_.push_back(at(example_.given_values[given].place(0), taken.error()));
    }
    holds_ = values.holds();
    for (const rules::SourceText& act : example_.acts)
      if (!play(act)) return;
    const std::string got = state_.phase == Phase::ended ? state_.ending : state_.step;
    const std::string& wanted = example_.ending.empty() ? example_.step : example_.ending;
    if (got != wanted) refusals_.push_back(at(example_.place, refuse("procedures.example_differs", {wanted, got})));
  }

 private:
  std::optional<Event> event_of(const std::string& text) const {
    const std::vector<std::string> words = parts_of(text);
    Event event;
    event.id = std::to_string(state_.events.size());
    event.holds = holds_;
    event.text = "示例";
    const auto act = record::Leaf<Act>::from_json_text(words[0]);
    if (words.size() == 1) {
      if (!act) return std::nullopt;
      event.act = *act;
      if ((event.act == Act::suspend || event.act == Act::resume || event.act == Act::merge) && !state_.parts.empty()) event.part = state_.parts.front().part;
      return event;
    }
    if (words[0] != state_.step) return std::nullopt;
    const std::string& last = words.back();
    event.part = words.size() == 3 ? words[1] : words[0];
    if (words.size() == 2 && last != "object" && !state_.parts.empty()) event.part = state_.parts.front().part;
    if (last == "passes")
      event.act = Act::pass;
    else if (last == "object")
      event.act = Act::object;
    else if (last == "ask")
      event.act = Act::ask;
    else {
      event.act = Act::decide;
      event.decision = last;
    }
    if (event.act == Act::pass && state_.phase == Phase::asked) event.part.clear();
    return event;
  }

  bool play(const rules::SourceText& act) {
    std::optional<Event> event = event_of(act.text);
    if (!event) return refuse_act(act, "");
    static const Calendar k_weekdays;
    event->at = state_.changed.value_or(k_begin).plus_milliseconds(k_hour_ms);
    if (event->act == Act::pass)
      for (const Deadline& each : deadlines(procedure_, k_weekdays, state_))
        if (each.act == Act::pass && each.part == event->part) event->at = each.at;
    for (const Allowed& each : allowed(procedure_, state_))
      if (each.act == event->act && each.part == event->part && each.decision == event->decision) event->actor = actor_of(procedure_, state_, each.office, each.part);
    Result<Outcome> outcome = apply(procedure_, k_weekdays, state_, *event);
    if (!outcome) return refuse_act(act, outcome.error().code);
    state_ = std::move(outcome->state);
    return true;
  }

  bool refuse_act(const rules::SourceText& act, const std::string&) {
    std::vector<std::string> possible;
    for (const Allowed& each : allowed(procedure_, state_)) {
      std::string name = record::Leaf<Act>::to_json_text(each.act);
      if (each.act == Act::decide) name = state_.step + (each.part == state_.step ? "." : "." + each.part + ".") + each.decision;
      if (each.act == Act::pass) name = state_.step + ".passes";
      if (each.act == Act::ask || each.act == Act::object) name = state_.step + "." + name;
      if (each.act != Act::remind && std::find(possible.begin(), possible.end(), name) == possible.end()) possible.push_back(name);
    }
    std::string list;
    for (const std::string& each : possible) list += (list.empty() ? "" : ", ") + each;
    refusals_.push_back(at(act.place(0), refuse("procedures.example_act", {act.text, list})));
    return false;
  }

  const Procedure& procedure_;
  const ExampleWalk& example_;
  Refusals& refusals_;
  State state_;
  std::string holds_;
};

}  // namespace

Actor actor_of(const Procedure& procedure, const State& state, std::string_view office, std::string_view part) {
  Actor actor;
  actor.clock = office == k_clock;
  actor.applicant = office == k_applicant;
  const Office* known = procedure.find_office(office);
  if (actor.clock || actor.applicant || known == nullptr) return actor;
  actor.account = 1;
  actor.role = known->roles.empty() ? "" : known->roles.front();
  actor.powers = powers::Powers::all();
  actor.region = known->level ? place_of_office(state.region, *known->level) : state.region;
  if (const PartState* now = state.find(part)) actor.unit = now->unit;
  return actor;
}

void check_examples(const Procedure& procedure, Refusals& refusals) {
  for (const ExampleWalk& example : procedure.examples) Walk(procedure, example, refusals).run();
}

}  // namespace laoyou::procedures
