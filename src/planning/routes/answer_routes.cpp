#include <algorithm>

#include "planning/answers/place_faults.h"
#include "planning/answers/reach.h"
#include "planning/answers/try.h"
#include "planning/need/need.h"
#include "planning/routes/tables.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;
using record::Leaf;

std::int64_t count_faults(const Situation& situation, RegionCode within) {
  return std::count_if(situation.registers().places.begin(), situation.registers().places.end(),
                       [&](const PlaceOnMap& place) { return place.open_today && within.contains(place.region) && fault_of_place(situation.city(), place); });
}

std::vector<KindRow> kind_rows(const GoingRules& rules, const Situation* situation, RegionCode within) {
  std::vector<KindRow> rows;
  for (const KindOfPlace& kind : rules.kinds) {
    const record::DictionaryEntry& entry = record::dictionary().entry("institution_kind", Leaf<registry::InstitutionKind>::to_json_text(kind.kind));
    KindRow row{kind.kind, entry.zh, entry.en, kind.group, kind.unit, 0, 0, 0, 0};
    if (situation != nullptr)
      for (const PlaceOnMap& place : situation->registers().places) {
        if (place.kind != kind.kind || !place.open_today || !within.contains(place.region)) continue;
        ++row.places;
        row.placed += place.walk.on_street() ? 1 : 0;
        row.capacity += place.capacity;
        row.free += place.free;
      }
    rows.push_back(std::move(row));
  }
  return rows;
}

DensityLayer layer_of(PeopleGroup group) {
  switch (group) {
    case PeopleGroup::from_60: return DensityLayer::from_60;
    case PeopleGroup::from_80: return DensityLayer::from_80;
    case PeopleGroup::under_three: return DensityLayer::under_three;
    default: return DensityLayer::people;
  }
}

void add_people(const Situation& situation, const Density& density, RegionCode within, Setting& setting) {
  const auto [first, last] = situation.city().addresses_in(within);
  for (const PeopleGroup group : {PeopleGroup::everybody, PeopleGroup::from_60, PeopleGroup::from_65, PeopleGroup::from_80, PeopleGroup::under_three}) {
    std::int64_t people = 0;
    for (std::size_t at = first; at < last; ++at) people += situation.people(at, group);
    setting.people.push_back({group, people, group != PeopleGroup::from_65 && density.tells(layer_of(group))});
  }
  setting.people_placed = setting.people.front().people;
  for (const auto& [region, people] : situation.registers().unplaced_in)
    if (within.contains(region)) setting.people_unplaced += people;
}

Result<Setting> setting(const Services& services, Context& context, const RegionRequest& request) {
  Setting answer;
  answer.region = region_of(context, request.region);
  answer.as_of = context.now();
  for (const StreetMap& map : services.cities.current())
    if (map.region.contains(context.caller().scope) || context.caller().scope.contains(map.region)) answer.maps.push_back(map_row(services, map, true));
  const Result<View> view = view_of(services, answer.region);
  if (view) {
    answer.region = view->within;
    answer.streets = map_row(services, view->map, true);
    answer.as_of = view->situation->registers().as_of;
    add_people(*view->situation, *services.cities.density(view->map), view->within, answer);
    answer.faults = count_faults(*view->situation, view->within);
  }
  answer.region_name = services.regions()->name(answer.region);
  const GoingRules rules = rules_for(services, answer.region);
  answer.place_kinds = kind_rows(rules, view ? view->situation.get() : nullptr, answer.region);
  for (const WayOfGoing& way : rules.ways) {
    const record::DictionaryEntry& entry = record::dictionary().entry("travel_way", Leaf<TravelWay>::to_json_text(way.way));
    answer.ways.push_back({way.way, entry.zh, entry.en, way.metres_per_minute, way.source, way.unverified});
  }
  for (const LimitOfReach& limit : services.terms(answer.region).limits) answer.limits.push_back({limit.minutes, limit.metres, limit.zh, limit.en, limit.source, limit.unverified});
  return answer;
}

Result<PlaceList> places(const Services& services, Context& context, const PlacesRequest& request) {
  const Result<View> view = view_of(services, region_of(context, request.region));
  if (!view) return view.error();
  const auto names = services.regions();
  PlaceList list{view->situation->registers().as_of, {}};
  for (const PlaceOnMap& place : view->situation->registers().places) {
    if (!place.open_today || !view->within.contains(place.region) || (request.kind && place.kind != *request.kind)) continue;
    PlaceRow row{place.id, place.name, place.kind, place.region, names->name(place.region), std::nullopt, std::nullopt, place.capacity, place.free, std::nullopt};
    if (place.point) std::tie(row.longitude, row.latitude) = std::pair(place.point->longitude, place.point->latitude);
    if (const auto fault = fault_of_place(view->situation->city(), place)) row.fault = fault->fault;
    list.rows.push_back(std::move(row));
  }
  return list;
}

