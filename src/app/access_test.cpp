// Who gets what, over every route of the house.
#include <gmock/gmock.h>

#include <set>

#include "app/running_house_test.h"
#include "base/random.h"
#include "record/sheet.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_own = "450203000000", k_neighbour = "450204000000", k_city = "450200000000";
constexpr std::string_view k_mark = "987654.321", k_marked_source = "neighbours-register", k_marked_name = "neighbours-clerk";

/// One for each single power, one for none and one for all.
std::vector<http::WalkingSession> sessions_of_every_power(RunningHouse& house, std::string_view region) {
  std::vector<powers::Powers> sets{powers::Powers(), powers::Powers::all()};
  for (const powers::Power power : powers::Powers::all().list()) sets.push_back({power});
  std::vector<http::WalkingSession> sessions;
  for (const powers::Powers& set : sets) {
    const Visitor visitor = house.visit_with("walker-" + std::to_string(sessions.size()), set, region);
    sessions.push_back({set.text(), set, visitor.token(), visitor.csrf_token()});
  }
  return sessions;
}

/// Texts that a field of a request may be filled with; an empty one leaves an optional field out.
std::vector<std::string> fillings(const std::string& field) {
  if (field == "region") return {"", std::string(k_own), std::string(k_neighbour), "450204001000", std::string(k_city), "000000000000"};
  if (field == "plan") return {"liuzhou", "national"};
  if (field == "indicator") return {"", real_plans().current()->find("liuzhou")->content.indicators.front().value.key};
  if (field == "format") return {"csv", "xlsx"};
  if (field == "search" || field == "text") return {"", "neighbours", "9876"};
  if (field == "record") return {"", "reading", "account"};
  if (field == "page_rows") return {"500"};
  if (field == "limit") return {"100", "500"};
  if (field == "instrument") return {"ability_gbt42195"};
  return {""};
}

/// Every target of a reading route, with every combination of what its fields may be filled with.
std::vector<std::string> targets_of(const http::Route& route) {
  boost::json::object components;
  std::vector<std::string> targets{route.path()};
  if (!route.types().request) return targets;
  for (const http::DescribedField& field : route.types().request(components)) {
    std::vector<std::string> more;
    const std::string hole = "{" + field.name + "}";
    for (const std::string& target : targets) {
      for (const std::string& value : fillings(field.name)) {
        std::string filled = target;
        if (const std::size_t found = target.find(hole); found != std::string::npos)
          filled.replace(found, hole.size(), value.empty() ? "1" : value);
        else if (!value.empty())
          filled += (target.find('?') == std::string::npos ? "?" : "&") + field.name + "=" + value;
        more.push_back(std::move(filled));
      }
    }
    targets = std::move(more);
  }
  return targets;
}

/// What an answer says in letters, also where it is a workbook.
std::string letters_of(const http::ClientAnswer& answer) {
  if (!answer.body.starts_with("PK")) return answer.body;
  std::string letters;
  for (const record::SheetRow& row : record::read_sheet(answer.body, record::SheetFormat::xlsx).value().rows)
    for (const record::SheetCell& cell : row) letters += cell.text + "\n";
  return letters;
}

/// The targets whose answer holds one of the marks, over all reading routes but the endless event stream.
std::vector<std::string> leaks(RunningHouse& house, const Visitor& visitor, std::size_t& answered) {
  std::vector<std::string> found;
  for (const http::Route& route : house.routes()) {
    if (route.verb() != http::Verb::get || route.path() == "/api/events") continue;
    for (const std::string& target : targets_of(route)) {
      const http::ClientAnswer answer = visitor.get(target);
      answered += answer.status == 200;
      const std::string letters = letters_of(answer);
      for (const std::string_view mark : {k_mark, k_marked_source, k_marked_name})
        if (letters.find(mark) != std::string::npos) found.push_back(target + " holds " + std::string(mark));
    }
  }
  return found;
}

/// The neighbour's values, accounts and journal entries, every one marked, beside values of one's own.
void settle_neighbours(RunningHouse& house) {
  std::vector<plan::ReportedValue> readings;
  for (const auto& row : real_plans().current()->find("liuzhou")->content.indicators) {
    readings.push_back(reading(k_neighbour, row.value.key, "2024", k_mark, std::string(k_marked_source)));
    readings.push_back(reading("450204001000", row.value.key, "2024", k_mark, std::string(k_marked_source)));
    readings.push_back(reading(k_own, row.value.key, "2024", "123456.5", "own-register"));
  }
  house.add_readings(std::move(readings));
  house.visit(std::string(k_marked_name), "reporter", k_neighbour);
}

std::set<std::string> ids_seen(const Visitor& visitor) {
  std::set<std::string> ids;
  const auto list = boost::json::parse(visitor.get("/api/readings?page_rows=500").body);
  for (const auto& row : list.at("rows").as_array()) ids.insert(row.at("id").as_string().c_str());
  return ids;
}

}  // namespace

TEST(Access, EveryRouteGivesEveryPowerExactlyWhatItsRowDeclares) {
  RunningHouse house;
  const auto routes = http::describe_routes(house.routes());
  EXPECT_GE(routes.size(), 40u);
  EXPECT_THAT(http::walk_routes(house.port(), routes, sessions_of_every_power(house, k_own)), testing::IsEmpty());
}

TEST(Access, NoScopedRouteAnswersForTheNeighbourTheCityOrTheCountry) {
  RunningHouse house;
  const auto sessions = sessions_of_every_power(house, k_own);
  const http::TextFields values{{"plan", "liuzhou"}, {"indicator", "bed_total"}};
  for (const std::string_view outside : {k_neighbour, std::string_view("450204001000"), k_city, std::string_view("000000000000")})
    EXPECT_THAT(http::walk_scopes(house.port(), http::describe_routes(house.routes()), sessions, code(outside), values), testing::IsEmpty());
}

