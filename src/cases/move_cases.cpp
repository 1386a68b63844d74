// Running cases that go over to the version of their procedure that is in force: looked at first, then done, as an event of each.
#include "procedures/move.h"

#include "cases/perform.h"
#include "base/messages.h"
#include "cases/route_kit.h"

namespace laoyou::cases {
namespace {

using http::Context;
using http::Incoming;
using store::Filter;
using store::Scope;

/// Cases of a procedure within the caller's place that have not ended and run by another version than the one in force for them.
std::vector<OpenCase> behind(Desk& desk, store::Snapshot& snapshot, const http::Caller& caller, const std::string& key) {
  std::vector<OpenCase> all;
  for (const CaseFile& file : snapshot.select<CaseFile>(Scope::of_account(caller.scope), Filter().equals("procedure", key).differs("phase", procedures::Phase::ended).order_by("id"))) {
    const ProcedurePtr now = find_procedure(desk, key, file.region);
    if (!now || now->version == file.procedure_version) continue;
    if (auto open = open_case(desk, snapshot, file.id.number)) all.push_back(std::move(*open));
  }
  return all;
}

MoveLine preview(Desk& desk, const OpenCase& open, Context& context) {
  const ProcedurePtr to = find_procedure(desk, open.file.procedure, open.file.region);
  MoveLine line{case_head(desk, open, context.now()), open.file.id, open.file.version, open.file.rating, open.file.procedure_version, to->version, {}, {}};
  for (const Refusal& each : refused_move(open, *to)) line.hindered.push_back(message(each, context.language()));
  if (line.hindered.empty()) line.due_then = next_passing(desk, *to, open.state);
  return line;
}

CheckedResult<MoveLines> look(Desk& desk, Context& context, const Incoming& incoming) {
  return desk.services.store.read([&](store::Snapshot& snapshot) {
    MoveLines lines;
    for (const OpenCase& open : behind(desk, snapshot, context.caller(), field(incoming, "key"))) lines.rows.push_back(preview(desk, open, context));
    return lines;
  });
}

/// All that nothing hinders; the others stay as they are and are told.
CheckedResult<Moved> move_all(Desk& desk, Context& context, const Incoming& incoming) {
  Moved done_with;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    done_with = {};
    for (OpenCase& open : behind(desk, writing, context.caller(), field(incoming, "key"))) {
      const ProcedurePtr to = find_procedure(desk, open.file.procedure, open.file.region);
      if (!refused_move(open, *to).empty()) {
        ++done_with.left;
        continue;
      }
      if (const Result<void> done = move_case(desk, writing, std::move(open), to, context.caller().account); !done) return done.error();
      ++done_with.moved;
    }
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return done_with;
}

}  // namespace

Refusals refused_move(const OpenCase& open, const procedures::Procedure& to) {
  std::vector<std::string> filled_in;
  for (const auto& [key, value] : open.values)
    if (!value.is_null()) filled_in.emplace_back(key);
  return procedures::refused_move(to, open.state, filled_in);
}

Result<void> move_case(Desk& desk, store::Writing& writing, OpenCase open, const ProcedurePtr& to, std::int64_t account) {
  procedures::Event event;
  event.act = procedures::Act::move;
  event.at = writing.now();
  event.part = open.file.procedure_version;
  event.decision = to->version;
  event.id = "move/" + event.part + "/" + event.decision + "/" + std::to_string(open.state.events.size());
  event.actor.account = account;
  keep_version(desk.services, writing, *open.procedure);
  keep_version(desk.services, writing, *to);
  open.procedure = to;
  open.file.procedure_version = to->version;
  const Evaluated evaluated = evaluate(desk, writing, open, writing.now().beijing_day());
  if (!evaluated.refusals.empty()) return evaluated.refusals.front();
  event.holds = evaluated.holds;
  open.state = procedures::moved(std::move(open.state), event);
  std::vector<DoneAct> acts;
  std::string of_step = open.state.step;
  acts.push_back({std::move(open), std::move(event), std::move(of_step), {}, {}});
  keep_acts(desk, writing, acts);
  return {};
}

void add_move_routes(const DeskPtr& desk, http::RouteTable& table) {
  using http::Verb;
  const http::Access managers = http::needs({powers::Power::plans_reload});
  const http::DescribedField key = asked("key", "键", "Key", true);
  table.push_back(route(desk, Verb::get, "/api/procedures/{key}/moves", managers, {"预览转入新版本", "What going over to the version in force would do"}, {key}, look));
  table.push_back(route(desk, Verb::post, "/api/procedures/{key}/moves", managers, {"在办件转入新版本", "Running cases go over to the version in force"}, {key}, move_all));
}

}  // namespace laoyou::cases
