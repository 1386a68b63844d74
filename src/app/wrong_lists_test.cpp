// The lists that `laoyou synth --wrong-lists` writes: an import finds exactly what was planted.
#include "app/wrong_lists.h"

#include <gmock/gmock.h>

#include <set>

#include "app/engine_command_test.h"
#include "app/running_house_test.h"
#include "app/synth_command.h"
#include "base/csv.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_karamay = "650200000000";

class WrongLists : public OnBothDatabases {
 protected:
  WrongLists() {
    const auto made = CommandRun::run(synth_command, {"--plan", "plans/karamay", "--people", "1000", "--seed", "5", "--wrong-lists", run_.path("lists"), "--wrong-percent", "6", "--json"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    written = made.json();
  }
  std::vector<std::vector<std::string>> rows_of(const std::string& name) const {
    std::vector<std::vector<std::string>> rows;
    for (const CsvRow& row : read_csv(run_.text_of("lists/" + name)).value()) {
      rows.emplace_back();
      for (const auto& cell : row) rows.back().push_back(cell.text);
    }
    return rows;
  }
  boost::json::object import(const Visitor& clerk, const char* how) const {
    return boost::json::parse(clerk.ask("POST", std::string("/api/residents/import?format=csv&") + how + "=true", run_.text_of("lists/residents.csv"), "text/csv").body).as_object();
  }

  CommandRun run_;
  boost::json::object written;
};
RUN_ON_BOTH_DATABASES(WrongLists);

}  // namespace

TEST_P(WrongLists, AnImportFindsExactlyThePlantedFaultsAndTheSecondTimeNothingChanges) {
  const Visitor clerk = house.visit_with("clerk", {powers::Power::people_read, powers::Power::people_write, powers::Power::people_unmask}, k_karamay);
  std::set<std::string> planted, found;
  const auto truth = rows_of("residents.truth.csv");
  for (std::size_t i = 1; i < truth.size(); ++i) planted.insert(truth[i][1] + " " + truth[i][4]);
  EXPECT_EQ(written.at("wrong_rows").as_int64(), 60);
  EXPECT_EQ(planted.size(), 60u);
  const auto first = import(clerk, "good_rows");
  for (const auto& refusal : first.at("refusals").as_array()) found.insert(std::string(refusal.at("place").as_string()) + " " + std::string(refusal.at("code").as_string()));
  EXPECT_EQ(found, planted);
  EXPECT_EQ(first.at("refusals").as_array().size(), 60u);
  EXPECT_EQ(first.at("refused").as_int64(), 60);
  EXPECT_EQ(first.at("added").as_int64(), 940);
  EXPECT_TRUE(first.at("stored").as_bool());
  const auto again = import(clerk, "good_rows");
  EXPECT_EQ(again.at("added").as_int64() + again.at("changed").as_int64(), 0);
  EXPECT_EQ(again.at("unchanged").as_int64(), 940);
  EXPECT_EQ(again.at("refused").as_int64(), 60);
}

TEST(WrongListsCommand, NamesWhatItCannotRead) {
  CommandRun run;
  const auto told = [&](const char* percent) { return CommandRun::run(synth_command, {"--plan", "plans/karamay", "--people", "1000", "--wrong-lists", run.path("lists"), "--wrong-percent", percent}).err; };
  EXPECT_THAT(told("101"), testing::HasSubstr("--wrong-percent"));
  EXPECT_THAT(told("-1"), testing::HasSubstr("--wrong-percent"));
  EXPECT_THAT(told("many"), testing::HasSubstr("--wrong-percent"));
  EXPECT_THAT(CommandRun::run(synth_command, {"--plan", "plans/karamay", "--people", "1000", "--wrong-lists", run.file("taken", "")}).err, testing::HasSubstr("file.unwritable"));
}

}  // namespace laoyou::app
