#include "cases/answers.h"

#include "cases/paper_files.h"
#include "cases/perform.h"
#include "procedures/show_procedure.h"
#include "record/dictionary.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using procedures::Act;

Name name_of(const procedures::Words& words) { return {words.zh, english(words)}; }

/// Two members of an answer.
template <class Answer>
void put_words(Answer& into, const procedures::Words& words) {
  into.zh = words.zh;
  into.en = english(words);
}

procedures::Words words_of(Act act) {
  const record::DictionaryEntry& entry = record::dictionary().entry("case_act", record::Leaf<Act>::to_json_text(act));
  return {entry.zh, entry.en};
}

procedures::Words act_words(const procedures::Procedure& procedure, const procedures::State& state, const procedures::Allowed& what) {
  const procedures::Step* step = procedure.find_step(state.step);
  if (what.act == Act::decide) return step->find(what.decision)->name;
  if (what.act == Act::ask) return step->asking->name;
  for (const procedures::Remedy& remedy : procedure.remedies)
    if (what.act == Act::appeal && remedy.key == what.decision) return remedy.name;
  return words_of(what.act);
}

KeyedName office_shown(const procedures::Procedure& procedure, const std::string& key) {
  const procedures::Office* office = procedure.find_office(key);
  return office == nullptr ? KeyedName{key, key, key} : KeyedName{key, office->name.zh, english(office->name)};
}

std::optional<ShownTerm> term_shown(Desk& desk, const OpenCase& open, const procedures::Part& part, const procedures::PartState& now, Instant at) {
  if (!part.term) return std::nullopt;
  procedures::Length within = part.term->within;
  if (part.term->extension) within.count += part.term->extension->by.count * now.extensions;
  const Instant started = part.term->from_submission ? *open.state.submitted : now.started;
  const std::int64_t used = procedures::used_by(*desk.services.calendar(), within.unit, started, open.state.stops, at);
  return ShownTerm{within.count, within.unit, within.zh(), within.en(), used, within.count - used};
}

/// Of one open part: its term as a budget.
ShownPart part_shown(Desk& desk, const OpenCase& open, const procedures::PartState& now, Instant at) {
  const procedures::Step& step = *open.procedure->find_step(open.state.step);
  const procedures::Part* part = step.find_part(now.part);
  ShownPart one;
  one.part = now.part;
  one.decision = now.decision;
  one.by_silence = now.by_silence;
  one.passed = now.passed;
  one.unit = std::to_string(now.unit);
  put_words(one, part != nullptr ? part->name : step.name);
  const auto calendar = desk.services.calendar();
  for (const procedures::Deadline& each : procedures::deadlines(*open.procedure, *calendar, open.state))
    if (each.part == now.part && each.act == Act::pass) {
      one.due = each.at;
      one.last_day = procedures::last_day(each.at);
      one.without_notice = !calendar->has_notice(one.last_day->year());
      one.late = each.at <= at;
    }
  if (part == nullptr) return one;
  one.office = office_shown(*open.procedure, part->office);
  one.term = term_shown(desk, open, *part, now, at);
  return one;
}

std::vector<ShownEvent> events_shown(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, bool applicant) {
  std::vector<ShownEvent> all;
  for (const CaseEvent& each : snapshot.select<CaseEvent>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).order_by("serial"))) {
    ShownEvent& one = all.emplace_back();
    one.serial = each.serial;
    one.at = each.at;
    one.act = each.act;
    one.step = each.step;
    one.part = each.part;
    one.decision = each.decision;
    put_words(one, words_of(each.act));
    if (const procedures::Step* step = open.procedure->find_step(each.step)) {
      one.step_name = name_of(step->name);
      if (const procedures::Decision* decision = step->find(each.decision)) put_words(one, decision->name);
    }
    const json::object whole = json::parse(each.event).as_object();
    for (const json::value& reason : whole.at("reasons").as_array()) one.reasons.emplace_back(reason.as_string());
    // Who objects is not told to whom he objects against.
    if (each.act == Act::object && applicant) continue;
    if (each.account != 0) one.who = desk.services.account_name(each.account);
    if (const auto* absent = whole.if_contains("in_place_of"); absent != nullptr && absent->to_number<std::int64_t>() != 0)
      one.in_place_of = desk.services.account_name(absent->to_number<std::int64_t>());
    one.text = whole.at("text").as_string();
  }
  return all;
}

/// Documents with personal values in them are read by the applicant, and by others only as printed papers, for a purpose.
std::vector<ShownDocument> documents_shown(store::Snapshot& snapshot, const OpenCase& open, bool applicant) {
  std::vector<ShownDocument> all;
  for (const CaseDocument& each : snapshot.select<CaseDocument>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).order_by("issued"))) {
    ShownDocument& one = all.emplace_back(ShownDocument{each.id, each.key, "", "", each.code, each.issued, each.personal && !applicant, {}});
    put_words(one, {each.name, each.name_en});
    if (!one.personal) one.text = each.text;
  }
  return all;
}

/// A case that this one came out of, or that came out of it.
LinkedCase linked_case(Desk& desk, store::Snapshot& snapshot, const CaseFile& file) {
  LinkedCase one{file.id, file.number, {}, {}};
  if (const auto procedure = desk.versions.of(snapshot, file)) put_words(one, (*procedure)->name);
  return one;
}

