// Whoever is typed in, or whose name or numbers are corrected, is held against the register at once: who may stand in it twice becomes a question for a clerk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "feeds/people_index.h"

namespace laoyou::feeds {

/// Works on a thread of its own, for the finder reads the whole register when it is first needed. A person that a source's list brought is left out: that
/// was considered with the list. What is still waiting when the program ends, and whoever comes while 20,000 wait, is found by the search for duplicates.
class NewPeople {
 public:
  using Trouble = std::function<void(const std::string& what)>;
  /// `store`, `index` and `follower` outlive it; made before the follower is started.
  NewPeople(store::Store& store, PeopleIndex& index, store::Follower& follower, Trouble trouble);
  ~NewPeople();
  NewPeople(const NewPeople&) = delete;
  NewPeople& operator=(const NewPeople&) = delete;

  /// Waits until nobody waits; for tests.
  void wait();

 private:
  struct Came {
    std::int64_t resident;
    bool is_new;
  };
  void take(const store::JournalEntry& entry);
  void run();
  void look_at(const Came& came);

  store::Store& store_;
  PeopleIndex& index_;
  Trouble trouble_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Came> waiting_;
  bool working_ = false, stopping_ = false;
  std::thread thread_;
};

}  // namespace laoyou::feeds
