// Deliveries: a sheet or rows by API come in, are looked at, applied or set aside.
#include <algorithm>

#include "base/csv.h"
#include "feeds/apply_delivery.h"
#include "feeds/desk.h"
#include "record/json_read.h"
#include "record/json_write.h"
#include "record/sheet.h"

namespace laoyou::feeds {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

constexpr std::size_t k_sheet_bytes_most = std::size_t{64} << 20;
constexpr std::int64_t k_deliveries_shown = 100;
constexpr std::size_t k_rows_by_call_most = 5000;
const std::vector<std::string> k_types{"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};

DeliveryRow row_of(const Services& services, const Delivery& delivery) {
  DeliveryRow row;
  row.id = delivery.id;
  row.region = delivery.region;
  row.region_name = services.region_name(delivery.region);
  row.feed = delivery.feed;
  const auto feeds = services.feeds(delivery.region);
  if (const Feed* const feed = feeds->find(delivery.feed)) {
    row.feed_name = feed->name;
    row.feed_name_en = feed->name_en;
  }
  row.day = delivery.day;
  row.file_name = delivery.file_name;
  row.state = delivery.state;
  if (delivery.job != 0) row.job = std::to_string(delivery.job);
  row.counts = delivery.counts;
  row.sent_by_name = services.account_name(delivery.sent_by);
  row.sent_at = delivery.sent_at;
  if (delivery.applied_by) row.applied_by_name = services.account_name(*delivery.applied_by);
  row.applied_at = delivery.applied_at;
  return row;
}

struct Came {
  std::string feed;
  Date day;
  std::string format, file_name;
  std::optional<RegionCode> region;
  std::string_view bytes;
};

Result<void> check(const Services& services, const Context& context, const Came& came, RegionCode place) {
  if (place.level() == RegionLevel::country) return at("/region", refuse("feeds.place_needed"));
  if (services.feeds(place)->find(came.feed) == nullptr) return at("/feed", refuse("feeds.feed_unknown", {came.feed}));
  if (came.day > context.now().beijing_day()) return at("/day", refuse("feeds.day_ahead"));
  return {};
}

/// The bytes are kept first; then one command names them, and a job looks at them.
CheckedResult<DeliveryRow> receive(const Services& services, Context& context, const Came& came) {
  const Result<RegionCode> place = place_of(context, came.region);
  if (!place) return Refusals{place.error()};
  if (const Result<void> fit = check(services, context, came, *place); !fit) return Refusals{fit.error()};
  store::Contents contents(services.store);
  const std::string bytes(came.bytes);
  const store::KeptContent kept = contents.keep({std::ssize(bytes), [&](std::int64_t offset, std::int64_t size) { return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)); }});
  Delivery delivery;
  delivery.region = *place;
  delivery.feed = came.feed;
  delivery.day = came.day;
  delivery.format = came.format;
  delivery.file_name = came.file_name;
  delivery.sent_by = context.caller().account;
  delivery.sent_at = context.now();
  const store::Acting acting = store::acting_of(context);
  const Result<void> stored = services.store.write(acting, [&](store::Writing& writing) -> Result<void> {
    const auto content = contents.settle(writing, kept);
    if (!content) return refuse("feed_deliveries.not_found");
    delivery.content = content->number;
    delivery.id = writing.new_id<Delivery>();
    writing.insert(delivery);
    return {};
  }).result();
  if (!stored) return Refusals{stored.error()};
  const Result<jobs::Job> job = services.jobs.ask({std::string(k_delivery_kind), acting, record::to_json(DeliveryJob{delivery.id, false, context.language() == Language::en})});
  if (!job) return Refusals{job.error()};
  delivery.job = job->id.number;
  const Result<void> named = services.store.write(acting, [&](store::Writing& writing) -> Result<void> {
    auto now = writing.find(writing.scope(), delivery.id);
    if (!now) return {};
    now->job = delivery.job;
    writing.update(*now);
    return {};
  }).result();
  if (!named) return Refusals{named.error()};
  return row_of(services, delivery);
}

CheckedResult<DeliveryRow> send(const Services& services, Context& context, const SendDeliveryRequest& request) {
  const std::string format = request.format.value_or("xlsx");
  if (format != "xlsx" && format != "csv") return Refusals{at("/format", refuse("enum.unknown", {format, "csv, xlsx"}))};
  return receive(services, context, {request.feed, request.day, format, request.file_name.value_or(""), request.region, context.body()});
}

/// The same rows as a sheet would hold them, so that both ways are read by one reading.
CheckedResult<DeliveryRow> send_rows(const Services& services, Context& context, const SendRowsRequest& request) {
  if (request.rows.size() > k_rows_by_call_most) return Refusals{at("/rows", refuse("feeds.too_many_rows", {std::to_string(k_rows_by_call_most)}))};
  std::vector<record::SheetColumn> columns;
  const auto position = [&](const std::string& header) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const record::SheetColumn& column) { return column.label == header; });
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    columns.push_back({header, ""});
    return columns.size() - 1;
  };
  std::vector<std::vector<std::string>> rows;
  for (const SentRow& sent : request.rows) {
    std::vector<std::string>& row = rows.emplace_back();
    for (const SentCell& cell : sent.cells) {
      const std::size_t column = position(cell.header);
      if (row.size() <= column) row.resize(column + 1);
      row[column] = cell.value;
    }
  }
  for (std::vector<std::string>& row : rows) row.resize(columns.size());
  const std::string bytes = record::write_sheet(columns, rows, record::SheetFormat::csv);
  return receive(services, context, {request.feed, request.day, "csv", "API", request.region, bytes});
}

