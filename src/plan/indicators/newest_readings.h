// A page of the list of reported values, the newest first: taken from the values in memory, since a database would count and sort all of them for each page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/answers/kept_readings.h"

namespace laoyou::plan {

/// Which values a list shows; all conditions that are set must hold.
struct ListedReadings {
  RegionCode within;
  std::optional<std::string> plan, indicator;
  std::optional<Period> period;
};

struct ReadingsPage {
  std::vector<const ReportedValue*> rows;  ///< last reported first, those of one moment by their id; they live as long as what they were taken from
  std::int64_t total = 0;                  ///< of all pages
};

/// At most `rows` values after leaving out the first `offset`.
ReadingsPage newest_readings(const AllReadings& all, const ListedReadings& wanted, std::int64_t offset, std::int64_t rows);

}  // namespace laoyou::plan
