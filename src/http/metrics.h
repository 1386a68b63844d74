// What the server counts of itself, for Prometheus. Labels are route templates, never paths: no person appears in them.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "http/route.h"

namespace laoyou::http {

/// Counters and gauges of one server.
class Metrics {
 public:
  /// One label per route of the table; everything else counts as "static" or "unknown".
  explicit Metrics(const std::vector<Route>& routes);

  /// Where other rooms add what they count.
  prometheus::Registry& registry() { return registry_; }

  /// route: index in the table, or k_static or k_unknown.
  static constexpr int k_static = -1;
  static constexpr int k_unknown = -2;
  void count_request(int route, int status, double seconds);

  prometheus::Gauge& connections() { return *connections_; }
  prometheus::Gauge& in_flight() { return *in_flight_; }
  prometheus::Gauge& event_streams() { return *event_streams_; }
  prometheus::Counter& connections_refused() { return *connections_refused_; }
  prometheus::Counter& accept_failures() { return *accept_failures_; }

  /// Everything in Prometheus' text format.
  std::string text() const;

 private:
  static constexpr std::size_t k_status_slots = 24;
  struct OfRoute {
    std::string path;
    std::string method;
    std::array<std::atomic<prometheus::Counter*>, k_status_slots> by_status{};
    prometheus::Histogram* seconds = nullptr;
  };
  OfRoute& of_route(int route) { return *routes_[static_cast<std::size_t>(route + 2)]; }
  void add_route(std::string path, std::string method);

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>* requests_;
  prometheus::Family<prometheus::Histogram>* seconds_;
  prometheus::Gauge* connections_;
  prometheus::Gauge* in_flight_;
  prometheus::Gauge* event_streams_;
  prometheus::Counter* connections_refused_;
  prometheus::Counter* accept_failures_;
  std::vector<std::unique_ptr<OfRoute>> routes_;  // k_unknown, k_static, then the table
};

}  // namespace laoyou::http
