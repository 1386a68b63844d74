#include "procedures/form_values.h"

#include "base/check.h"
#include "base/credit_code.h"
#include "base/id_number.h"
#include "record/json_read.h"
#include "record/json_write.h"
#include "record/leaf.h"
#include "rules/value/period_value.h"
#include "rules/rows/evaluate.h"

namespace laoyou::procedures {
namespace {

using rules::Value;

const Period& any_period() {
  static const Period k_period = Period::parse("2026").value();
  return k_period;
}

template <class T>
Result<Value> read(std::string_view text, auto number) {
  const Result<T> value = record::Leaf<T>::from_json_text(text);
  if (!value) return value.error();
  return Value{number(*value)};
}

/// The text of a JSON scalar; nothing for lists and objects.
std::optional<std::string> scalar_text(const boost::json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "true" : "false";
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_number()) return boost::json::serialize(value);
  return std::nullopt;
}

Result<Value> choice_value(const FormField& field, std::string_view text) {
  for (std::size_t at = 0; at < field.choices.size(); ++at)
    if (field.choices[at].code == text) return Value{static_cast<std::int64_t>(at)};
  std::string known;
  for (const Choice& choice : field.choices) known += (known.empty() ? "" : ", ") + choice.code;
  return refuse("enum.unknown", {std::string(text), known});
}

/// Texts that must have a shape; whether they do.
Result<Value> text_value(const FormField& field, std::string_view text) {
  if (field.kind == FieldKind::id_number)
    if (const auto number = IdNumber::parse(text); !number) return number.error();
  if (field.kind == FieldKind::credit_code)
    if (const auto code = CreditCode::parse(text); !code) return code.error();
  if (const auto plain = record::Leaf<std::string>::from_json_text(text); !plain) return plain.error();
  return Value{};
}

Result<Value> read_value(const FormField& field, std::string_view text) {
  switch (field.kind) {
    case FieldKind::whole: return read<std::int64_t>(text, [](std::int64_t value) { return value; });
    case FieldKind::measure:
    case FieldKind::share: return read<Decimal>(text, [](Decimal value) { return value.millionths(); });
    case FieldKind::money: return read<Fen>(text, [](Fen value) { return value.count(); });
    case FieldKind::yes_no: return read<bool>(text, [](bool value) -> std::int64_t { return value; });
    case FieldKind::day: return read<Date>(text, [](Date value) -> std::int64_t { return value.days(); });
    case FieldKind::period: return read<Period>(text, [](const Period& value) { return rules::pack_period(value); });
    case FieldKind::choice: return choice_value(field, text);
    case FieldKind::region: return read<RegionCode>(text, [](RegionCode value) { return value.number(); });
    case FieldKind::reference: return read<std::int64_t>(text, [](std::int64_t value) { return value; });
    default: return text_value(field, text);
  }
}

bool is_text(FieldKind kind) {
  return kind == FieldKind::text || kind == FieldKind::long_text || kind == FieldKind::id_number || kind == FieldKind::credit_code || kind == FieldKind::phone;
}

bool filled(const FormJson& values, const std::string& key) {
  const boost::json::value* value = values.if_contains(key);
  if (value == nullptr || value->is_null()) return false;
  if (value->is_string()) return !value->get_string().empty();
  return !value->is_array() || !value->get_array().empty();
}

char said(std::string_view holds, Condition condition) {
  return !condition.given() ? '1' : static_cast<std::size_t>(condition.rule) < holds.size() ? holds[static_cast<std::size_t>(condition.rule)] : '?';
}

}  // namespace

FormValues::FormValues(const Form& form, const CaseDays& days, std::span<const ReferredRow> referred) : form_(form), facts_(form.book->schema) {
  const rules::Schema& schema = form.book->schema;
  for (const ReferredRow& row : referred) {
    rules::Table& table = facts_.tables[static_cast<std::size_t>(schema.find_record(row.record))];
    // What a plan has added since the server started stands behind: no row has it yet.
    std::vector<Value> known = row.values;
    known.resize(static_cast<std::size_t>(table.fields()));
    table.put(known);
  }
  std::vector<Value> empty(schema.records.back().fields.size());
  facts_.tables.back().append(empty);
  set(k_region, days.region.number());
  set(k_submitted_on, days.submitted_on.days());
  if (days.decided_on) set(k_decided_on, days.decided_on->days());
}

void FormValues::set(std::string_view key, Value value) {
  const int field = form_.book->schema.records.back().find(key);
  if (field >= 0) facts_.tables.back().column(field).set(row_, value);
}

Refusals FormValues::take(const FormJson& values) {
  Refusals refusals;
  for (const auto& [key, value] : values) {
    const FormField* field = form_.find(key);
    const std::string place = "/" + record::pointer_part(key);
    if (field == nullptr) {
      refusals.push_back(at(place, record::unknown_field(key, std::vector<std::string>{})));
      continue;
    }
    if (!filled(values, field->key)) continue;
    if (field->many) {
      if (!value.is_array()) refusals.push_back(at(place, refuse("yaml.not_a_list")));
      if (value.is_array())
        for (const auto& each : value.get_array())
          if (const auto read = choice_value(*field, scalar_text(each).value_or("")); !read) refusals.push_back(at(place, read.error()));
      continue;
    }
    const auto text = scalar_text(value);
    const Result<Value> read = text ? read_value(*field, *text) : Result<Value>(refuse("yaml.not_a_value"));
    if (!read)
      refusals.push_back(at(place, read.error()));
    else
      set(field->key, is_text(field->kind) ? Value{facts_.texts.intern(*text)} : *read);
  }
  return refusals;
}

