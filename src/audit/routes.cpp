#include <algorithm>

#include "audit/journal_answer.h"
#include "audit/room.h"
#include "base/messages.h"
#include "http/declare_route.h"

namespace laoyou::audit {
namespace {

using http::Context;
using powers::Power;

Result<JournalPage> journal_page(const Services& services, Context& context, const JournalRequest& request) {
  constexpr std::int32_t k_rows_default = 50, k_rows_max = 500;
  store::JournalQuery query;
  query.record = request.record.value_or("");
  query.record_id = request.record_id.value_or(0);
  query.before_sequence = request.before_sequence.value_or(0);
  query.newest_first = true;
  query.rows = std::clamp(request.limit.value_or(k_rows_default), 1, k_rows_max);
  const store::Scope scope = store::Scope::of_account(context.caller().scope);
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
  // Outside of the snapshot above, since a name is a reading of its own; each is asked once a page.
  std::map<std::int64_t, AccountWords> asked;
  Names names = services.names;
  names.account = [&](std::int64_t account) {
    const auto [found, fresh] = asked.try_emplace(account);
    if (fresh) found->second = services.names.account(account);
    return found->second;
  };
  for (const auto& [entry, shown] : entries) page.rows.push_back(journal_row(names, entry, shown));
  return page;
}

JournalState state_of(const store::Verification& found) {
  const store::JournalCheck& journal = found.journal;
  JournalState state{journal.entries, journal.last_seal.batch, journal.last_seal.hash, found.rows.rows, found.intact(), "", "", ""};
  if (found.intact()) return state;
  const Refusal refusal = found.refusal();
  state.fault = refusal.code;
  state.fault_text = message(refusal, Language::zh);
  state.fault_text_en = message(refusal, Language::en);
  return state;
}

}  // namespace

http::RouteTable routes(Services services) {
  http::RouteTable table;
  table.push_back(http::get("/api/journal", http::needs({Power::journal_read}), {"留痕记录", "The journal, newest first"},
                            [services](Context& context, const JournalRequest& request) { return journal_page(services, context, request); })
                      .never_stored());
  table.push_back(http::post("/api/journal/verify", http::needs({Power::journal_verify}), {"核验留痕和各表", "Verify the whole journal, and every record against it"},
                             [services](Context&) -> Result<JournalState> { return state_of(services.store.verify()); })
                      .heavy());
  return table;
}

}  // namespace laoyou::audit
