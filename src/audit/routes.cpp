#include <algorithm>

#include "audit/records.h"
#include "audit/room.h"
#include "http/declare_route.h"

namespace laoyou::audit {
namespace {

using http::Context;
using http::Role;

JournalRow row_of(const Services& services, const store::JournalEntry& entry) {
  return {entry.sequence,
          entry.at,
          services.account_name(entry.actor.account),
          entry.actor.door,
          std::string(store::action_name(entry.action)),
          entry.record,
          std::to_string(entry.record_id),
          entry.region,
          entry.before,
          entry.after};
}

Result<JournalPage> journal_page(const Services& services, Context& context, const JournalRequest& request) {
  constexpr std::int32_t k_rows_default = 50, k_rows_max = 500;
  store::JournalQuery query;
  query.record = request.record.value_or("");
  query.record_id = request.record_id.value_or(0);
  query.before_sequence = request.before_sequence.value_or(0);
  query.newest_first = true;
  query.rows = std::clamp(request.limit.value_or(k_rows_default), 1, k_rows_max);
  const store::Scope scope = store::Scope::of_account(context.caller().scope);
  const auto entries = services.store.read([&](store::Reading& reading) {
    std::vector<store::JournalEntry> read = reading.journal(scope, query);
    for (store::JournalEntry& entry : read) {
      entry.before = reading.shown_row(entry.record, entry.before);
      entry.after = reading.shown_row(entry.record, entry.after);
    }
    return read;
  });
  JournalPage page{{}, services.store.journal_head()};
  for (const store::JournalEntry& entry : entries) page.rows.push_back(row_of(services, entry));
  return page;
}

}  // namespace

http::RouteTable routes(Services services) {
  const http::Access readers = http::roles({Role::administrator, Role::auditor});
  http::RouteTable table;
  table.push_back(http::get("/api/journal", readers, {"留痕记录", "The journal, newest first"},
                            [services](Context& context, const JournalRequest& request) { return journal_page(services, context, request); })
                      .never_stored());
  table.push_back(http::post("/api/journal/verify", readers, {"核验留痕", "Verify the whole journal"},
                             [services](Context&) -> Result<JournalState> {
                               const store::JournalCheck check = services.store.verify_journal();
                               return JournalState{check.entries, check.last_seal.batch, check.last_seal.hash, check.intact(),
                                                   check.intact() ? "" : store::fault_code(check.fault)};
                             })
                      .heavy());
  return table;
}

}  // namespace laoyou::audit
