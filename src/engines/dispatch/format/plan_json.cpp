#include "engines/dispatch/format/plan_json.h"

#include <map>

#include "base/messages.h"
#include "engines/dispatch/format/json_reader.h"

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

const std::string& visit_id(const Problem& problem, int visit) { return problem.visits[static_cast<std::size_t>(visit)].id; }
const std::string& carer_id(const Problem& problem, int carer) { return problem.carers[static_cast<std::size_t>(carer)].id; }

json::object write_terms(const Terms& terms) {
  json::object object;
  for (std::size_t i = 0; i < k_terms; ++i) object[name_of(static_cast<Term>(i))] = terms[i];
  return object;
}

json::object write_stop(const Problem& problem, const TimedStop& stop) {
  json::object object;
  if (stop.visit == k_break)
    object["break"] = true;
  else
    object["visit"] = visit_id(problem, stop.visit);
  object["arrival_s"] = stop.arrival_s;
  object["start_s"] = stop.start_s;
  return object;
}

json::array write_routes(const Problem& problem, const Judgement& judgement) {
  json::array routes;
  for (std::size_t s = 0; s < judgement.routes.size(); ++s) {
    const TimedRoute& route = judgement.routes[s];
    if (route.stops.empty()) continue;
    json::array stops;
    for (const TimedStop& stop : route.stops) stops.push_back(write_stop(problem, stop));
    routes.push_back(json::object{{"shift", s}, {"carer", carer_id(problem, problem.shifts[s].carer)}, {"leaves_s", route.leaves_s}, {"ends_s", route.ends_s}, {"work_s", route.work_s}, {"stops", std::move(stops)}});
  }
  return routes;
}

std::string_view name_of_relief(Relief::Kind kind) {
  switch (kind) {
    case Relief::Kind::grant_skill: return "grant_skill";
    case Relief::Kind::drop_wish: return "drop_wish";
    case Relief::Kind::lift_exclusion: return "lift_exclusion";
    case Relief::Kind::drop_pin: return "drop_pin";
    case Relief::Kind::delay_pin: return "delay_pin_s";
    case Relief::Kind::widen_window: return "widen_window_s";
    case Relief::Kind::extend_shift: return "extend_shift_s";
    case Relief::Kind::raise_work: return "raise_work_s";
    case Relief::Kind::raise_carer_work: return "raise_carer_work_s";
    case Relief::Kind::delay_break: return "delay_break_s";
    case Relief::Kind::delay_shift: return "delay_shift_s";
    case Relief::Kind::raise_link: return "raise_link_s";
    case Relief::Kind::lower_link: return "lower_link_s";
    case Relief::Kind::move_visit: return "move_visit";
  }
  return "";
}

json::array write_reliefs(const Problem& problem, const std::vector<Relief>& reliefs) {
  json::array array;
  for (const Relief& relief : reliefs) {
    json::object object{{"change", name_of_relief(relief.kind)}};
    if (relief.visit != k_none) object["visit"] = visit_id(problem, relief.visit);
    if (relief.carer != k_none) object["carer"] = carer_id(problem, relief.carer);
    if (relief.shift != k_none) object["shift"] = relief.shift;
    if (relief.skill != k_none) object["skill"] = problem.skills[static_cast<std::size_t>(relief.skill)];
    if (relief.link != k_none) {
      const Link& link = problem.links[static_cast<std::size_t>(relief.link)];
      object["first"] = visit_id(problem, link.first);
      object["second"] = visit_id(problem, link.second);
    }
    if (relief.kind == Relief::Kind::move_visit)
      object["finds_another_place"] = relief.amount == 1;
    else if (relief.amount != 0)
      object["amount"] = relief.amount;
    array.push_back(std::move(object));
  }
  return array;
}

json::array write_partners(const Problem& problem, const std::vector<Placing>& placings) {
  json::array array;
  for (std::size_t i = 1; i < placings.size(); ++i)
    array.push_back(json::object{{"visit", visit_id(problem, placings[i].visit)}, {"carer", carer_id(problem, problem.shifts[static_cast<std::size_t>(placings[i].shift)].carer)}, {"shift", placings[i].shift}, {"stop", placings[i].stop}});
  return array;
}

