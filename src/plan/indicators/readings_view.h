// Reported values as they stand, or as they stood at the end of a past day: what was recorded until then, whatever was signed, corrected or removed since.
#pragma once

#include <map>
#include <optional>

#include "plan/answers/kept_readings.h"

namespace laoyou::plan {

/// Which values; what is not set is not asked.
struct WantedReadings {
  std::string plan;
  std::optional<std::string> indicator = std::nullopt;
  std::vector<RegionCode> regions = {};  ///< empty: every place within the scope
};

/// The values that were asked for, of one plan.
class ChosenReadings {
 public:
  ChosenReadings() = default;
  explicit ChosenReadings(AllReadings series) : series_(std::move(series)) {}

  /// By period; empty where nothing was reported.
  const ReadingSeries& of(RegionCode region, const std::string& indicator) const;
  const AllReadings& all() const { return series_; }

 private:
  AllReadings series_;
};

/// Lives as long as the snapshot.
class ReadingsView {
 public:
  /// As they stand; made of a snapshot without a word, since most who ask mean now. `kept`: all values of that snapshot; null: they are read from it.
  ReadingsView(store::Snapshot& now, std::shared_ptr<const AllReadings> kept = nullptr) : now_(now), kept_(std::move(kept)) {}
  /// As they stood when that day ended in Beijing, for places within `within`. Walks the journal from that day on, so the longer ago the longer it takes.
  ReadingsView(store::Snapshot& now, RegionCode within, Date day);

  ChosenReadings choose(RegionCode within, const WantedReadings& wanted) const;
  /// All values of all plans, as this view has them.
  AllReadings everything() const;

 private:
  void take_back(const store::JournalEntry& entry);
  AllReadings chosen_of_kept(RegionCode within, const WantedReadings& wanted) const;
  AllReadings chosen_of_rows(RegionCode within, const WantedReadings& wanted) const;

  store::Snapshot& now_;
  std::shared_ptr<const AllReadings> kept_;
  /// What has changed since, by id, as it was then; nothing: it was not there yet.
  std::map<std::int64_t, std::optional<ReportedValue>> then_;
};

}  // namespace laoyou::plan
