#include "funds/answers_of.h"
#include "funds/approval.h"
#include "funds/keep_run.h"
#include "funds/room.h"
#include "funds/run_acts.h"
#include "http/declare_route.h"
#include "record/json_write.h"

namespace laoyou::funds {
namespace {

using http::Context;
using powers::Power;
using store::Scope;
using store::Writing;

constexpr std::size_t k_answer_bytes_max = std::size_t{64} << 20;
const std::vector<std::string> k_answer_types{"text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};

Scope scope_of(const Context& context) { return Scope::of_account(context.caller().scope).owned_by(context.caller().owner); }

/// Writes within what the caller may see; the acts themselves say what they may do.
Result<void> write(const Services& services, Context& context, const store::Command& command) { return services.store.write(jobs::acting_of(context), command).result(); }

CheckedResult<StartedRun> start(const Services& services, Context& context, const StartRunRequest& request) {
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  if (!plan) return Refusals{refuse("plan.not_found", {request.plan})};
  const RegionCode place = request.region.value_or(plan->content.head.value.region);
  if (!context.caller().scope.contains(place)) return Refusals{refuse("scope.outside")};
  if (!plan->content.head.value.region.contains(place)) return Refusals{at("/region", refuse("regions.not_found", {place.text()}))};
  if (const auto paid = paid_subsidy(*plan, request.subsidy); !paid) return Refusals{at("/subsidy", paid.error())};
  const auto claimed = claim_run(services.store, jobs::acting_of(context), {plan, request.subsidy, request.period, place});
  if (!claimed) return Refusals{claimed.error()};
  if (!claimed->made) return StartedRun{claimed->run.id, false};
  const Result<jobs::Job> job = services.jobs.ask({"funds.run", jobs::acting_of(context), record::to_json(RunJob{claimed->run.id})});
  if (!job) {
    static_cast<void>(write(services, context, failing(claimed->run.id, job.error().code)));
    return Refusals{job.error()};
  }
  return StartedRun{claimed->run.id, true};
}

Result<SubsidyRun> run_in_scope(const Services& services, const Context& context, Id<SubsidyRun> id) {
  auto run = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find(scope_of(context), id); });
  if (!run) return refuse("funds.run.not_found", {std::to_string(id.number)});
  return *run;
}

Result<void> act(const Services& services, Context& context, const ActOnRunRequest& request) {
  const Acting acting{context.caller(), request.note.value_or(""), request.exceed_reason.value_or("")};
  return write(services, context, [&](Writing& writing) -> Result<void> {
    // Asked where it is done: a case may take the run up between a look and the act.
    const auto run = writing.find(writing.scope(), request.id);
    if (run && belongs_to_case(*run, request.act) && approval_procedure(services.plans, *run)) return refuse("funds.by_case");
    return act_on_run(writing, services.ledger, request.id, request.act, acting);
  });
}

Result<void> decide(const Services& services, Context& context, const DecideHoldRequest& request) {
  const Acting acting{context.caller(), request.note, ""};
  return write(services, context, [&](Writing& writing) { return decide_hold(writing, request.id, request.release, acting); });
}

CheckedResult<http::FileAnswer> file(const Services& services, Context& context, const RunRequest& request) {
  const auto run = run_in_scope(services, context, request.id);
  if (!run) return Refusals{run.error()};
  if (run->state != RunState::approved && run->state != RunState::sent && run->state != RunState::settled) return Refusals{refuse("funds.act_not_open")};
  const auto opened = open_run(services.store, *run);
  if (!opened) return opened.error();
  const auto lines = services.store.read([&](store::Snapshot& snapshot) { return payment_lines(snapshot, *run); });
  auto bytes = payment_file(opened->material.layout, {run->period, opened->material.paid.purpose}, lines);
  if (!bytes) return bytes.error();
  const auto format = opened->material.layout.empty() ? plan::BankFormat::csv : opened->material.layout.front().format;
  return http::FileAnswer{"application/octet-stream", run->name + " " + run->period.text() + "." + std::string(file_ending(format)), std::move(*bytes)};
}

CheckedResult<void> read_answer(const Services& services, Context& context, const RunRequest& request) {
  const auto run = run_in_scope(services, context, request.id);
  if (!run) return Refusals{run.error()};
  const auto opened = open_run(services.store, *run);
  if (!opened) return opened.error();
  std::vector<plan::BankColumn> columns;
  const auto plan = services.plans.current()->find(run->plan);
  if (!plan || !opened->material.paid.answer_layout) return Refusals{refuse("funds.no_answer_layout")};
  for (const auto& row : plan->content.bank_columns) columns.push_back(row.value);
  const auto answers = read_bank_answer(layout_columns(columns, *opened->material.paid.answer_layout), context.body());
  if (!answers) return answers.error();
  const Acting acting{context.caller(), "", ""};
  const Result<void> done = write(services, context, [&](Writing& writing) { return take_bank_answer(writing, services.ledger, request.id, *answers, acting); });
  if (!done) return Refusals{done.error()};
  return {};
}

}  // namespace

