#include "rules/schema/schema.h"

#include <algorithm>

#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

/// Names come before labels: a label that equals another thing's name does not hide it.
template <class Things>
int position(const Things& things, std::string_view name_or_label) {
  if (name_or_label.empty()) return -1;
  const auto place = [&](const auto& matches) {
    const auto found = std::find_if(things.begin(), things.end(), matches);
    return found == things.end() ? -1 : static_cast<int>(found - things.begin());
  };
  const int by_name = place([&](const auto& thing) { return thing.name == name_or_label; });
  if (by_name >= 0) return by_name;
  return place([&](const auto& thing) { return thing.zh == name_or_label; });
}

}  // namespace

int CodeList::find(std::string_view name_or_label) const { return position(codes, name_or_label); }

int RecordKind::find(std::string_view name_or_label) const { return position(fields, name_or_label); }

int Schema::find_record(std::string_view name_or_label) const { return position(records, name_or_label); }

int Schema::find_code_list(std::string_view name) const {
  const auto found = std::find_if(code_lists.begin(), code_lists.end(), [&](const CodeList& list) { return list.name == name; });
  return found == code_lists.end() ? -1 : static_cast<int>(found - code_lists.begin());
}

std::string type_text(const Schema& schema, Type type) {
  const auto detail = static_cast<std::size_t>(type.detail);
  const bool told = type.detail >= 0;
  switch (type.kind) {
    case Kind::boolean: return "boolean";
    case Kind::integer: return "integer";
    case Kind::money: return "money";
    case Kind::ratio: return "ratio";
    case Kind::quantity: return told && detail < units().size() ? "quantity " + std::string(units()[detail].name) : "quantity";
    case Kind::date: return "date";
    case Kind::period: return "period";
    case Kind::code: return told && detail < schema.code_lists.size() ? "code " + schema.code_lists[detail].name : "code";
    case Kind::region: return "region";
    case Kind::text: return "text";
    case Kind::id: return told && detail < schema.records.size() ? "id " + schema.records[detail].name : "id";
  }
  return "";
}

}  // namespace laoyou::rules
