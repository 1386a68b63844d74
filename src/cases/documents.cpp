#include <openssl/sha.h>

#include "cases/perform.h"
#include "papers/code.h"
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

std::string remedies_text(const procedures::Procedure& procedure) {
  std::string all;
  for (const procedures::Remedy& remedy : procedure.remedies)
    all += (all.empty() ? "" : "；") + remedy.name.zh + "：" + remedy.within.zh() + "内" + (remedy.to.zh.empty() ? "" : "向" + remedy.to.zh) + "提出（" + remedy.origin.source + "）";
  return all;
}

/// The office that acts, by its place: 鱼峰区卫生健康部门.
std::string issuer_text(Desk& desk, const OpenCase& open, const procedures::Step* step, const procedures::Event& event) {
  const procedures::Part* part = step == nullptr ? nullptr : step->find_part(event.part);
  const procedures::Office* office = part == nullptr ? nullptr : open.procedure->find_office(part->office);
  if (office == nullptr || office->key == procedures::k_applicant) return "";
  const RegionCode place = office->level ? procedures::place_of_office(open.file.region, *office->level) : open.file.region;
  return desk.services.region_name(place) + without_level(office->name.zh);
}

std::string decision_text(const OpenCase& open, const procedures::Step* step, const procedures::Event& event) {
  if (step != nullptr && step->find(event.decision) != nullptr) return step->find(event.decision)->name.zh;
  const procedures::Ending* ending = open.procedure->find_ending(open.state.ending);
  return ending == nullptr ? "" : ending->name.zh;
}

/// The last day of the nearest term that runs once the act is done.
std::string due_text(Desk& desk, const OpenCase& open) {
  std::optional<Instant> nearest;
  for (const procedures::Deadline& each : procedures::deadlines(*open.procedure, *desk.services.calendar(), open.state))
    if (each.act == procedures::Act::pass && (!nearest || each.at < *nearest)) nearest = each.at;
  return nearest ? procedures::last_day(*nearest).text() : "";
}

bool holds_personal(const procedures::Procedure& procedure, const procedures::Document& document) {
  for (const procedures::Placeholder& each : procedures::placeholders(document.text.text))
    if (const procedures::FormField* field = procedure.form.find(each.name); field != nullptr && field->privacy != procedures::FieldPrivacy::open) return true;
  return false;
}

}  // namespace

void issue_document(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& key, const std::string& of_step, const procedures::Event& event) {
  const procedures::Procedure& procedure = *open.procedure;
  const procedures::Document& document = *procedure.find_document(key);
  const procedures::Step* step = procedure.find_step(of_step);
  CaseDocument made;
  made.issuer = issuer_text(desk, open, step, event);
  const auto value = [&](std::string_view name) -> std::string {
    if (const procedures::FormField* field = procedure.form.find(name)) return value_words(desk, writing, open, *field, false);
    if (name == "case.number") return open.file.number;
    if (name == "case.submitted_on") return open.state.submitted ? open.state.submitted->beijing_day().text() : "";
    if (name == "case.decided_on") return writing.now().beijing_day().text();
    if (name == "case.due_on") return due_text(desk, open);
    if (name == "case.applicant") return desk.services.account_name(open.file.opened_by);
    if (name == "case.reason") return reason_text(procedure, of_step, event);
    if (name == "case.remedies") return remedies_text(procedure);
    if (name == "case.decision") return decision_text(open, step, event);
    return name == "case.office" ? made.issuer : "";
  };
  made.id = writing.new_id<CaseDocument>();
  made.region = open.file.region;
  made.of_case = open.file.id;
  made.key = key;
  made.name = document.name.zh;
  made.name_en = document.name.en;
  made.issued = writing.now();
  made.personal = holds_personal(procedure, document);
  made.text = procedures::filled(document.text.text, value);
  made.digest = hexadecimal_digest(made.text);
  made.code = papers::new_code(desk.services.random);
  writing.beyond_scope().insert(made);
}

}  // namespace laoyou::cases
