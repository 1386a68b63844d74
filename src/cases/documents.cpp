#include <openssl/sha.h>

#include "cases/perform.h"
#include "procedures/document_text.h"

namespace laoyou::cases {
namespace {

/// "县级卫生健康部门" behind the county's own name: 某区卫生健康部门.
std::string without_level(const std::string& office) {
  for (const std::string_view level : {"省级", "市级", "县级"})
    if (office.starts_with(level)) return office.substr(level.size());
  return office;
}


std::string hexadecimal_digest(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string all;
  for (const unsigned char byte : digest) {
    all += k_digits[byte >> 4];
    all += k_digits[byte & 15];
  }
  return all;
}

std::string reason_text(const procedures::Procedure& procedure, const std::string& step, const procedures::Event& event) {
  std::string all;
  const procedures::Step* of = procedure.find_step(step);
  const auto say = [&](const std::vector<procedures::Reason>& reasons) {
    for (const std::string& key : event.reasons)
      for (const procedures::Reason& each : reasons)
        if (each.key == key) all += (all.empty() ? "" : "；") + each.name.zh + (each.source.empty() ? "" : "（" + each.source + "）");
  };
  if (of != nullptr && of->asking && event.act == procedures::Act::ask) say(of->asking->reasons);
  if (of != nullptr && of->find(event.decision) != nullptr) say(of->find(event.decision)->reasons);
  if (!event.text.empty()) all += (all.empty() ? "" : "；") + event.text;
  return all;
}

/// How a value of the form reads on paper.
std::string value_text(const procedures::FormField& field, const boost::json::value& value) {
  using procedures::FieldKind;
  const auto named = [&](std::string_view code) {
    for (const procedures::Choice& choice : field.choices)
      if (choice.code == code) return choice.name.zh;
    return std::string(code);
  };
  if (value.is_null()) return "";
  if (field.kind == FieldKind::yes_no && value.is_bool()) return value.get_bool() ? "是" : "否";
  if (field.kind == FieldKind::money && value.is_int64()) {
    const auto fen = Fen::create(value.get_int64());
    return fen ? fen->yuan_text() + "元" : "";
  }
  if (value.is_array()) {
    std::string all;
    for (const auto& each : value.get_array())
      if (each.is_string()) all += (all.empty() ? "" : "、") + named(each.get_string());
    return all;
  }
  const std::string text = value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
  return field.kind == FieldKind::choice ? named(text) : text + (field.unit.empty() ? "" : " " + field.unit);
}

std::string remedies_text(const procedures::Procedure& procedure) {
  std::string all;
  for (const procedures::Remedy& remedy : procedure.remedies)
    all += (all.empty() ? "" : "；") + remedy.name.zh + "：" + remedy.within.zh() + "内" + (remedy.to.zh.empty() ? "" : "向" + remedy.to.zh) + "提出（" + remedy.origin.source + "）";
  return all;
}

}  // namespace

void issue_document(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& key, const std::string& of_step, const procedures::Event& event) {
  const procedures::Procedure& procedure = *open.procedure;
  const procedures::Document& document = *procedure.find_document(key);
  const procedures::Step* step = procedure.find_step(of_step);
  const auto known = [&](std::string_view name) -> std::string {
    if (name == "case.number") return open.file.number;
    if (name == "case.submitted_on") return open.state.submitted ? open.state.submitted->beijing_day().text() : "";
    if (name == "case.decided_on") return writing.now().beijing_day().text();
    if (name == "case.applicant") return desk.services.account_name(open.file.opened_by);
    if (name == "case.reason") return reason_text(procedure, of_step, event);
    if (name == "case.remedies") return remedies_text(procedure);
    if (name == "case.decision") {
      if (step != nullptr && step->find(event.decision) != nullptr) return step->find(event.decision)->name.zh;
      const procedures::Ending* ending = procedure.find_ending(open.state.ending);
      return ending == nullptr ? "" : ending->name.zh;
    }
    if (name == "case.office") {
      const procedures::Part* part = step == nullptr ? nullptr : step->find_part(event.part);
      const procedures::Office* office = part == nullptr ? nullptr : procedure.find_office(part->office);
      if (office == nullptr) return "";
      const RegionCode place = office->level ? procedures::place_of_office(open.file.region, *office->level) : open.file.region;
      return desk.services.region_name(place) + without_level(office->name.zh);
    }
    return "";
  };
  const auto value = [&](std::string_view name) -> std::string {
    const procedures::FormField* field = procedure.form.find(name);
    if (field == nullptr) return known(name);
    const boost::json::value* given = open.values.if_contains(field->key);
    if (given == nullptr) return "";
    if (field->kind != procedures::FieldKind::reference || !given->is_string()) return value_text(*field, *given);
    const collection::Collection* of = find_register(desk.services, field->record);
    const auto id = record::read_integer(std::string(given->get_string()));
    const auto cells = of != nullptr && id ? writing.find_row(writing.catalog().table(field->record), store::Scope::country(), *id) : std::nullopt;
    const auto* title = cells && !of->title.empty() ? std::get_if<std::string>(&(*cells)[of->position(of->title)]) : nullptr;
    return title == nullptr ? std::string(given->get_string()) : *title;
  };
  CaseDocument made{writing.new_id<CaseDocument>(), open.file.region, open.file.id, key, document.name.zh, document.name.en, "", writing.now(), "", procedures::filled(document.text.text, value)};
  made.digest = hexadecimal_digest(made.text);
  made.code = hexadecimal_digest(std::to_string(made.id.number) + open.file.code + made.digest).substr(0, 16);
  writing.beyond_scope().insert(made);
}

}  // namespace laoyou::cases
