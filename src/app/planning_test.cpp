// Looking ahead through the door: a city taken in by a job, drawn, asked who is reached, tried out, sited, corrected; its numbers are those of the commands.
#include <gmock/gmock.h>

#include "app/coverage_command.h"
#include "app/engine_command_test.h"
#include "app/planning_demo.h"
#include "app/running_house_test.h"
#include "planning/tiles/tile.h"
#include "record/json_read.h"

namespace laoyou::app {
namespace {

using registry::Institution;
using registry::InstitutionKind;
using registry::Resident;

constexpr std::string_view k_city = "650200000000", k_county = "650204000000", k_neighbour = "650205000000";
const std::vector<std::string> k_villages = {"650204001001", "650204001002", "650204002001", "650204002002"};

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }
std::string text(const boost::json::value& value, const char* name) { return std::string(value.at(name).as_string()); }

class APlan : public OnBothDatabases {
 protected:
  Visitor officer = house.visit("officer", "official", k_city);
  std::string bundle = synthetic_bundle([] {
    std::vector<RegionCode> villages;
    for (const std::string& village : k_villages) villages.push_back(code(village));
    return villages;
  }(), {105, 40}, 3);

  boost::json::value ended(const boost::json::value& job) {
    for (int i = 0; i < 6'000; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(10))) {
      const boost::json::value now = parsed(officer.get("/api/jobs/" + text(job, "id")));
      if (const std::string state = text(now, "state"); state != "queued" && state != "running") return now;
    }
    ADD_FAILURE() << "the job does not end";
    return job;
  }
  boost::json::value import(const std::string& bytes) {
    const http::ClientAnswer asked = officer.ask("POST", "/api/planning/maps/import?region=650200000000&name=%E6%BC%94%E7%A4%BA&source=test", bytes, "application/octet-stream");
    EXPECT_EQ(asked.status, 201) << asked.body;
    return ended(parsed(asked));
  }
  void insert_people() {
    const Result<void> done = house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
      for (std::size_t number = 0; number < 600; ++number) {
        Resident person;
        person.id = writing.new_id<Resident>();
        person.region = code(k_villages[number % k_villages.size()]);
        person.name = "某人";
        person.born = Date::from_calendar(number % 3 == 0 ? 2026 : 1930 + static_cast<int>(number % 60), 1, 1).value();
        writing.insert(person);
      }
      return {};
    }).result();
    EXPECT_TRUE(done);
    settle();
  }
  /// Places stand at addresses of the first village.
  std::vector<std::string> insert_places(InstitutionKind kind, int count, int beds) {
    std::vector<std::string> ids;
    const auto map = house.house().cities().map_for(code(k_city)).value();
    const auto loaded = house.house().cities().loaded(map);
    const Result<void> done = house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
      ids.clear();
      for (int number = 0; number < count; ++number) {
        Institution place;
        place.id = writing.new_id<Institution>();
        place.region = code(k_villages[0]);
        place.name = "机构" + std::to_string(number);
        place.kind = kind;
        const auto& addresses = loaded->city->addresses();
        const Point point = addresses[static_cast<std::size_t>(number) * 11 % (addresses.size() / 4)].point;
        place.longitude = point.longitude;
        place.latitude = point.latitude;
        writing.insert(place);
        ids.push_back(std::to_string(place.id.number));
        for (int bed = 0; bed < beds; ++bed) {
          registry::Bed made;
          made.id = writing.new_id<registry::Bed>();
          made.region = place.region;
          made.institution = place.id;
          made.occupied = bed % 2 == 0;
          writing.insert(made);
        }
      }
      return {};
    }).result();
    EXPECT_TRUE(done);
    settle();
    return ids;
  }
  void settle() {
    EXPECT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  }
};

RUN_ON_BOTH_DATABASES(APlan);

