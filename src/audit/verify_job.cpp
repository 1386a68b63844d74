// The walk over the journal and all records as long work: asked for from its page, and once a day by itself.
#include "audit/journal_state.h"
#include "audit/room.h"
#include "base/messages.h"
#include "http/declare_route.h"
#include "record/json_read.h"

namespace laoyou::audit {
namespace {

using http::Context;
using powers::Power;

constexpr std::string_view k_kind = "journal.verify";

CheckedResult<void> verify(store::Store& store, jobs::JobWork& work) {
  work.phase("verifying");
  const store::Verification found = store.verify({}, work.progress());
  work.outcome(record::to_json(state_of(found)));
  if (found.intact()) return {};
  return Refusals{found.refusal()};
}

}  // namespace

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

jobs::JobKind verify_kind(store::Store& store) {
  return {std::string(k_kind), [](const jobs::Job&) { return http::Summary{"核验留痕", "Verify the journal"}; },
          [](const jobs::Job& job) { return "/journal?job=" + std::to_string(job.id.number); }, [&store](jobs::JobWork& work) { return verify(store, work); }};
}

http::RouteTable verify_routes(jobs::Jobs& jobs) {
  http::RouteTable table;
  table.push_back(http::post("/api/journal/verify_job", http::needs({Power::journal_verify}), {"在后台核验留痕和各表", "Verify the whole journal, and every record against it, by a job"},
                             [&jobs](Context& context) -> Result<jobs::JobRow> {
                               const Result<jobs::Job> job = jobs.ask({std::string(k_kind), jobs::acting_of(context)});
                               if (!job) return job.error();
                               return jobs.row(*job, context);
                             })
                      .creates()
                      .refuses(429, "jobs.too_many"));
  table.push_back(http::get("/api/journal/verify_job/{id}", http::needs({Power::journal_verify}), {"核验的结论", "What verifying found"},
                            [&jobs](Context& context, const jobs::JobRequest& request) -> CheckedResult<JournalState> {
                              const Result<std::string> found = jobs.outcome(context, request.id.number, k_kind);
                              if (!found) return Refusals{found.error()};
                              return record::parse_json<JournalState>(*found);
                            })
                      .never_stored()
                      .refuses(404, "jobs.files_gone")
                      .refuses(403, "jobs.rights_changed"));
  return table;
}

}  // namespace laoyou::audit
