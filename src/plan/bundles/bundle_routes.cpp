#include "plan/answers/route_parts.h"
#include "plan/bundles/bundles.h"
#include "plan/indicators/readings.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

namespace {

Result<http::FileAnswer> give(const Services& services, const store::Acting& acting, const BundleRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  const Result<SentBundle> bundle = request.number ? made_bundle(services.store, request.plan, *region, *request.number)
                                                   : next_bundle(services.store, acting.actor, request.plan, *region);
  if (!bundle) return bundle.error();
  return http::FileAnswer{"application/octet-stream", request.plan + "-" + std::to_string(bundle->number) + ".bundle", bundle->text};
}

Result<BundleList> list(const Services& services, const store::Acting& acting) {
  const auto library = services.plans.current();
  const store::Scope scope = store::Scope::of_account(acting.scope.region());
  BundleList all;
  services.store.read([&](store::Snapshot& reading) {
    if (const auto key = reading.first<BundleKey>(store::Scope::country(), {})) all.public_key = key->public_key;
    reading.each<SentBundle>(scope, store::Filter().order_by("made_at", store::Order::falling),
                             [&](const SentBundle& each) { all.sent.push_back({each.plan, each.region, library->regions.name(each.region), each.number, each.made_at, each.values}); });
    reading.each<TakenBundle>(scope, store::Filter().order_by("taken_at", store::Order::falling),
                              [&](const TakenBundle& each) { all.taken.push_back({each.plan, each.region, library->regions.name(each.region), each.number, each.taken_at, each.values}); });
    reading.each<BundleSource>(scope, {}, [&](const BundleSource& each) { all.sources.push_back({each.region, each.name, each.public_key}); });
    return 0;
  });
  return all;
}

}  // namespace

void add_bundle_routes(const Services& services, http::RouteTable& table) {
  const http::Access signers = http::needs({Power::values_sign});
  constexpr std::size_t k_bundle_bytes_max = 64u << 20;
  table.push_back(http::get("/api/bundles", signers, {"上报和收到的数据包", "Bundles sent up and taken"}, [services](Context& context) { return list(services, store::acting_of(context)); }));
  table.push_back(http::post("/api/bundles/next", signers, {"生成上报数据包", "Make the next bundle, or one again"}, store::acted<Context>(services, give))
                      .heavy());
  table.push_back(http::post("/api/bundles", signers, {"接收数据包", "Take a bundle from below"},
                             [services](Context& context) -> Result<BundleTaken> {
                               return take_bundle(services.store, store::actor_of(context), *services.plans.current(), context.caller().scope, context.body());
                             })
                      .takes_file({"application/octet-stream"}, k_bundle_bytes_max)
                      .heavy()
                      .refuses(403, "bundles.outside")
                      .refuses(409, "bundles.gap")
                      .refuses(409, "bundles.other_under_number"));
  table.push_back(http::post("/api/bundles/sources", http::needs({Power::plans_reload}), {"信任下级服务器的数据包", "Trust a server's bundles"},
                             [services](Context& context, const TrustBundlesRequest& request) { return trust_bundles(services.store, store::actor_of(context), request); })
                      .refuses(409, "store.duplicate"));
}

}  // namespace laoyou::plan
