// Values between registers, forms and rules.
#include "cases/desk.h"
#include "rules/value/period_value.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using rules::Kind;
using rules::Value;

const rules::RecordKind* find_kind(const rules::Schema& schema, std::string_view record) {
  const int at = schema.find_record(record);
  return at < 0 ? nullptr : &schema.records[static_cast<std::size_t>(at)];
}

std::string digits(std::int64_t millionths) { return Decimal::from_millionths(millionths).text(); }

/// The ids that the form names, each with its field.
void each_reference(const OpenCase& open, const std::function<void(const procedures::FormField&, std::int64_t)>& visit) {
  for (const procedures::FormField& field : open.procedure->form.fields) {
    const json::value* value = field.kind == procedures::FieldKind::reference ? open.values.if_contains(field.key) : nullptr;
    if (value == nullptr || !value->is_string()) continue;
    const auto id = record::read_integer(std::string(value->get_string()));
    if (id && *id > 0) visit(field, *id);
  }
}

std::optional<std::vector<store::Cell>> row_of(const Services& services, store::Snapshot& snapshot, std::string_view record, std::int64_t id) {
  if (find_register(services, record) == nullptr) return std::nullopt;
  return snapshot.find_row(snapshot.catalog().table(record), store::Scope::country(), id);
}

procedures::ReferredRow referred_row(const Services& services, const rules::RecordKind& kind, const std::vector<store::Cell>& cells) {
  const collection::Collection& of = *find_register(services, kind.name);
  procedures::ReferredRow row{kind.name, {}};
  for (const rules::Field& field : kind.fields) {
    const record::Field* known = of.find(field.name);
    Value value = known == nullptr ? Value{} : cell_value(services.schema, field.type, cells[of.position(field.name)]);
    // The only quantity that cells keep whole.
    if (value && known->codec->kind == record::field_kind<Minutes>()) *value *= rules::k_millionths;
    row.values.push_back(value);
  }
  return row;
}

}  // namespace

Value cell_value(const rules::Schema& schema, rules::Type type, const store::Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return std::nullopt;
  switch (type.kind) {
    case Kind::date:
      if (const auto day = Date::parse(*text)) return day->days();
      return std::nullopt;
    case Kind::period:
      if (const auto period = Period::parse(*text)) return rules::pack_period(*period);
      return std::nullopt;
    case Kind::region:
      if (const auto region = RegionCode::parse(*text)) return region->number();
      return std::nullopt;
    case Kind::code: {
      const int code = schema.code_lists[static_cast<std::size_t>(type.detail)].find(*text);
      return code < 0 ? Value{} : Value{code};
    }
    default: return std::nullopt;
  }
}

json::value value_json(const rules::Schema& schema, rules::Type type, Value value) {
  if (!value) return nullptr;
  switch (type.kind) {
    case Kind::boolean: return *value != 0;
    case Kind::integer:
    case Kind::money: return *value;
    case Kind::ratio:
    case Kind::quantity: return json::parse(digits(*value));
    case Kind::date: return json::string(Date::from_days(*value).text());
    case Kind::code: return json::string(schema.code_lists[static_cast<std::size_t>(type.detail)].codes[static_cast<std::size_t>(*value)].name);
    case Kind::region: return json::string(RegionCode::from_number(*value).text());
    case Kind::id: return json::string(std::to_string(*value));
    default: return nullptr;
  }
}

procedures::FormValues form_values(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Date today, Refusals& refusals) {
  std::vector<procedures::ReferredRow> rows;
  each_reference(open, [&](const procedures::FormField& field, std::int64_t id) {
    const rules::RecordKind* kind = find_kind(desk.services.schema, field.record);
    const auto cells = kind == nullptr ? std::nullopt : row_of(desk.services, snapshot, field.record, id);
    // A record that rules do not know is named by the form and read by none of them.
    const bool there = cells || (kind == nullptr && row_of(desk.services, snapshot, field.record, id));
    if (!there) refusals.push_back(at("/" + field.key, refuse("reference.not_found", {std::to_string(id)})));
    if (cells) rows.push_back(referred_row(desk.services, *kind, *cells));
  });
  const Date submitted = open.state.submitted ? open.state.submitted->beijing_day() : today;
  procedures::FormValues values(open.procedure->form, {open.file.region, submitted, today}, rows);
  for (Refusal& each : values.take(open.values)) refusals.push_back(std::move(each));
  return values;
}

Evaluated evaluate(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Date today) {
  Evaluated evaluated;
  evaluated.holds = form_values(desk, snapshot, open, today, evaluated.refusals).holds();
  return evaluated;
}

void prefill(Desk& desk, store::Snapshot& snapshot, OpenCase& open) {
  each_reference(open, [&](const procedures::FormField& reference, std::int64_t id) {
    const auto cells = row_of(desk.services, snapshot, reference.record, id);
    if (!cells) return;
    const collection::Collection& of = *find_register(desk.services, reference.record);
    for (const procedures::FormField& field : open.procedure->form.fields) {
      const std::string start = reference.key + ".";
      const json::value* now = open.values.if_contains(field.key);
      if (!field.prefilled.starts_with(start) || (now != nullptr && !now->is_null())) continue;
      const record::Field* known = of.find(field.prefilled.substr(start.size()));
      if (known == nullptr || known->masked) continue;
      const store::Cell& cell = (*cells)[of.position(known->name)];
      if (std::holds_alternative<std::monostate>(cell)) continue;
      std::string text;
      known->codec->write_json(text, cell);
      open.values[field.key] = json::parse(text);
    }
  });
}

}  // namespace laoyou::cases
