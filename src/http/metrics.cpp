#include "http/metrics.h"

#include <prometheus/text_serializer.h>

#include <algorithm>

namespace laoyou::http {

namespace {

constexpr std::array k_statuses = {200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 422, 423, 429, 431, 500, 503, 505};

/// The place of a status among the counters; the last one is for all others.
std::size_t slot_of(int status) {
  const auto found = std::lower_bound(k_statuses.begin(), k_statuses.end(), status);
  return found != k_statuses.end() && *found == status ? static_cast<std::size_t>(found - k_statuses.begin()) : k_statuses.size();
}

const prometheus::Histogram::BucketBoundaries k_second_bounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

prometheus::Counter& counter(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

}  // namespace

Metrics::Metrics(const std::vector<Route>& routes) {
  static_assert(k_statuses.size() < k_status_slots);
  requests_ = &prometheus::BuildCounter().Name("laoyou_http_requests_total").Help("Requests answered").Register(registry_);
  seconds_ = &prometheus::BuildHistogram().Name("laoyou_http_request_seconds").Help("Time from a request's fields to its answer").Register(registry_);
  connections_ = &gauge(registry_, "laoyou_http_connections", "Connections open");
  in_flight_ = &gauge(registry_, "laoyou_http_in_flight", "Requests being answered");
  event_streams_ = &gauge(registry_, "laoyou_http_event_streams", "Event streams open");
  connections_refused_ = &counter(registry_, "laoyou_http_connections_refused_total", "Connections refused over the cap");
  accept_failures_ = &counter(registry_, "laoyou_http_accept_failures_total", "Connections that could not be accepted");
  add_route("unknown", "");
  add_route("static", "GET");
  for (const Route& route : routes) add_route(route.path(), std::string(http::text(route.verb())));
}

void Metrics::add_route(std::string path, std::string method) {
  auto row = std::make_unique<OfRoute>();
  row->path = std::move(path);
  row->method = std::move(method);
  row->seconds = &seconds_->Add({{"route", row->path}, {"method", row->method}}, k_second_bounds);
  routes_.push_back(std::move(row));
}

void Metrics::count_request(int route, int status, double seconds) {
  OfRoute& row = of_route(route);
  const std::size_t slot = slot_of(status);
  prometheus::Counter* count = row.by_status[slot].load(std::memory_order_acquire);
  if (count == nullptr) {
    const std::string label = slot < k_statuses.size() ? std::to_string(status) : "other";
    count = &requests_->Add({{"route", row.path}, {"method", row.method}, {"status", label}});
    row.by_status[slot].store(count, std::memory_order_release);
  }
  count->Increment();
  row.seconds->Observe(seconds);
}

std::string Metrics::text() const { return prometheus::TextSerializer().Serialize(registry_.Collect()); }

}  // namespace laoyou::http
