#include "feeds/decide_task.h"

#include "collection/desk.h"
#include "feeds/merge_persons.h"
#include "record/json_read.h"

namespace laoyou::feeds {
namespace {

using store::Writing;

bool fits(PersonTaskKind kind, PersonDecision decision) {
  const bool of_pair = decision == PersonDecision::same || decision == PersonDecision::two;
  return of_pair == (kind == PersonTaskKind::same_person);
}

/// The row of a source is about this person from now on; what the register did not know it takes from it.
Result<void> attach(Writing& writing, const collection::Collection& residents, const PersonTask& task) {
  const store::Table& table = writing.catalog().table(residents.record);
  auto record = writing.find(writing.scope(), Id<FeedRecord>{task.source_record});
  auto cells = writing.find_row(table, writing.scope(), task.resident);
  if (!record || !cells) return refuse("records.not_found");
  for (const auto& [position, cell] : given_of(residents, record->cells))
    if (absent((*cells)[position])) (*cells)[position] = cell;
  if (Refusals wrong = collection::check_row(residents, *cells, &*cells); !wrong.empty()) return wrong.front();
  record->resident = Id<registry::Resident>{task.resident};
  record->region = RegionCode::parse(std::get<std::string>((*cells)[residents.position("region")])).value();
  writing.update_row(table, std::move(*cells));
  writing.update(*record);
  return {};
}

Result<void> take_theirs(Writing& writing, const collection::Collection& residents, const PersonTask& task) {
  const store::Table& table = writing.catalog().table(residents.record);
  auto cells = writing.find_row(table, writing.scope(), task.resident);
  if (!cells) return refuse("records.not_found");
  const Cells before = *cells;
  const std::size_t position = residents.position(task.field);
  Result<Cell> theirs = value_of(residents.fields[position], task.theirs);
  if (!theirs) return theirs.error();
  (*cells)[position] = std::move(*theirs);
  if (Refusals wrong = collection::check_row(residents, *cells, &before); !wrong.empty()) return wrong.front();
  writing.update_row(table, std::move(*cells));
  return {};
}

Result<std::optional<Id<PersonMerge>>> merge(Writing& writing, const collection::Collection& residents, const PersonTask& task, const DecideRequest& request, std::int64_t account) {
  std::int64_t kept = task.resident;
  if (request.keep) {
    const Result<std::int64_t> number = record::read_integer(*request.keep);
    if (!number || (*number != task.resident && *number != task.other)) return at("/keep", refuse("feeds.keep_unknown"));
    kept = *number;
  }
  const Result<PersonMerge> merged = merge_persons(writing, residents, kept, kept == task.resident ? task.other : task.resident, task.id.number, account);
  if (!merged) return merged.error();
  return std::optional(merged->id);
}

}  // namespace

Result<Decided> decide_task(Writing& writing, const collection::Collection& residents, const DecideRequest& request, std::int64_t account) {
  auto task = writing.find(writing.scope(), request.id);
  if (!task) return refuse("person_tasks.not_found");
  if (task->state == PersonTaskState::done) return refuse("feeds.task_done");
  Decided decided{task->id, std::nullopt};
  if (request.decision) {
    if (!fits(task->kind, *request.decision)) return at("/decision", refuse("feeds.decision_unfit"));
    Result<void> done;
    if (*request.decision == PersonDecision::theirs) done = take_theirs(writing, residents, *task);
    if (*request.decision == PersonDecision::same && task->other == 0) done = attach(writing, residents, *task);
    if (!done) return done.error();
    if (*request.decision == PersonDecision::same && task->other != 0) {
      const auto merged = merge(writing, residents, *task, request, account);
      if (!merged) return merged.error();
      decided.merge = *merged;
    }
    // The merge may have changed the task: it names the person that stays.
    task = writing.find(writing.scope(), request.id);
    if (!task) return refuse("person_tasks.not_found");
    task->state = PersonTaskState::done;
    task->decision = request.decision;
    task->until.reset();
  } else {
    if (request.until && *request.until <= writing.now().beijing_day()) return at("/until", refuse("feeds.day_past"));
    task->state = PersonTaskState::later;
    task->until = request.until;
  }
  task->note = request.note;
  task->decided_by = account;
  task->decided_at = writing.now();
  writing.update(*task);
  return decided;
}

}  // namespace laoyou::feeds
