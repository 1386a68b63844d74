// What becomes of whole, well-formed requests.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/fiber/condition_variable.hpp>
#include <boost/fiber/mutex.hpp>
#include <boost/json/parse.hpp>
#include <mutex>
#include <thread>

#include "http/small_town_test.h"

namespace laoyou::http {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

ClientRequest get_request(std::string target, std::vector<std::pair<std::string, std::string>> headers = {}) { return {"GET", std::move(target), std::move(headers), {}}; }

/// Expects a problem of this status, code and place.
void expect_problem(const ClientAnswer& answer, int status, std::string_view code, std::string_view place = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
  boost::system::error_code malformed;
  const boost::json::value json = boost::json::parse(answer.body, malformed);
  ASSERT_FALSE(malformed) << answer.body;
  const boost::json::object& problem = json.as_object();
  EXPECT_EQ(problem.at("status").as_int64(), status);
  EXPECT_EQ(problem.at("code").as_string(), code);
  EXPECT_EQ(problem.at("request_id").as_string(), answer.header("X-Request-Id"));
  EXPECT_FALSE(problem.at("title").as_string().empty());
  EXPECT_EQ(problem.at("errors").as_array().at(0).at("place").as_string(), place);
}

}  // namespace

TEST(Requests, PathQueryAndAnswerAreTyped) {
  SmallTown town;
  const ClientAnswer answer = town.ask(town.as("nothing", get_request("/api/nurseries/650203000000?places=12")));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Content-Type"), "application/json");
  EXPECT_EQ(answer.body, R"({"name":"阳光托育园","region":"650203000000","places":12})");
}

TEST(Requests, AJsonBodyFillsTheRequestAndTheHandlerChoosesTheStatus) {
  SmallTown town;
  const ClientAnswer answer = town.ask(town.as("values_report", {"POST", "/api/nurseries", {}, R"({"region":"650203000000"})"}));
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, R"({"name":"阳光托育园","region":"650203000000","places":60})");
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
}

TEST(Requests, ARegionOutsideTheCallersScopeNeverReachesTheHandler) {
  SmallTown town;
  expect_problem(town.ask(town.as("everything", get_request("/api/nurseries/650100000000"))), 403, "scope.outside", "/region");
  expect_problem(town.ask(town.as("everything", {"POST", "/api/nurseries", {}, R"({"region":"000000000000"})"})), 403, "scope.outside", "/region");
  EXPECT_EQ(town.state().handled, 0);
  EXPECT_EQ(town.ask(town.as("nothing", get_request("/api/open/110000000000"))).status, 200);
}

TEST(Requests, WithoutASessionOrWithAWrongOneTheAnswerIs401) {
  SmallTown town;
  expect_problem(town.ask(get_request("/api/nurseries/650203000000")), 401, "access.signed_out");
  expect_problem(town.ask(get_request("/api/nurseries/650203000000", {{"Cookie", "laoyou_session=guessed"}})), 401, "access.signed_out");
}

TEST(Requests, WhoLacksAPowerIsToldItsNameInTheirLanguage) {
  SmallTown town;
  const ClientAnswer zh = town.ask(town.as("plan_read", get_request("/api/secrets")));
  expect_problem(zh, 403, "access.power_missing");
  EXPECT_THAT(zh.body, testing::HasSubstr("查看留痕"));
  EXPECT_THAT(town.ask(town.as("plan_read", get_request("/api/secrets", {{"Accept-Language", "en"}}))).body, testing::HasSubstr("Read the journal"));
  // Of a route that asks for two the one is named that is missing.
  EXPECT_THAT(town.ask(town.as("places_read", get_request("/api/sheet"))).body, testing::HasSubstr("导出表格"));
  EXPECT_EQ(town.ask(town.as("everything", get_request("/api/sheet"))).status, 200);
}

TEST(Requests, ATokenInTheAuthorizationFieldNeedsNoCsrfToken) {
  SmallTown town;
  const ClientAnswer answer = town.ask({"POST", "/api/nurseries", {{"Authorization", "values_report"}}, R"({"region":"650203000000"})"});
  EXPECT_EQ(answer.status, 201) << answer.body;
}

