// A day of single-carer visits with identical carers: the vehicle routing problem with time windows.
#pragma once

#include <cstdint>
#include <vector>

namespace laoyou::dispatch::single {

/// One stop; stop 0 is the depot, whose window is the working day.
struct Stop {
  std::int64_t x = 0;  ///< any planar unit; used only to order routes around the depot
  std::int64_t y = 0;
  std::int64_t demand = 0;
  std::int64_t opens = 0;    ///< earliest start of service
  std::int64_t closes = 0;   ///< latest start of service
  std::int64_t service = 0;  ///< length of service
};

/// Stops, fleet and travel. Travel time and distance are the same number, as in the public series.
class Instance {
 public:
  /// `travel` is row by row, stops × stops, never negative.
  Instance(std::vector<Stop> stops, std::vector<std::int32_t> travel, int vehicles, std::int64_t capacity);

  int stops() const { return static_cast<int>(stops_.size()); }
  int customers() const { return stops() - 1; }
  int vehicles() const { return vehicles_; }
  std::int64_t capacity() const { return capacity_; }
  const Stop& stop(int index) const { return stops_[static_cast<std::size_t>(index)]; }
  std::int64_t travel(int from, int to) const {
    return travel_[static_cast<std::size_t>(from) * stops_.size() + static_cast<std::size_t>(to)];
  }
  std::int64_t longest_travel() const { return longest_travel_; }
  std::int64_t largest_demand() const { return largest_demand_; }

 private:
  std::vector<Stop> stops_;
  std::vector<std::int32_t> travel_;
  int vehicles_;
  std::int64_t capacity_;
  std::int64_t longest_travel_ = 0;
  std::int64_t largest_demand_ = 0;
};

}  // namespace laoyou::dispatch::single
