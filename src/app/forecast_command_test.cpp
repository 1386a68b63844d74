#include "app/forecast_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_base = "region,sex,age,count\n650202,M,0-4,500\n650202,F,0-4,450\n650202,M,20-39,4000\n650202,F,20-39,4100\n650202,M,60-79,900\n650202,F,60-79,1000\n"
                           "650203,F,85+,100\n";

class ForecastCommand : public testing::Test {
 protected:
  boost::json::object forecast(const std::vector<std::string>& more) {
    std::vector<std::string> words{"--base", run_.file("base.csv", k_base), "--years", "10", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    const auto ended = run_.run(forecast_command, words);
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    return ended.json();
  }
  static boost::json::object scenario(const boost::json::object& answer, std::string_view name) {
    for (const auto& one : answer.at("scenarios").as_array()) {
      if (one.at("name").as_string() == name) return one.as_object();
    }
    ADD_FAILURE() << "no scenario " << name;
    return {};
  }
  static std::int64_t figure(const boost::json::object& part, std::size_t year, std::string_view name) {
    return part.at("years").as_array().at(year).at(name).as_int64();
  }

  CommandRun run_;
};

TEST_F(ForecastCommand, every_year_of_every_scenario_and_region_adds_up_to_the_person) {
  const std::string arrivals = run_.file("arrivals.csv", "sex,from_age,to_age,share\nF,20,30,0.05\nM,60,100,-0.01\n");
  const auto answer = forecast({"--migration", arrivals});
  std::vector<boost::json::object> parts;
  for (const char* const list : {"scenarios", "regions"}) {
    for (const auto& part : answer.at(list).as_array()) parts.push_back(part.as_object());
  }
  ASSERT_EQ(parts.size(), 6U);
  for (const auto& part : parts) {
    ASSERT_EQ(part.at("years").as_array().size(), 11U);
    for (std::size_t year = 0; year < 10; ++year) {
      EXPECT_EQ(figure(part, year + 1, "people"),
                figure(part, year, "people") + figure(part, year, "births") - figure(part, year, "deaths") + figure(part, year, "net_migration"));
    }
  }
}

TEST_F(ForecastCommand, scenarios_make_a_band) {
  const auto answer = forecast({});
  EXPECT_EQ(answer.at("scenarios").as_array().size(), 3U);
  EXPECT_LT(figure(scenario(answer, "low"), 10, "under_3"), figure(scenario(answer, "middle"), 10, "under_3"));
  EXPECT_LT(figure(scenario(answer, "middle"), 10, "under_3"), figure(scenario(answer, "high"), 10, "under_3"));
  for (const auto& band : answer.at("band").as_array()) {
    if (band.at("name") != "under_3" || band.at("year") != 2031) continue;
    EXPECT_EQ(band.at("least"), figure(scenario(answer, "low"), 10, "under_3"));
    EXPECT_EQ(band.at("most"), figure(scenario(answer, "high"), 10, "under_3"));
    return;
  }
  FAIL() << "no band";
}

TEST_F(ForecastCommand, migration_is_a_scenario_beside_the_people_who_are_there) {
  const auto answer = forecast({"--migration", run_.file("arrivals.csv", "sex,from_age,to_age,share\nboth,20,30,0.05\n")});
  EXPECT_EQ(figure(scenario(answer, "without_migration"), 0, "net_migration"), 0);
  EXPECT_GT(figure(scenario(answer, "middle"), 0, "net_migration"), 0);
  EXPECT_EQ(scenario(answer, "without_migration").at("years"), scenario(forecast({}), "middle").at("years"));
}

TEST_F(ForecastCommand, rates_are_scaled_to_the_births_and_deaths_registered) {
  const auto answer = forecast({"--local", run_.file("local.csv", "region,births,deaths\n650202,321,45\n")});
  const auto first = answer.at("regions").as_array().at(0).as_object();
  EXPECT_EQ(first.at("region"), "650202");
  EXPECT_EQ(figure(first, 0, "births"), 321);
  EXPECT_NEAR(static_cast<double>(figure(first, 0, "deaths")), 45, 2);
}

TEST_F(ForecastCommand, regions_come_by_sex_and_single_year_where_asked) {
  const auto answer = forecast({"--ages"});
  for (const auto& region : answer.at("regions").as_array()) {
    for (const auto& year : region.at("years").as_array()) {
      std::int64_t all = 0;
      for (const char* const sex : {"men", "women"}) {
        const auto& ages = year.at(sex).as_array();
        ASSERT_EQ(ages.size(), 101U);
        for (const auto& count : ages) all += count.as_int64();
      }
      EXPECT_EQ(all, year.at("people"));
    }
  }
  EXPECT_FALSE(forecast({}).at("regions").as_array()[0].at("years").as_array()[0].as_object().contains("men"));
}

TEST_F(ForecastCommand, beds_slots_and_needs_follow_the_plans_own_figures) {
  const std::string ratios = run_.file("ratios.csv", "name,from_age,to_age,wanted,per_people\n托位,0,100,4.5,1000\n");
  const std::string needs = run_.file("needs.csv", "level,from_age,to_age,men_per_thousand,women_per_thousand\n重度,80,100,100,100\n");
  const auto middle = scenario(forecast({"--ratios", ratios, "--needs", needs}), "middle");
  EXPECT_EQ(figure(middle, 0, "people"), 11'050);
  EXPECT_EQ(figure(middle, 0, "托位"), 50);  // 49.725
  EXPECT_EQ(figure(middle, 0, "重度"), 10);
}

TEST_F(ForecastCommand, a_later_count_states_the_error_also_for_ages_of_its_own) {
  const auto answer = forecast({"--counted", run_.file("counted.csv", "name,year,count,from_age,to_age\npeople,2021,10000,,\n85岁及以上,2021,80,85,100\nover_80,2031,0,,\n")});
  const auto& errors = answer.at("back_test").as_array();
  ASSERT_EQ(errors.size(), 3U);
  EXPECT_EQ(errors[0].at("name"), "people");
  EXPECT_NEAR(errors[0].at("error").as_double(), 0.105, 1e-9);
  EXPECT_EQ(errors[1].at("projected"), 100);
  EXPECT_NEAR(errors[1].at("error").as_double(), 0.25, 1e-9);
}

TEST_F(ForecastCommand, where_nobody_was_counted_there_is_no_error_to_state) {
  const auto answer = forecast({"--counted", run_.file("counted.csv", "name,year,count\nover_65,2021,0\n")});
  EXPECT_TRUE(answer.at("back_test").as_array().at(0).at("error").is_null());
}

TEST_F(ForecastCommand, a_row_that_does_nothing_or_something_twice_is_refused) {
  const std::string base = run_.file("base.csv", k_base);
  const auto expect = [&](const std::string& option, const std::string& rows, const std::string& code, const std::string& place) {
    const std::string file = run_.file("rows.csv", rows);
    const auto ended = run_.run(forecast_command, {"--base", base, "--years", "10", option, file});
    EXPECT_EQ(ended.exit_code, 1) << rows;
    EXPECT_TRUE(ended.err.starts_with(code + " " + file + ":" + place + ": ")) << ended.err;
  };
  const std::string migration = "sex,from_age,to_age,share\n";
  expect("--migration", migration + "all,20,29,0.05\n", "forecast.sexes_unknown", "2:1");
  expect("--migration", migration + ",20,29,0.05\n", "forecast.sexes_unknown", "2:1");
  expect("--migration", migration + "M,20,29,0.05\nboth,25,34,0.03\n", "forecast.age_repeated", "3:6");
  expect("--migration", migration + "M,29,20,0.05\n", "table.out_of_range", "2:6");
  expect("--local", "region,births,deaths\n650220,1,1\n", "forecast.region_unknown", "2:1");
  expect("--local", "region,births,deaths\n650202,1,1\n650202,2,2\n", "forecast.row_repeated", "3:1");
  expect("--counted", "name,year,count\nouver_65,2021,5\n", "forecast.figure_unknown", "2:1");
  expect("--counted", "name,year,count\nover_65,2032,5\n", "table.out_of_range", "2:9");
  expect("--counted", "name,year,count\nover_65,2020,5\n", "table.out_of_range", "2:9");
  expect("--counted", "name,year,count\nover_65,2021,5\nover_65,2021,6\n", "forecast.row_repeated", "3:1");
  expect("--counted", "name,year,count,from_age,to_age\nover_65,2021,5,60,100\n", "forecast.ages_differ", "2:16");
  const std::string ratios = "name,from_age,to_age,wanted,per_people\n";
  expect("--ratios", ratios + "people,0,2,4.5,1000\n", "forecast.name_taken", "2:1");
  expect("--ratios", ratios + "births,0,2,4.5,1000\n", "forecast.name_taken", "2:1");
  expect("--ratios", ratios + "托位,0,2,4.5,1000\n托位,0,3,4.5,1000\n", "forecast.name_taken", "3:1");
  expect("--ratios", ratios + "托位,0,2,-4.5,1000\n", "table.out_of_range", "2:8");
  const std::string needs = "level,from_age,to_age,men_per_thousand,women_per_thousand\n";
  expect("--needs", needs + "轻度,60,100,700,700\n重度,80,100,300,301\n", "forecast.more_needy_than_people", "3:15");
  expect("--needs", needs + "轻度,60,100,1,1\n轻度,80,100,1,1\n", "forecast.age_repeated", "3:4");
}

TEST_F(ForecastCommand, a_man_is_a_man_in_each_of_his_words) {
  const auto with = [&](const std::string& sex) { return forecast({"--migration", run_.file("arrivals.csv", "sex,from_age,to_age,share\n" + sex + ",20,29,0.05\n")}); };
  const auto men = with("M");
  for (const char* const word : {"男", "male", "m"}) EXPECT_EQ(with(word).at("scenarios"), men.at("scenarios")) << word;
  EXPECT_NE(with("both").at("scenarios"), men.at("scenarios"));
}

TEST_F(ForecastCommand, ages_the_base_does_not_speak_of_are_told) {
  const auto ended = run_.run(forecast_command, {"--base", run_.file("men.csv", "region,sex,age,count\na,M,5+,10\n"), "--years", "1"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_NE(ended.err.find("forecast.no_men_counted"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("forecast.no_women_counted"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("0-4"), std::string::npos) << ended.err;
}

TEST_F(ForecastCommand, says_in_words_what_will_be) {
  const auto ended = run_.run(forecast_command, {"--base", run_.file("base.csv", k_base), "--years", "1"});
  EXPECT_TRUE(ended.out.starts_with("年份\t人口\t65岁及以上\t80岁及以上\t3岁以下\t出生\t死亡\n2021\t11050\t")) << ended.out;
}

TEST_F(ForecastCommand, what_is_wrong_is_named_with_its_place) {
  const std::string base = run_.file("base.csv", k_base);
  const auto expect = [&](const std::vector<std::string>& more, const std::string& beginning) {
    std::vector<std::string> words{"--base", base};
    words.insert(words.end(), more.begin(), more.end());
    const auto ended = run_.run(forecast_command, words);
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_TRUE(ended.err.starts_with(beginning)) << ended.err;
  };
  expect({"--years", "500"}, "streets.out_of_range --years");
  expect({"--rates", run_.path("none")}, "file.unreadable " + run_.path("none"));
  const std::string local = run_.file("local.csv", "region,births,deaths\n650202,many,1\n");
  expect({"--local", local}, "table.number_expected " + local + ":2:8");
  const std::string ratios = run_.file("ratios.csv", "name,from_age\n");
  expect({"--ratios", ratios}, "table.column_missing " + ratios + ":1:1");
  const std::string broken = run_.file("broken.csv", "region,sex,age,count\n1,M,old,5\n");
  EXPECT_TRUE(run_.run(forecast_command, {"--base", broken}).err.starts_with("forecast.age_unknown " + broken + ":2:5"));
  EXPECT_EQ(run_.run(forecast_command, {}).exit_code, 2);
}

}  // namespace
}  // namespace laoyou::app
