// Three made-up lists of other offices, delivered through the door of a running server over a made-up city, and what came of them held against the truth.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/listed_rows_test.h"
#include "app/running_house_test.h"
#include "feeds/records.h"
#include "registry/resident.h"
#include "store/testing/temporary_directory.h"
#include "synth/city.h"

namespace laoyou::app {

/// Whom the rows were joined to.
struct FoundPersons {
  std::int64_t known = 0;      ///< rows about people of the city
  std::int64_t found = 0;      ///< of these, joined to the right one
  std::int64_t joined = 0;     ///< rows joined to somebody whom the register had
  std::int64_t wrong = 0;      ///< of these, to another person
  std::int64_t refused = 0;    ///< rows about people of the city of which something is told as wrong and nothing was taken
  double precision() const { return joined == 0 ? 1 : 1 - static_cast<double>(wrong) / static_cast<double>(joined); }
  double recall() const { return known == 0 ? 1 : static_cast<double>(found) / static_cast<double>(known); }
};

/// How the platform's own answers about values hold against what the feeds declare.
struct CheckedAnswers {
  std::int64_t persons = 0, fields = 0;
  std::int64_t contradicted = 0;        ///< fields of which somebody says what does not hold
  std::vector<std::string> complaints;  ///< where an answer is another than declared; the first few
};

class DeliveredLists {
 public:
  /// Fills the house with `people` people of Karamay's plan and sends them the lists of the police, health and the federation, in this order, a day after another.
  DeliveredLists(RunningHouse& house, std::int64_t people, std::uint64_t seed);

  FoundPersons found(const std::string& feed) const;
  FoundPersons found() const;
  /// GET /api/people/{id}/sources of every person of the city that a list speaks of, at most so many.
  CheckedAnswers checked_answers(std::size_t most) const;
  /// Types so many people in a second time, makes each pair one person and two again. What is not to the byte as it was; empty when all is.
  std::vector<std::string> merged_and_parted(std::size_t pairs);
  const boost::json::object& counts(const std::string& feed) const { return counts_.at(feed); }

 private:
  void deliver(const std::string& feed, const std::string& day);
  void read_outcome();
  void take(const ListedRow& row, FoundPersons& found) const;
  void check_person(std::int64_t id, const std::vector<const ListedRow*>& rows, CheckedAnswers& answers) const;
  boost::json::object page_when_done(const std::string& id) const;

  RunningHouse& house_;
  store::TemporaryDirectory folder_;
  DeclaredFeeds declared_ = DeclaredFeeds::national();
  Visitor clerk_;
  std::vector<ListedRow> rows_;
  std::map<std::string, std::string> days_;                        ///< of the deliveries, by feed
  std::map<std::string, boost::json::object> counts_;              ///< by feed
  std::map<std::int64_t, registry::Resident> before_;              ///< the city, before any list came
  std::map<std::int64_t, registry::Resident> now_;
  std::map<std::pair<std::string, std::string>, feeds::FeedRecord> records_;  ///< by feed and what tells the row
};

}  // namespace laoyou::app
