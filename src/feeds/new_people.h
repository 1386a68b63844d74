// Whoever is typed in, or whose name or numbers are corrected, is held against the register at once: who may stand in it twice becomes a question for a clerk.
#pragma once

#include "feeds/people_index.h"
#include "store/change_queue.h"

namespace laoyou::feeds {

/// Works behind the follower, for the finder reads the whole register when it is first needed. A person that a source's list brought is left out: that
/// was considered with the list. What is still waiting when the program ends, and whoever comes while 20,000 wait, is found by the search for duplicates.
class NewPeople {
 public:
  /// `store`, `index` and `follower` outlive it; made before the follower is started.
  NewPeople(store::Store& store, PeopleIndex& index, store::Follower& follower, std::function<void(const std::string& what)> trouble);

 private:
  struct Came {
    std::int64_t resident;
    bool is_new;
  };
  using Queue = store::ChangeQueue<Came>;
  void take(const store::JournalEntry& entry);
  void look_at(const Came& came);

  store::Store& store_;
  PeopleIndex& index_;
  Queue::Trouble trouble_;
  Queue queue_;
};

}  // namespace laoyou::feeds
