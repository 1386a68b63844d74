// What a request for entries of the journal asks of the store.
#pragma once

#include "audit/names.h"
#include "audit/records.h"
#include "store/journal_rows.h"

namespace laoyou::audit {

/// The moment at which that day begins in Beijing (UTC+8, no summer time since 1992).
Instant beijing_midnight(Date day);

/// The conditions of JournalRequest or JournalExportRequest, newest entries first. Refused where the account is nobody's or the days are the wrong way round.
template <class Asked>
CheckedResult<store::JournalQuery> journal_query(const Names& names, const Asked& asked) {
  store::JournalQuery query;
  Refusals refusals;
  query.record = asked.record.value_or("");
  query.record_id = asked.record_id.value_or(0);
  query.newest_first = true;
  if (asked.account) query.account = names.account_named(*asked.account);
  if (asked.account && !query.account) refusals.push_back(at("/account", refuse("journal.account_unknown", {*asked.account})));
  if (asked.action) query.action = static_cast<store::Action>(*asked.action);
  if (asked.from) query.from = beijing_midnight(*asked.from);
  if (asked.to) query.until = beijing_midnight(*asked.to).plus_milliseconds(std::int64_t{24} * 60 * 60 * 1000);
  if (asked.from && asked.to && *asked.to < *asked.from) refusals.push_back(at("/to", refuse("journal.days_backwards")));
  if (!refusals.empty()) return refusals;
  return query;
}

static_assert(static_cast<int>(JournalAction::insert) == static_cast<int>(store::Action::insert) && static_cast<int>(JournalAction::update) == static_cast<int>(store::Action::update) &&
              static_cast<int>(JournalAction::remove) == static_cast<int>(store::Action::remove));

/// Where the entries lie that the caller reads: within its region. An account of an institution or a family reads none, whatever record it asks for, since an
/// entry does not say whose record it is about; the record's own page has its history.
inline store::Scope journal_scope(const http::Caller& caller, const std::optional<RegionCode>& asked, store::JournalQuery& query) {
  if (caller.owner) query.record_id = 0;  // of no record in particular the store tells an owner nothing
  return store::Scope::of_account(asked.value_or(caller.scope)).owned_by(caller.owner);
}

}  // namespace laoyou::audit