TEST(Requests, AnUnknownQueryParameterIsNamed) {
  SmallTown town;
  expect_problem(town.ask(town.as("nothing", get_request("/api/nurseries/650203000000?colour=1"))), 400, "json.unknown_field", "/colour");
  expect_problem(town.ask(get_request("/api/nurseries?x=1")), 400, "json.unknown_field", "/x");
  expect_problem(town.ask(town.as("values_report", {"POST", "/api/nurseries?x=1", {}, R"({"region":"650203000000"})"})), 400, "http.parameter_unknown", "/x");
  expect_problem(town.ask(town.as("nothing", get_request("/api/nurseries/650203000000?region=650203000001"))), 400, "http.parameter_unknown", "/region");
}

TEST(Requests, MalformedJsonIs400WithItsPlaceAndWrongFieldsAreAllNamed) {
  SmallTown town;
  const auto posted = [&](std::string body) { return town.ask(town.as("values_report", {"POST", "/api/nurseries", {}, std::move(body)})); };
  const ClientAnswer malformed = posted(R"({"region":"650203000000",})");
  EXPECT_EQ(malformed.status, 400);
  EXPECT_THAT(malformed.body, HasSubstr("json.malformed"));
  EXPECT_THAT(malformed.body, HasSubstr("25"));
  expect_problem(posted("[1]"), 400, "json.wrong_kind");
  const ClientAnswer wrong = posted(R"({"region":"65","places":"many","colour":1})");
  EXPECT_EQ(wrong.status, 400);
  for (const char* place : {"/region", "/places", "/colour"}) EXPECT_THAT(wrong.body, HasSubstr(std::string("\"place\":\"") + place));
  expect_problem(posted(""), 400, "json.missing_field", "/region");
}

TEST(Requests, AnotherContentTypeThanTheRouteTakesIs415) {
  SmallTown town;
  expect_problem(town.ask(town.as("values_report", {"POST", "/api/nurseries", {{"Content-Type", "text/plain"}}, "{}"})), 415, "http.content_type");
  expect_problem(town.ask({"POST", "/api/files?format=csv", {{"Content-Type", "application/zip"}}, "a,b"}), 415, "http.content_type");
  expect_problem(town.ask({"GET", "/api/nurseries", {{"Content-Type", "application/json"}}, "{}"}), 400, "http.body_unwanted");
}

