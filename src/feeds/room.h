// The room of feeds (数据来源与一人一档): lists that other offices send, whose value holds, who is one person, and how good the lists are. Its public face.
#pragma once

#include <functional>
#include <memory>

#include "collection/room.h"
#include "feeds/feed.h"
#include "feeds/people_index.h"
#include "http/route.h"
#include "jobs/room.h"

namespace laoyou::feeds {

std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const collection::Services& register_services;
  const collection::Registers& registers;
  jobs::Jobs& jobs;
  PeopleIndex& index;
  /// Those of the plan nearest to a place; never null.
  std::function<std::shared_ptr<const Feeds>(RegionCode)> feeds;
  std::function<std::string(std::int64_t account)> account_name;

  const collection::Collection& residents() const { return *registers.find("resident"); }
  std::string region_name(RegionCode region) const { return register_services.region_name(region); }
};

/// Looking at a delivery, applying it, and looking for duplicates in the register.
std::vector<jobs::JobKind> job_kinds(const Services& services);

/// /api/feeds, /api/feed-deliveries, /api/feed-records, /api/feed-quality, /api/person-tasks, /api/person-merges, /api/people/{id}/sources
http::RouteTable routes(const Services& services);

}  // namespace laoyou::feeds
