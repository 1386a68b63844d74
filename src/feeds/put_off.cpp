#include "feeds/put_off.h"

#include "feeds/records.h"

namespace laoyou::feeds {

std::size_t take_up_again(store::Writing& writing, Date today) {
  constexpr std::int64_t k_at_once = 1'000;
  const auto due = store::Filter().equals("state", PersonTaskState::later).at_most("until", today).page(0, k_at_once);
  std::vector<PersonTask> tasks = writing.select<PersonTask>(store::Scope::country(), due);
  for (PersonTask& task : tasks) {
    task.state = PersonTaskState::open;
    task.until.reset();
    writing.update(task);
  }
  return tasks.size();
}

}  // namespace laoyou::feeds
