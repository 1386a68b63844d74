// What the room's routes share.
#pragma once

#include "collection/desk.h"
#include "feeds/answers.h"
#include "feeds/room.h"
#include "http/declare_route.h"
#include "record/leaf.h"

namespace laoyou::feeds {

inline constexpr std::string_view k_delivery_kind = "feeds.delivery", k_duplicates_kind = "feeds.duplicates";

/// What a job of a delivery is asked for.
struct DeliveryJob {
  Id<Delivery> delivery;
  bool apply = false;
  bool english = false;
};
LAOYOU_RECORD(DeliveryJob, "feed_delivery_job", delivery, apply, english)

/// The place that is asked for, the caller's own unless another is said. Refused as "scope.outside".
inline Result<RegionCode> place_of(const http::Context& context, const std::optional<RegionCode>& asked) {
  const RegionCode own = context.caller().scope;
  if (asked && !own.contains(*asked)) return at("/region", refuse("scope.outside", {asked->text()}));
  return asked.value_or(own);
}

// The routes, by file.
void add_delivery_routes(const Services& services, http::RouteTable& table);
void add_feed_routes(const Services& services, http::RouteTable& table);
void add_task_routes(const Services& services, http::RouteTable& table);
void add_source_routes(const Services& services, http::RouteTable& table);

}  // namespace laoyou::feeds