TEST_P(APlan, TakesACityInAndSaysWhatItIs) {
  EXPECT_EQ(said(officer.get("/api/planning/reach?kind=elderly_home&way=walk&minutes=15")), "422 planning.map_not_found");
  const boost::json::value none = parsed(officer.get("/api/planning/setting"));
  EXPECT_FALSE(none.as_object().contains("streets"));
  insert_people();
  const boost::json::value done = import(bundle);
  ASSERT_EQ(text(done, "state"), "done") << done;
  const boost::json::value found = parsed(officer.get("/api/planning/maps/import/" + text(done, "id")));
  EXPECT_EQ(found.at("people_placed").as_int64(), 600);
  EXPECT_EQ(found.at("people_unplaced").as_int64(), 0);
  const boost::json::value setting = parsed(officer.get("/api/planning/setting"));
  EXPECT_EQ(text(setting.at("streets"), "region"), k_city);
  EXPECT_GT(setting.at("streets").at("length_km").to_number<double>(), 50);
  EXPECT_EQ(setting.at("people").at(0).at("people").as_int64(), 600);
  EXPECT_EQ(setting.at("people").at(4).at("people").as_int64(), 200);
  // A second version is in use until the first is chosen again.
  const boost::json::value again = import(bundle);
  ASSERT_EQ(text(again, "state"), "done");
  const auto maps = parsed(officer.get("/api/planning/maps"));
  ASSERT_EQ(maps.at("rows").as_array().size(), 2u);
  EXPECT_TRUE(maps.at("rows").at(0).at("current").as_bool());
  const boost::json::object first{{"version", maps.at("rows").at(1).at("version")}};
  EXPECT_EQ(officer.post("/api/planning/maps/" + text(maps.at("rows").at(1), "id") + "/use", first).status, 200);
  EXPECT_TRUE(parsed(officer.get("/api/planning/maps")).at("rows").at(1).at("current").as_bool());
  EXPECT_EQ(said(officer.post("/api/planning/maps/" + text(maps.at("rows").at(1), "id") + "/remove", first)), "409 record.changed");
  EXPECT_EQ(officer.post("/api/planning/maps/" + text(maps.at("rows").at(0), "id") + "/remove", {{"version", maps.at("rows").at(0).at("version")}}).status, 200);
  EXPECT_EQ(officer.get("/api/planning/tiles/14/12970/6207").status, 200);
}

TEST_P(APlan, RefusesAMapWithoutTheCityAndSaysWhatItHolds) {
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_places(InstitutionKind::nursery, 2, 0);
  const std::string far = synthetic_bundle({code(k_villages[0])}, {110, 30}, 3);
  const boost::json::value refused = import(far);
  EXPECT_EQ(text(refused, "state"), "failed");
  EXPECT_EQ(text(refused.at("refusals").at(0), "code"), "planning.city_not_in_extract");
  EXPECT_THAT(text(refused.at("refusals").at(0), "message"), testing::HasSubstr("109."));
  EXPECT_EQ(text(import("no map"), "state"), "failed");
}

TEST_P(APlan, ShowsTilesWithTheSameTagWhileNothingChanges) {
  insert_people();
  ASSERT_EQ(text(import(bundle), "state"), "done");
  const planning::WorldSpot spot = planning::world_spot({105, 40});
  const std::string address = "/api/planning/tiles/13/" + std::to_string(static_cast<int>(spot.x * 8192)) + "/" + std::to_string(static_cast<int>(spot.y * 8192));
  const http::ClientAnswer tile = officer.get(address);
  ASSERT_EQ(tile.status, 200) << tile.body;
  EXPECT_EQ(tile.header("Content-Type"), "application/vnd.mapbox-vector-tile");
  EXPECT_THAT(tile.body, testing::HasSubstr("secondary"));
  EXPECT_EQ(officer.ask_with("GET", address, "", {{"If-None-Match", std::string(tile.header("ETag"))}}).status, 304);
  EXPECT_THAT(officer.get(address + "/people").body, testing::AllOf(testing::HasSubstr("people"), testing::HasSubstr("from_60")));
  insert_places(InstitutionKind::nursery, 3, 0);
  // The whole city lies in one tile of this zoom.
  const std::string whole = "/api/planning/tiles/9/" + std::to_string(static_cast<int>(spot.x * 512)) + "/" + std::to_string(static_cast<int>(spot.y * 512));
  EXPECT_THAT(officer.get(whole + "/places?kind=nursery").body, testing::HasSubstr("机构1"));
  EXPECT_TRUE(officer.get("/api/planning/tiles/14/3/5/places?kind=nursery").body.find("机构") == std::string::npos) << "a tile holds the places within it alone";
  EXPECT_EQ(said(officer.get("/api/planning/tiles/3/9/1")), "422 planning.tile_not_found");
}

