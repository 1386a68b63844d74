#include "cases/perform.h"
#include "collection/desk.h"

namespace laoyou::cases {
namespace {

using store::Cell;

/// The value of a setting as JSON of the register's field.
boost::json::value setting_json(Desk& desk, const OpenCase& open, const procedures::FormValues& values, const rules::Field& field, const procedures::RegisterChange::Setting& setting) {
  if (setting.rule < 0) {
    const auto literal = rules::read_literal(desk.services.schema, field.type, setting.value.text);
    if (field.type.kind == rules::Kind::text) return boost::json::string(setting.value.text);
    return literal ? value_json(desk.services.schema, field.type, *literal) : boost::json::value();
  }
  // Texts and choices are taken from the form as they were typed: the rule language knows them by position alone.
  if (const auto* given = open.values.if_contains(setting.value.text); given != nullptr && (field.type.kind == rules::Kind::text || field.type.kind == rules::Kind::code)) return *given;
  return value_json(desk.services.schema, field.type, values.value(setting.rule));
}

}  // namespace

Result<void> change_register(Desk& desk, store::Writing& writing, OpenCase& open, const procedures::RegisterChange& change, const http::Caller* caller) {
  const collection::Collection* of = find_register(desk.services, change.record);
  const int in_rules = desk.services.schema.find_record(change.record);
  if (of == nullptr || in_rules < 0 || (caller != nullptr && (!of->writes || !caller->powers.has(*of->writes)))) return refuse("cases.change_not_permitted", {change.record});
  Refusals refusals;
  const procedures::FormValues values = form_values(desk, writing, open, writing.now().beijing_day(), refusals);
  const rules::RecordKind& kind = desk.services.schema.records[static_cast<std::size_t>(in_rules)];
  store::Writing wide = writing.beyond_scope();
  const store::Table& table = writing.catalog().table(change.record);
  const boost::json::value* named = open.values.if_contains(change.field);
  const auto id = named != nullptr && named->is_string() ? record::read_integer(std::string(named->get_string())) : Result<std::int64_t>(std::int64_t{0});
  std::optional<std::vector<Cell>> before;
  if (!change.field.empty()) {
    before = writing.find_row(table, store::Scope::country(), id ? *id : 0);
    if (!before) return at("/" + change.field, refuse("reference.not_found", {change.record}));
    const auto region = RegionCode::parse(std::get<std::string>((*before)[of->position("region")]));
    if (caller != nullptr && !(region && caller->scope.contains(*region))) return refuse("cases.change_not_permitted", {change.record});
  }
  std::vector<Cell> after = before ? *before : std::vector<Cell>();
  if (!before)
    for (const record::Field& field : of->fields) after.push_back(field.fallback);
  if (!before) after[of->position("region")] = Cell(open.file.region.text());
  for (const procedures::RegisterChange::Setting& setting : change.settings) {
    const record::Field* field = of->find(setting.field);
    const int in_schema = kind.find(setting.field);
    if (field == nullptr || in_schema < 0) continue;
    const boost::json::value value = setting_json(desk, open, values, kind.fields[static_cast<std::size_t>(in_schema)], setting);
    if (value.is_null()) {
      if (!field->required) after[of->position(field->name)] = Cell();
      continue;
    }
    const Result<Cell> cell = field->codec->read_json(value);
    if (!cell) return at("/" + setting.field, cell.error());
    after[of->position(field->name)] = *cell;
  }
  if (const Refusals wrong = collection::check_row(*of, after, before ? &*before : nullptr); !wrong.empty()) return wrong.front();
  if (before) {
    wide.update_row(table, std::move(after));
  } else {
    after[of->position("id")] = Cell(wide.new_id_number());
    wide.insert_row(table, std::move(after));
  }
  return {};
}

}  // namespace laoyou::cases
