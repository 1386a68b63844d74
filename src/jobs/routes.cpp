#include "base/messages.h"
#include "http/declare_route.h"
#include "jobs/room.h"
#include "store/actor_of.h"

namespace laoyou::jobs {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

bool manages(const Context& context) { return context.caller().powers.has(Power::accounts_manage); }

/// What the caller may do now includes all that the job was asked with: what it made with more rights is not handed out to less.
bool still_has_the_rights(const Context& context, const Job& job) {
  const Result<powers::Powers> then = powers::Powers::parse(job.powers);
  if (!then) return false;
  for (const Power power : then->list())
    if (!context.caller().powers.has(power)) return false;
  return true;
}

}  // namespace

JobRow Jobs::row(const Job& job, const Context& context) const {
  JobRow row;
  row.id = job.id;
  row.kind = job.kind;
  if (const auto kind = kinds_.find(job.kind); kind != kinds_.end()) {
    const http::Summary title = kind->second.title(job);
    row.title = title.zh;
    row.title_en = title.en;
    if (kind->second.page) row.page = kind->second.page(job);
  }
  row.state = job.state;
  row.cancel_asked = job.cancel_asked;
  row.mine = job.account == context.caller().account;
  if (job.account != 0) row.account_name = services_.account_name(job.account);
  JobProgress progress{job.phase, job.steps_done, job.steps_whole};
  if (const auto runner = this->runner(); runner && job.state == JobState::running)
    if (const auto live = runner->live().find(job.id.number)) progress = live->progress();
  row.phase = progress.phase;
  row.steps_done = progress.done;
  row.steps_whole = progress.whole;
  row.asked_at = job.asked_at;
  row.started_at = job.started_at;
  row.ended_at = job.ended_at;
  row.files_until = job.files_until;
  row.files_gone = job.files_gone;
  if (!job.result_file.empty() && row.mine) {
    row.result_name = job.result_name;
    row.result_bytes = job.result_bytes;
  }
  for (const Refusal& refusal : refusals_of(job)) row.refusals.push_back({refusal.place, refusal.code, message(refusal, context.language())});
  return row;
}

Result<Job> Jobs::find(const Context& context, std::int64_t id, bool others_too) {
  const store::Scope scope = acting_of(context).scope;
  const auto job = services_.store.read([&](store::Snapshot& snapshot) { return snapshot.find(scope, Id<Job>{id}); });
  if (!job || (job->account != context.caller().account && !(others_too && manages(context)))) return refuse("jobs.not_found");
  return *job;
}

CheckedResult<JobPage> Jobs::list(const Context& context, const JobListRequest& request) {
  constexpr std::int32_t k_rows_default = 50, k_rows_max = 200;
  const std::int32_t rows = request.rows.value_or(k_rows_default);
  if (rows < 1 || rows > k_rows_max) return Refusals{at("/rows", refuse("records.rows_out_of_range", {"1", std::to_string(k_rows_max)}))};
  Filter filter;
  if (!(request.all.value_or(false) && manages(context))) filter.equals("account", context.caller().account);
  if (request.before) filter.less("id", *request.before);
  filter.order_by("id", store::Order::falling).page(0, rows);
  const auto jobs = services_.store.read([&](store::Snapshot& snapshot) { return snapshot.select<Job>(acting_of(context).scope, filter); });
  JobPage page;
  for (const Job& job : jobs) page.rows.push_back(row(job, context));
  return page;
}

Result<JobRow> Jobs::cancel(const Context& context, std::int64_t id) {
  const Result<Job> job = find(context, id, true);
  if (!job) return job.error();
  const auto runner = working();
  const Result<Job> asked = runner->rows().cancel(acting_of(context), id);
  if (!asked) return asked.error();
  if (const auto live = runner->live().find(id)) live->cancel();
  return row(*asked, context);
}

Result<std::string> Jobs::read_file(const Job& job, const std::string& name) {
  if (job.files_gone) return refuse("jobs.files_gone");
  Result<std::string> bytes = working()->files().read(job.file_key, name);
  constexpr int k_internal_error = 500;
  if (!bytes && bytes.error().code == "jobs.file_damaged") throw WorldFailure(bytes.error().code, "file of job " + std::to_string(job.id.number), k_internal_error);
  return bytes;
}

Result<std::string> Jobs::outcome(const Context& context, std::int64_t id, std::string_view kind) {
  const Result<Job> job = find(context, id, false);
  if (!job) return job.error();
  if (job->kind != kind || job->outcome_file.empty()) return refuse("jobs.not_found");
  if (!still_has_the_rights(context, *job)) return refuse("jobs.rights_changed");
  return read_file(*job, job->outcome_file);
}

Result<http::FileAnswer> Jobs::result(const Context& context, std::int64_t id) {
  const Result<Job> job = find(context, id, false);
  if (!job) return job.error();
  if (job->result_file.empty()) return refuse("jobs.no_result");
  if (!still_has_the_rights(context, *job)) return refuse("jobs.rights_changed");
  Result<std::string> bytes = read_file(*job, job->result_file);
  if (!bytes) return bytes.error();
  return http::FileAnswer{job->result_type, job->result_name, std::move(*bytes)};
}

http::RouteTable Jobs::routes() {
  const http::Access access = http::signed_in();
  http::RouteTable table;
  table.push_back(http::get("/api/jobs", access, {"后台任务", "Jobs, newest first"}, [this](Context& context, const JobListRequest& request) { return list(context, request); }).never_stored());
  table.push_back(http::get("/api/jobs/{id}", access, {"一项后台任务", "One job"}, [this](Context& context, const JobRequest& request) -> Result<JobRow> {
                    const Result<Job> job = find(context, request.id.number, true);
                    if (!job) return job.error();
                    return row(*job, context);
                  }).never_stored());
  table.push_back(http::post("/api/jobs/{id}/cancel", access, {"取消任务", "Stop a job"}, [this](Context& context, const JobRequest& request) { return cancel(context, request.id.number); })
                      .never_stored());
  table.push_back(http::get("/api/jobs/{id}/result", access, {"任务的结果文件", "What a job made"}, [this](Context& context, const JobRequest& request) { return result(context, request.id.number); })
                      .heavy()
                      .never_stored()
                      .refuses(404, "jobs.files_gone")
                      .refuses(403, "jobs.rights_changed")
                      .refuses(404, "jobs.no_result")
                      .refuses(404, "jobs.file_not_here"));
  return table;
}

}  // namespace laoyou::jobs
