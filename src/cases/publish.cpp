// What is made public of a case: notices that end by themselves, and the lists of decisions. Personal values are masked before they are kept.
#include "cases/perform.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;

std::string shown_text(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const std::vector<std::string>& keys) {
  json::array lines;
  for (const std::string& key : keys) {
    const procedures::FormField* field = open.procedure->form.find(key);
    if (field == nullptr) continue;
    const std::string text = value_words(desk, snapshot, open, *field, true);
    if (!text.empty()) lines.push_back(json::object{{"zh", field->name.zh}, {"en", field->name.en.empty() ? field->name.zh : field->name.en}, {"text", text}});
  }
  return json::serialize(lines);
}

CasePublication publication(store::Writing& writing, const OpenCase& open, PublicationKind kind, const std::string& of_step) {
  CasePublication made;
  made.id = writing.new_id<CasePublication>();
  made.region = open.file.region;
  made.of_case = open.file.id;
  made.kind = kind;
  made.procedure = open.file.procedure;
  made.step = of_step;
  made.since = writing.now();
  return made;
}

}  // namespace

void publish_list(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& of_step, const std::string& decision) {
  const procedures::PublicList& list = *open.procedure->find_step(of_step)->find(decision)->publishes;
  CasePublication made = publication(writing, open, PublicationKind::list, of_step);
  made.name = list.name.zh;
  made.name_en = list.name.en;
  made.shown = shown_text(desk, writing, open, list.shows);
  // A case stands in a list once, as it was decided last.
  for (const CasePublication& before : writing.select<CasePublication>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).equals("name", made.name)))
    writing.beyond_scope().remove(before.id);
  writing.beyond_scope().insert(made);
}

void begin_notice(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& of_step) {
  const procedures::Step& step = *open.procedure->find_step(of_step);
  CasePublication made = publication(writing, open, PublicationKind::notice, of_step);
  made.name = open.procedure->name.zh + "：" + step.name.zh;
  made.name_en = open.procedure->name.en.empty() ? "" : open.procedure->name.en + ": " + step.name.en;
  made.shown = shown_text(desk, writing, open, step.notice->shows);
  for (const procedures::Deadline& each : procedures::deadlines(*open.procedure, *desk.services.calendar(), open.state))
    if (each.part == of_step && each.act == procedures::Act::pass) made.until = each.at;
  writing.beyond_scope().insert(made);
}

void end_notice(store::Writing& writing, const OpenCase& open, const std::string& of_step) {
  const store::Filter filter = store::Filter().equals("of_case", open.file.id).equals("step", of_step).equals("kind", PublicationKind::notice);
  for (CasePublication each : writing.select<CasePublication>(store::Scope::country(), filter)) {
    if (each.until && *each.until <= writing.now()) continue;
    each.until = writing.now();
    writing.beyond_scope().update(each);
  }
}

}  // namespace laoyou::cases
