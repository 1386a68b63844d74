// The worklist of clerks (待核清单): pairs side by side, contradictions, decisions, merges and what undoes them.
#include <boost/json.hpp>
#include <algorithm>
#include <cstdio>

#include "collection/access_note.h"
#include "feeds/decide_task.h"
#include "feeds/desk.h"
#include "feeds/kept_cells.h"
#include "feeds/merge_persons.h"
#include "feeds/person_pages.h"
#include "record/json_read.h"

namespace laoyou::feeds {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

constexpr std::int64_t k_rows_a_page = 50;

/// What a clerk compares of two people, in the order a person reads.
constexpr std::string_view k_compared[] = {"name", "id_number", "born", "sex", "phone", "region", "household", "hukou", "paper_number", "care_grade", "hardship_destitute",
                                           "hardship_low_income", "hardship_disabled", "institution"};

/// The engine's name of a register's field.
std::string_view engine_field(std::string_view field) { return field == "born" ? "birth_date" : field == "region" ? "street" : field == "household" ? "address" : field; }

struct Reasons {
  std::string against;
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> fields;  // level and bits
};

Reasons reasons_of(std::string_view text) {
  Reasons reasons;
  const auto value = record::parse_json_text(text);
  if (!value || !value->is_object()) return reasons;
  reasons.against = std::string(value->at("against").get_string());
  const boost::json::array& fields = value->at("fields").get_array();
  for (const boost::json::value& each : fields) {
    char bits[32];
    std::snprintf(bits, sizeof bits, "%+.1f", each.at("bits").to_number<double>());
    reasons.fields.emplace(std::string(each.at("field").get_string()), std::pair(std::string(each.at("level").get_string()), std::string(bits)));
  }
  return reasons;
}

/// Written first: nobody is shown in full whom the journal does not know of.
Result<void> note_look(const Services& services, Context& context, const std::vector<std::pair<std::int64_t, RegionCode>>& people) {
  return services.store.write(store::acting_of(context).actor, [&](store::Writing& writing) -> Result<void> {
    for (const auto& [id, region] : people)
      writing.insert(collection::AccessNote{writing.new_id<collection::AccessNote>(), region, "resident", id, "name", "核对是否同一人", context.caller().account, context.now()});
    return {};
  }).result();
}

Result<TaskList> list(const Services& services, Context& context, const TasksRequest& request) {
  const Result<RegionCode> place = place_of(context, request.region);
  if (!place) return place.error();
  const store::Scope scope = store::Scope::of_account(*place).owned_by(context.caller().owner);
  Filter filter = Filter().equals("state", request.state.value_or(PersonTaskState::open));
  if (request.kind) filter.equals("kind", *request.kind);
  TaskList answer;
  services.store.read([&](store::Snapshot& snapshot) {
    answer.total = snapshot.count<PersonTask>(scope, filter);
    Filter page = filter;
    page.order_by("certainty", store::Order::falling).page(request.after.value_or(0), k_rows_a_page + 1);
    for (const PersonTask& each : snapshot.select<PersonTask>(scope, page)) answer.rows.push_back(task_row(services, snapshot, scope, each));
  });
  if (std::ssize(answer.rows) > k_rows_a_page) {
    answer.rows.resize(k_rows_a_page);
    answer.next = request.after.value_or(0) + k_rows_a_page;
  }
  return answer;
}

/// One side of a pair: a resident, or what a source says of somebody.
struct Side {
  Cells cells;
  std::optional<RegionCode> region;
};

Side side_of(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, std::int64_t resident, std::int64_t record) {
  const collection::Collection& residents = services.residents();
  Side side{Cells(residents.fields.size()), std::nullopt};
  if (resident != 0) {
    if (auto row = snapshot.find_row(snapshot.catalog().table(residents.record), scope, resident)) side = {std::move(*row), RegionCode()};
    if (side.region) side.region = RegionCode::parse(std::get<std::string>(side.cells[residents.position("region")])).value();
  } else if (const auto said = snapshot.find(scope, Id<FeedRecord>{record})) {
    for (auto& [position, cell] : given_of(residents, said->cells)) side.cells[position] = std::move(cell);
  }
  return side;
}

void words(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const collection::Field& field, const Cell& cell, std::optional<std::string>& zh,
           std::optional<std::string>& en) {
  if (absent(cell)) return;
  if (field.name == "household") {
    const auto household = snapshot.find(scope, Id<registry::Household>{std::get<std::int64_t>(cell)});
    if (household) zh = en = household->address;
    return;
  }
  if (field.codec->kind == "region") {
    zh = en = services.region_name(RegionCode::parse(std::get<std::string>(cell)).value());
    return;
  }
  if (const auto shown = field.shown(cell)) {
    zh = shown->zh;
    en = shown->en;
  }
}

std::vector<ComparedField> compared(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const PersonTask& task, const Side& one, const Side& two,
                                    const Reasons& reasons) {
  const collection::Collection& residents = services.residents();
  std::vector<ComparedField> fields;
  for (const std::string_view name : k_compared) {
    if (task.kind == PersonTaskKind::contradiction && name != task.field && name != "name" && name != "born") continue;
    const std::size_t position = residents.position(name);
    const collection::Field& field = residents.fields[position];
    ComparedField out{field.name, field.sheet_zh, field.sheet_en, {}, {}, {}, {}, {}, {}, {}, {}};
    words(services, snapshot, scope, field, one.cells[position], out.one_zh, out.one_en);
    words(services, snapshot, scope, field, two.cells[position], out.two_zh, out.two_en);
    if (const auto reason = reasons.fields.find(engine_field(name)); reason != reasons.fields.end() && reason->second.first != "missing") {
      out.level = reason->second.first;
      out.bits = reason->second.second;
    }
    if (out.one_zh || out.two_zh) fields.push_back(std::move(out));
  }
  return fields;
}

/// A field that is not among those compared of two people, such as the end of a residence.
void add_contradicted(const Services& services, const PersonTask& task, const Side& one, TaskPage& page) {
  const collection::Collection& residents = services.residents();
  const std::size_t position = residents.position(task.field);
  const collection::Field& field = residents.fields[position];
  std::erase_if(page.fields, [&](const ComparedField& each) { return each.field == task.field; });
  ComparedField out{field.name, field.sheet_zh, field.sheet_en, {}, {}, {}, {}, {}, {}, {}, {}};
  const auto held = field.shown(one.cells[position]);
  if (held) out.one_zh = held->zh, out.one_en = held->en;
  if (const Result<Cell> theirs = value_of(field, task.theirs); !theirs) {
    const Result<boost::json::value> written = record::parse_json_text(task.theirs);
    out.two_zh = out.two_en = written && written->is_string() ? std::string(written->get_string()) : task.theirs;
    out.unfit_zh = message(theirs.error(), Language::zh);
    out.unfit_en = message(theirs.error(), Language::en);
  } else if (const auto shown = field.shown(*theirs)) {
    out.two_zh = shown->zh, out.two_en = shown->en;
  }
  page.fields.insert(page.fields.begin(), std::move(out));
}

Result<TaskPage> one(const Services& services, Context& context, const TaskRequest& request) {
  const store::Scope scope = store::acting_of(context).scope;
  TaskPage page;
  std::vector<std::pair<std::int64_t, RegionCode>> looked_at;
  const bool found = services.store.read([&](store::Snapshot& snapshot) {
    const auto task = snapshot.find(scope, request.id);
    if (!task) return false;
    page.task = task_row(services, snapshot, scope, *task);
    page.note = task->note;
    const Side left = side_of(services, snapshot, scope, task->resident, 0);
    const bool pair = task->kind == PersonTaskKind::same_person;
    const Side right = pair ? side_of(services, snapshot, scope, task->other, task->source_record) : Side{Cells(services.residents().fields.size()), std::nullopt};
    if (!left.region) return task->state == PersonTaskState::done;
    looked_at.emplace_back(task->resident, *left.region);
    if (right.region && task->other != task->resident) looked_at.emplace_back(task->other, *right.region);
    page.one = std::to_string(task->resident);
    if (pair && task->other != 0) page.two = std::to_string(task->other);
    const Reasons reasons = reasons_of(task->reasons);
    page.against = reasons.against;
    page.fields = compared(services, snapshot, scope, *task, left, right, reasons);
    if (!pair) {
      add_contradicted(services, *task, left, page);
      const PersonSources sources = sources_of(services, snapshot, scope, Id<registry::Resident>{task->resident});
      for (const FieldSources& each : sources.fields)
        if (each.field == task->field)
          for (const FieldSaid& said : each.said)
            if (said.holds && page.one_source_zh.empty()) page.one_source_zh = said.name, page.one_source_en = said.name_en;
    }
    const auto merge = snapshot.first<PersonMerge>(scope, Filter().equals("task", store::Cell(task->id.number)).is_absent("undone_at"));
    if (merge) page.merge = merge->id;
    return true;
  });
  if (!found) return refuse("person_tasks.not_found");
  if (const Result<void> noted = note_look(services, context, looked_at); !noted) return noted.error();
  context.show_unmasked();
  return page;
}

Result<Decided> decide(const Services& services, Context& context, const DecideRequest& request) {
  Result<Decided> decided = Decided{};
  const Result<void> done = services.store.write(store::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    decided = decide_task(writing, services.residents(), request, context.caller().account);
    return decided ? Result<void>() : Result<void>(decided.error());
  }).result();
  if (!done) return done.error();
  return decided;
}