TEST(Requests, AFileReachesItsHandlerAsItCame) {
  SmallTown town;
  const ClientAnswer answer = town.ask({"POST", "/api/files?format=csv", {{"Content-Type", "text/csv"}}, std::string(300'000, 'x')});
  EXPECT_EQ(answer.body, R"({"name":"csv","region":"000000000000","places":300000})");
}

TEST(Requests, UnknownPathsAre404AndKnownPathsWithAnotherMethod405WithAllow) {
  SmallTown town;
  expect_problem(town.ask(get_request("/api/nothing")), 404, "http.path_unknown");
  const ClientAnswer refused = town.ask({"DELETE", "/api/nurseries", {}, {}});
  expect_problem(refused, 405, "http.method_not_allowed");
  EXPECT_EQ(refused.header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(town.ask({"PATCH", "/api/named/x", {}, {}}).header("Allow"), "PUT, DELETE");
  EXPECT_EQ(town.ask({"POST", "/index.html", {}, {}}).status, 405);
}

TEST(Requests, HeadIsGetWithoutTheBody) {
  SmallTown town;
  const ClientAnswer got = town.ask(get_request("/api/nurseries"));
  LoopbackClient client(town.port());
  client.send(request_text({"HEAD", "/api/nurseries", {}, {}}) + request_text(get_request("/health")));
  const auto head = client.receive(LoopbackClient::Body::none);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Content-Length"), got.header("Content-Length"));
  EXPECT_EQ(client.receive()->body, R"({"status":"ok"})");
}

TEST(Requests, RefusalsOfAHandlerTakeTheStatusTheTableDeclares) {
  SmallTown town;
  expect_problem(town.ask({"PUT", "/api/named/taken", {}, {}}), 409, "http.busy", "/name");
  expect_problem(town.ask({"PUT", "/api/named/gone", {}, {}}), 404, "nursery.not_found");
  EXPECT_EQ(town.ask({"PUT", "/api/named/%E6%9F%B3%E5%B7%9E", {}, {}}).body, R"({"name":"柳州","region":"000000000000","places":1})");
}

TEST(Requests, AProblemSpeaksTheLanguageAskedFor) {
  SmallTown town;
  EXPECT_THAT(town.ask(get_request("/api/nothing")).body, HasSubstr("没有这个地址"));
  EXPECT_THAT(town.ask(get_request("/api/nothing", {{"Accept-Language", "en"}})).body, HasSubstr("no such address"));
  EXPECT_THAT(town.ask(get_request("/api/nothing?language=en")).body, HasSubstr("no such address"));
  expect_problem(town.ask(get_request("/api/nothing?language=fr")), 400, "http.language_unknown", "/language");
}

TEST(Requests, AChangeFromAnotherSiteIsRefusedAlsoWithoutASession) {
  SmallTown town;
  const auto put = [&](std::vector<std::pair<std::string, std::string>> headers) { return town.ask({"PUT", "/api/named/x", std::move(headers), {}}); };
  expect_problem(put({{"Origin", "https://elsewhere.example"}}), 403, "access.origin");
  expect_problem(put({{"Origin", "null"}}), 403, "access.origin");
  expect_problem(put({{"Sec-Fetch-Site", "cross-site"}}), 403, "access.origin");
  EXPECT_EQ(put({{"Origin", "http://localhost"}, {"Sec-Fetch-Site", "same-origin"}}).status, 200);
}

TEST(Requests, AWrongCsrfTokenIsRefused) {
  SmallTown town;
  ClientRequest request{"POST", "/api/nurseries", {{"Cookie", "laoyou_session=values_report"}, {"X-CSRF-Token", "csrf-nothing"}}, R"({"region":"650203000000"})"};
  expect_problem(town.ask(request), 403, "access.csrf");
}

TEST(Requests, AFailingWorldIs503AndOurOwnMistakes500WithoutDetails) {
  SmallTown town;
  town.state().database_gone = true;
  const ClientAnswer gone = town.ask(town.as("nothing", get_request("/api/nurseries/650203000000")));
  expect_problem(gone, 503, "http.busy");
  EXPECT_THAT(gone.body, Not(HasSubstr("disk")));
  EXPECT_EQ(gone.header("Retry-After"), "2");
  expect_problem(town.ask(get_request("/health")), 503, "http.busy");
  town.state().database_gone = false;
  const ClientAnswer broken = town.ask(get_request("/api/broken"));
  expect_problem(broken, 500, "http.internal");
  EXPECT_THAT(broken.body, Not(HasSubstr("small_town")));
  EXPECT_THAT(broken.body, HasSubstr("编号 " + std::string(broken.header("X-Request-Id"))));
  expect_problem(town.ask(get_request("/api/unknown-failure")), 500, "http.internal");
  EXPECT_EQ(town.ask(get_request("/health")).status, 200);
}

TEST(Requests, AnAnswerHeldAlreadyIs304) {
  SmallTown town;
  const ClientAnswer first = town.ask(get_request("/api/nurseries"));
  ASSERT_THAT(std::string(first.header("ETag")), Not(IsEmpty()));
  const ClientAnswer second = town.ask(get_request("/api/nurseries", {{"If-None-Match", std::string(first.header("ETag"))}}));
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.header("ETag"), first.header("ETag"));
  EXPECT_EQ(town.ask(get_request("/api/nurseries", {{"If-None-Match", "\"other\""}})).status, 200);
}

TEST(Requests, LongAnswersAreCompressedWhereThatIsAcceptedAndSecretsNever) {
  SmallTown town;
  const ClientAnswer plain = town.ask(get_request("/api/nurseries"));
  const ClientAnswer small = town.ask(get_request("/api/nurseries", {{"Accept-Encoding", "gzip"}}));
  EXPECT_EQ(small.header("Content-Encoding"), "gzip");
  EXPECT_EQ(small.header("Vary"), "Accept-Encoding, Accept-Language");
  EXPECT_EQ(small.header("ETag"), plain.header("ETag"));
  EXPECT_LT(small.body.size(), plain.body.size() / 3);
  const ClientAnswer secret = town.ask(town.as("journal_read", get_request("/api/secrets", {{"Accept-Encoding", "gzip"}})));
  EXPECT_EQ(secret.header("Content-Encoding"), "");
  EXPECT_EQ(secret.header("Cache-Control"), "no-store");
  EXPECT_EQ(secret.header("ETag"), "");
}

TEST(Requests, AnAnswerWrittenBeforeIsSentLikeOneWrittenNow) {
  SmallTown town;
  const ClientAnswer fresh = town.ask(get_request("/api/nurseries")), kept = town.ask(get_request("/api/kept"));
  EXPECT_EQ(kept.body, fresh.body);
  EXPECT_EQ(kept.header("ETag"), fresh.header("ETag"));
  EXPECT_EQ(kept.header("Content-Type"), "application/json");
  for (int again = 0; again < 2; ++again) {
    const ClientAnswer small = town.ask(get_request("/api/kept", {{"Accept-Encoding", "gzip"}}));
    EXPECT_EQ(small.header("Content-Encoding"), "gzip");
    EXPECT_EQ(small.body, town.ask(get_request("/api/nurseries", {{"Accept-Encoding", "gzip"}})).body);
  }
  EXPECT_EQ(town.ask(get_request("/api/kept", {{"If-None-Match", std::string(kept.header("ETag"))}})).status, 304);
  EXPECT_EQ(town.ask(get_request("/api/kept")).body, fresh.body) << "plain again after the compressed form was made";
}

TEST(Requests, PagesComeWithTheirPolicyAndEveryUnknownAddressOpensTheFirstPage) {
  SmallTown town;
  const ClientAnswer page = town.ask(get_request("/"));
  EXPECT_THAT(page.body, HasSubstr("<title>town</title>"));
  EXPECT_EQ(page.header("Cache-Control"), "private, no-cache");
  EXPECT_THAT(std::string(page.header("Content-Security-Policy")), HasSubstr("default-src 'self'"));
  EXPECT_THAT(std::string(page.header("Content-Security-Policy")), HasSubstr("frame-ancestors 'none'"));
  EXPECT_EQ(town.ask(get_request("/plans/karamay", {{"Accept", "text/html"}})).body, page.body);
  EXPECT_EQ(town.ask(get_request("/plans/karamay", {{"Accept", "*/*"}})).status, 404);
  EXPECT_EQ(town.ask(get_request("/api/nothing", {{"Accept", "text/html"}})).status, 404);
  const ClientAnswer script = town.ask(get_request("/assets/town-1a.js", {{"Accept-Encoding", "gzip"}}));
  EXPECT_EQ(script.body, "compressed");
  EXPECT_EQ(script.header("Content-Encoding"), "gzip");
  EXPECT_EQ(script.header("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(town.ask(get_request("/index.html", {{"If-None-Match", "\"p1\""}})).status, 304);
}