TEST_P(APlan, CountsWhoIsReachedAsTheCommandDoes) {
  insert_people();
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_places(InstitutionKind::elderly_home, 3, 4);
  const auto map = house.house().cities().map_for(code(k_city)).value();
  const auto situation = house.house().cities().situation(map);
  const planning::MapBundle files = record::parse_json<planning::MapBundle>(bundle).value();
  std::string people = "id,longitude,latitude,people,region\n", places = "name,longitude,latitude,kind,capacity\n";
  const auto degrees = [](double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.9f", value);
    return std::string(digits);
  };
  for (std::size_t at = 0; at < situation->city().addresses().size(); ++at) {
    const auto& address = situation->city().addresses()[at];
    if (const auto count = situation->people(at, planning::PeopleGroup::from_60); count > 0)
      people += std::to_string(at) + "," + degrees(address.point.longitude) + "," + degrees(address.point.latitude) + "," + std::to_string(count) + "," + std::to_string(address.region) + "\n";
  }
  for (const auto& place : situation->registers().places)
    places += place.name + "," + degrees(place.point->longitude) + "," + degrees(place.point->latitude) + ",elderly_home," + std::to_string(place.capacity) + "\n";
  CommandRun run;
  const std::string graph = run.file("nodes.csv", files.nodes) + "," + run.file("edges.csv", files.edges);
  const std::vector<std::string> words{"--graph", graph, "--people", run.file("people.csv", people), "--places", run.file("places.csv", places), "--json", "--scores"};
  const std::vector<std::pair<std::string, std::vector<std::string>>> questions{{"way=walk&minutes=15", {"--minutes", "15"}},
                                                                               {"way=walk&metres=700", {"--metres", "700"}},
                                                                               {"way=elder&minutes=15", {"--minutes", "15", "--metres-per-minute", "40"}},
                                                                               {"way=car&minutes=3", {"--mode", "car", "--minutes", "3"}}};
  for (const auto& [query, more] : questions) {
    std::vector<std::string> all = words;
    all.insert(all.end(), more.begin(), more.end());
    const auto ended = run.run(coverage_command, all);
    ASSERT_EQ(ended.exit_code, 0) << ended.err;
    const boost::json::value expected = ended.json().at("kinds").at(0);
    const boost::json::value answer = parsed(officer.get("/api/planning/reach?kind=elderly_home&" + query));
    EXPECT_EQ(answer.at("people").as_int64(), expected.at("people").as_int64()) << query;
    EXPECT_EQ(answer.at("reached").as_int64(), expected.at("reached").as_int64()) << query;
    EXPECT_GT(answer.at("reached").as_int64(), 0) << query;
    EXPECT_LT(answer.at("reached").as_int64(), answer.at("people").as_int64()) << query;
    std::map<std::string, std::int64_t> by_region;
    for (const auto& row : expected.at("regions").as_array()) by_region[text(row, "region")] = row.at("reached").as_int64();
    for (const auto& row : answer.at("regions").as_array())
      if (text(row, "level") == "village") {
        EXPECT_EQ(row.at("reached").as_int64(), by_region[text(row, "region")]) << query << text(row, "region");
      }
  }
}

