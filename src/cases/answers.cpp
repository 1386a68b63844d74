#include "cases/answers.h"

#include "cases/paper_files.h"
#include "cases/perform.h"
#include "procedures/show_procedure.h"
#include "record/dictionary.h"

namespace laoyou::cases {
namespace {

namespace json = boost::json;
using procedures::Act;

template <class E>
std::string name_of(E value) {
  return record::Leaf<E>::to_json_text(value);
}

void put(json::object& into, std::string_view name, const std::optional<Instant>& at) {
  if (at) into[name] = at->text();
}
void put_words(json::object& into, const procedures::Words& words) {
  into["zh"] = words.zh;
  into["en"] = words.en.empty() ? words.zh : words.en;
}

json::object act_words(const procedures::Procedure& procedure, const procedures::State& state, const procedures::Allowed& what) {
  json::object words;
  const record::DictionaryEntry& entry = record::dictionary().entry("case_act", name_of(what.act));
  put_words(words, {entry.zh, entry.en});
  const procedures::Step* step = procedure.find_step(state.step);
  if (what.act == Act::decide) put_words(words, step->find(what.decision)->name);
  if (what.act == Act::ask) put_words(words, step->asking->name);
  for (const procedures::Remedy& remedy : procedure.remedies)
    if (what.act == Act::appeal && remedy.key == what.decision) put_words(words, remedy.name);
  return words;
}

procedures::Words office_words(const procedures::Procedure& procedure, std::string_view key) {
  const procedures::Office* office = procedure.find_office(key);
  return office == nullptr ? procedures::Words{std::string(key), std::string(key)} : office->name;
}

/// Of one open part: its term as a budget.
json::object part_json(Desk& desk, const OpenCase& open, const procedures::PartState& now, Instant at) {
  const procedures::Step& step = *open.procedure->find_step(open.state.step);
  const procedures::Part* part = step.find_part(now.part);
  json::object one{{"part", now.part}, {"decision", now.decision}, {"by_silence", now.by_silence}, {"passed", now.passed}, {"unit", std::to_string(now.unit)}};
  put_words(one, part != nullptr ? part->name : step.name);
  if (part != nullptr) one["office"] = json::object{{"key", part->office}, {"zh", office_words(*open.procedure, part->office).zh}, {"en", office_words(*open.procedure, part->office).en}};
  const auto calendar = desk.services.calendar();
  for (const procedures::Deadline& each : procedures::deadlines(*open.procedure, *calendar, open.state))
    if (each.part == now.part && each.act == Act::pass) {
      one["due"] = each.at.text();
      one["last_day"] = procedures::last_day(each.at).text();
      one["without_notice"] = !calendar->has_notice(procedures::last_day(each.at).year());
      one["late"] = each.at <= at;
    }
  if (part == nullptr || !part->term) return one;
  procedures::Length within = part->term->within;
  if (part->term->extension) within.count += part->term->extension->by.count * now.extensions;
  const Instant started = part->term->from_submission ? *open.state.submitted : now.started;
  const std::int64_t used = procedures::used_by(*calendar, within.unit, started, open.state.stops, at);
  one["term"] = json::object{{"count", within.count}, {"unit", name_of(within.unit)}, {"zh", within.zh()}, {"en", within.en()}, {"used", used}, {"left", within.count - used}};
  return one;
}

json::object head(Desk& desk, const OpenCase& open, Instant now) {
  const CaseFile& file = open.file;
  json::object one{{"id", std::to_string(file.id.number)}, {"version", file.version}, {"number", file.number}, {"region", file.region.text()},
                   {"region_name", desk.services.region_name(file.region)}, {"procedure", file.procedure}, {"phase", name_of(file.phase)}, {"step", file.step},
                   {"ending", file.ending}, {"opened", file.opened.text()}, {"rating", file.rating}};
  put_words(one, open.procedure->name);
  put(one, "submitted", file.submitted);
  put(one, "ended", file.ended);
  // A reminder is no term: what is said is the day on which the nearest term passes.
  std::optional<Instant> passes;
  for (const procedures::Deadline& each : procedures::deadlines(*open.procedure, *desk.services.calendar(), open.state))
    if (each.act == Act::pass && (!passes || each.at < *passes)) passes = each.at;
  put(one, "due", passes);
  if (passes) {
    one["last_day"] = procedures::last_day(*passes).text();
    one["late"] = *passes <= now;
  }
  if (const procedures::Step* step = open.procedure->find_step(file.step)) one["step_name"] = json::object{{"zh", step->name.zh}, {"en", step->name.en}};
  if (const procedures::Ending* ending = open.procedure->find_ending(file.ending)) {
    one["ending_name"] = json::object{{"zh", ending->name.zh}, {"en", ending->name.en}};
    one["good"] = ending->good;
  }
  return one;
}

json::array events_json(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, bool applicant) {
  json::array all;
  for (const CaseEvent& each : snapshot.select<CaseEvent>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).order_by("serial"))) {
    json::object one{{"serial", each.serial}, {"at", each.at.text()}, {"act", name_of(each.act)}, {"step", each.step}, {"part", each.part}, {"decision", each.decision}};
    const record::DictionaryEntry& entry = record::dictionary().entry("case_act", name_of(each.act));
    put_words(one, {entry.zh, entry.en});
    if (const procedures::Step* step = open.procedure->find_step(each.step)) {
      one["step_name"] = json::object{{"zh", step->name.zh}, {"en", step->name.en}};
      if (const procedures::Decision* decision = step->find(each.decision)) put_words(one, decision->name);
    }
    const json::object whole = json::parse(each.event).as_object();
    // Who objects is not told to whom he objects against.
    const bool kept_back = each.act == Act::object && applicant;
    one["who"] = each.account == 0 || kept_back ? "" : desk.services.account_name(each.account);
    if (const auto* absent = whole.if_contains("in_place_of"); absent != nullptr && absent->to_number<std::int64_t>() != 0 && !kept_back)
      one["in_place_of"] = desk.services.account_name(absent->to_number<std::int64_t>());
    one["text"] = kept_back ? json::value("") : whole.at("text");
    one["reasons"] = whole.at("reasons");
    all.push_back(std::move(one));
  }
  return all;
}

