#include "base/check.h"
#include "collection/access_note.h"
#include "collection/description.h"
#include "collection/desk.h"
#include "collection/export_note.h"
#include "collection/sheet_jobs.h"
#include "http/declare_route.h"
#include "store/actor_of.h"

namespace laoyou::collection {

std::vector<store::TableDefinition> tables() {
  using powers::OwnerKind;
  return {store::table<AccessNote>({store::indexed({"record", "record_id"})}), store::table<ExportNote>(),
          store::table<SheetMapping>({store::indexed({"record"})}).owned({{OwnerKind::institution, "owner"}, {OwnerKind::household, "owner"}, {OwnerKind::unit, "owner"}})};
}

std::vector<DatedBy> dated_of(const Registers& registers, const Collection& collection) {
  std::vector<DatedBy> found;
  for (const Collection& each : registers.all())
    for (const store::DatedValue& dated : each.table.dated)
      if (dated.record == collection.record) found.push_back({&each, &dated});
  return found;
}

/// A field that follows other records is typed once, when the record is made, and then left to them.
Registers::Registers(std::vector<Collection> collections) : collections_(std::move(collections)) {
  for (const Collection& each : collections_)
    for (const store::DatedValue& dated : each.table.dated)
      for (Collection& of : collections_)
        if (of.record == dated.record) of.fixed.push_back(dated.column);
  for (const Collection& collection : collections_) {
    CHECK(find(collection.record) == &collection);
    // Words of a list's address; a field of that name could never be asked for.
    for (const char* word : {"sort", "after", "rows", "count", "with_ended", "as_of", "format", "reason", "search"}) CHECK(collection.find(word) == nullptr);
  }
}

const Collection* Registers::find(std::string_view record) const {
  for (const Collection& collection : collections_)
    if (collection.record == record) return &collection;
  return nullptr;
}

http::RouteTable routes(const Services& services, const Registers& registers) {
  http::RouteTable table;
  table.push_back(http::get("/api/records", http::signed_in(), {"登记册的字段说明", "The registers and their fields"},
                            [&registers](http::Context& context) -> Result<RecordDescriptions> { return describe(registers, acting_of(context)); }));
  for (const Collection& collection : registers.all()) {
    add_read_routes(services, registers, collection, table);
    add_write_routes(services, registers, collection, table);
    add_sheet_routes(services, registers, collection, table);
    add_sheet_job_routes(services, registers, collection, table);
    add_mapping_routes(services, registers, collection, table);
  }
  return table;
}

}  // namespace laoyou::collection
