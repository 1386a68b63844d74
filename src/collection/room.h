// The room of registers (登记册): the routes of every declared collection. Its public face.
#pragma once

#include <functional>
#include <memory>

#include "collection/collection.h"
#include "http/context.h"
#include "jobs/room.h"
#include "store/actor_of.h"
#include "store/store.h"

namespace laoyou::collection {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  std::function<std::string(RegionCode)> region_name;
  /// The place a person means by a name or code, within a place: refused when there is none or more than one.
  std::function<Result<RegionCode>(std::string_view text, RegionCode within)> find_region;
  /// What to write for a place on a sheet so that find_region() finds it.
  std::function<std::string(RegionCode region, RegionCode within)> region_words;
  std::function<std::string(std::int64_t account)> account_name;  ///< what people call it
  /// The places within one as sheets name them, that itself first; empty where they are too many to choose from.
  std::function<std::vector<std::string>(RegionCode within)> place_choices = [](RegionCode) { return std::vector<std::string>(); };
  jobs::Jobs& jobs;  ///< sheets that take long
};

/// Who looked at what in full, and what for (个人信息查阅记录): written before it is shown.
std::vector<store::TableDefinition> tables();

/// All registers of a program, by the names of their records.
class Registers {
 public:
  explicit Registers(std::vector<Collection> collections);
  const std::vector<Collection>& all() const { return collections_; }
  /// The register of that record, or null.
  const Collection* find(std::string_view record) const;

 private:
  std::vector<Collection> collections_;
};

/// A register whose rows say, day by day, what a field of another holds.
struct DatedBy {
  const Collection* collection = nullptr;
  const store::DatedValue* value = nullptr;
};
/// Those that fields of this register follow.
std::vector<DatedBy> dated_of(const Registers& registers, const Collection& collection);

/// GET /api/records and the routes of each register; both outlive the routes.
http::RouteTable routes(const Services& services, const Registers& registers);

/// Import and export of sheets as long work; both outlive the kinds.
std::vector<jobs::JobKind> job_kinds(const Services& services, const Registers& registers);

/// Who acts, as the store takes it.
using store::acting_of;

}  // namespace laoyou::collection