/// Documents with personal values in them are read by the applicant, and by others only as printed papers, for a purpose.
json::array documents_json(store::Snapshot& snapshot, const OpenCase& open, bool applicant) {
  json::array all;
  for (const CaseDocument& each : snapshot.select<CaseDocument>(store::Scope::country(), store::Filter().equals("of_case", open.file.id).order_by("issued"))) {
    json::object one{{"id", std::to_string(each.id.number)}, {"key", each.key}, {"zh", each.name}, {"en", each.name_en.empty() ? each.name : each.name_en}, {"code", each.code},
                     {"issued", each.issued.text()}, {"personal", each.personal && !applicant}};
    if (!each.personal || applicant) one["text"] = each.text;
    all.push_back(std::move(one));
  }
  return all;
}

/// A case that this one came out of, or that came out of it.
json::object linked_json(Desk& desk, store::Snapshot& snapshot, const CaseFile& file) {
  json::object one{{"id", std::to_string(file.id.number)}, {"number", file.number}};
  if (const auto procedure = desk.versions.of(snapshot, file)) put_words(one, (*procedure)->name);
  return one;
}

void put_links(json::object& page, Desk& desk, store::Snapshot& snapshot, const OpenCase& open) {
  const auto put_one = [&](std::string_view name, Id<CaseFile> id) {
    if (const auto file = snapshot.find(store::Scope::country(), id)) page[name] = linked_json(desk, snapshot, *file);
  };
  if (open.file.follows) put_one("follows", *open.file.follows);
  if (open.state.merged_into != 0) put_one("merged_into", Id<CaseFile>{open.state.merged_into});
  json::array followed;
  for (const CaseFile& file : snapshot.select<CaseFile>(store::Scope::country(), store::Filter().equals("follows", open.file.id))) followed.push_back(linked_json(desk, snapshot, file));
  page["followed_by"] = std::move(followed);
}

/// The places for files, one for each paper; what files fit is the same for all.
json::object paper_place_json() {
  const collection::FileField place = collection::papers();
  json::array kinds;
  for (const collection::FileKind kind : place.kinds) kinds.emplace_back(name_of(kind));
  return {{"kinds", std::move(kinds)}, {"bytes_max", place.bytes_max}, {"count_max", place.count_max}};
}

