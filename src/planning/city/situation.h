// A city and what its registers say today, with the answers found so far. Answers are kept until a register changes. Safe across threads.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <mutex>

#include "engines/coverage/floating_catchment.h"
#include "planning/city/registers.h"

namespace laoyou::planning {

/// Whom places of a kind are reached by, address by address.
struct Reached {
  std::vector<std::size_t> places;              ///< positions in Registers::places: open today, on a street
  std::vector<coverage::Position> positions;    ///< of these
  std::vector<coverage::NearestPlace> nearest;  ///< by address, however far (within k_far); place counts from 0 in `places`
  std::int32_t limit = 0;                       ///< in the index's unit
  bool within(std::size_t address) const { return nearest[address].place >= 0 && nearest[address].time_ms <= limit; }
};

/// All pairs of address and place within the limit, by address: those of a stand at [first[a], first[a + 1]).
struct Pairs {
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> place;
  std::vector<std::int32_t> time;
};

class Situation {
 public:
  Situation(std::shared_ptr<const City> city, Registers registers) : city_(std::move(city)), registers_(std::move(registers)) {}

  const City& city() const { return *city_; }
  const Registers& registers() const { return registers_; }
  /// People of a group by address.
  std::int64_t people(std::size_t address, PeopleGroup group) const { return registers_.people[address][static_cast<std::size_t>(group)]; }

  /// The places of a kind that are open on that day and on a street.
  std::vector<std::size_t> open_places(const Question& question, Date day) const;
  std::shared_ptr<const Reached> reached(const Question& question) const;
  std::shared_ptr<const Pairs> pairs(const Question& question) const;

 private:
  std::shared_ptr<const City> city_;
  Registers registers_;
  mutable std::mutex mutex_;
  // The group of a question does not matter for either.
  mutable std::map<Question, std::shared_future<std::shared_ptr<const Reached>>> reached_;
  mutable std::map<Question, std::shared_future<std::shared_ptr<const Pairs>>> pairs_;
};

/// Pairs as the search found them, sorted by address.
Pairs by_address(const std::vector<coverage::TravelPair>& found, std::size_t addresses);

/// Farther than anybody is asked to go: four hours on foot, or so many kilometres.
coverage::ReachOptions far_options(const City& city, const Question& question);

}  // namespace laoyou::planning
