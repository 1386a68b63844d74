#include "planning/answers/try.h"
#include "planning/routes/tables.h"
#include "record/json_read.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;
using store::Scope;

constexpr std::size_t k_changes_most = 500;

std::string text_of(const std::vector<Change>& changes) {
  std::string text;
  record::write_json(text, changes, record::View{true, true});
  return text;
}

std::vector<Change> changes_of(const Scenario& scenario) {
  std::vector<Change> changes;
  Refusals refusals;
  record::read_json(record::parse_json_text(scenario.changes).value(), changes, "", refusals);
  CHECK(refusals.empty());
  return changes;
}

ScenarioRow row_of(const Services& services, const Scenario& scenario) {
  return {scenario.id,     scenario.version, scenario.region, scenario.name, scenario.note, scenario.kind, scenario.way, scenario.minutes, scenario.metres, scenario.group, changes_of(scenario),
          scenario.made_at, services.account_name(scenario.made_by)};
}

/// What both a new scenario and a changed one say.
template <class Request>
Refusals fill(const Services& services, const Request& request, Scenario& scenario) {
  Refusals refusals;
  const Result<Question> question = question_of(rules_for(services, request.region), request.kind, request.way, request.minutes, request.metres, request.group);
  if (!question) refusals.push_back(question.error());
  if (request.name.empty()) refusals.push_back(at("/name", refuse("json.missing_field", {"name"})));
  if (request.changes.size() > k_changes_most) refusals.push_back(at("/changes", refuse("planning.too_many_changes", {std::to_string(k_changes_most)})));
  if (!refusals.empty()) return refusals;
  scenario.region = request.region;
  scenario.name = request.name;
  scenario.note = request.note;
  scenario.kind = request.kind;
  scenario.way = request.way;
  scenario.minutes = request.minutes;
  scenario.metres = request.metres;
  scenario.group = question->group;
  scenario.changes = text_of(request.changes);
  return {};
}

CheckedResult<ScenarioRow> make(const Services& services, Context& context, const ScenarioInput& request) {
  Scenario scenario;
  if (Refusals refusals = fill(services, request, scenario); !refusals.empty()) return refusals;
  const Result<void> done = services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    scenario.id = writing.new_id<Scenario>();
    scenario.version = 1;
    scenario.made_at = writing.now();
    scenario.made_by = writing.actor().account;
    writing.insert(scenario);
    return {};
  }).result();
  if (!done) return Refusals{done.error()};
  return row_of(services, scenario);
}

CheckedResult<ScenarioRow> change(const Services& services, Context& context, const ScenarioUpdate& request) {
  Scenario filled;
  if (Refusals refusals = fill(services, request, filled); !refusals.empty()) return refusals;
  const Result<void> done = services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    const auto known = writing.find<Scenario>(writing.scope(), request.id);
    if (!known) return refuse("planning.scenario_not_found");
    filled.id = known->id;
    filled.version = request.version;
    filled.made_at = known->made_at;
    filled.made_by = known->made_by;
    writing.update(filled);
    filled = *writing.find<Scenario>(writing.scope(), request.id);
    return {};
  }).result();
  if (!done) return Refusals{done.error()};
  return row_of(services, filled);
}

Result<void> remove(const Services& services, Context& context, const RemoveScenarioRequest& request) {
  return services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    const auto known = writing.find<Scenario>(writing.scope(), request.id);
    if (!known) return refuse("planning.scenario_not_found");
    if (known->version != request.version) return refuse("record.changed");
    writing.remove(request.id);
    return {};
  }).result();
}

Result<ScenarioList> list(const Services& services, Context& context, const RegionRequest& request) {
  ScenarioList answer;
  const auto found = services.store.read([&](store::Snapshot& snapshot) {
    return snapshot.select<Scenario>(Scope::of_account(region_of(context, request.region)), store::Filter().order_by("made_at", store::Order::falling));
  });
  for (const Scenario& each : found) answer.rows.push_back(row_of(services, each));
  return answer;
}

Result<Scenario> find(const Services& services, const Context& context, Id<Scenario> id) {
  const auto found = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find<Scenario>(Scope::of_account(context.caller().scope), id); });
  if (!found) return refuse("planning.scenario_not_found");
  return *found;
}

CheckedResult<TryAnswer> outcome(const Services& services, Context& context, const ScenarioRequest& request) {
  const Result<Scenario> scenario = find(services, context, request.id);
  if (!scenario) return Refusals{scenario.error()};
  const Result<View> view = view_of(services, scenario->region);
  if (!view) return Refusals{view.error()};
  const Result<Question> question = question_of(view->situation->registers().rules, scenario->kind, scenario->way, scenario->minutes, scenario->metres, scenario->group);
  if (!question) return Refusals{question.error()};
  return try_changes(*view->situation, *question, view->within, changes_of(*scenario), *services.regions());
}

Result<DraftedProjects> draft(const Services& services, Context& context, const ScenarioRequest& request) {
  const Result<Scenario> scenario = find(services, context, request.id);
  if (!scenario) return scenario.error();
  const Result<View> view = view_of(services, scenario->region);
  if (!view) return view.error();
  std::vector<DraftPlace> places;
  for (const Change& each : changes_of(*scenario))
    if (each.what == ChangeKind::put && each.longitude && each.latitude)
      places.push_back({region_at(*view->situation, view->within, {*each.longitude, *each.latitude}), each.name.value_or(scenario->name), each.capacity});
  if (places.empty()) return refuse("planning.nothing_to_draft");
  return draft_projects(services, context, scenario->kind, places);
}

}  // namespace

http::RouteTable scenario_routes(const Services& services) {
  const http::Access readers = http::needs({Power::projects_read}), writers = http::needs({Power::projects_write});
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/planning/scenarios", readers, {"存下的推演方案", "Scenarios that were kept"},
                [services](Context& context, const RegionRequest& request) { return list(services, context, request); }));
  add(http::post("/api/planning/scenarios", writers, {"存下一个推演方案", "Keep a scenario"},
                 [services](Context& context, const ScenarioInput& request) { return make(services, context, request); })
          .creates());
  add(http::put("/api/planning/scenarios/{id}", writers, {"修改推演方案", "Change a scenario"},
                [services](Context& context, const ScenarioUpdate& request) { return change(services, context, request); })
          .refuses(409, "record.changed"));
  add(http::post("/api/planning/scenarios/{id}/remove", writers, {"删除推演方案", "Remove a scenario"},
                 [services](Context& context, const RemoveScenarioRequest& request) { return remove(services, context, request); })
          .refuses(409, "record.changed"));
  add(http::get("/api/planning/scenarios/{id}/outcome", readers, {"推演方案与今天相比", "A scenario against today"},
                [services](Context& context, const ScenarioRequest& request) { return outcome(services, context, request); })
          .heavy());
  add(http::post("/api/planning/scenarios/{id}/draft", writers, {"推演方案拟为项目草案", "Draft a scenario's places as projects"},
                 [services](Context& context, const ScenarioRequest& request) { return draft(services, context, request); })
          .creates());
  return table;
}

}  // namespace laoyou::planning
