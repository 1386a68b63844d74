#include "cases/publications.h"

#include "procedures/ledger.h"

namespace laoyou::cases {

namespace json = boost::json;

bool is_current(const CasePublication& publication, Instant now) { return publication.since <= now && (!publication.until || now < *publication.until); }

namespace {

std::string text_of(const json::value& line, std::string_view name) { return std::string(line.at(name).as_string()); }

Publication shown(Desk& desk, const CasePublication& each) {
  Publication one{each.id, each.name, each.name_en.empty() ? each.name : each.name_en, desk.services.region_name(each.region), each.procedure, each.since, {}, {}};
  if (each.until) one.last_day = procedures::last_day(*each.until);
  const json::value lines = json::parse(each.shown);
  for (const json::value& line : lines.as_array()) one.shown.push_back({text_of(line, "zh"), text_of(line, "en"), text_of(line, "text")});
  return one;
}

}  // namespace

Publications publications(Desk& desk, const store::Snapshot& snapshot, const PublicationQuestion& question, Instant now) {
  store::Filter filter = store::Filter().equals("kind", question.kind);
  if (question.kind == PublicationKind::notice) filter.greater("until", now);
  if (!question.name.empty()) filter.equals("name", question.name);
  filter.order_by("since", store::Order::falling).page(question.offset, question.rows + 1);
  Publications page;
  for (const CasePublication& each : snapshot.select<CasePublication>(store::Scope::of_account(question.region), filter)) {
    page.more = static_cast<std::int64_t>(page.rows.size()) == question.rows;
    if (!page.more) page.rows.push_back(shown(desk, each));
  }
  return page;
}

}  // namespace laoyou::cases
