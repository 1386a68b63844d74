#include "draws/acts.h"
#include "http/asked_number.h"
#include "http/declare_route.h"
#include "powers/owner.h"
#include "store/actor_of.h"

namespace laoyou::draws {
namespace {

using http::Context;
using powers::Power;
using store::Filter;
using store::Scope;

/// A page at a time: a draw's row holds its whole file.
constexpr std::int32_t k_page_rows = 20;

Result<DrawList> list_of(const Services& services, const Scope& scope, const ListDrawsRequest& request) {
  const Result<std::int32_t> page = http::asked_number("page", request.page, 1, 1, http::k_page_last);
  if (!page) return page.error();
  DrawList list{{}, 0, *page, k_page_rows};
  const Filter filter = Filter().order_by("id", store::Order::falling).page(std::int64_t{*page - 1} * k_page_rows, k_page_rows);
  services.store.read([&](store::Snapshot& snapshot) {
    list.total = snapshot.count<InspectionDraw>(scope, filter);
    snapshot.each<InspectionDraw>(scope, filter, [&](const InspectionDraw& each) { list.rows.push_back(line_of(services, each)); });
    return 0;
  });
  return list;
}

Result<InspectionDraw> found(const Services& services, const Scope& scope, std::int64_t id) {
  const auto draw = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find<InspectionDraw>(scope, Id<InspectionDraw>{id}); });
  return draw ? Result<InspectionDraw>(*draw) : refuse("draws.not_found");
}

CheckedResult<DrawDetail> detail(const Services& services, const Scope& scope, std::int64_t id) {
  const auto draw = found(services, scope, id);
  if (!draw) return Refusals{draw.error()};
  return detail_of(services, *draw);
}

void add_public_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/public/draws", http::open_to_all(), {"公布的抽查", "Draws that were published"},
                            [services](Context&, const ListDrawsRequest& request) { return list_of(services, Scope::country(), request); }));
  table.push_back(http::get("/api/public/draws/{id}", http::open_to_all(), {"一次公布的抽查", "A draw that was published"},
                            [services](Context&, const DrawRequest& request) { return detail(services, Scope::country(), request.id); })
                      .heavy());
  table.push_back(http::get("/api/public/draws/{id}/file", http::open_to_all(), {"抽查文件，供任何人核验", "The file of a draw, for anyone to check"},
                            [services](Context&, const DrawRequest& request) -> Result<http::FileAnswer> {
                              const auto draw = found(services, Scope::country(), request.id);
                              if (!draw) return draw.error();
                              return http::FileAnswer{"application/json", "draw-" + std::to_string(request.id) + ".json", draw->bundle.value_or(draw->commitment)};
                            }));
}

}  // namespace

std::vector<store::TableDefinition> tables() { return {store::table<InspectionDraw>({store::indexed({"region"})}).journalling_digests_of({"commitment", "bundle"})}; }

std::vector<collection::Collection> collections() {
  std::vector<collection::Collection> all;
  all.push_back(collection::collection<Inspector>("/api/inspectors", {"检查人员", "Inspectors"})
                    .may(Power::places_read, Power::places_write)
                    .title(&Inspector::number)
                    .key(&Inspector::number)
                    .ends(&Inspector::left)
                    .lists({"region", "number", "powers", "most_visits"}));
  all.push_back(collection::collection<InspectorConflict>("/api/inspector-conflicts", {"检查回避", "Conflicts of inspectors"})
                    .may(Power::places_read, Power::places_write)
                    .ends(&InspectorConflict::ended)
                    .lists({"region", "inspector", "institution", "run_by", "ground"}));
  all.push_back(collection::collection<Inspection>("/api/inspections", {"检查记录", "Inspections"})
                    .may(Power::places_read, Power::places_write)
                    .sorts(&Inspection::day)
                    .lists({"region", "institution", "day", "found"}));
  return all;
}

http::RouteTable routes(const Services& services) {
  const http::Access readers = http::needs({Power::places_read}), makers = http::needs({Power::places_write});
  http::RouteTable table;
  table.push_back(http::get("/api/draws", readers, {"双随机抽查", "Draws for inspections"},
                            [services](Context& context, const ListDrawsRequest& request) { return list_of(services, Scope::of_account(context.caller().scope), request); }));
  table.push_back(http::get("/api/draws/{id}", readers, {"一次抽查", "One draw"},
                            [services](Context& context, const DrawRequest& request) { return detail(services, Scope::of_account(context.caller().scope), request.id); })
                      .heavy());
  table.push_back(http::post("/api/draws", makers, {"锁定名单并公布承诺值", "Fix the lists and publish the commitment"}, store::acted<Context>(services, commit))
                      .heavy()
                      .creates());
  table.push_back(http::post("/api/draws/{id}/run", makers, {"按开奖数字抽取", "Draw by what the event gave"}, store::acted<Context>(services, run))
                      .heavy()
                      .refuses(409, "draws.already_drawn")
                      .refuses(409, "record.changed"));
  table.push_back(http::post("/api/draws/{id}/replace", makers, {"替换不能到场的检查人员", "Replace inspectors who cannot go"}, store::acted<Context>(services, replace))
                      .heavy()
                      .refuses(409, "draws.not_drawn")
                      .refuses(409, "record.changed"));
  add_public_routes(services, table);
  return table;
}

}  // namespace laoyou::draws
