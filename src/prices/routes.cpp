#include <algorithm>
#include <map>

#include "http/declare_route.h"
#include "powers/owner.h"
#include "prices/ceiling.h"
#include "prices/room.h"

namespace laoyou::prices {
namespace {

using http::Context;
using powers::Power;
using registry::Institution;
using store::Filter;
using store::Scope;
using store::Snapshot;

constexpr std::int64_t k_rows_shown = 1000;
constexpr int k_months_valid = 12;

/// Places that are open on the day, with the price of their last answer of the twelve months before, or of the register.
struct Priced {
  std::vector<PricedPlace> places;
  std::map<std::int64_t, Period> surveyed;
  std::int64_t inclusive_without = 0;
};

Priced priced_places(const Snapshot& snapshot, RegionCode within, std::optional<registry::InstitutionKind> kind, Date day) {
  const Scope scope = Scope::of_account(within);
  std::map<std::int64_t, PriceSurvey> answers;
  snapshot.each<PriceSurvey>(scope, {}, [&](PriceSurvey each) {
    if (each.month.first_day() > day || each.month.first_day().plus_months(k_months_valid) <= day) return;
    PriceSurvey& kept = answers[each.institution.number];
    if (kept.id.number == 0 || kept.month.first_day() < each.month.first_day()) kept = std::move(each);
  });
  Priced found;
  Filter filter;
  if (kind) filter.equals("kind", *kind);
  snapshot.each<Institution>(scope, filter, [&](const Institution& each) {
    if (each.closed && *each.closed <= day) return;
    const auto answer = answers.find(each.id.number);
    const std::optional<Fen> fee = answer != answers.end() ? std::optional(answer->second.monthly_fee) : each.monthly_fee;
    if (!fee) {
      found.inclusive_without += each.inclusive.value_or(false);
      return;
    }
    if (answer != answers.end()) found.surveyed.emplace(each.id.number, answer->second.month);
    std::optional<Point> point;
    if (each.longitude && each.latitude) point = Point{*each.longitude, *each.latitude};
    found.places.push_back({each.id.number, each.name, each.region, each.kind, each.inclusive.value_or(false), *fee, point});
  });
  return found;
}

std::optional<Decimal> percent_of(Fen part, Fen whole) {
  if (whole.count() <= 0) return std::nullopt;
  constexpr std::int64_t k_hundred_percent = 100 * Decimal::k_one;
  return Decimal::from_millionths(divide_rounded(static_cast<__int128>(part.count()) * k_hundred_percent, whole.count(), Rounding::half_up));
}

ComparedPlace shown(const PricedPlace& place, const PricedPlace& other) {
  ComparedPlace compared{{other.id}, other.name, other.monthly_fee, std::nullopt};
  if (place.point && other.point) compared.distance_m = static_cast<std::int64_t>(distance_m(*place.point, *other.point));
  return compared;
}

PriceTestRow row_of(const Services& services, const PricedPlace& place, const Priced& priced, const ComparisonRule& rule, const std::optional<PriceCeiling>& ceiling,
                    const Scope& seen) {
  const Comparison comparison = comparable(place, priced.places, rule);
  PriceTestRow row;
  row.id = {place.id};
  row.name = place.name;
  row.region = place.region;
  row.region_name = services.region_name(place.region);
  row.kind = place.kind;
  row.monthly_fee = place.monthly_fee;
  if (const auto month = priced.surveyed.find(place.id); month != priced.surveyed.end()) row.surveyed = month->second;
  row.market = comparison.median;
  row.compared = static_cast<std::int64_t>(comparison.places.size());
  row.compared_in = services.region_name(comparison.within);
  for (const PricedPlace* each : comparison.places)
    if (row.neighbours.size() < rule.named && seen.contains(each->region)) row.neighbours.push_back(shown(place, *each));
  if (!comparison.median) return row;
  row.percent = percent_of(place.monthly_fee, *comparison.median);
  if (!ceiling) return row;
  constexpr std::int64_t k_hundred_percent = 100 * Decimal::k_one;
  const Result<Fen> most = comparison.median->scaled(ceiling->percent.millionths(), k_hundred_percent, Rounding::down);
  if (!most) return row;
  row.ceiling = *most;
  row.holds = place.monthly_fee <= *most;
  return row;
}

/// The city around, or the place itself where it is larger: what comparable places are looked for in.
RegionCode city_of(RegionCode region) {
  while (region.level() > RegionLevel::city && region.parent()) region = *region.parent();
  return region;
}

Result<PriceTests> test(const Services& services, Context& context, const PriceTestRequest& request) {
  const http::Caller& caller = context.caller();
  const Scope seen = Scope::of_account(caller.scope);
  const RegionCode place = request.region.value_or(caller.scope);
  if (!seen.contains(place)) return at("/region", refuse("scope.outside", {place.text()}));
  const ComparisonRule rule = built_in_comparison();
  PriceTests answer;
  answer.rule = services.ceiling(place);
  answer.comparison = rule.source;
  const Priced priced = services.store.read([&](Snapshot& snapshot) { return priced_places(snapshot, city_of(place), request.kind, context.now().beijing_day()); });
  answer.without_price = priced.inclusive_without;
  for (const PricedPlace& each : priced.places) {
    if (!each.inclusive || !place.contains(each.region)) continue;
    if (std::ssize(answer.rows) >= k_rows_shown) break;
    answer.rows.push_back(row_of(services, each, priced, rule, answer.rule, seen));
  }
  // What is over the ceiling comes first, the dearest on top.
  std::stable_sort(answer.rows.begin(), answer.rows.end(), [](const PriceTestRow& one, const PriceTestRow& other) {
    return one.percent.value_or(Decimal()).millionths() > other.percent.value_or(Decimal()).millionths();
  });
  return answer;
}

}  // namespace

std::vector<collection::Collection> collections() {
  std::vector<collection::Collection> all;
  all.push_back(collection::collection<PriceSurvey>("/api/price-surveys", {"价格调查", "Price surveys"}, {store::unique({"institution", "month"})})
                    .may(Power::places_read, Power::places_write)
                    .owner(powers::OwnerKind::institution, &PriceSurvey::institution)
                    .sorts(&PriceSurvey::month)
                    .lists({"region", "institution", "month", "monthly_fee"}));
  return all;
}

http::RouteTable routes(const Services& services) {
  http::RouteTable table;
  table.push_back(http::get("/api/price-tests", http::needs({Power::places_read}), {"普惠价格是否低于市场", "Whether inclusive prices keep below the market"},
                            [services](Context& context, const PriceTestRequest& request) { return test(services, context, request); }));
  return table;
}

}  // namespace laoyou::prices
