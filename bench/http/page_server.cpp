#include "page_server.h"

#include <unistd.h>

#include <mutex>
#include <unordered_map>

#include "http/declare_route.h"
#include "http/server.h"
#include "record/dictionary.h"

namespace laoyou::bench {

struct PageRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<std::string> group;
};
LAOYOU_RECORD(PageRequest, "bench_page_request", plan, region, group)

struct PageRow {
  std::string key, name, unit, group;
  Period period;
  Decimal value, target;
  RegionCode region;
  std::int32_t rank = 0;
  bool synthetic = false;
};
LAOYOU_RECORD(PageRow, "bench_page_row", key, name, unit, group, period, value, target, region, rank, synthetic)

struct Page {
  RegionCode region;
  std::vector<PageRow> rows;
};
LAOYOU_RECORD(Page, "bench_page", region, rows)

namespace {

constexpr const char* k_words =
    "record,field,zh,en,unit,source,privacy,mask\n"
    "bench_page_request,plan,a,a,,bench,open,\nbench_page_request,group,a,a,,bench,open,\nbench_page_request,region,a,a,,bench,open,\n"
    "bench_page_row,key,a,a,,bench,open,\nbench_page_row,name,a,a,,bench,open,\nbench_page_row,unit,a,a,,bench,open,\n"
    "bench_page_row,group,a,a,,bench,open,\nbench_page_row,period,a,a,,bench,open,\nbench_page_row,value,a,a,,bench,open,\n"
    "bench_page_row,target,a,a,,bench,open,\nbench_page_row,region,a,a,,bench,open,\nbench_page_row,rank,a,a,,bench,open,\n"
    "bench_page_row,synthetic,a,a,,bench,open,\nbench_page,region,a,a,,bench,open,\nbench_page,rows,a,a,,bench,open,\n";

/// Sessions in memory, as the accounts room keeps those it has just seen.
class SessionTable final : public http::Authenticator {
 public:
  SessionTable() {
    http::Caller caller;
    caller.account = 1;
    caller.name = "official";
    caller.role = http::Role::official;
    caller.scope = RegionCode::parse("650200000000").value();
    caller.session = "1";
    caller.csrf_token = "token";
    sessions_.emplace("0123456789abcdef0123456789abcdef", caller);
  }

  boost::asio::awaitable<std::optional<http::Caller>> authenticate(const http::Credentials& credentials) override {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(std::string(credentials.session_token));
    if (found == sessions_.end()) co_return std::nullopt;
    co_return found->second;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, http::Caller> sessions_;
};

Page make_page(RegionCode region) {
  Page page;
  page.region = region;
  for (int index = 0; index < 20; ++index) {
    page.rows.push_back({"nursing_bed_share_" + std::to_string(index), "护理型床位占比", "%", "elderly", Period::parse("2025").value(),
                         Decimal::parse("58.6").value(), Decimal::parse("60").value(), region, index + 1, false});
  }
  return page;
}

http::RouteTable routes() {
  return {http::get("/api/plans/{plan}/indicators", http::signed_in(), {"指标", "Indicators"},
                    [](http::Context& context, const PageRequest& request) -> Result<Page> { return make_page(request.region.value_or(context.caller().scope)); })};
}

}  // namespace

void run_page_server(int ready) {
  record::extend_dictionary(k_words);
  const SystemClock clock;
  SecureRandom random;
  SessionTable sessions;
  http::Log log(clock, http::LogTarget::file, "/dev/null");
  http::ServerOptions options;
  options.threads = 1;
  options.heavy_threads = 1;
  options.stop_on_signals = true;
  http::Server server(options, {clock, random, sessions, log, routes(), {}});
  server.start();
  const std::uint16_t port = server.port();
  if (::write(ready, &port, sizeof port) != sizeof port) return;
  server.wait();
}

}  // namespace laoyou::bench
