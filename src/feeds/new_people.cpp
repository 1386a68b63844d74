#include "feeds/new_people.h"

#include <algorithm>

#include "feeds/pair_task.h"

namespace laoyou::feeds {
namespace {

using registry::Resident;
using store::Filter;
using store::Scope;

constexpr std::size_t k_waiting_most = 20'000;  // a sheet of more people is searched as a whole (查找重复人员)
constexpr std::string_view k_resident_record = "resident";

/// What tells people apart.
bool tells_apart(const store::Change<Resident>& change) {
  if (!change.after || change.after->moved_out) return false;
  if (!change.before) return true;
  const Resident& before = *change.before;
  const Resident& after = *change.after;
  return before.name != after.name || before.born != after.born || before.sex != after.sex || before.id_number != after.id_number || before.phone != after.phone;
}

bool came_by_a_list(const store::Snapshot& snapshot, std::int64_t resident) {
  return snapshot.count<FeedRecord>(Scope::country(), Filter().equals("resident", store::Cell(resident))) > 0;
}

}  // namespace

NewPeople::NewPeople(store::Store& store, PeopleIndex& index, store::Follower& follower, Queue::Trouble trouble)
    : store_(store), index_(index), trouble_(trouble), queue_(k_waiting_most, 1, [this](const std::vector<Came>& came) { look_at(came.front()); }, std::move(trouble)) {
  follower.on_any("new_people", [this](const store::JournalEntry& entry) { take(entry); });
}

void NewPeople::take(const store::JournalEntry& entry) {
  if (entry.record != k_resident_record || !entry.after) return;
  if (!tells_apart(store::opened_change<Resident>(store_.contents(), entry))) return;
  queue_.add({entry.record_id, !entry.before.has_value()});
}

void NewPeople::look_at(const Came& came) {
  const std::optional<PersonText> person = store_.read([&](store::Snapshot& snapshot) -> std::optional<PersonText> {
    const auto resident = snapshot.find(Scope::country(), Id<Resident>{came.resident});
    if (!resident || resident->moved_out || (came.is_new && came_by_a_list(snapshot, came.resident))) return std::nullopt;
    const auto household = resident->household ? snapshot.find(Scope::country(), *resident->household) : std::nullopt;
    return person_text(*resident, household ? household->address.value_or("") : std::string());
  });
  if (!person) return;
  std::vector<PersonTask> tasks;
  for (const NearPerson& near : index_.finder().near(*person, came.resident)) {
    if (!near.against.empty()) continue;
    // Told from the older record, whichever of two that came together is looked at first.
    PersonTask& task = tasks.emplace_back(pair_task(std::min(near.id, came.resident), near));
    task.other = std::max(near.id, came.resident);
  }
  if (tasks.empty()) return;
  const Result<void> done = store_.write(store::Acting::system("feeds.new_people"), [&](store::Writing& writing) -> Result<void> {
    for (PersonTask& task : tasks) {
      const auto resident = writing.find(Scope::country(), Id<Resident>{task.resident});
      if (!resident || was_asked(writing, task.resident, task.other)) continue;
      task.id = writing.new_id<PersonTask>();
      task.region = resident->region;
      task.made_at = writing.now();
      writing.insert(task);
    }
    return {};
  }).result();
  if (!done && trouble_) trouble_(message(done.error(), Language::en));
}

}  // namespace laoyou::feeds