/// The rules alone: the route in which they would be broken is in no file.
json::array write_barred(const Problem& problem, const std::vector<Broken>& barred) {
  Refusals refusals;
  for (const Broken& broken : barred) {
    refusals.push_back(refusal_of(problem, broken));
    refusals.back().place.clear();
  }
  return write_refusals(refusals);
}

json::object write_explanation(const Problem& problem, const Explanation& explanation) {
  json::array carers;
  for (const Obstacle& obstacle : explanation.obstacles) {
    const Placing& own = obstacle.placings.front();
    json::object object{{"carer", carer_id(problem, obstacle.carer)}, {"shift", own.shift}, {"stop", own.stop}, {"blocked_unless", write_reliefs(problem, obstacle.reliefs)}};
    if (obstacle.placings.size() > 1) object["with"] = write_partners(problem, obstacle.placings);
    carers.push_back(std::move(object));
  }
  json::object object{{"carers", std::move(carers)}, {"freed_by", write_reliefs(problem, explanation.cheapest)}};
  if (!explanation.barred.empty()) object["barred_by"] = write_barred(problem, explanation.barred);
  return object;
}

json::array write_unserved(const Problem& problem, const Answer& answer, const std::vector<Explanation>& explanations) {
  json::array unserved;
  for (int visit : answer.judgement.unserved) {
    json::object object{{"visit", visit_id(problem, visit)}, {"prize", problem.visits[static_cast<std::size_t>(visit)].prize}};
    for (const Unservable& unservable : answer.unservable)
      if (unservable.visit == visit) object["nobody"] = write_refusals({unservable.reason})[0];
    for (const Explanation& explanation : explanations)
      if (explanation.visit == visit) object["reasons"] = write_explanation(problem, explanation);
    unserved.push_back(std::move(object));
  }
  return unserved;
}

json::array write_choices(const Problem& problem, const std::vector<Choice>& choices) {
  json::array array;
  for (const Choice& choice : choices) {
    json::object object{{"visit", visit_id(problem, choice.visit)}, {"carer", carer_id(problem, choice.carer)}};
    if (choice.locked) {
      object["locked"] = true;
    } else {
      object["others_able"] = choice.able;
      object["others_possible"] = choice.possible;
    }
    if (choice.other != k_none) {
      object["best_other"] = carer_id(problem, choice.other);
      object["other_changes"] = write_terms(choice.dearer);
    }
    array.push_back(std::move(object));
  }
  return array;
}

class PlanReader {
 public:
  PlanReader(const Problem& problem, Unknown unknown) : problem_(problem), unknown_(unknown) {
    for (std::size_t v = 0; v < problem.visits.size(); ++v) visits_.emplace(problem.visits[v].id, static_cast<int>(v));
    plan_.routes.resize(problem.shifts.size());
  }

  CheckedResult<Plan> read(const json::value& root) {
    JsonReader reader(root, "", refusals_);
    reader.head("laoyou.dispatch.plan");
    reader.each("routes", [this](const auto& value, const auto& path) { read_route(value, path); });
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(plan_);
  }

 private:
  void read_route(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    const std::int64_t shift = reader.integer("shift");
    const std::string carer = reader.text("carer");
    const bool known = shift >= 0 && shift < static_cast<std::int64_t>(problem_.shifts.size());
    if (!known || carer_id(problem_, problem_.shifts[static_cast<std::size_t>(shift)].carer) != carer) {
      if (unknown_ == Unknown::refuse || !known) reader.refuse_member("shift", "unknown_id", {std::to_string(shift), carer});
      return;
    }
    reader.each("stops", [&](const json::value& stop, const std::string& stop_path) {
      JsonReader item(stop, stop_path, refusals_);
      auto& route = plan_.routes[static_cast<std::size_t>(shift)];
      if (item.boolean("break", false)) return route.push_back(k_break);
      const std::string visit = item.text("visit");
      const auto found = visits_.find(visit);
      if (found != visits_.end()) return route.push_back(found->second);
      if (unknown_ == Unknown::refuse) item.refuse_member("visit", "unknown_id", {visit});
    });
  }

  const Problem& problem_;
  Unknown unknown_;
  Ids visits_;
  Plan plan_;
  Refusals refusals_;
};

const json::value* find(const json::value* value, std::string_view name) {
  const json::object* object = value ? value->if_object() : nullptr;
  return object ? object->if_contains(name) : nullptr;
}

