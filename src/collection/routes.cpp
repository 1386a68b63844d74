#include "base/check.h"
#include "collection/access_note.h"
#include "collection/description.h"
#include "collection/desk.h"
#include "http/declare_route.h"

namespace laoyou::collection {

std::vector<store::TableDefinition> tables() { return {store::table<AccessNote>({store::indexed({"record", "record_id"})})}; }

Registers::Registers(std::vector<Collection> collections) : collections_(std::move(collections)) {
  for (const Collection& collection : collections_) CHECK(find(collection.record) == &collection);
}

const Collection* Registers::find(std::string_view record) const {
  for (const Collection& collection : collections_)
    if (collection.record == record) return &collection;
  return nullptr;
}

store::Acting acting_of(const http::Context& context) {
  const http::Caller& caller = context.caller();
  return {store::Actor{caller.account, std::string(http::text(context.door())), context.request_id()}, store::Scope::of_account(caller.scope).owned_by(caller.owner), caller.powers};
}

http::RouteTable routes(const Services& services, const Registers& registers) {
  http::RouteTable table;
  table.push_back(http::get("/api/records", http::signed_in(), {"登记册的字段说明", "The registers and their fields"},
                            [&registers](http::Context& context) -> Result<RecordDescriptions> { return describe(registers, acting_of(context)); }));
  for (const Collection& collection : registers.all()) {
    add_read_routes(services, registers, collection, table);
    add_write_routes(services, registers, collection, table);
    add_sheet_routes(services, registers, collection, table);
  }
  return table;
}

}  // namespace laoyou::collection
