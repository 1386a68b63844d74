#include <algorithm>

#include "assessments/room.h"
#include "assessments/score_form.h"
#include "assessments/shown_form.h"
#include "collection/access_note.h"
#include "collection/room.h"
#include "http/declare_route.h"

namespace laoyou::assessments {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

std::optional<registry::Resident> person_seen(const Services& services, const Context& context, Id<registry::Resident> id) {
  return services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(collection::acting_of(context).scope, id); });
}

ShownForm with_sender(const Services& services, const AssessmentForm& form, bool whole) {
  ShownForm shown = shown_form(form, whole);
  shown.sent_by = services.account_name(form.sent_by);
  return shown;
}

/// Written first: nobody is shown what the journal does not know of.
Result<void> note_look(const Services& services, Context& context, const registry::Resident& person, const char* field) {
  const auto command = [&](store::Writing& writing) -> Result<void> {
    writing.insert(collection::AccessNote{writing.new_id<collection::AccessNote>(), person.region, "resident", person.id.number, field, "能力评估", context.caller().account, context.now()});
    return {};
  };
  return services.store.write(collection::acting_of(context).actor, command).result();
}

Result<AssessmentStart> start(const Services& services, Context& context, const StartRequest& request) {
  const auto person = person_seen(services, context, request.resident);
  if (!person) return refuse("records.not_found");
  if (const Result<void> noted = note_look(services, context, *person, "name"); !noted) return noted.error();
  context.show_unmasked();
  return AssessmentStart{{person->id, person->name, person->born, person->sex, person->region, services.region_name(person->region), person->care_grade}, services.instruments(person->region)};
}

/// "resident.care_grade": the only field that a grade can be written to so far.
std::optional<registry::Assessment> result_of(const AssessmentForm& form, const plan::Instrument& instrument, const registry::Resident& person) {
  if (instrument.sets != "resident.care_grade") return std::nullopt;
  constexpr int k_last = static_cast<int>(registry::CareGrade::complete);
  return registry::Assessment{{}, 0, person.region, person.id, form.day, form.total, static_cast<registry::CareGrade>(std::clamp(form.grade, 0, k_last)), person.synthetic};
}

Result<AssessmentForm> keep(store::Writing& writing, AssessmentForm form, const plan::Instrument& instrument) {
  if (const auto there = writing.first<AssessmentForm>(store::Scope::country(), Filter().equals("once", form.once))) {
    if (same_answers(*there, form)) return *there;
    return at("/once", refuse("assessments.once_used"));
  }
  const auto person = writing.find(writing.scope(), form.resident);
  if (!person) return at("/resident", refuse("records.not_found"));
  if (auto result = result_of(form, instrument, *person)) {
    result->id = writing.new_id<registry::Assessment>();
    writing.insert(*result);
    form.assessment = result->id;
  }
  form.id = writing.new_id<AssessmentForm>();
  writing.insert(form);
  return form;
}

CheckedResult<ShownForm> send(const Services& services, Context& context, const SendRequest& request) {
  const auto person = person_seen(services, context, request.resident);
  if (!person) return Refusals{refuse("records.not_found")};
  const std::vector<plan::Instrument> instruments = services.instruments(person->region);
  const auto instrument = std::find_if(instruments.begin(), instruments.end(), [&](const plan::Instrument& each) { return each.instrument == request.instrument; });
  if (instrument == instruments.end()) return Refusals{at("/instrument", refuse("assessment.no_instrument", {request.instrument}))};
  CheckedResult<AssessmentForm> form = score_form(request, *instrument, *person, context.now().beijing_day());
  if (!form) return form.error();
  form->sent_by = context.caller().account;
  form->sent_at = context.now();
  Result<AssessmentForm> kept = *form;
  const auto command = [&](store::Writing& writing) -> Result<void> {
    kept = keep(writing, *form, *instrument);
    return kept ? Result<void>() : Result<void>(kept.error());
  };
  if (const Result<void> done = services.store.write(collection::acting_of(context), command).result(); !done) return Refusals{done.error()};
  return with_sender(services, *kept, true);
}

Result<ShownForms> list(const Services& services, Context& context, const FormsRequest& request) {
  if (!person_seen(services, context, request.resident)) return refuse("records.not_found");
  const auto forms = services.store.read([&](store::Snapshot& snapshot) {
    return snapshot.select<AssessmentForm>(collection::acting_of(context).scope, Filter().equals("resident", request.resident).order_by("day", store::Order::falling));
  });
  ShownForms answer;
  for (const AssessmentForm& form : forms) answer.rows.push_back(with_sender(services, form, false));
  return answer;
}

Result<ShownForm> one(const Services& services, Context& context, const FormRequest& request) {
  const auto form = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(collection::acting_of(context).scope, request.id); });
  const auto person = form ? person_seen(services, context, form->resident) : std::nullopt;
  if (!person) return refuse("records.not_found");
  if (const Result<void> noted = note_look(services, context, *person, "answers"); !noted) return noted.error();
  return with_sender(services, *form, true);
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  return {store::table<AssessmentForm>({store::unique({"once"}), store::indexed({"resident", "day"})}).owned({{powers::OwnerKind::household, "resident"}})};
}

http::RouteTable routes(Services services) {
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  // What is masked in the register is not told in full here to whoever may not see it there.
  const auto reads = http::needs({Power::people_read}).also(Power::people_unmask), writes = http::needs({Power::people_write}).also(Power::people_unmask);
  add(http::get("/api/assessment-forms/start", writes, {"评估所需：人和量表", "What an assessment needs: the person and the scales that hold there"},
                [services](Context& context, const StartRequest& request) { return start(services, context, request); })
          .never_stored());
  add(http::post("/api/assessment-forms", writes, {"提交评估", "Send an assessment; the same again changes nothing"},
                 [services](Context& context, const SendRequest& request) { return send(services, context, request); })
          .creates()
          .refuses(409, "assessments.once_used"));
  add(http::get("/api/assessment-forms", reads, {"一个人的评估记录", "A person's assessments, the latest first"},
                [services](Context& context, const FormsRequest& request) { return list(services, context, request); })
          .never_stored());
  add(http::get("/api/assessment-forms/{id}", reads, {"一次评估的全部答案", "One assessment with every answer"},
                [services](Context& context, const FormRequest& request) { return one(services, context, request); })
          .never_stored());
  return table;
}

}  // namespace laoyou::assessments
