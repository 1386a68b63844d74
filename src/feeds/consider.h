// What a delivery would do, decided before anything is stored: whom each row is about, which fields change, what contradicts, who is no longer contained.
#pragma once

#include "feeds/answers.h"
#include "feeds/person_finder.h"
#include "feeds/read_delivery.h"
#include "jobs/work.h"

namespace laoyou::feeds {

/// What follows from one row. Numbers that are not known yet are 0: new records get theirs when they are stored.
struct RowWork {
  int line = 0;
  std::string place;
  std::optional<Cells> before;       ///< the resident as it is
  std::optional<Cells> now;          ///< as it will be; nothing: the row changes no resident
  FeedRecord record;
  bool is_new_record = false;
  std::vector<PersonTask> tasks;     ///< resident 0: the one this row makes
};

struct Considered {
  DeliveryFound found;
  std::vector<RowWork> work;
  std::vector<FeedRecord> gone;      ///< as they will be
};

/// What is needed to consider a delivery.
struct Considering {
  const collection::Desk& desk;      ///< of the register of residents
  const Feeds& feeds;
  const Feed& feed;
  const Delivery& delivery;
  PersonFinder& finder;
  Language language = Language::zh;
  std::function<void(std::int64_t done, std::int64_t whole)> report = {};
};

/// Reads the store; throws StoreUnavailable.
Considered consider(const Considering& with, std::vector<DeliveredRow> rows);

}  // namespace laoyou::feeds
