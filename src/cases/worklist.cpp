#include "cases/worklist.h"

#include <algorithm>
#include <set>

#include "cases/answers.h"
#include "cases/deputies.h"

namespace laoyou::cases {
namespace {

using store::Filter;

/// Offices hold their tasks by a role or, where none is named, by a power: each power that the caller has.
std::vector<std::string> by_power(const http::Caller& caller) {
  std::vector<std::string> all;
  for (const powers::Power power : caller.powers.list()) all.push_back("power:" + record::Leaf<powers::Power>::to_json_text(power));
  return all;
}

/// Which tasks are the caller's: the rows that one of these finds. The role's tasks are many, and an index has them in the order of their terms; those of a
/// power are few, and one question finds them all.
std::vector<Filter> holdings(const http::Caller& caller) {
  std::vector<Filter> all;
  const std::string role = "role:" + caller.role;
  std::vector<std::string> holders = by_power(caller);
  if (!caller.owner) {
    const std::vector<std::int64_t> units{0, caller.unit};
    all.push_back(Filter().equals("holder", role).equals("region", caller.scope).one_of("unit", units));
    if (!holders.empty()) all.push_back(Filter().one_of("holder", holders).equals("region", caller.scope).one_of("unit", units));
    return all;
  }
  holders.push_back(role);
  if (caller.owner->kind == powers::OwnerKind::institution) all.push_back(Filter().equals("institution", caller.owner->id).one_of("holder", holders).equals("unit", std::int64_t{0}));
  if (caller.unit != 0) all.push_back(Filter().equals("unit", caller.unit).one_of("holder", holders));
  return all;
}

Filter bounded(Filter filter, const WorklistPage& page) {
  if (!page.procedure.empty()) filter.equals("procedure", page.procedure);
  if (page.from) filter.greater("due", *page.from);
  if (page.until) filter.at_most("due", *page.until);
  // Within one moment by the unit: so the index has them.
  filter.order_by("due").order_by("unit").page(0, page.offset + page.rows);
  return filter;
}

}  // namespace

std::map<Instant, std::int64_t> terms_of(const store::Snapshot& snapshot, const http::Caller& caller, Instant until) {
  std::map<Instant, std::int64_t> all;
  for (Filter& filter : holdings(caller))
    for (const auto& [due, count] : snapshot.count_by<CaseTask>(store::Scope::country(), filter.at_most("due", until), "due")) all[record::Leaf<Instant>::from_cell(due).value()] += count;
  return all;
}

std::vector<CaseTask> worklist_of(const store::Snapshot& snapshot, const http::Caller& caller, const WorklistPage& page) {
  std::vector<CaseTask> all;
  for (Filter& filter : holdings(caller))
    for (CaseTask& task : snapshot.select<CaseTask>(store::Scope::country(), bounded(std::move(filter), page))) all.push_back(std::move(task));
  std::stable_sort(all.begin(), all.end(), [](const CaseTask& one, const CaseTask& other) { return one.due < other.due; });
  // An office of several places holds a part once for each.
  std::vector<CaseTask> page_rows;
  std::set<std::pair<std::int64_t, std::string>> seen;
  std::int64_t left_out = 0;
  for (CaseTask& task : all) {
    if (!seen.emplace(task.of_case.number, task.part).second || left_out++ < page.offset) continue;
    if (static_cast<std::int64_t>(page_rows.size()) == page.rows) break;
    page_rows.push_back(std::move(task));
  }
  return page_rows;
}

namespace {

/// A task with the absent colleague whose it is; 0: one's own.
struct Waiting {
  CaseTask task;
  std::int64_t in_place_of = 0;
};

/// One's own tasks and those of absent colleagues, the most urgent first; what is one's own anyway stands once.
std::vector<Waiting> all_waiting(Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, const WorklistPage& page, Date today) {
  std::vector<Waiting> all;
  const std::vector<http::Caller> absent = absent_colleagues(desk, snapshot, caller, today);
  if (absent.empty()) {
    for (CaseTask& task : worklist_of(snapshot, caller, page)) all.push_back({std::move(task)});
    return all;
  }
  WorklistPage whole = page;
  whole.offset = 0;
  whole.rows = page.offset + page.rows;
  std::set<std::pair<std::int64_t, std::string>> seen;
  const auto take = [&](const http::Caller& of, std::int64_t in_place_of) {
    for (CaseTask& task : worklist_of(snapshot, of, whole))
      if (seen.emplace(task.of_case.number, task.part).second) all.push_back({std::move(task), in_place_of});
  };
  take(caller, 0);
  for (const http::Caller& each : absent) take(each, each.account);
  std::stable_sort(all.begin(), all.end(), [](const Waiting& one, const Waiting& other) { return one.task.due < other.task.due; });
  const auto size = static_cast<std::int64_t>(all.size());
  return {std::make_move_iterator(all.begin() + std::min(page.offset, size)), std::make_move_iterator(all.begin() + std::min(page.offset + page.rows, size))};
}

/// All of a page at once.
std::map<std::int64_t, CaseFile> files_of(const store::Snapshot& snapshot, const std::vector<Waiting>& waiting) {
  std::vector<std::int64_t> ids;
  for (const Waiting& each : waiting) ids.push_back(each.task.of_case.number);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::map<std::int64_t, CaseFile> files;
  if (ids.empty()) return files;
  snapshot.each<CaseFile>(store::Scope::country(), Filter().one_of("id", ids), [&](CaseFile file) { files.emplace(file.id.number, std::move(file)); });
  return files;
}

}  // namespace

Worklist worklist_page(Desk& desk, store::Snapshot& snapshot, const http::Caller& caller, WorklistPage page, Instant now) {
  const std::int64_t rows = page.rows++;
  std::vector<Waiting> waiting = all_waiting(desk, snapshot, caller, page, now.beijing_day());
  const bool more = static_cast<std::int64_t>(waiting.size()) > rows;
  if (more) waiting.pop_back();
  const std::map<std::int64_t, CaseFile> files = files_of(snapshot, waiting);
  Worklist lines{{}, more};
  for (const Waiting& each : waiting) {
    const auto file = files.find(each.task.of_case.number);
    if (file == files.end()) continue;
    const auto open = opened(desk, snapshot, file->second);
    if (!open) continue;
    CaseLine& line = lines.rows.emplace_back(case_line(desk, *open, now));
    line.part = each.task.part;
    line.since = each.task.since;
    if (each.in_place_of != 0) line.in_place_of = desk.services.account_name(each.in_place_of);
  }
  return lines;
}

}  // namespace laoyou::cases