TEST_P(APlan, TriesPlacesOutKeepsAScenarioAndDraftsItsProjects) {
  insert_people();
  ASSERT_EQ(text(import(bundle), "state"), "done");
  const std::vector<std::string> ids = insert_places(InstitutionKind::elderly_home, 2, 4);
  const boost::json::value today = parsed(officer.get("/api/planning/reach?kind=elderly_home&way=walk&minutes=10"));
  const auto map = house.house().cities().map_for(code(k_city)).value();
  const auto& addresses = house.house().cities().loaded(map)->city->addresses();
  const Point far = addresses.back().point;
  boost::json::object body{{"region", k_city}, {"kind", "elderly_home"}, {"way", "walk"}, {"minutes", 10}, {"name", "试点"},
                           {"changes", boost::json::array{boost::json::object{{"what", "put"}, {"name", "新院"}, {"longitude", far.longitude}, {"latitude", far.latitude}, {"capacity", 30}},
                                                          boost::json::object{{"what", "resize"}, {"place", ids[0]}, {"capacity", 40}}}}};
  boost::json::object asked = body;
  asked.erase("name");
  const boost::json::value tried = parsed(officer.post("/api/planning/try", asked));
  EXPECT_EQ(tried.at("before").at("reached"), today.at("reached")) << tried;
  EXPECT_GT(tried.at("after").at("reached").as_int64(), today.at("reached").as_int64());
  EXPECT_GT(tried.at("places").at(2).at("load").as_int64(), 0);
  EXPECT_FALSE(tried.at("regions").as_array().empty());
  const http::ClientAnswer kept = officer.post("/api/planning/scenarios", body);
  ASSERT_EQ(kept.status, 201) << kept.body;
  const std::string id = text(parsed(kept), "id");
  EXPECT_EQ(parsed(officer.get("/api/planning/scenarios/" + id + "/outcome")), tried);
  EXPECT_EQ(parsed(officer.get("/api/planning/scenarios")).at("rows").as_array().size(), 1u);
  const boost::json::value drafted = parsed(officer.post("/api/planning/scenarios/" + id + "/draft"));
  ASSERT_EQ(drafted.at("projects").as_array().size(), 1u) << drafted;
  const boost::json::value project = parsed(officer.get("/api/constructions/" + std::string(drafted.at("projects").at(0).as_string())));
  EXPECT_EQ(project.at("row").at("beds_added").as_int64(), 30) << project;
  EXPECT_EQ(text(project.at("row"), "stage"), "planned");
  // What cannot be tried is said with its place.
  asked["changes"] = boost::json::array{boost::json::object{{"what", "close"}, {"place", "12345"}}};
  EXPECT_EQ(said(officer.post("/api/planning/try", asked)), "422 planning.place_unknown");
  // Closing all of them reaches nobody.
  asked["changes"] = boost::json::array{boost::json::object{{"what", "close"}, {"place", ids[0]}}, boost::json::object{{"what", "close"}, {"place", ids[1]}}};
  EXPECT_EQ(parsed(officer.post("/api/planning/try", asked)).at("after").at("reached").as_int64(), 0);
}

TEST_P(APlan, ChoosesSitesByAJobWithItsProofAndSaysWhatBindsWhenNothingFits) {
  insert_people();
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_places(InstitutionKind::elderly_home, 1, 4);
  boost::json::object asked{{"kind", "elderly_home"}, {"way", "walk"}, {"minutes", 10}, {"objective", "most_people"}, {"places", 2}, {"candidates", "addresses"}, {"seconds", 2}};
  const http::ClientAnswer answer = officer.post("/api/planning/siting", asked);
  ASSERT_EQ(answer.status, 201) << answer.body;
  const boost::json::value done = ended(parsed(answer));
  ASSERT_EQ(text(done, "state"), "done") << done;
  const boost::json::value found = parsed(officer.get("/api/planning/siting/" + text(done, "id")));
  ASSERT_EQ(found.at("places").as_array().size(), 2u) << found;
  std::int64_t gain = 0;
  for (const auto& place : found.at("places").as_array()) gain += place.at("gain").as_int64();
  EXPECT_EQ(found.at("before_reached").as_int64() + gain, found.at("after_reached").as_int64());
  EXPECT_EQ(found.at("value").to_number<double>(), static_cast<double>(found.at("after_reached").as_int64()));
  EXPECT_FALSE(text(found, "proof_zh").empty());
  // The same reach as asked directly for what is there today.
  EXPECT_EQ(parsed(officer.get("/api/planning/reach?kind=elderly_home&way=walk&minutes=10")).at("reached"), found.at("before_reached"));
  asked["objective"] = "everybody";
  asked["places"] = 1;
  asked["minutes"] = 1;
  asked["candidates"] = "villages";
  const boost::json::value bound = ended(parsed(officer.post("/api/planning/siting", asked)));
  ASSERT_EQ(text(bound, "state"), "done") << bound;
  const boost::json::value unmet = parsed(officer.get("/api/planning/siting/" + text(bound, "id")));
  EXPECT_TRUE(unmet.at("places").as_array().empty());
  EXPECT_FALSE(unmet.at("binding").as_array().empty()) << unmet;
  asked["objective"] = "most_people";
  asked.erase("places");
  EXPECT_EQ(said(officer.post("/api/planning/siting", asked)), "422 planning.siting_unclear");
}