void put_links(CasePageBody& page, Desk& desk, store::Snapshot& snapshot, const OpenCase& open) {
  const auto find = [&](Id<CaseFile> id) -> std::optional<LinkedCase> {
    const auto file = snapshot.find(store::Scope::country(), id);
    return file ? std::optional(linked_case(desk, snapshot, *file)) : std::nullopt;
  };
  if (open.file.follows) page.follows = find(*open.file.follows);
  if (open.state.merged_into != 0) page.merged_into = find(Id<CaseFile>{open.state.merged_into});
  for (const CaseFile& file : snapshot.select<CaseFile>(store::Scope::country(), store::Filter().equals("follows", open.file.id))) page.followed_by.push_back(linked_case(desk, snapshot, file));
}

/// The places for files, one for each paper; what files fit is the same for all.
PaperPlace paper_place() {
  const collection::FileField place = collection::papers();
  return {place.kinds, place.bytes_max, place.count_max};
}

/// The form as the caller may read it: what is personal is masked for everybody but the applicant and who fills it in.
void put_values(CasePageBody& page, const OpenCase& open, const procedures::Actor& actor) {
  const procedures::Step* step = open.procedure->find_step(open.state.step);
  page.values.values = actor.applicant ? open.values : masked_values(open, step == nullptr ? "" : step->records);
  page.masked = !actor.applicant && page.values.values != open.values;
  page.may_unmask = actor.powers.has(powers::Power::people_unmask);
}

}  // namespace

std::string english(const procedures::Words& words) { return words.en.empty() ? words.zh : words.en; }

std::optional<Instant> next_passing(Desk& desk, const procedures::Procedure& procedure, const procedures::State& state) {
  std::optional<Instant> nearest;
  for (const procedures::Deadline& each : procedures::deadlines(procedure, *desk.services.calendar(), state))
    if (each.act == Act::pass && (!nearest || each.at < *nearest)) nearest = each.at;
  return nearest;
}

CaseHead case_head(Desk& desk, const OpenCase& open, Instant now) {
  const CaseFile& file = open.file;
  CaseHead one;
  one.number = file.number;
  one.region = file.region;
  one.region_name = desk.services.region_name(file.region);
  one.procedure = file.procedure;
  put_words(one, open.procedure->name);
  one.phase = file.phase;
  one.step = file.step;
  one.ending = file.ending;
  one.opened = file.opened;
  one.submitted = file.submitted;
  one.ended = file.ended;
  one.due = next_passing(desk, *open.procedure, open.state);
  if (one.due) {
    one.last_day = procedures::last_day(*one.due);
    one.late = *one.due <= now;
  }
  if (const procedures::Step* step = open.procedure->find_step(file.step)) one.step_name = name_of(step->name);
  if (const procedures::Ending* ending = open.procedure->find_ending(file.ending)) {
    one.ending_name = name_of(ending->name);
    one.good = ending->good;
  }
  return one;
}

CaseLine case_line(Desk& desk, const OpenCase& open, Instant now) { return {case_head(desk, open, now), open.file.id, open.file.version, open.file.rating, {}, {}, {}, {}}; }

std::vector<ShownAct> acts_shown(const OpenCase& open, const procedures::Actor* actor) {
  std::vector<ShownAct> all;
  for (const procedures::Allowed& each : procedures::allowed(*open.procedure, open.state)) {
    if (each.office == procedures::k_clock) continue;
    const bool mine = actor != nullptr && procedures::may(*open.procedure, open.state, each, *actor);
    put_words(all.emplace_back(ShownAct{each.act, each.part, each.decision, "", "", office_shown(*open.procedure, each.office), mine}), act_words(*open.procedure, open.state, each));
  }
  return all;
}

std::string allowed_text(const OpenCase& open, Language language) {
  const bool zh = language == Language::zh;
  std::string all;
  for (const ShownAct& act : acts_shown(open, nullptr))
    all += (all.empty() ? "" : zh ? "；" : "; ") + (zh ? act.zh + "（" + act.office.zh + "）" : act.en + " (" + act.office.en + ")");
  return all;
}

CasePage case_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, const http::Caller& caller, Instant now) {
  const procedures::Actor actor = actor_of(caller, open);
  CasePage page{case_line(desk, open, now), {}};
  if (actor.applicant) page.head.code = open.file.code;
  CasePageBody& body = page.body;
  for (const procedures::PartState& each : open.state.parts) body.parts.push_back(part_shown(desk, open, each, now));
  body.stops = open.state.stops;
  body.objections = open.state.objections;
  body.applicant = {actor.applicant, desk.services.account_name(open.file.opened_by)};
  body.acts = acts_shown(open, &actor);
  put_values(body, open, actor);
  body.papers.papers = open.papers;
  body.paper_place = paper_place();
  body.may_add_papers = may_add_papers(open, actor);
  body.holds = evaluate(desk, snapshot, open, now.beijing_day()).holds;
  body.documents = documents_shown(snapshot, open, actor.applicant);
  body.events = events_shown(desk, snapshot, open, actor.applicant);
  put_links(body, desk, snapshot, open);
  body.procedure.whole = procedures::procedure_json(*open.procedure);
  return page;
}

PublicCase public_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Instant now) {
  PublicCase page{case_head(desk, open, now), {}, {}, {}};
  for (const procedures::Step& step : open.procedure->steps) page.steps.push_back({step.key, step.name.zh, english(step.name)});
  if (open.file.opened_by != 0) return page;
  procedures::Actor applicant;
  applicant.applicant = true;
  page.acts = acts_shown(open, &applicant);
  page.documents = documents_shown(snapshot, open, true);
  return page;
}

}  // namespace laoyou::cases
