#include "benefits/facts_needed.h"

#include <set>

#include "rules/value/unit.h"

namespace laoyou::benefits {
namespace {

FactKind kind_of(rules::Kind kind) {
  switch (kind) {
    case rules::Kind::boolean: return FactKind::yes_no;
    case rules::Kind::code: return FactKind::choice;
    case rules::Kind::date: return FactKind::day;
    case rules::Kind::money: return FactKind::money;
    case rules::Kind::integer: return FactKind::whole;
    case rules::Kind::ratio:
    case rules::Kind::quantity: return FactKind::measure;
    case rules::Kind::region: return FactKind::region;
    case rules::Kind::period:
    case rules::Kind::text:
    case rules::Kind::id: return FactKind::other;
  }
  return FactKind::other;
}

}  // namespace

std::vector<FactNeeded> facts_needed(const rules::Book& book, const rules::FactPlaces& places) {
  std::vector<FactNeeded> needed;
  std::set<std::pair<int, int>> seen;
  for (const rules::FactPlace& place : places) {
    if (!seen.emplace(place.record, place.field).second) continue;
    const rules::RecordKind& record = book.schema.records[static_cast<std::size_t>(place.record)];
    const rules::Field& field = record.fields[static_cast<std::size_t>(place.field)];
    FactNeeded need{0, record.name, field.name, field.zh, field.en, "", kind_of(field.type.kind), {}, 0};
    if (field.type.kind == rules::Kind::money) need.unit = "元";
    if (field.type.kind == rules::Kind::quantity) need.unit = rules::units()[static_cast<std::size_t>(field.type.detail)].name;
    if (field.type.kind == rules::Kind::code)
      for (const rules::CodeList::Code& code : book.schema.code_lists[static_cast<std::size_t>(field.type.detail)].codes) need.choices.push_back({code.name, code.zh, code.en});
    needed.push_back(std::move(need));
  }
  return needed;
}

}  // namespace laoyou::benefits
