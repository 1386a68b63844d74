// Reported values as they stand, or as they stood at the end of a past day: what was recorded until then, whatever was signed, corrected or removed since.
#pragma once

#include <functional>
#include <map>

#include "plan/answers/reading_record.h"
#include "store/snapshot.h"

namespace laoyou::plan {

/// Which values; what is not set is not asked.
struct WantedReadings {
  std::string plan;
  std::optional<std::string> indicator = std::nullopt;
  std::optional<Period> period = std::nullopt;
  std::vector<RegionCode> regions = {};  ///< empty: every place within the scope
};

/// Lives as long as the snapshot.
class ReadingsView {
 public:
  /// As they stand; made of a snapshot without a word, since most who ask mean now.
  ReadingsView(store::Snapshot& now) : now_(now) {}
  /// As they stood when that day ended in Beijing, for places within `within`. Walks the journal from that day on, so the longer ago the longer it takes.
  ReadingsView(store::Snapshot& now, RegionCode within, Date day);

  void each(RegionCode within, const WantedReadings& wanted, const std::function<void(ReportedValue)>& visit) const;

 private:
  void take_back(const store::JournalEntry& entry);

  store::Snapshot& now_;
  /// What has changed since, by id, as it was then; nothing: it was not there yet.
  std::map<std::int64_t, std::optional<ReportedValue>> then_;
};

}  // namespace laoyou::plan