TEST_P(APlan, FindsSwappedCoordinatesAndCorrectsThem) {
  ASSERT_EQ(text(import(bundle), "state"), "done");
  const std::vector<std::string> ids = insert_places(InstitutionKind::nursery, 3, 0);
  const boost::json::value row = parsed(officer.get("/api/institutions/" + ids[1])).at("row");
  boost::json::object swapped = row.as_object();
  std::swap(swapped["longitude"], swapped["latitude"]);
  // Latitude 105 is none: what the register itself refuses never gets here, so the swap is made where both are possible.
  EXPECT_EQ(officer.put("/api/institutions/" + ids[1], swapped).status, 422);
  boost::json::object moved = row.as_object();
  moved["longitude"] = 100.0;
  ASSERT_EQ(officer.put("/api/institutions/" + ids[1], moved).status, 200);
  settle();
  const boost::json::value faults = parsed(officer.get("/api/planning/faults"));
  EXPECT_EQ(faults.at("checked").as_int64(), 3);
  ASSERT_EQ(faults.at("rows").as_array().size(), 1u) << faults;
  EXPECT_EQ(text(faults.at("rows").at(0), "fault"), "outside");
  const boost::json::object correction{{"rows", boost::json::array{boost::json::object{{"id", ids[1]}, {"version", faults.at("rows").at(0).at("version")},
                                                                                        {"longitude", row.at("longitude")}, {"latitude", row.at("latitude")}}}}};
  EXPECT_EQ(officer.post("/api/planning/faults/correct", correction).status, 200);
  settle();
  EXPECT_TRUE(parsed(officer.get("/api/planning/faults")).at("rows").as_array().empty());
  EXPECT_EQ(said(officer.post("/api/planning/faults/correct", correction)), "409 record.changed");
}

TEST_P(APlan, ForecastsNeedByCountyToThePerson) {
  insert_people();
  const boost::json::value need = parsed(officer.get("/api/planning/need?years=5"));
  std::map<std::int64_t, std::int64_t> whole, counties;
  for (const auto& row : need.at("rows").as_array()) (text(row, "region") == k_city ? whole : counties)[row.at("year").as_int64()] += row.at("people").as_int64();
  ASSERT_EQ(whole.size(), 6u) << need;
  EXPECT_EQ(whole.begin()->second + need.at("without_age").as_int64(), 600);
  EXPECT_EQ(whole, counties);
  EXPECT_FALSE(need.at("shortfalls").as_array().empty());
}

TEST_P(APlan, KeepsTheMeasuresOfReachAsRecordsWithTheNumbersOfTheQuestion) {
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_people();
  insert_places(InstitutionKind::community_station, 3, 0);
  const auto count = [&] {
    const http::ClientAnswer asked = officer.post("/api/planning/measures/count");
    EXPECT_EQ(asked.status, 201) << asked.body;
    EXPECT_EQ(text(ended(parsed(asked)), "state"), "done");
    settle();
    return parsed(officer.get("/api/reach-counts?measure=quarter_hour_care&with_ended=true&count=true&rows=100")).at("rows").as_array().size();
  };
  const std::size_t records = count();
  EXPECT_GT(records, 0u);
  EXPECT_EQ(count(), records);  // nothing has changed since
  const boost::json::value asked = parsed(officer.get("/api/planning/reach?kind=community_station&way=walk&minutes=15&group=from_60"));
  const boost::json::value measures = parsed(officer.get("/api/planning/measures"));
  const boost::json::value& row = measures.at("rows").at(0);
  EXPECT_EQ(text(row, "key"), "quarter_hour_care");
  EXPECT_EQ(row.at("reached"), asked.at("reached"));
  EXPECT_EQ(row.at("people"), asked.at("people"));
  EXPECT_EQ(row.at("points").as_array().back().at("reached"), asked.at("reached"));
  // A further place makes another count; the older one ends on the day itself or is put right.
  insert_places(InstitutionKind::day_care, 12, 0);
  count();
  const boost::json::value later = parsed(officer.get("/api/planning/measures"));
  EXPECT_GE(later.at("rows").at(0).at("reached").as_int64(), row.at("reached").as_int64());
  EXPECT_EQ(later.at("rows").at(0).at("people"), row.at("people"));
}

