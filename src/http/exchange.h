// One request on its way through the server.
#pragma once

#include <chrono>
#include <exception>
#include <string_view>

#include "http/context.h"
#include "http/metrics.h"
#include "http/route.h"
#include "http/target.h"

namespace laoyou::http {

/// A request and what has been found out about it so far. Its texts point into the connection's buffer and live until the answer is sent.
struct Exchange {
  Exchange(const Clock& clock, RequestFacts facts) : context(clock, std::move(facts)) {}

  std::string_view method;  ///< as sent
  std::string_view target;  ///< as sent
  bool has_body = false;
  Context context;

  Verb verb = Verb::get;
  bool head_only = false;  ///< HEAD: all of the answer but the body
  Target parts;
  int route_index = Metrics::k_unknown;
  const Route* route = nullptr;
  TextFields path_fields;
  std::exception_ptr body_failure;  ///< what a sink threw
  std::chrono::steady_clock::time_point begun;
};

}  // namespace laoyou::http
