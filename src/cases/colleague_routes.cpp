// GET /api/cases/{id}/colleagues: to whom a part of a case can be handed over.
#include "cases/deputies.h"
#include "cases/route_kit.h"

namespace laoyou::cases {
namespace {

std::vector<ShownUnit> units_shown(const std::vector<ActingUnit>& units) {
  std::vector<ShownUnit> all;
  for (const ActingUnit& unit : units) {
    if (unit.id == 0) continue;  // a part is handed to a unit
    ShownUnit& shown = all.emplace_back(ShownUnit{std::to_string(unit.id), unit.name, {}});
    for (const ActingUnit::Person& person : unit.people) shown.people.push_back({std::to_string(person.account), person.name});
  }
  return all;
}

CheckedResult<Colleagues> colleagues(Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  return desk.services.store.read([&](store::Snapshot& snapshot) -> CheckedResult<Colleagues> {
    const auto open = open_case(desk, snapshot, *id);
    if (!open) return refused({open.error()});
    if (!as_whom(desk, snapshot, context.caller(), *open, context.now().beijing_day())) return refused({refuse("cases.not_found")});
    const procedures::Step* step = open->procedure->find_step(open->state.step);
    const procedures::Part* part = step == nullptr ? nullptr : step->find_part(field(incoming, "part"));
    const procedures::Office* office = part == nullptr ? nullptr : open->procedure->find_office(part->office);
    if (office == nullptr) return Colleagues{};
    const RegionCode place = office->level ? procedures::place_of_office(open->file.region, *office->level) : open->file.region;
    return Colleagues{units_shown(desk.services.units(snapshot, place, office->roles, std::nullopt))};
  });
}

}  // namespace

void add_colleague_routes(const DeskPtr& desk, http::RouteTable& table) {
  table.push_back(route(desk, http::Verb::get, "/api/cases/{id}/colleagues", http::signed_in(), {"可以移交给谁", "To whom a part can be handed over"},
                        {asked("id", "编号", "Id", true), asked("part", "部分", "Part", true)}, colleagues));
}

}  // namespace laoyou::cases