/// The question of a request on the map of its region.
struct Asked {
  View view;
  Question question;
};
Result<Asked> ask(const Services& services, const Context& context, const QuestionRequest& request) {
  const Result<Question> question = question_of(rules_for(services, region_of(context, request.region)), request.kind, request.way, request.minutes, request.metres, request.group);
  if (!question) return question.error();
  Result<View> view = view_of(services, region_of(context, request.region));
  if (!view) return view.error();
  return Asked{std::move(*view), *question};
}

Result<AccessAnswer> access(const Services& services, const Context& context, const QuestionRequest& request) {
  const Result<Asked> asked = ask(services, context, request);
  if (!asked) return asked.error();
  if (asked->view.situation->registers().rules.find_kind(request.kind)->unit == PlaceUnit::none) return at("/kind", refuse("planning.kind_without_capacity"));
  return access_answer(*asked->view.situation, asked->question, asked->view.within, *services.regions());
}

CheckedResult<TryAnswer> try_out(const Services& services, const Context& context, const TryRequest& request) {
  const Result<Asked> asked = ask(services, context, {request.region, request.kind, request.way, request.minutes, request.metres, request.group});
  if (!asked) return Refusals{asked.error()};
  return try_changes(*asked->view.situation, asked->question, asked->view.within, request.changes, *services.regions());
}

Result<NeedAnswer> need(const Services& services, const Context& context, const NeedRequest& request) {
  constexpr std::int32_t k_years_most = 30, k_years = 10;
  const std::int32_t years = request.years.value_or(k_years);
  if (years < 0 || years > k_years_most) return at("/years", refuse("streets.out_of_range", {std::to_string(years), "0", std::to_string(k_years_most)}));
  return need_answer(services.facts, region_of(context, request.region), years, context.now().beijing_day(), *services.regions(), services.terms(region_of(context, request.region)).ratios,
                     services.plan_figures(region_of(context, request.region)));
}

/// All estates of a place with what is wrong with them.
EstateList estates(const Services& services, const Context& context, const RegionRequest& request) {
  const auto all = services.store.read([&](store::Snapshot& snapshot) { return snapshot.select<registry::Development>(store::Scope::of_account(region_of(context, request.region))); });
  return estate_list(all, services.estate_rules, *services.regions(), context.now());
}

}  // namespace

http::RouteTable answer_routes(const Services& services) {
  const http::Access readers = http::needs({Power::projects_read});
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/planning/setting", readers, {"规划的地图、机构类别和口径", "The map, the kinds of places and the terms of planning"},
                [services](Context& context, const RegionRequest& request) { return setting(services, context, request); }));
  add(http::get("/api/planning/places", readers, {"地图上的机构", "Places on the map"}, [services](Context& context, const PlacesRequest& request) { return places(services, context, request); }));
  add(http::get("/api/planning/reach", readers, {"谁够得到、谁够不到", "Who reaches a place and who does not"},
                [services](Context& context, const QuestionRequest& request) -> Result<ReachAnswer> {
                  const Result<Asked> asked = ask(services, context, request);
                  if (!asked) return asked.error();
                  return reach_answer(*asked->view.situation, asked->question, asked->view.within, *services.regions());
                })
          .heavy());
  add(http::get("/api/planning/area", readers, {"够得到的范围（供绘图）", "The area from which a place is reached, for drawing"},
                [services](Context& context, const QuestionRequest& request) -> Result<AreaAnswer> {
                  const Result<Asked> asked = ask(services, context, request);
                  if (!asked) return asked.error();
                  return area_answer(*asked->view.situation, asked->question);
                })
          .heavy());
  add(http::get("/api/planning/access", readers, {"可及性：每千人够得到的床位或托位", "Accessibility: beds or slots in reach for each thousand people"},
                [services](Context& context, const QuestionRequest& request) { return access(services, context, request); })
          .heavy());
  add(http::get("/api/planning/over_time", readers, {"历年覆盖", "The share reached, year by year"},
                [services](Context& context, const QuestionRequest& request) -> Result<YearAnswer> {
                  const Result<Asked> asked = ask(services, context, request);
                  if (!asked) return asked.error();
                  constexpr int k_years = 6;
                  return over_time(*asked->view.situation, asked->question, asked->view.within, context.now().beijing_day().year() - k_years + 1);
                })
          .heavy());
  add(http::post("/api/planning/try", readers, {"试一试：增设、关停、改规模", "What putting, closing or resizing places would do"},
                 [services](Context& context, const TryRequest& request) { return try_out(services, context, request); })
          .heavy());
  add(http::get("/api/planning/need", readers, {"需求与供给", "Need and supply by county and year"},
                [services](Context& context, const NeedRequest& request) { return need(services, context, request); })
          .heavy());
  add(http::get("/api/planning/estates", readers, {"住宅小区配建：四同步、每百户面积和缺口", "Housing estates: the four steps, area for each hundred households, shortfalls"},
                [services](Context& context, const RegionRequest& request) -> Result<EstateList> { return estates(services, context, request); }));
  return table;
}

}  // namespace laoyou::planning
