// POST /api/cases/{id}/reveal: the personal values of a form in full, for a purpose that is noted before they are shown.
#include "cases/deputies.h"
#include "cases/route_kit.h"
#include "collection/access_note.h"

namespace laoyou::cases {
namespace {

CheckedResult<Revealed> reveal(Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const auto id = case_id(incoming);
  if (!id) return refused({id.error()});
  const std::string purpose = text(body_of(incoming), "purpose");
  if (purpose.empty()) return refused({at("/purpose", refuse("json.missing_field", {"purpose"}))});
  Revealed revealed;
  const auto outcome = desk.services.store.write(journal_actor(context), [&](store::Writing& writing) -> Result<void> {
    const auto open = open_case(desk, writing, *id);
    if (!open) return open.error();
    if (!as_whom(desk, writing, context.caller(), *open, context.now().beijing_day())) return refuse("cases.not_found");
    for (const procedures::FormField& each : open->procedure->form.fields)
      if (each.privacy != procedures::FieldPrivacy::open && open->values.contains(each.key)) revealed.values.values[each.key] = open->values.at(each.key);
    writing.beyond_scope().insert(collection::AccessNote{writing.new_id<collection::AccessNote>(), open->file.region, std::string(record::record_name<CaseFile>()), *id, "form", purpose, context.caller().account, writing.now()});
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return refused({done.error()});
  return revealed;
}

}  // namespace

void add_reveal_routes(const DeskPtr& desk, http::RouteTable& table) {
  table.push_back(route(desk, http::Verb::post, "/api/cases/{id}/reveal", http::needs({powers::Power::people_unmask}), {"查看办件中的完整个人信息", "Personal values of a case in full"},
                        {asked("id", "编号", "Id", true), asked("purpose", "用途", "Purpose", true)}, reveal));
}

}  // namespace laoyou::cases