Result<void> FormValues::take_literal(std::string_view key, std::string_view text) {
  const rules::RecordKind& record = form_.book->schema.records.back();
  const int field = record.find(key);
  if (field < 0) return refuse("procedures.unknown_field", {std::string(key), ""});
  const rules::Type type = record.fields[static_cast<std::size_t>(field)].type;
  if (type.kind == rules::Kind::text) {
    set(key, facts_.texts.intern(text));
    return {};
  }
  const Result<Value> value = rules::read_literal(form_.book->schema, type, text);
  if (!value) return value.error();
  set(record.fields[static_cast<std::size_t>(field)].name, *value);
  return {};
}

Value FormValues::value(int rule) const {
  return rules::evaluate_row(*form_.book, facts_, any_period(), form_.rules[static_cast<std::size_t>(rule)].in_book, row_);
}

rules::Type FormValues::type(int rule) const {
  return form_.book->rules[static_cast<std::size_t>(form_.rules[static_cast<std::size_t>(rule)].in_book)].tree->type;
}

Value FormValues::wanted_by(int rule, std::string_view key) const {
  const rules::Rule& asked = form_.book->rules[static_cast<std::size_t>(form_.rules[static_cast<std::size_t>(rule)].in_book)];
  const auto* equal = std::get_if<rules::Binary>(&asked.tree->what);
  if (equal == nullptr || equal->sign != rules::BinarySign::equal) return {};
  const int field = form_.book->schema.records.back().find(key);
  const auto is_field = [&](const rules::NodePtr& side) {
    const auto* read = std::get_if<rules::FieldRead>(&side->what);
    return read != nullptr && read->record == asked.record && read->path.steps.empty() && read->field == field;
  };
  const rules::NodePtr& other = is_field(equal->left) ? equal->right : equal->left;
  if (!is_field(equal->left) && !is_field(equal->right)) return {};
  return rules::RowEvaluator(*form_.book, facts_, any_period()).evaluate(*other, {{asked.record, row_}});
}

std::string FormValues::holds() const {
  std::string all;
  for (std::size_t rule = 0; rule < form_.rules.size(); ++rule) {
    const Value now = type(static_cast<int>(rule)).kind == rules::Kind::boolean ? value(static_cast<int>(rule)) : Value{};
    all += !now ? '?' : *now != 0 ? '1' : '0';
  }
  return all;
}

namespace {

const std::string& called(const Words& words, Language language) { return language == Language::en && !words.en.empty() ? words.en : words.zh; }

/// One field of a form that is handed in or decided on.
void check_field(Refusals& refusals, const FormField& field, const FormJson& values, std::string_view holds, bool wanted, Language language) {
  const std::string place = "/" + field.key;
  const bool asked = said(holds, field.when) == '1', given = filled(values, field.key);
  if (!asked && given) refusals.push_back(at(place, refuse("cases.not_asked", {called(field.name, language)})));
  if (asked && !given && wanted) refusals.push_back(at(place, refuse("cases.field_missing", {called(field.name, language)})));
  if (asked && given && said(holds, field.check) == '0') refusals.push_back(at(place, refuse("cases.check_failed", {called(field.says, language)})));
}

/// What holds between fields, told at one of a group that is taken; what is missing decides nothing.
template <class Takes>
void check_together(Refusals& refusals, const Form& form, std::string_view holds, Takes takes, Language language) {
  for (const FormCheck& check : form.checks)
    if (const FormField* field = form.find(check.field); field != nullptr && takes(*field) && said(holds, check.rule) == '0') refusals.push_back(at("/" + check.field, refuse("cases.check_failed", {called(check.says, language)})));
}

}  // namespace

Refusals check_values(const Form& form, const FormJson& values, std::string_view holds, const std::vector<std::string>& papers, Language language) {
  Refusals refusals;
  const auto takes = [&](const FormField& field) { return !form.groups[static_cast<std::size_t>(field.group)].by_office; };
  for (const FormField& field : form.fields)
    if (takes(field)) check_field(refusals, field, values, holds, field.required, language);
  check_together(refusals, form, holds, takes, language);
  for (const Paper& paper : form.papers)
    if (paper.required && said(holds, paper.when) == '1' && std::find(papers.begin(), papers.end(), paper.key) == papers.end())
      refusals.push_back(at("/papers/" + paper.key, refuse("cases.paper_missing", {called(paper.name, language)})));
  return refusals;
}

Refusals check_office_values(const Form& form, const FormJson& values, std::string_view holds, std::string_view group, bool complete, Language language) {
  Refusals refusals;
  const auto takes = [&](const FormField& field) { return form.groups[static_cast<std::size_t>(field.group)].key == group; };
  for (const FormField& field : form.fields)
    if (takes(field)) check_field(refusals, field, values, holds, complete && field.required, language);
  check_together(refusals, form, holds, takes, language);
  return refusals;
}

}  // namespace laoyou::procedures
