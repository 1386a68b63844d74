#include "app/coverage_command.h"

#include "app/engine_command_test.h"
#include "app/siting_command.h"

namespace laoyou::app {
namespace {

// A street of 1,200 m between two crossings, one-way for cars, and one away from it. Walking 72 m a minute.
const char* const k_nodes = "id,lon,lat\nwest,116,36\neast,116.0133333,36\nnorth,116,36.01\n";
const char* const k_edges = "from,to,length_m,highway,oneway\nwest,east,1200,residential,yes\nwest,north,1200,steps,no\neast,north,3000,primary,yes\n";
const char* const k_people = "id,lon,lat,people,region\na,116.0000001,36,100,650202\nb,116.0133332,36,50,650203\nc,116,36.01,7,650203\nfar,117,37,3,650204\n";
const char* const k_places = "name,lon,lat,kind,capacity,price_fen,existing\n托育园,116.0066667,36,nursery,30,,1\n养老院,116,36.01,elderly,10,500,0\n";

class CoverageCommand : public testing::Test {
 protected:
  CommandRun::Ended cover(const std::vector<std::string>& more) {
    std::vector<std::string> words{"--graph", run_.file("nodes.csv", k_nodes) + "," + run_.file("edges.csv", k_edges), "--people", run_.file("people.csv", k_people),
                                   "--places", run_.file("places.csv", k_places), "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return run_.run(coverage_command, words);
  }
  /// The answer for the kind, "elderly" or "nursery".
  boost::json::object of_kind(const std::vector<std::string>& more, std::string_view kind = "nursery") {
    const auto ended = cover(more);
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    const auto answer = ended.json();
    for (const auto& one : answer.at("kinds").as_array()) {
      if (one.at("kind").as_string() == kind) return one.as_object();
    }
    ADD_FAILURE() << "no kind " << kind;
    return {};
  }

  CommandRun run_;
};

TEST_F(CoverageCommand, each_kind_says_who_reaches_it_by_region_and_who_does_not) {
  const auto nursery = of_kind({"--minutes", "10"});  // 8 min 20 s from either end of the street
  EXPECT_EQ(nursery.at("people"), 160);
  EXPECT_EQ(nursery.at("reached"), 150);
  EXPECT_DOUBLE_EQ(nursery.at("share").as_double(), 150.0 / 160);
  EXPECT_EQ(nursery.at("not_reached"), (boost::json::array{"c", "far"}));
  const auto& regions = nursery.at("regions").as_array();
  ASSERT_EQ(regions.size(), 3U);
  EXPECT_EQ(regions[1].at("region"), "650203");
  EXPECT_EQ(regions[1].at("reached"), 50);
  EXPECT_EQ(regions[1].at("people"), 57);
  EXPECT_EQ(of_kind({"--minutes", "10"}, "elderly").at("reached"), 7);
}

TEST_F(CoverageCommand, whom_no_limit_would_reach_is_told_apart_with_the_cause) {
  const std::string nodes = run_.file("nodes.csv", std::string(k_nodes) + "yard,116.1,36.1\ngate,116.101,36.1\n");
  const std::string edges = run_.file("edges.csv", std::string(k_edges) + "yard,gate,90,footway,no\n");
  const std::string people = run_.file("people.csv", std::string(k_people) + "inside,116.1,36.1,4.5,650204\n"), places = run_.file("places.csv", k_places);
  const std::vector<std::string> words{"--graph", nodes + "," + edges, "--people", people, "--places", places, "--minutes", "10", "--matrix", run_.path("travel.csv")};
  const auto plain = run_.run(coverage_command, words);
  EXPECT_NE(plain.out.find("其中 1 处居住点 3 人附近没有路（请核对路网是否完整）：far\n"), std::string::npos) << plain.out << plain.err;
  EXPECT_NE(plain.out.find("1 处居住点 5 人所在的路与各处场所都不相连（请核对路网是否完整）：inside\n"), std::string::npos) << plain.out;
  EXPECT_NE(plain.out.find("出行表中没有 2 处居住点"), std::string::npos) << plain.out;
  std::vector<std::string> json_words = words;
  json_words.push_back("--json");
  const auto kind = run_.run(coverage_command, json_words).json().at("kinds").as_array().at(0).as_object();
  EXPECT_EQ(kind.at("cut_off"), (boost::json::object{{"people", 5}, {"of", {"inside"}}}));
  EXPECT_EQ(kind.at("no_street"), (boost::json::object{{"people", 3}, {"of", {"far"}}}));
}

TEST_F(CoverageCommand, lists_each_persons_nearest_place_and_time) {
  const auto nearest = of_kind({"--minutes", "10", "--list"}).at("nearest").as_array();
  ASSERT_EQ(nearest.size(), 2U);
  EXPECT_EQ(nearest[0].at("id"), "a");
  EXPECT_EQ(nearest[0].at("place"), "托育园");
  EXPECT_NEAR(nearest[0].at("seconds").as_double(), 500, 1);
}

TEST_F(CoverageCommand, a_limit_in_metres_is_one_along_the_streets_whatever_their_speed) {
  EXPECT_EQ(of_kind({"--metres", "590"}).at("reached"), 0);
  EXPECT_EQ(of_kind({"--metres", "610"}).at("reached"), 150);
  EXPECT_EQ(of_kind({"--metres", "1190"}, "elderly").at("reached"), 7);
  EXPECT_EQ(of_kind({"--metres", "1210"}, "elderly").at("reached"), 107);  // steps are no longer in metres
  EXPECT_NEAR(of_kind({"--metres", "610", "--list"}).at("nearest").as_array()[0].at("metres").as_double(), 600, 1);
  EXPECT_EQ(of_kind({"--metres", "610", "--mode", "car"}).at("reached"), 100);  // one-way from a's end
  EXPECT_EQ(of_kind({"--metres", "590", "--mode", "car"}).at("reached"), 0);
}

TEST_F(CoverageCommand, cars_heed_one_way_streets_in_either_direction) {
  EXPECT_EQ(of_kind({"--mode", "car", "--minutes", "3"}).at("not_reached"), (boost::json::array{"b", "c", "far"}));
  EXPECT_EQ(of_kind({"--mode", "car", "--minutes", "3", "--direction", "from"}).at("not_reached"), (boost::json::array{"a", "c", "far"}));
}

TEST_F(CoverageCommand, slower_walkers_and_own_speeds_reach_less) {
  EXPECT_EQ(of_kind({"--minutes", "10", "--metres-per-minute", "40"}).at("reached"), 0);
  const std::string speeds = run_.file("speeds.csv", "highway,car_km_h,walk_share\nresidential,0,0.1\nprimary,50,1\nsteps,0,1\n");
  EXPECT_EQ(of_kind({"--minutes", "10", "--speeds", speeds}).at("reached"), 0);
}

TEST_F(CoverageCommand, scores_share_out_all_capacity) {
  // 30 places for 150 people: 0.2 each. With zones that weigh the ten minutes by half, still 0.2, as both are in the same zone.
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--minutes", "10", "--scores"}, {"--zones", "5:1,10:0.5"}}) {
    const auto scores = of_kind(words).at("scores").as_object();
    EXPECT_EQ(scores.at("unused_supply"), 0.0);
    EXPECT_NEAR(scores.at("of").as_array()[0].at("score").as_double(), 0.2, 1e-12);
    EXPECT_EQ(scores.at("of").as_array()[2].at("score"), 0.0);
  }
}

TEST_F(CoverageCommand, draws_the_area_reached) {
  const auto area = of_kind({"--minutes", "5", "--area", "50"}).at("area").as_array();
  ASSERT_EQ(area.size(), 1U);
  EXPECT_EQ(area[0].at("hole"), false);
  EXPECT_GE(area[0].at("points").as_array().size(), 4U);
}

TEST_F(CoverageCommand, writes_a_travel_table_that_siting_reads) {
  ASSERT_EQ(cover({"--metres", "1250", "--matrix", run_.path("travel.csv")}).exit_code, 0);
  EXPECT_TRUE(run_.text_of("travel.csv").starts_with("cost,place,client,people,price_fen,existing\n"));
  const auto chosen = run_.run(siting_command, {"solve", run_.path("travel.csv"), "--format", "matrix", "--problem", "mclp", "--radius", "1250", "--p", "2", "--json"});
  ASSERT_EQ(chosen.exit_code, 0) << chosen.err;
  EXPECT_EQ(chosen.json().at("value"), 157);
  EXPECT_EQ(chosen.json().at("order"), (boost::json::array{"养老院"}));  // the nursery is there already
}

TEST_F(CoverageCommand, any_number_of_threads_gives_the_same_answer) {
  const auto one = of_kind({"--list", "--threads", "1"}), three = of_kind({"--list", "--threads", "3"});
  EXPECT_EQ(one, three);
}

TEST_F(CoverageCommand, says_in_words_what_was_found) {
  const auto ended = run_.run(coverage_command, {"--graph", run_.file("nodes.csv", k_nodes) + "," + run_.file("edges.csv", k_edges), "--people",
                                                 run_.file("people.csv", k_people), "--places", run_.file("places.csv", k_places), "--minutes", "10"});
  EXPECT_NE(ended.out.find("nursery：1 处，可达 150 / 160 人"), std::string::npos) << ended.out;
}

TEST_F(CoverageCommand, what_is_wrong_is_named_with_its_place) {
  const auto expect = [&](const std::vector<std::string>& words, const std::string& beginning) {
    const auto ended = cover(words);
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_TRUE(ended.err.starts_with(beginning)) << ended.err;
  };
  expect({"--mode", "boat"}, "option.unknown_value");
  expect({"--direction", "up"}, "option.unknown_value");
  expect({"--minutes", "-1"}, "streets.out_of_range --minutes");
  expect({"--metres", "nan"}, "streets.out_of_range --metres");
  expect({"--metres-per-minute", "0"}, "streets.out_of_range --metres-per-minute");
  expect({"--area", "0"}, "coverage.input --area");
  for (const char* const zones : {"5", "5:2", "5:1,3:0.5", "5:0.5,9:1", "5:1;9:0.5", ""}) expect({"--zones", zones}, "coverage.zones_malformed --zones");
  EXPECT_EQ(cover({"--minutes", "5", "--metres", "300"}).exit_code, 2);
  EXPECT_EQ(run_.run(coverage_command, {"--people", "x"}).exit_code, 2);
}

TEST_F(CoverageCommand, fractions_of_people_are_added_first_and_rounded_last) {
  std::string cells = "id,lon,lat,人数\n";
  for (int cell = 0; cell < 1'000; ++cell) cells += std::to_string(cell) + ",116.0000001,36,0.3\n";
  const std::string people = run_.file("cells.csv", cells), edges = run_.file("edges.csv", k_edges);
  const auto ended = run_.run(coverage_command, {"--graph", run_.file("nodes.csv", k_nodes) + "," + edges, "--people", people, "--places", run_.file("places.csv", k_places), "--minutes", "10",
                                                 "--matrix", run_.path("travel.csv"), "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto kind = ended.json().at("kinds").as_array()[1].as_object();
  EXPECT_EQ(kind.at("people"), 300);
  EXPECT_EQ(kind.at("reached"), 300);
  EXPECT_EQ(kind.at("share"), 1.0);
  EXPECT_NE(run_.text_of("travel.csv").find(",0,0.3,"), std::string::npos);
}

TEST_F(CoverageCommand, a_column_of_people_that_is_not_known_is_refused_by_name) {
  const std::string graph = run_.file("nodes.csv", k_nodes) + "," + run_.file("edges.csv", k_edges), places = run_.file("places.csv", k_places);
  const std::string typo = run_.file("typo.csv", "id,lon,lat,poeple\na,116,36,5\n");
  EXPECT_TRUE(run_.run(coverage_command, {"--graph", graph, "--people", typo, "--places", places}).err.starts_with("table.column_mistyped " + typo + ":1:12: "));
  const std::string old = run_.file("old.csv", "id,lon,lat,over_65\na,116,36,5\n");
  EXPECT_TRUE(run_.run(coverage_command, {"--graph", graph, "--people", old, "--places", places}).err.starts_with("table.column_missing " + old + ":1:1: "));
}

TEST_F(CoverageCommand, a_broken_file_is_named_by_its_line_and_column) {
  const std::string nodes = run_.file("nodes.csv", k_nodes), edges = run_.file("edges.csv", k_edges), places = run_.file("places.csv", k_places);
  const std::string people = run_.file("broken.csv", "id,lon,lat\na,east,36\n");
  const auto ended = run_.run(coverage_command, {"--graph", nodes + "," + edges, "--people", people, "--places", places});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_TRUE(ended.err.starts_with("table.number_expected " + people + ":2:3: ")) << ended.err;
  const std::string extract = run_.file("cut.osm.pbf", std::string(2, '\0'));
  EXPECT_TRUE(run_.run(coverage_command, {"--osm", extract, "--people", people, "--places", places}).err.starts_with("streets.extract_cut " + extract + ":byte 0: "));
}

}  // namespace
}  // namespace laoyou::app