TEST_P(APlan, ShowsFamiliesPlacesAndTheWayWithoutAnAccountAndNothingOfResidents) {
  const Visitor family = house.nobody();
  EXPECT_TRUE(parsed(family.get("/api/public/map")).at("places").as_array().empty());  // no map yet
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_people();
  insert_places(InstitutionKind::elderly_home, 2, 4);
  const http::ClientAnswer whole = family.get("/api/public/map?region=650200000000");
  EXPECT_THAT(whole.body, testing::Not(testing::HasSubstr("某人")));
  const boost::json::value map = parsed(whole);
  ASSERT_EQ(map.at("places").as_array().size(), 2u) << whole.body;
  const boost::json::value& place = map.at("places").at(0);
  EXPECT_EQ(place.at("capacity").as_int64(), 4);
  EXPECT_EQ(place.at("free").as_int64(), 2);
  const http::ClientAnswer near = family.post("/api/public/map/nearest", {{"region", k_city}, {"way", "walk"}, {"longitude", place.at("longitude")}, {"latitude", place.at("latitude")}});
  ASSERT_EQ(near.status, 200) << near.body;
  EXPECT_EQ(text(parsed(near).at("rows").at(0), "id"), text(place, "id"));
  EXPECT_LT(parsed(near).at("rows").at(0).at("minutes").to_number<double>(), 1);
  const http::ClientAnswer far = family.post("/api/public/map/nearest", {{"region", k_city}, {"way", "walk"}, {"longitude", 10.0}, {"latitude", 10.0}});
  EXPECT_FALSE(parsed(far).at("on_map").as_bool());
  EXPECT_EQ(family.get("/api/planning/tiles/14/12970/6207/people").status, 401);
}

TEST_P(APlan, HoldsEstatesAgainstTheStandardsOfTheNearestPlan) {
  const Result<void> done = house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    registry::Development estate;
    estate.id = writing.new_id<registry::Development>();
    estate.region = code(k_villages[0]);
    estate.name = "某小区";
    estate.households = 1000;
    estate.elderly_area_m2 = Decimal::parse("50").value();
    writing.insert(estate);
    return {};
  }).result();
  ASSERT_TRUE(done);
  const boost::json::value estates = parsed(officer.get("/api/planning/estates"));
  ASSERT_EQ(estates.at("rows").as_array().size(), 1u) << estates;
  EXPECT_EQ(text(estates.at("rows").at(0), "state"), "short_of_area");
  EXPECT_EQ(estates.at("rows").at(0).at("needs").at(0).at("wanted_m2").to_number<double>(), 200);  // 20 m² for each hundred households
}

