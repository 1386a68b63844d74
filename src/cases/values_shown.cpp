// Values of a form in words: on printed documents, in public notices, and masked for those who need not know.
#include "cases/perform.h"
#include "record/mask.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using procedures::FieldKind;
using procedures::FormField;

record::Mask mask_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::text: return record::Mask::name;
    case FieldKind::phone: return record::Mask::phone;
    case FieldKind::id_number: return record::Mask::id_number;
    default: return record::Mask::all;
  }
}

bool is_personal(const FormField& field) { return field.privacy != procedures::FieldPrivacy::open; }

std::string choice_words(const FormField& field, std::string_view code) {
  for (const procedures::Choice& choice : field.choices)
    if (choice.code == code) return choice.name.zh;
  return std::string(code);
}

std::string list_words(const FormField& field, const json::array& values) {
  std::string all;
  for (const auto& each : values)
    if (each.is_string()) all += (all.empty() ? "" : "、") + choice_words(field, each.get_string());
  return all;
}

/// The title of the row that a reference names.
std::string title_words(Desk& desk, const store::Snapshot& snapshot, const FormField& field, const std::string& text, bool mask) {
  const collection::Collection* of = find_register(desk.services, field.record);
  const auto id = record::read_integer(text);
  if (of == nullptr || of->title.empty() || !id) return text;
  const auto cells = snapshot.find_row(snapshot.catalog().table(field.record), store::Scope::country(), *id);
  const auto* title = cells ? std::get_if<std::string>(&(*cells)[of->position(of->title)]) : nullptr;
  if (title == nullptr) return text;
  const record::DictionaryEntry* entry = mask ? record::dictionary().find(field.record, of->title) : nullptr;
  return entry != nullptr && entry->masked() ? record::masked(*title, entry->mask) : *title;
}

std::string plain_words(const FormField& field, const json::value& value) {
  if (field.kind == FieldKind::yes_no && value.is_bool()) return value.get_bool() ? "是" : "否";
  if (field.kind == FieldKind::money && value.is_int64()) {
    const auto fen = Fen::create(value.get_int64());
    return fen ? fen->yuan_text() + "元" : "";
  }
  const std::string text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  return field.kind == FieldKind::choice ? choice_words(field, text) : text + (field.unit.empty() ? "" : " " + field.unit);
}

}  // namespace

std::string value_words(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const FormField& field, bool mask) {
  const json::value* value = open.values.if_contains(field.key);
  if (value == nullptr || value->is_null()) return "";
  if (value->is_array()) return list_words(field, value->get_array());
  if (field.kind == FieldKind::reference && value->is_string()) return title_words(desk, snapshot, field, std::string(value->get_string()), mask);
  if (field.kind == FieldKind::region && value->is_string())
    if (const auto region = RegionCode::parse(value->get_string())) return desk.services.region_name(*region);
  const std::string words = plain_words(field, *value);
  return mask && is_personal(field) ? record::masked(words, mask_of(field.kind)) : words;
}

json::object masked_values(const OpenCase& open, const std::string& except) {
  json::object values = open.values;
  const procedures::Form& form = open.procedure->form;
  for (const FormField& field : form.fields) {
    json::value* value = is_personal(field) ? values.if_contains(field.key) : nullptr;
    if (value == nullptr || value->is_null() || form.groups[static_cast<std::size_t>(field.group)].key == except) continue;
    *value = json::string(record::masked(value->is_string() ? std::string(value->get_string()) : "*", mask_of(field.kind)));
  }
  return values;
}

}  // namespace laoyou::cases