/// The form as the caller may read it: what is personal is masked for everybody but the applicant and who fills it in.
void put_values(json::object& page, const OpenCase& open, const procedures::Actor& actor) {
  const procedures::Step* step = open.procedure->find_step(open.state.step);
  page["values"] = actor.applicant ? open.values : masked_values(open, step == nullptr ? "" : step->records);
  page["masked"] = !actor.applicant && page["values"].as_object() != open.values;
  page["may_unmask"] = actor.powers.has(powers::Power::people_unmask);
}

}  // namespace

json::array acts_json(const OpenCase& open, const procedures::Actor* actor) {
  json::array all;
  for (const procedures::Allowed& each : procedures::allowed(*open.procedure, open.state)) {
    if (each.office == procedures::k_clock) continue;
    json::object one = act_words(*open.procedure, open.state, each);
    one["act"] = name_of(each.act);
    one["part"] = each.part;
    one["decision"] = each.decision;
    const procedures::Words office = office_words(*open.procedure, each.office);
    one["office"] = json::object{{"key", each.office}, {"zh", office.zh}, {"en", office.en.empty() ? office.zh : office.en}};
    one["mine"] = actor != nullptr && procedures::may(*open.procedure, open.state, each, *actor);
    all.push_back(std::move(one));
  }
  return all;
}

std::string allowed_text(const OpenCase& open, Language language) {
  const std::string_view name = language == Language::zh ? "zh" : "en";
  std::string all;
  for (const json::value& each : acts_json(open, nullptr)) {
    const json::object& act = each.as_object();
    all += (all.empty() ? "" : language == Language::zh ? "；" : "; ") + std::string(act.at(name).as_string()) + (language == Language::zh ? "（" : " (") +
           std::string(act.at("office").as_object().at(name).as_string()) + (language == Language::zh ? "）" : ")");
  }
  return all;
}

json::object case_line(Desk& desk, const OpenCase& open, Instant now) { return head(desk, open, now); }

json::object case_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, const http::Caller& caller, Instant now) {
  const procedures::Actor actor = actor_of(caller, open);
  json::object page{{"case", head(desk, open, now)}};
  if (actor.applicant) page["case"].as_object()["code"] = open.file.code;
  json::array parts;
  for (const procedures::PartState& each : open.state.parts) parts.push_back(part_json(desk, open, each, now));
  page["parts"] = std::move(parts);
  json::array stops;
  for (const procedures::Stop& each : open.state.stops) {
    json::object stop{{"from", each.from.text()}};
    put(stop, "until", each.until);
    stops.push_back(std::move(stop));
  }
  page["stops"] = std::move(stops);
  page["objections"] = open.state.objections;
  page["applicant"] = json::object{{"mine", actor.applicant}, {"name", desk.services.account_name(open.file.opened_by)}};
  page["acts"] = acts_json(open, &actor);
  put_values(page, open, actor);
  page["papers"] = open.papers;
  page["paper_place"] = paper_place_json();
  page["may_add_papers"] = may_add_papers(open, actor);
  page["holds"] = evaluate(desk, snapshot, open, now.beijing_day()).holds;
  page["documents"] = documents_json(snapshot, open, actor.applicant);
  page["events"] = events_json(desk, snapshot, open, actor.applicant);
  put_links(page, desk, snapshot, open);
  page["procedure"] = procedures::procedure_json(*open.procedure);
  return page;
}

json::object public_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Instant now) {
  json::object page = head(desk, open, now);
  for (const char* name : {"id", "version", "rating"}) page.erase(name);
  json::array steps;
  for (const procedures::Step& step : open.procedure->steps) {
    json::object one{{"key", step.key}};
    put_words(one, step.name);
    steps.push_back(std::move(one));
  }
  page["steps"] = std::move(steps);
  if (open.file.opened_by != 0) return page;
  procedures::Actor applicant;
  applicant.applicant = true;
  page["acts"] = acts_json(open, &applicant);
  page["documents"] = documents_json(snapshot, open, true);
  return page;
}

}  // namespace laoyou::cases
