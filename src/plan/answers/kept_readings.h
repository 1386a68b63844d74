// All reported values in memory, by place and indicator: ten years of a prefecture's months are a hundred thousand rows, of which a page that is made
// anew after one change would read nearly all again.
#pragma once

#include <compare>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "plan/answers/reading_record.h"
#include "store/snapshot.h"

namespace laoyou::plan {

struct SeriesKey {
  std::string plan;
  RegionCode region;
  std::string indicator;
  auto operator<=>(const SeriesKey&) const = default;
};

/// Values of one indicator at one place, by period.
using ReadingSeries = std::vector<ReportedValue>;
using AllReadings = std::map<SeriesKey, std::shared_ptr<const ReadingSeries>>;

/// Values in any order, sorted out.
AllReadings in_series(std::vector<ReportedValue> values);

/// The values of one house. Safe across threads.
class KeptReadings {
 public:
  /// All values as the snapshot has them, where `last_change` is the journal sequence of the last change to a reported value that it sees.
  /// Null when what is kept is already newer than the snapshot: whoever asks then reads the snapshot itself.
  std::shared_ptr<const AllReadings> at(store::Snapshot& now, std::int64_t last_change);
  /// As they stood when that day ended, which no later change alters; the days asked last are kept, others `find` gives: a walk over the journal since then.
  std::shared_ptr<const AllReadings> of_past_day(Date day, const std::function<AllReadings()>& find);

 private:
  struct Kept {
    std::shared_ptr<const AllReadings> all;  ///< null: nothing is kept yet
    std::int64_t last_change = 0;
  };
  Kept kept();
  void keep(const Kept& kept);

  std::mutex mutex_;
  Kept kept_;
  std::list<std::pair<Date, std::shared_ptr<const AllReadings>>> past_;  ///< the day asked last first
};

}  // namespace laoyou::plan
