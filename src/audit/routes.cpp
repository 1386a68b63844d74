#include "audit/journal_answer.h"
#include "audit/journal_export.h"
#include "audit/journal_query.h"
#include "audit/journal_state.h"
#include "audit/room.h"
#include "base/messages.h"
#include "http/asked_number.h"
#include "http/declare_route.h"

namespace laoyou::audit {
namespace {

using http::Context;
using powers::Power;

CheckedResult<JournalPage> journal_page(const Services& services, Context& context, const JournalRequest& request) {
  constexpr std::int32_t k_rows_default = 50, k_rows_max = 500;
  CheckedResult<store::JournalQuery> asked = journal_query(services.names, request);
  if (!asked) return asked.error();
  store::JournalQuery& query = *asked;
  if (request.before_sequence && *request.before_sequence < 1) return Refusals{at("/before_sequence", refuse("records.page_unknown"))};
  query.before_sequence = request.before_sequence.value_or(0);
  const Result<std::int32_t> rows = http::asked_number("limit", request.limit, k_rows_default, 1, k_rows_max);
  if (!rows) return Refusals{rows.error()};
  query.rows = *rows;
  const store::Scope scope = journal_scope(context.caller(), request.region, query);
  std::vector<std::pair<store::JournalEntry, store::ShownEntry>> entries;
  JournalPage page;
  services.store.read([&](store::Snapshot& snapshot) {
    for (store::JournalEntry& entry : snapshot.journal(scope, query)) {
      store::ShownEntry shown = snapshot.shown_entry(entry);
      entries.emplace_back(std::move(entry), std::move(shown));
    }
    page.total = snapshot.journal_count(scope, query);
    return 0;
  });
  // Outside of the snapshot above, since a name is a reading of its own.
  Names names = services.names;
  remember_accounts(names);
  for (const auto& [entry, shown] : entries) page.rows.push_back(journal_row(names, entry, shown));
  return page;
}

}  // namespace

http::RouteTable routes(Services services) {
  http::RouteTable table;
  table.push_back(http::get("/api/journal", http::needs({Power::journal_read}), {"留痕记录", "The journal, newest first"},
                            [services](Context& context, const JournalRequest& request) { return journal_page(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/journal/export", http::needs({Power::journal_read}).also(Power::sheets_export), {"导出留痕记录", "The journal as a sheet"},
                            [services](Context& context, const JournalExportRequest& request) { return export_journal(services, context, request); })
                      .heavy()
                      .never_stored());
  table.push_back(http::post("/api/journal/verify", http::needs({Power::journal_verify}), {"核验留痕和各表", "Verify the whole journal, and every record against it"},
                             [services](Context&) -> Result<JournalState> { return state_of(services.store.verify()); })
                      .heavy());
  for (http::Route& route : verify_routes(services.jobs)) table.push_back(std::move(route));
  return table;
}

}  // namespace laoyou::audit
