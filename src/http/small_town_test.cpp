// The small town the tests of this room are held in; also what the fuzzer walks through.
#include "http/small_town_test.h"

#include "base/check.h"
#include "base/world_failure.h"
#include "http/await_callback.h"
#include "record/dictionary.h"

namespace laoyou::http {

using powers::Power;
using powers::Powers;

namespace {

constexpr const char* k_town_words =
    "record,field,zh,en,unit,source,privacy,mask\n"
    "*,places,托位数,Places,个,test,open,\n"
    "*,rows,行,Rows,,test,open,\n"
    "*,format,格式,Format,,test,open,\n";

constexpr std::string_view k_page = "<!doctype html><title>town</title>";
constexpr std::string_view k_script = "console.log('town')";
constexpr std::array<StaticFile, 2> k_pages{StaticFile{"/index.html", "text/html; charset=utf-8", k_page, {}, "p1"},
                                            StaticFile{"/assets/town-1a.js", "text/javascript; charset=utf-8", k_script, "compressed", "s1"}};

Result<Nursery> nursery(TownState& state, Context&, const NurseryRequest& request) {
  ++state.handled;
  if (state.database_gone) throw WorldFailure("http.busy", "the disk said no");
  return Nursery{"阳光托育园", request.region, request.places.value_or(60)};
}

NurseryList long_list() {
  NurseryList list;
  for (int index = 0; index < 200; ++index) list.rows.push_back({"托育园" + std::to_string(index), RegionCode{}, index});
  return list;
}

RouteTable reading_routes(TownState& state) {
  return {
      get("/api/nurseries/{region}", signed_in(), {"托育园", "A nursery"},
          [&state](Context& context, const NurseryRequest& request) { return nursery(state, context, request); }),
      get("/api/open/{region}", signed_in().unscoped(), {"公开的托育园", "A nursery anyone may see"},
          [&state](Context& context, const NurseryRequest& request) { return nursery(state, context, request); }),
      get("/api/nurseries", open_to_all(), {"全部托育园", "All nurseries"}, [](Context&) -> Result<NurseryList> { return long_list(); }),
      get("/api/kept", open_to_all(), {"写好的答复", "An answer written before"}, [kept = keep(long_list())](Context&) -> Result<Kept<NurseryList>> { return kept; }),
      get("/api/secrets", needs({Power::journal_read}), {"保密", "Not to be kept"}, [](Context&) -> Result<NurseryList> { return long_list(); }).never_stored(),
      get("/api/sheet", needs({Power::places_read}).also(Power::sheets_export), {"导出", "As a sheet"}, [](Context&) -> Result<NurseryList> { return long_list(); }),
      get("/api/broken", open_to_all(), {"内部错误", "Our own mistake"},
          [](Context&) -> Result<NurseryList> {
            CHECK(1 + 1 == 3);
            return NurseryList{};
          }),
      get("/api/unknown-failure", open_to_all(), {"未知错误", "An exception nobody knows"},
          [](Context&) -> Result<NurseryList> { throw std::out_of_range("phone 13800001234"); }),
      get("/api/file", open_to_all(), {"下载", "A file"}, [](Context&) -> Result<FileAnswer> { return FileAnswer{"text/csv; charset=utf-8", "托育 表.csv", "a,b\n"}; }),
      get("/api/events", signed_in(), {"变化", "What changes"},
          [&state](Context& context) -> Result<EventStream> {
            auto queue = state.hub.subscribe(context.caller());
            if (!queue) return queue.error();
            return EventStream{std::move(*queue)};
          })
          .refuses(429, "http.too_many_streams"),
      get("/api/later", open_to_all(), {"等待", "Waits for a callback"},
          [&state](Context&) -> boost::asio::awaitable<Result<Nursery>> {
            const int places = co_await await_callback<int>([&state](auto done) { state.later(done); });
            co_return Nursery{"later", RegionCode{}, places};
          }),
  };
}

RouteTable writing_routes(TownState& state) {
  return {
      post("/api/nurseries", needs({Power::places_write, Power::values_report}), {"登记", "Register a nursery"},
           [&state](Context& context, const NurseryRequest& request) { return nursery(state, context, request); })
          .body_limit(1000)
          .creates(),
      put("/api/named/{name}", open_to_all(), {"改名", "Rename"},
          [](Context&, const NamedRequest& request) -> Result<Nursery> {
            if (request.name == "taken") return at("/name", refuse("http.busy"));
            if (request.name == "gone") return refuse("nursery.not_found");
            return Nursery{request.name, RegionCode{}, 1};
          })
          .refuses(409, "http.busy"),
      remove("/api/named/{name}", signed_in(), {"删除", "Remove"}, [](Context&, const NamedRequest&) -> Result<void> { return {}; }),
      post("/api/files", open_to_all(), {"导入", "Import"},
           [](Context& context, const FileRequest& request) -> Result<Nursery> {
             return Nursery{request.format, RegionCode{}, static_cast<std::int32_t>(context.body().size())};
           })
          .takes_file({"text/csv"}, 1'000'000),
      post("/api/meet", open_to_all(), {"会合", "Waits on its thread"}, [&state](Context&) -> Result<Nursery> { return Nursery{"met", RegionCode{}, state.meet() ? 1 : 0}; }),
      post("/api/hash", open_to_all(), {"重计算", "Heavy work"}, [](Context&) -> Result<Nursery> { return Nursery{"hashed", RegionCode{}, 7}; }).heavy(),
      post("/api/sign-in", open_to_all(), {"登录", "Sign in"},
           [](Context& context, const NamedRequest& request) -> Result<void> {
             context.set_session_cookie(request.name, 3600);
             return {};
           }),
  };
}

}  // namespace

std::vector<TownAccount> town_accounts() {
  std::vector<TownAccount> all{{"nothing", {}}, {"everything", Powers::all()}};
  for (const Power power : Powers::all().list()) all.push_back({Powers{power}.text(), {power}});
  return all;
}

boost::asio::awaitable<std::optional<Caller>> TownAuthenticator::authenticate(const Credentials& credentials) {
  if (away) throw WorldFailure("http.busy", "nobody can be looked up");
  const std::string_view token = credentials.session_token.empty() ? credentials.authorization : credentials.session_token;
  for (const TownAccount& account : town_accounts()) {
    if (token != account.name || ended) continue;
    Caller caller;
    caller.account = 1;
    caller.name = std::string(token);
    caller.powers = account.powers;
    caller.scope = RegionCode::parse(moved ? "650100000000" : "650200000000").value();
    caller.csrf_token = "csrf-" + std::string(token);
    caller.door = credentials.session_token.empty() ? Door::api : Door::web;
    co_return caller;
  }
  co_return std::nullopt;
}

RouteTable town_routes(TownState& state) {
  static const bool extended = (record::extend_dictionary(k_town_words), true);
  CHECK(extended);
  RouteTable routes = reading_routes(state);
  for (Route& route : writing_routes(state)) routes.push_back(std::move(route));
  for (Route& route : routes) {
    const bool in_memory = route.workplace() == Workplace::waiting && route.path() != "/api/meet";
    if (in_memory) static_cast<void>(std::move(route).at_door());
  }
  return routes;
}

SmallTown::SmallTown(ServerOptions options, LogTarget log, const std::string& log_file) : log_(clock_, log, log_file) {
  if (options.threads == 0) options.threads = 2;
  server_ = std::make_unique<Server>(std::move(options), ServerParts{clock_, random_, authenticator_, log_, town_routes(state_), StaticFiles(k_pages), [this] {
                                                                                if (state_.database_gone) throw WorldFailure("http.busy", "the disk said no");
                                                                              }});
  server_->start();
}

SmallTown::~SmallTown() { stop(); }

void SmallTown::stop() {
  server_->stop();
  server_->wait();
}

ClientRequest SmallTown::as(std::string_view account, ClientRequest request) const {
  request.headers.emplace_back("Cookie", "laoyou_session=" + std::string(account));
  if (request.method != "GET" && request.method != "HEAD") request.headers.emplace_back("X-CSRF-Token", "csrf-" + std::string(account));
  return request;
}

std::vector<WalkingSession> SmallTown::sessions() const {
  std::vector<WalkingSession> all;
  for (const TownAccount& account : town_accounts()) all.push_back({account.name, account.powers, account.name, "csrf-" + account.name});
  return all;
}

std::vector<RouteDescription> SmallTown::descriptions() {
  TownState unused;
  return describe_routes(town_routes(unused));
}

ServerOptions hasty_options() {
  ServerOptions options;
  options.limits.sweep_time = Limits::Time(10);
  options.limits.idle_time = Limits::Time(300);
  options.limits.header_time = Limits::Time(200);
  options.limits.request_time = Limits::Time(300);
  options.limits.answering_time = Limits::Time(200);
  options.limits.writing_time = Limits::Time(300);
  options.limits.lingering_time = Limits::Time(500);
  options.limits.draining_time = Limits::Time(2000);
  options.limits.heartbeat_time = Limits::Time(50);
  return options;
}

}  // namespace laoyou::http