http::RouteTable routes(const Services& services) {
  const http::Access reads = http::needs({Power::funds_read}), writes = http::needs({Power::funds_write}), acts = http::needs({Power::funds_write, Power::funds_approve}).in_person(),
                     pays = http::needs({Power::funds_approve}).in_person();
  http::RouteTable table;
  table.push_back(http::get("/api/subsidies", reads, {"可以发放的补贴", "Subsidies that can be paid"}, [services](Context& context) { return payable_subsidies(services, context); }));
  table.push_back(http::get("/api/subsidies/runs", reads, {"发放批次", "Subsidy runs"}, [services](Context& context) { return run_list(services, context); }));
  table.push_back(http::post("/api/subsidies/runs", writes, {"发起一批补贴核算", "Start a subsidy run"},
                             [services](Context& context, const StartRunRequest& request) { return start(services, context, request); })
                      .creates()
                      .refuses(403, "scope.outside")
                      .refuses(429, "jobs.too_many"));
  table.push_back(http::get("/api/subsidies/runs/{id}", reads, {"一个批次", "One run"}, [services](Context& context, const RunRequest& request) { return run_page(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/subsidies/runs/{id}/differences", reads, {"与上一批次的差额及原因", "What changed since the run before, and why"},
                            [services](Context& context, const RunRequest& request) { return run_differences(services, context, request); })
                      .heavy()
                      .never_stored());
  table.push_back(http::post("/api/subsidies/runs/{id}/act", acts, {"审核、退回、撤回、报送", "Agree, return, withdraw, send"},
                             [services](Context& context, const ActOnRunRequest& request) { return act(services, context, request); })
                      .refuses(409, "funds.by_case")
                      .refuses(409, "funds.act_not_open"));
  table.push_back(http::get("/api/subsidies/runs/{id}/file", pays, {"发放文件", "The payment file"}, [services](Context& context, const RunRequest& request) { return file(services, context, request); })
                      .never_stored()
                      .refuses(409, "funds.act_not_open"));
  table.push_back(http::post("/api/subsidies/runs/{id}/answer", pays, {"读入银行回单", "Read the bank's answer"},
                             [services](Context& context, const RunRequest& request) { return read_answer(services, context, request); })
                      .takes_file(k_answer_types, k_answer_bytes_max)
                      .refuses(409, "funds.act_not_open"));
  table.push_back(http::post("/api/subsidies/holds/{id}/decide", acts, {"核实一笔暂缓的发放", "Decide about a payment held back"},
                             [services](Context& context, const DecideHoldRequest& request) { return decide(services, context, request); })
                      .refuses(409, "funds.already_approved")
                      .refuses(409, "funds.hold_decided"));
  table.push_back(http::get("/api/subsidies/residents/{resident}", http::needs({Power::people_read}), {"一个人领到的补贴及缘由", "What a person receives, and why"},
                            [services](Context& context, const BenefitsRequest& request) { return own_benefits(services, context, request); })
                      .never_stored());
  return table;
}

}  // namespace laoyou::funds
