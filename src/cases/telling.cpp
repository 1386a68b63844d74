// Who is told of what an act brought about, and by which door.
#include "cases/perform.h"

namespace laoyou::cases {
namespace {

using procedures::Act;
using procedures::Effect;

Telling telling_of(const OpenCase& open, const procedures::Event& event, const Effect& effect) {
  Telling telling;
  telling.case_id = open.file.id.number;
  telling.event_id = event.id + "/" + std::to_string(static_cast<int>(effect.what)) + effect.part;
  telling.number = open.file.number;
  telling.procedure_zh = open.procedure->name.zh;
  telling.procedure_en = open.procedure->name.en;
  telling.region = open.file.region;
  telling.urgent = event.act == Act::pass || event.act == Act::remind;
  return telling;
}

/// The places whose offices are meant: the office's own, or the level above it that a late term is told to.
std::vector<RegionCode> places(const OpenCase& open, const procedures::Office& office, const Effect& effect) {
  if (effect.level) return {procedures::place_of_office(open.file.region, *effect.level)};
  if (office.level) return {procedures::place_of_office(open.file.region, *office.level)};
  std::vector<RegionCode> all;
  for (std::optional<RegionCode> place = open.file.region; place; place = place->parent()) all.push_back(*place);
  return all;
}

}  // namespace

void tell(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const procedures::Event& event, const Effect& effect, std::vector<Telling>& tellings) {
  Telling telling = telling_of(open, event, effect);
  if (effect.what == Effect::What::tell_applicant) {
    telling.account = open.file.opened_by;
    return tellings.push_back(std::move(telling));
  }
  telling.to = Telling::To::office;
  telling.step = effect.step.empty() ? open.state.step : effect.step;
  telling.part = effect.part;
  const procedures::Office* office = open.procedure->find_office(effect.office);
  if (office == nullptr) return;
  if (const procedures::PartState* part = open.state.find(effect.part)) telling.unit = part->unit;
  if (telling.unit == 0) telling.power = office->power;
  if (telling.unit != 0 || telling.power) tellings.push_back(telling);
  // A power reaches neither those who act without one nor institutions, which see their own records alone.
  const auto each_unit = [&](const std::vector<ActingUnit>& units) {
    for (const ActingUnit& unit : units) {
      telling.unit = unit.id;
      telling.power.reset();
      if (unit.id != 0) tellings.push_back(telling);
      for (const ActingUnit::Person& person : unit.people) {
        telling.account = unit.id == 0 ? person.account : 0;
        if (telling.account != 0) tellings.push_back(telling);
      }
    }
  };
  if (telling.unit != 0) return;
  // An office of a level is never an institution: its tasks are not theirs either.
  if (!office->level)
    for (const std::int64_t institution : named_institutions(open)) each_unit(desk.services.units(snapshot, open.file.region, office->roles, institution));
  if (!office->power)
    for (const RegionCode place : places(open, *office, effect)) each_unit(desk.services.units(snapshot, place, office->roles, std::nullopt));
}

}  // namespace laoyou::cases