TEST_P(APlan, TheYearAheadAndAMapOfWhoIsReachedAreSentAsFilesToThoseOfThePlace) {
  ASSERT_EQ(text(import(bundle), "state"), "done");
  insert_people();
  insert_places(InstitutionKind::nursery, 2, 0);
  settle();
  const std::string map = "/api/planning/map_paper?kind=nursery&way=walk&minutes=15";
  EXPECT_TRUE(officer.get("/api/planning/year_ahead").body.starts_with("%PDF-"));
  EXPECT_TRUE(officer.get("/api/planning/year_ahead?format=docx").body.starts_with("PK"));
  EXPECT_TRUE(officer.get(map).body.starts_with("%PDF-"));
  EXPECT_TRUE(officer.get(map + "&format=png").body.starts_with("\x89PNG"));
  EXPECT_EQ(officer.get(map + "&format=docx").status, 400);
  const Visitor stranger = house.visit("stranger", "official", "450200000000");
  EXPECT_EQ(said(stranger.get(map + "&region=650200000000")), "403 scope.outside");
  EXPECT_EQ(said(stranger.get(map)), "422 planning.map_not_found");
  EXPECT_TRUE(stranger.get("/api/planning/year_ahead").body.starts_with("%PDF-")) << "where no map is loaded the paper says so";
}

TEST_P(APlan, WhatIsRegisteredForTheWholeCityIsNoFurtherCounty) {
  insert_people();
  const Result<void> done = house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
    registry::Construction work;
    work.id = writing.new_id<registry::Construction>();
    work.region = code(k_city);
    work.project = "市级项目";
    work.beds_added = 40;
    writing.insert(work);
    return {};
  }).result();
  ASSERT_TRUE(done);
  settle();
  const auto need = parsed(officer.get("/api/planning/need?years=2"));
  std::map<std::string, int> years;
  for (const auto& row : need.at("rows").as_array()) ++years[text(row, "region")];
  EXPECT_EQ(years, (std::map<std::string, int>{{std::string(k_city), 3}, {std::string(k_county), 3}})) << "each place once a year";
  EXPECT_EQ(need.at("rows").at(1).at("beds_coming"), 40) << "and its beds count for the whole";
  EXPECT_EQ(need.at("shortfalls").as_array().size(), 2u);
}

TEST_P(APlan, HowManyAndHowFarAreTheStandardsOfTheNearestPlan) {
  const auto rules_of = [](const Visitor& visitor) { return parsed(visitor.get("/api/planning/need?years=1")).at("rules").as_array(); };
  const auto own = rules_of(officer);
  ASSERT_EQ(own.size(), 2u);
  EXPECT_TRUE(own[0].at("unverified").as_bool()) << "beds are the country's example here";
  EXPECT_EQ(own[1].at("wanted").to_number<double>(), 4.5);
  EXPECT_THAT(text(own[1], "source"), testing::HasSubstr("克拉玛依"));
  const auto honghe = rules_of(house.visit("honghe", "official", "532500000000"));
  EXPECT_EQ(honghe[0].at("wanted").to_number<double>(), 35);
  EXPECT_FALSE(honghe[0].at("unverified").as_bool());
  EXPECT_THAT(text(honghe[0], "source"), testing::HasSubstr("三(二)1"));
  const auto limits = parsed(officer.get("/api/planning/setting")).at("limits").as_array();
  ASSERT_EQ(limits.size(), 5u);
  EXPECT_EQ(limits[0].at("minutes").to_number<double>(), 15);
}

TEST_P(APlan, AnOfficerOfAnotherPlaceSeesNothingOfIt) {
  ASSERT_EQ(text(import(bundle), "state"), "done");
  const Visitor stranger = house.visit("stranger", "official", "450200000000");
  EXPECT_EQ(said(stranger.get("/api/planning/setting?region=650200000000")), "403 scope.outside");
  EXPECT_EQ(said(stranger.get("/api/planning/reach?kind=nursery&way=walk&minutes=15")), "422 planning.map_not_found");
  EXPECT_TRUE(parsed(stranger.get("/api/planning/maps")).at("rows").as_array().empty());
  EXPECT_EQ(said(stranger.ask("POST", "/api/planning/maps/import?region=650200000000&name=x&source=x", bundle, "application/octet-stream")), "403 scope.outside");
  // A county sees its own people of the city's map.
  const Visitor county = house.visit("county", "official", k_county);
  EXPECT_EQ(text(parsed(county.get("/api/planning/setting")).at("streets"), "region"), k_city);
  EXPECT_EQ(said(county.get("/api/planning/reach?region=650205000000&kind=nursery&way=walk&minutes=15")), "403 scope.outside");
}

}  // namespace
}  // namespace laoyou::app