void compare(Refusals& refusals, const json::value* claimed, std::int64_t judged, const std::string& place, const char* what) {
  boost::system::error_code failed;
  if (claimed == nullptr) return;
  const std::int64_t value = claimed->is_number() ? claimed->to_number<std::int64_t>(failed) : 0;
  if (!claimed->is_number() || failed || value != judged)
    refusals.push_back({std::string("dispatch.check.claimed_") + what, place, {json::serialize(*claimed), std::to_string(judged)}});
}

}  // namespace

CheckedResult<Plan> read_plan(const Problem& problem, const json::value& value, Unknown unknown) { return PlanReader(problem, unknown).read(value); }

Refusals compare_claims(const json::value& value, const Judgement& judgement) {
  Refusals refusals;
  for (std::size_t i = 0; i < k_terms; ++i) {
    const auto name = name_of(static_cast<Term>(i));
    compare(refusals, find(find(&value, "terms"), name), judgement.terms[i], "/terms/" + std::string(name), "term");
  }
  const json::value* routes = find(&value, "routes");
  const json::array* list = routes ? routes->if_array() : nullptr;
  for (std::size_t r = 0; list != nullptr && r < list->size(); ++r) {
    const json::value* shift = find(&(*list)[r], "shift");
    const json::value* stops = find(&(*list)[r], "stops");
    if (shift == nullptr || !shift->is_int64() || stops == nullptr || !stops->is_array()) continue;
    const auto s = static_cast<std::size_t>(shift->as_int64());
    if (s >= judgement.routes.size() || stops->as_array().size() != judgement.routes[s].stops.size()) continue;
    for (std::size_t i = 0; i < stops->as_array().size(); ++i)
      compare(refusals, find(&stops->as_array()[i], "start_s"), judgement.routes[s].stops[i].start_s,
              "/routes/" + std::to_string(r) + "/stops/" + std::to_string(i) + "/start_s", "start");
  }
  return refusals;
}

json::object write_answer(const Problem& problem, const Answer& answer, const std::vector<Explanation>& explanations, const std::vector<Choice>& choices) {
  json::object root{{"format", "laoyou.dispatch.plan"}, {"version", 1}};
  root["levels"] = json::value_from(answer.levels);
  root["terms"] = write_terms(answer.judgement.terms);
  root["routes"] = write_routes(problem, answer.judgement);
  root["unserved"] = write_unserved(problem, answer, explanations);
  if (!choices.empty()) root["choices"] = write_choices(problem, choices);
  root["iterations"] = answer.iterations;
  return root;
}

Refusals refusals_in_file(const Problem& problem, const std::vector<Broken>& broken, const json::value& value) {
  std::map<std::pair<int, std::size_t>, std::string> places;
  std::map<int, std::size_t> read;  // a shift may stand in several routes
  const json::value* routes = find(&value, "routes");
  const json::array* list = routes ? routes->if_array() : nullptr;
  for (std::size_t r = 0; list != nullptr && r < list->size(); ++r) {
    const json::value* shift = find(&(*list)[r], "shift");
    const json::value* stops = find(&(*list)[r], "stops");
    if (shift == nullptr || !shift->is_int64()) continue;
    const int s = static_cast<int>(shift->as_int64());
    const std::string route = "/routes/" + std::to_string(r);
    const std::size_t count = stops != nullptr && stops->is_array() ? stops->as_array().size() : 0;
    for (std::size_t i = 0; i < count; ++i) places[{s, read[s]++}] = route + "/stops/" + std::to_string(i);
    places[{s, read[s]}] = route;
  }
  Refusals refusals;
  for (const Broken& one : broken) {
    refusals.push_back(refusal_of(problem, one));
    const auto place = places.find({one.shift, one.stop});
    refusals.back().place = place != places.end() ? place->second : "/routes";
  }
  return refusals;
}

json::array write_refusals(const Refusals& refusals) {
  json::array array;
  for (const Refusal& refusal : refusals)
    array.push_back(json::object{{"code", refusal.code}, {"place", refusal.place}, {"words", json::value_from(refusal.words)}, {"zh", message(refusal, Language::zh)}, {"en", message(refusal, Language::en)}});
  return array;
}

}  // namespace laoyou::dispatch
