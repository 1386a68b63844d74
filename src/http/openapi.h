// The API document (OpenAPI 3.1), made from the route table: what a client generator and the web pages' types are built from.
#pragma once

#include <boost/json/object.hpp>

#include "http/route.h"

namespace laoyou::http {

/// The whole document.
boost::json::object openapi_document(const RouteTable& routes);

}  // namespace laoyou::http