TEST(Requests, EveryAnswerCarriesTheFieldsThatProtectAndARequestId) {
  SmallTown town;
  for (const char* target : {"/health", "/api/nothing", "/", "/api/nurseries"}) {
    const ClientAnswer answer = town.ask(get_request(target));
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(answer.header("Referrer-Policy"), "no-referrer") << target;
    EXPECT_THAT(std::string(answer.header("Content-Security-Policy")), HasSubstr("frame-ancestors 'none'")) << target;
    EXPECT_EQ(answer.header("X-Request-Id").size(), 16u) << target;
    EXPECT_EQ(answer.header("Strict-Transport-Security"), "") << target;
  }
  EXPECT_EQ(town.ask(get_request("/health", {{"X-Request-Id", "from-outside.1"}})).header("X-Request-Id"), "from-outside.1");
  EXPECT_EQ(town.ask(get_request("/health", {{"X-Request-Id", "a b\"c"}})).header("X-Request-Id").size(), 16u);
}

TEST(Requests, AFileIsOfferedUnderItsName) {
  SmallTown town;
  const ClientAnswer file = town.ask(get_request("/api/file"));
  EXPECT_EQ(file.body, "a,b\n");
  EXPECT_EQ(file.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename*=UTF-8''%E6%89%98%E8%82%B2%20%E8%A1%A8.csv");
}

TEST(Requests, HeavyHandlersAndWaitingHandlersAnswerLikeAllOthers) {
  SmallTown town;
  EXPECT_EQ(town.ask({"POST", "/api/hash", {}, {}}).body, R"({"name":"hashed","region":"000000000000","places":7})");
  std::thread other;
  town.state().later = [&](std::function<void(int)> done) { other = std::thread([done] { done(42); }); };
  EXPECT_EQ(town.ask(get_request("/api/later")).body, R"({"name":"later","region":"000000000000","places":42})");
  other.join();
  town.state().later = [&](std::function<void(int)> done) { done(43); };
  EXPECT_EQ(town.ask(get_request("/api/later")).body, R"({"name":"later","region":"000000000000","places":43})");
}

TEST(Requests, ASessionCookieIsOutOfReachOfScriptsAndOtherSites) {
  SmallTown town;
  const ClientAnswer answer = town.ask({"POST", "/api/sign-in", {}, R"({"name":"abc123"})"});
  EXPECT_EQ(answer.body, "{}");
  EXPECT_EQ(answer.header("Set-Cookie"), "laoyou_session=abc123; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600");
  EXPECT_EQ(town.ask({"POST", "/api/sign-in", {}, R"({"name":"a; Domain=x"})"}).status, 500);
}

TEST(Requests, MetricsCountByRouteTemplate) {
  SmallTown town;
  town.ask(town.as("nothing", get_request("/api/nurseries/650203000000")));
  town.ask(get_request("/api/nurseries/650203000000"));
  const std::string metrics = town.ask(get_request("/metrics")).body;
  const std::string route = R"({method="GET",route="/api/nurseries/{region}")";
  for (const std::string& line : {"requests_total" + route + R"(,status="200"} 1)", "requests_total" + route + R"(,status="401"} 1)", "request_seconds_count" + route + "} 2"}) {
    EXPECT_TRUE(metrics.find("laoyou_http_" + line + "\n") != std::string::npos) << line;
  }
}

TEST(Requests, ManyThatWaitForTheStoreWaitTogether) {
  SmallTown town;
  constexpr int k_together = 40;  // far more than processors: so many changes can share one flush to the disk
  boost::fibers::mutex mutex;
  boost::fibers::condition_variable all_there;
  int there = 0;
  town.state().meet = [&] {
    std::unique_lock lock(mutex);
    ++there;
    all_there.notify_all();
    return all_there.wait_for(lock, std::chrono::seconds(60), [&] { return there >= k_together; });
  };
  std::vector<std::thread> clients;
  std::atomic<int> met{0};
  for (int index = 0; index < k_together; ++index) {
    clients.emplace_back([&] { met += town.ask({"POST", "/api/meet", {}, {}}).body.find("\"places\":1") != std::string::npos; });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(met, k_together);
}

TEST(Requests, WhenTooMuchWaitsTheAnswerIs503AndSaysWhenToComeBack) {
  ServerOptions options;
  options.limits.waiting_waiting = 0;
  SmallTown town(options);
  const ClientAnswer answer = town.ask({"POST", "/api/meet", {}, {}});
  expect_problem(answer, 503, "http.busy");
  EXPECT_EQ(answer.header("Retry-After"), "2");
  EXPECT_EQ(town.ask(get_request("/health")).status, 503) << "the database is asked there too";
  EXPECT_EQ(town.ask(get_request("/metrics")).status, 200);
}

TEST(Requests, AnAbsoluteTargetIsTakenAsItsPath) {
  SmallTown town;
  EXPECT_EQ(town.ask(get_request("http://127.0.0.1:18181/health")).status, 200);
  EXPECT_EQ(town.ask(town.as("nothing", get_request("HTTP://t/api/nurseries/650203000000?places=12"))).status, 200);
}

TEST(Requests, AnEmptyRegionIsNotPassedOver) {
  SmallTown town;
  expect_problem(town.ask({"POST", "/api/files?format=csv&region=", {{"Content-Type", "text/csv"}}, "a"}), 400, "json.missing_field", "/region");
}

TEST(Requests, APackedBodyIsRefused) {
  SmallTown town;
  expect_problem(town.ask({"POST", "/api/sign-in", {{"Content-Encoding", "gzip"}}, R"({"name":"abc"})"}), 415, "http.content_encoding");
}

TEST(Requests, OfVeryManyProblemsAHundredAreListedAndTheRestCounted) {
  SmallTown town;
  std::string body = "{";
  for (int index = 0; index < 250; ++index) body += "\"f" + std::to_string(index) + "\":1,";
  body += "\"name\":\"abc\"}";
  const ClientAnswer answer = town.ask({"POST", "/api/sign-in", {}, body});
  const boost::json::value problem = boost::json::parse(answer.body);
  const auto& errors = problem.at("errors").as_array();
  ASSERT_EQ(errors.size(), 101u);
  EXPECT_EQ(errors[100].at("code").as_string(), "http.more_problems");
  EXPECT_THAT(std::string(errors[100].at("message").as_string()), HasSubstr("150"));
}

}  // namespace laoyou::http