Result<void> undo(const Services& services, Context& context, const MergeRequest& request) {
  return services.store.write(store::acting_of(context), [&](store::Writing& writing) { return part_persons(writing, services.residents(), request.id, context.caller().account); }).result();
}

Result<jobs::JobRow> look_for_duplicates(const Services& services, Context& context) {
  const auto job = services.jobs.ask({std::string(k_duplicates_kind), store::acting_of(context), "{}"});
  if (!job) return job.error();
  return services.jobs.row(*job, context);
}

}  // namespace

void add_task_routes(const Services& services, http::RouteTable& table) {
  const auto reads = http::needs({Power::people_write}), sees = http::needs({Power::people_write}).also(Power::people_unmask);
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/person-tasks", reads, {"待核人员", "People to be decided about, the likeliest pairs first"},
                [services](Context& context, const TasksRequest& request) { return list(services, context, request); })
          .never_stored());
  add(http::get("/api/person-tasks/{id}", sees, {"一件待核事项，两份记录并列", "One decision with both records side by side; the look is noted"},
                [services](Context& context, const TaskRequest& request) { return one(services, context, request); })
          .never_stored());
  add(http::post("/api/person-tasks/{id}/decide", sees, {"作出决定：同一人、两个人、以后再定；保留本册、采用来源", "Decide: same, two, later; ours, theirs"},
                 [services](Context& context, const DecideRequest& request) { return decide(services, context, request); })
          .refuses(409, "feeds.task_done"));
  add(http::post("/api/person-merges/{id}/undo", sees, {"撤销合并", "Part two records that were merged"},
                 [services](Context& context, const MergeRequest& request) { return undo(services, context, request); })
          .refuses(409, "feeds.merge_undone"));
  add(http::post("/api/person-tasks/look", sees, {"在登记册中查找重复人员", "Look for people who stand in the register twice, as a job"},
                 [services](Context& context) { return look_for_duplicates(services, context); })
          .creates()
          .refuses(429, "jobs.too_many"));
}

}  // namespace laoyou::feeds