TEST(Access, AnAccountGetsNothingOfItsNeighbourByAnyRouteFilterExportOrSearch) {
  RunningHouse house;
  settle_neighbours(house);
  for (const std::string role : {"administrator", "reporter", "auditor"}) {
    std::size_t answered = 0;
    const Visitor visitor = house.visit("own-" + role, role, k_own);
    EXPECT_THAT(leaks(house, visitor, answered), testing::IsEmpty());
    EXPECT_GE(answered, 30u) << "the search must have reached the routes";
  }
  std::size_t answered = 0;
  EXPECT_THAT(leaks(house, house.nobody(), answered), testing::IsEmpty());
}

TEST(Access, TheSearchForLeaksFindsThemForTheNeighbourItself) {
  RunningHouse house;
  settle_neighbours(house);
  std::size_t answered = 0;
  const auto found = leaks(house, house.visit("true-neighbour", "administrator", k_neighbour), answered);
  for (const char* route : {"/api/readings?", "/api/readings/export?", "/api/accounts?", "/api/journal?", "/api/plans/liuzhou/indicators?"})
    EXPECT_THAT(found, testing::Contains(testing::StartsWith(route)));
}

TEST(Access, AnAccountSeesTheProjectsOfItsDistrictOnly) {
  RunningHouse house;
  const auto plan = real_plans().current()->find("karamay");
  for (const char* district : {"650202000000", "650203000000", "650204000000", "650205000000"}) {
    const Visitor visitor = house.visit(std::string("viewer-") + district, "viewer", district);
    const std::string projects = visitor.get("/api/plans/karamay/projects").body + visitor.get("/api/plans/karamay/clauses").body;
    const auto rows = boost::json::parse(visitor.get("/api/plans/karamay/projects").body).at("rows").as_array();
    std::size_t own = 0;
    for (const auto& row : plan->content.projects) own += row.value.region && code(district).contains(*row.value.region);
    EXPECT_EQ(rows.size(), own);
    for (const auto& row : rows) EXPECT_EQ(row.at("region"), district);
    EXPECT_EQ(boost::json::parse(visitor.get("/api/plans/karamay/summary").body).at("project_totals").as_array().empty(), own == 0);
  }
}

TEST(Access, WhatAnAccountSeesIsExactlyWhatLiesWithinItsRegion) {
  RunningHouse house;
  SeededRandom random(7);
  const std::vector<std::string> places{"450200000000", "450202000000", "450203000000", "450203001000", "450203002000", "450204000000", "450204001000", "450205000000"};
  const auto& indicators = real_plans().current()->find("liuzhou")->content.indicators;
  std::vector<plan::ReportedValue> readings;
  for (int year = 2000; year < 2030; ++year)
    readings.push_back(reading(places[random.below(places.size())], indicators[random.below(indicators.size())].value.key, std::to_string(year), "1"));
  house.add_readings(readings);
  std::map<std::string, std::set<std::string>> seen;
  for (const std::string& place : places) seen[place] = ids_seen(house.visit("viewer-" + place, "viewer", place));
  for (const std::string& place : places) {
    std::set<std::string> within;
    for (const auto& each : house.readings())
      if (code(place).contains(each.region)) within.insert(std::to_string(each.id.number));
    EXPECT_EQ(seen[place], within) << place;
    EXPECT_TRUE(std::includes(seen[std::string(k_city)].begin(), seen[std::string(k_city)].end(), seen[place].begin(), seen[place].end())) << place;
  }
}

TEST(Access, ChangesAreToldToThoseWhoseRegionTheyLieInOnly) {
  RunningHouse house;
  const auto own = house.house().events().subscribe(code(k_own)), neighbour = house.house().events().subscribe(code(k_neighbour)), city = house.house().events().subscribe(code(k_city));
  const Visitor reporter = house.visit("reporter", "reporter", k_own);
  ASSERT_EQ(said(reporter.post("/api/readings", {{"plan", "liuzhou"}, {"indicator", "bed_total"}, {"region", k_own}, {"period", "2024"}, {"value", 7}, {"source", "survey"}})), "201");
  ASSERT_TRUE(house.house().follower().wait_for(house.store().journal_head(), std::chrono::seconds(60)));
  EXPECT_THAT(own->take(), testing::HasSubstr("readings_changed"));
  EXPECT_THAT(city->take(), testing::HasSubstr("readings_changed"));
  EXPECT_EQ(neighbour->take(), "");
}

// A place that nobody named is the whole country: a question that cannot be asked of all of it says so, and never ends as our own mistake.
TEST(Access, WhoeverAsksOfTheWholeCountryIsAnsweredOrRefused) {
  RunningHouse house;
  const Visitor everybody[] = {house.visit_with("country", powers::Powers::all(), "000000000000"), house.nobody()};
  std::size_t asked = 0;
  for (const Visitor& visitor : everybody)
    for (const http::Route& route : house.routes()) {
      if (route.verb() != http::Verb::get || route.path() == "/api/events") continue;
      for (const std::string& target : targets_of(route)) {
        if (target.find("region=450") != std::string::npos) continue;
        ++asked;
        const http::ClientAnswer answer = visitor.get(target);
        EXPECT_NE(answer.status, 500) << target << "\n" << answer.body;
      }
    }
  EXPECT_GT(asked, 200u);
}

}  // namespace laoyou::app
