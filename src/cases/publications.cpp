#include "cases/publications.h"

#include "procedures/ledger.h"

namespace laoyou::cases {

namespace json = boost::json;

bool is_current(const CasePublication& publication, Instant now) { return publication.since <= now && (!publication.until || now < *publication.until); }

namespace {

json::object line(Desk& desk, const CasePublication& each) {
  json::object one{{"id", std::to_string(each.id.number)}, {"zh", each.name}, {"en", each.name_en.empty() ? each.name : each.name_en}, {"region_name", desk.services.region_name(each.region)},
                   {"procedure", each.procedure}, {"since", each.since.text()}, {"shown", json::parse(each.shown)}};
  if (each.until) one["last_day"] = procedures::last_day(*each.until).text();
  return one;
}

}  // namespace

json::object publications_json(Desk& desk, const store::Snapshot& snapshot, const PublicationQuestion& question, Instant now) {
  store::Filter filter = store::Filter().equals("kind", question.kind);
  if (question.kind == PublicationKind::notice) filter.greater("until", now);
  if (!question.name.empty()) filter.equals("name", question.name);
  filter.order_by("since", store::Order::falling).page(question.offset, question.rows + 1);
  json::array rows;
  bool more = false;
  for (const CasePublication& each : snapshot.select<CasePublication>(store::Scope::of_account(question.region), filter)) {
    more = static_cast<std::int64_t>(rows.size()) == question.rows;
    if (!more) rows.push_back(line(desk, each));
  }
  return {{"rows", std::move(rows)}, {"more", more}};
}

}  // namespace laoyou::cases
