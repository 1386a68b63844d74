// A register whose records take files, on a store of its own, for the tests of this room.
#pragma once

#include "collection/collection.h"
#include "files/keep.h"
#include "files/kind.h"
#include "files/samples_test.h"
#include "record/dictionary.h"

namespace laoyou::files {

struct Nursery {
  Id<Nursery> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::int64_t institution = 0;
};
LAOYOU_RECORD(Nursery, "test_nursery", id, version, region, name, institution)

inline void describe_nursery() {
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "test_nursery,name,名称,name,,,open,\n"
        "test_nursery,institution,机构,institution,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

inline collection::Registers nurseries() {
  describe_nursery();
  std::vector<collection::Collection> all;
  collection::FileField few = collection::photographs();
  few.count_max = 3;
  all.push_back(collection::collection<Nursery>("/api/nurseries", {"托育点", "Nurseries"})
                    .may(powers::Power::places_read, powers::Power::places_write)
                    .files({few, collection::papers()})
                    .title(&Nursery::name)
                    .owner(powers::OwnerKind::institution, &Nursery::institution));
  return collection::Registers(std::move(all));
}

inline std::vector<store::TableDefinition> library_tables(const collection::Registers& registers) {
  std::vector<store::TableDefinition> all = tables();
  for (const collection::Collection& each : registers.all()) all.push_back(each.table);
  return all;
}

inline RegionCode place(std::string_view text) { return RegionCode::parse(text).value(); }

inline store::Acting everywhere() { return {store::Actor{7, "web", "request-1"}, store::Scope::country(), powers::Powers::all()}; }
inline store::Acting within(std::string_view region) { return {store::Actor{8, "web", "request-2"}, store::Scope(place(region)), powers::Powers::all()}; }

/// A new nursery's id.
inline std::int64_t add_nursery(store::Store& store, std::string_view region, std::int64_t institution = 0) {
  Nursery made{{store.new_id()}, 0, place(region), "小太阳", institution};
  static_cast<void>(store.write(everywhere(), [&](store::Writing& writing) -> Result<void> {
    writing.insert(made);
    return {};
  }).result());
  return made.id.number;
}

}  // namespace laoyou::files
