#include "http/openapi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "base/messages.h"
#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

boost::json::object document() {
  TownState unused;
  return openapi_document(town_routes(unused));
}

const boost::json::object& operation(const boost::json::object& document, const char* path, const char* verb) {
  return document.at("paths").at(path).at(verb).as_object();
}

}  // namespace

TEST(OpenApi, EveryRouteStandsInTheDocument) {
  TownState unused;
  const RouteTable routes = town_routes(unused);
  const boost::json::object whole = openapi_document(routes);
  std::size_t operations = 0;
  for (const auto& path : whole.at("paths").as_object()) operations += path.value().as_object().size();
  EXPECT_EQ(operations, routes.size());
}

TEST(OpenApi, MembersOfTheRequestStandWhereTheyAreTakenFrom) {
  const boost::json::object whole = document();
  const auto& get_parameters = operation(whole, "/api/nurseries/{region}", "get").at("parameters").as_array();
  ASSERT_EQ(get_parameters.size(), 2u);
  EXPECT_EQ(get_parameters[0].at("in").as_string(), "path");
  EXPECT_EQ(get_parameters[1].at("name").as_string(), "places");
  EXPECT_EQ(get_parameters[1].at("in").as_string(), "query");
  EXPECT_FALSE(get_parameters[1].at("required").as_bool());
  const auto& schema = operation(whole, "/api/nurseries", "post").at("requestBody").at("content").at("application/json").at("schema").as_object();
  EXPECT_TRUE(schema.at("properties").as_object().contains("region"));
  EXPECT_EQ(schema.at("required").as_array(), boost::json::array{"region"});
  const auto& file = operation(whole, "/api/files", "post");
  EXPECT_EQ(file.at("parameters").as_array().at(0).at("in").as_string(), "query");
  EXPECT_TRUE(file.at("requestBody").at("content").as_object().contains("text/csv"));
}

TEST(OpenApi, AnswersProblemsAndSecurityAreSaid) {
  const boost::json::object whole = document();
  const auto& read = operation(whole, "/api/nurseries/{region}", "get");
  EXPECT_EQ(read.at("responses").at("200").at("content").at("application/json").at("schema").at("$ref").as_string(), "#/components/schemas/nursery");
  EXPECT_TRUE(read.at("responses").as_object().contains("401"));
  EXPECT_EQ(read.at("security").as_array().size(), 2u) << "a session or a token";
  EXPECT_TRUE(operation(whole, "/api/nurseries", "get").at("security").as_array().empty());
  EXPECT_TRUE(operation(whole, "/api/named/{name}", "put").at("responses").as_object().contains("409"));
  EXPECT_EQ(operation(whole, "/api/events", "get").at("responses").at("200").at("content").as_object().begin()->key(), "text/event-stream");
  EXPECT_EQ(operation(whole, "/api/nurseries", "post").at("x-access").as_string(), "values_report places_write");
  EXPECT_EQ(operation(whole, "/api/sheet", "get").at("x-access").as_string(), "places_read + sheets_export");
  EXPECT_EQ(read.at("x-access").as_string(), "signed_in");
  const auto& created = operation(whole, "/api/nurseries", "post").at("responses").as_object();
  EXPECT_TRUE(created.contains("201") && !created.contains("200"));
  EXPECT_TRUE(whole.at("components").at("schemas").as_object().contains("nursery"));
}

TEST(OpenApi, TheServerShowsTheDocumentOfAllItsRoutes) {
  SmallTown town;
  const ClientAnswer answer = town.ask({"GET", "/openapi.json", {}, {}});
  EXPECT_EQ(answer.status, 200);
  const auto whole = boost::json::parse(answer.body).as_object();
  EXPECT_EQ(whole.at("openapi").as_string(), "3.1.0");
  EXPECT_TRUE(whole.at("paths").as_object().contains("/health"));
}

TEST(Messages, EveryStatusARouteMayAnswerHasItsTitle) {
  for (int status : {400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 422, 423, 429, 431, 500, 503, 505}) {
    EXPECT_TRUE(has_message("status." + std::to_string(status))) << status;
  }
}

}  // namespace laoyou::http