Result<DeliveryList> list(const Services& services, Context& context, const PlaceRequest& request) {
  const Result<RegionCode> place = place_of(context, request.region);
  if (!place) return place.error();
  DeliveryList answer;
  services.store.read([&](store::Snapshot& snapshot) {
    const store::Scope scope = store::Scope::of_account(*place).owned_by(context.caller().owner);
    snapshot.each<Delivery>(scope, Filter().order_by("sent_at", store::Order::falling).page(0, k_deliveries_shown), [&](const Delivery& each) { answer.rows.push_back(row_of(services, each)); });
  });
  return answer;
}

std::optional<Delivery> find(const Services& services, const Context& context, Id<Delivery> id) {
  return services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(store::acting_of(context).scope, id); });
}

Result<DeliveryPage> one(const Services& services, Context& context, const DeliveryRequest& request) {
  const auto delivery = find(services, context, request.id);
  if (!delivery) return refuse("feed_deliveries.not_found");
  DeliveryPage page{row_of(services, *delivery), std::nullopt};
  if (!delivery->found.empty())
    if (auto found = record::parse_json<DeliveryFound>(delivery->found)) page.found = std::move(*found);
  return page;
}

Result<DeliveryRow> apply(const Services& services, Context& context, const DeliveryRequest& request) {
  auto delivery = find(services, context, request.id);
  if (!delivery) return refuse("feed_deliveries.not_found");
  if (delivery->state != DeliveryState::looked) return refuse(delivery->state == DeliveryState::applied ? "feeds.applied_already" : "feeds.not_looked_at");
  const store::Acting acting = store::acting_of(context);
  const Result<jobs::Job> job = services.jobs.ask({std::string(k_delivery_kind), acting, record::to_json(DeliveryJob{delivery->id, true, context.language() == Language::en})});
  if (!job) return job.error();
  delivery->job = job->id.number;
  const Result<void> named = services.store.write(acting, [&](store::Writing& writing) -> Result<void> {
    auto now = writing.find(writing.scope(), delivery->id);
    if (!now) return {};
    now->job = delivery->job;
    writing.update(*now);
    return {};
  }).result();
  if (!named) return named.error();
  return row_of(services, *delivery);
}

Result<void> set_aside(const Services& services, Context& context, const DeliveryRequest& request) {
  std::optional<std::int64_t> content;
  const Result<void> done = services.store.write(store::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    auto delivery = writing.find(writing.scope(), request.id);
    if (!delivery) return refuse("feed_deliveries.not_found");
    if (delivery->state == DeliveryState::applied) return refuse("feeds.applied_already");
    delivery->state = DeliveryState::set_aside;
    content = std::exchange(delivery->content, std::nullopt);
    writing.update(*delivery);
    if (content) let_go(writing, *content);
    return {};
  }).result();
  if (done && content) store::Contents(services.store).erase(*content);
  return done;
}

}  // namespace

void add_delivery_routes(const Services& services, http::RouteTable& table) {
  const auto reads = http::needs({Power::people_read}), writes = http::needs({Power::people_write});
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/feed-deliveries", reads, {"报送批次", "Deliveries, the latest first"}, [services](Context& context, const PlaceRequest& request) { return list(services, context, request); }));
  add(http::get("/api/feed-deliveries/{id}", reads, {"一次报送及其结果", "One delivery and what it does"},
                [services](Context& context, const DeliveryRequest& request) { return one(services, context, request); })
          .never_stored());
  add(http::post("/api/feed-deliveries", writes, {"报送一份名单", "Send a list; a job looks at it, nothing is stored in the register yet"},
                 [services](Context& context, const SendDeliveryRequest& request) { return send(services, context, request); })
          .takes_file(k_types, k_sheet_bytes_most)
          .creates()
          .refuses(403, "scope.outside")
          .refuses(429, "jobs.too_many"));
  add(http::post("/api/feed-deliveries/rows", writes, {"由接口报送", "Send rows by API: the same as a sheet with these headers"},
                 [services](Context& context, const SendRowsRequest& request) { return send_rows(services, context, request); })
          .creates()
          .refuses(403, "scope.outside")
          .refuses(429, "jobs.too_many"));
  add(http::post("/api/feed-deliveries/{id}/apply", writes, {"写入登记册", "Apply a delivery that was looked at, as a job"},
                 [services](Context& context, const DeliveryRequest& request) { return apply(services, context, request); })
          .refuses(409, "feeds.applied_already")
          .refuses(409, "feeds.not_looked_at")
          .refuses(429, "jobs.too_many"));
  add(http::post("/api/feed-deliveries/{id}/set-aside", writes, {"作废一次报送", "Set a delivery aside"},
                 [services](Context& context, const DeliveryRequest& request) { return set_aside(services, context, request); })
          .refuses(409, "feeds.applied_already"));
}

}  // namespace laoyou::feeds
