// Finds who answers a request.
#pragma once

#include <optional>

#include "http/exchange.h"
#include "http/path_tree.h"
#include "http/static_files.h"

namespace laoyou::http {

/// All routes of a server, and the pages beside them.
class Router {
 public:
  Router(RouteTable routes, StaticFiles pages);

  const RouteTable& routes() const { return routes_; }

  /// Takes the target apart and finds its route: sets verb, parts, language, route and path_fields of the exchange. Answers at once what
  /// needs no route: pages, and refusals of targets (400, 404, 405, 414). A browser that opens an unknown address outside /api/ gets the
  /// application's first page, which knows its own addresses.
  std::optional<Answer> place(Exchange& exchange, std::size_t target_bytes_max) const;

 private:
  std::optional<Answer> place_route(Exchange& exchange, const RoutesOfPath& routes, const std::vector<std::string_view>& values) const;
  Answer place_page(Exchange& exchange) const;

  RouteTable routes_;
  PathTree tree_;
  StaticFiles pages_;
};

}  // namespace laoyou::http
