#include <algorithm>

#include "base/shown_text.h"
#include "plan/indicators/reading_check.h"
#include "plan/indicators/readings.h"
#include "plan/reports/report_notices.h"
#include "plan/signing/report_rights.h"
#include "plan/reports/reports.h"

namespace laoyou::plan {
namespace {

constexpr std::size_t k_remark_bytes_max = 600;

/// One step of one report: what it works on, within its command.
struct Step {
  store::Writing& writing;
  const Library& library;
  const Plan& plan;
  const store::Acting& acting;
  std::string caller_name;
  Date today;
};

/// All faults of the step; none: it is done.
using Act = std::function<Refusals(Step&)>;

/// Runs a step as one command and answers the report as it is then.
CheckedResult<ReportAnswer> take_step(const Services& services, const store::Acting& acting, const std::string& plan, RegionCode region, const Period& period, const Act& act) {
  const Result<Found> found = find_plan(services, acting, plan);
  if (!found) return Refusals{found.error()};
  if (const Result<RegionCode> known = region_for(*found, acting, region); !known) return Refusals{at("/region", known.error())};
  const std::string name = services.display_name(acting.actor.account);
  Refusals wrong;
  const store::WriteOutcome outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    Step step{writing, *found->library, *found->plan, acting, name, acting.at.beijing_day()};
    wrong = act(step);
    if (!wrong.empty()) return wrong.front();
    return {};
  });
  if (!wrong.empty()) return wrong;
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  const Result<ReportAnswer> answer = report_answer(services, acting, {plan, region, period});
  if (!answer) return Refusals{answer.error()};
  return *answer;
}

/// The report of a request in the version that was seen.
template <class Request>
Result<PeriodReport> seen_report(const Step& step, const Request& request) {
  auto report = find_report(step.writing, request.plan, request.region, request.period);
  // A draft is nobody's business but its place's.
  if (!report || (report->state == ReportState::draft && !sees(step.acting, *report))) return refuse("reports.not_found");
  report->version = request.version;
  return *report;
}

ReportedValue reading_of(const PeriodReport& report, const DraftValue& value) {
  return {{}, report.region, report.plan, value.indicator, report.period, value.value, value.source, false, report.submitted_by.value_or(report.filled_by), {}, value.counted_on,
          report.submitter};
}

/// Puts one entry into the draft, or takes it out.
void put(Step& step, const PeriodReport& report, const DraftEntry& entry, const std::vector<DraftValue>& there) {
  const auto old = std::find_if(there.begin(), there.end(), [&](const DraftValue& value) { return value.indicator == entry.indicator; });
  if (!entry.value) {
    if (old != there.end()) step.writing.remove(old->id);
    return;
  }
  DraftValue value{old == there.end() ? step.writing.new_id<DraftValue>() : old->id, report.region, report.id, entry.indicator, *entry.value,
                   std::string(trimmed(entry.source.value_or(""))), entry.counted_on};
  if (old == there.end())
    step.writing.insert(value);
  else
    step.writing.update(value);
}

Refusals check_entries(const Step& step, const SaveReportRequest& request) {
  Refusals wrong;
  for (std::size_t i = 0; i < request.values.size(); ++i) {
    const DraftEntry& entry = request.values[i];
    if (!entry.value) continue;
    const ReportedValue reading{{}, request.region, request.plan, entry.indicator, request.period, *entry.value, entry.source.value_or(""), false, 0, {}, entry.counted_on, std::nullopt};
    for (const Refusal& each : check_reading(step.library, step.plan, reading, step.today)) wrong.push_back(at("/values/" + std::to_string(i), each));
  }
  return wrong;
}

/// The report to fill in, made when it is the first time.
Result<PeriodReport> open_report(Step& step, const SaveReportRequest& request) {
  auto report = find_report(step.writing, request.plan, request.region, request.period);
  if (report && !steps(step.acting, step.plan, request.region, &*report).fill) return refuse("reports.not_open");
  if (report) return *report;
  PeriodReport fresh;
  fresh.id = step.writing.new_id<PeriodReport>();
  fresh.region = request.region;
  fresh.plan = request.plan;
  fresh.period = request.period;
  fresh.filled_by = step.acting.actor.account;
  fresh.filled_at = step.writing.now();
  step.writing.insert(fresh);
  fresh.version = 1;
  return fresh;
}

Refusals save(Step& step, const SaveReportRequest& request) {
  if (!fills(step.acting, request.region)) return {refuse("reports.not_yours")};
  if (Refusals wrong = check_entries(step, request); !wrong.empty()) return wrong;
  Result<PeriodReport> report = open_report(step, request);
  if (!report) return {report.error()};
  for (const DraftEntry& entry : request.values) put(step, *report, entry, draft_values(step.writing, *report));
  report->filled_by = step.acting.actor.account;
  report->filled_at = step.writing.now();
  step.writing.update(*report);
  return {};
}

/// Values far from the last that nobody has looked at again; and what the plan, which may have changed since, no longer takes.
Refusals check_values(const Step& step, const PeriodReport& report, const std::vector<DraftValue>& values, bool confirmed) {
  Refusals wrong;
  const ChosenReadings known = readings_of_region(step.writing, step.plan, report.region);
  for (const DraftValue& value : values) {
    const ReportedValue reading = reading_of(report, value);
    const std::string place = "/values/" + value.indicator;
    for (const Refusal& each : check_reading(step.library, step.plan, reading, step.today)) wrong.push_back(at(place, each));
    const Row<Indicator>* row = step.plan.find_indicator(value.indicator);
    if (row == nullptr || confirmed) continue;
    const auto last = last_before(value_series(*row, step.plan.written_for(row->layer, report.region), known.of(report.region, value.indicator), step.today), report.period);
    if (const auto asked = ask_about_change(step.plan, row->value, reading, last); !asked) wrong.push_back(at(place, asked.error()));
  }
  return wrong;
}

Refusals submit(Step& step, const SubmitReportRequest& request) {
  if (!fills(step.acting, request.region)) return {refuse("reports.not_yours")};
  Result<PeriodReport> report = seen_report(step, request);
  if (!report) return {report.error()};
  if (!steps(step.acting, step.plan, request.region, &*report).submit) return {refuse("reports.not_open")};
  const std::vector<DraftValue> values = draft_values(step.writing, *report);
  if (values.empty()) return {refuse("reports.empty")};
  if (Refusals wrong = check_values(step, *report, values, request.confirmed.value_or(false)); !wrong.empty()) return wrong;
  report->state = ReportState::submitted;
  report->submitted_by = step.acting.actor.account;
  report->submitter = step.caller_name;
  if (!report->submitted_at) report->submitted_at = step.writing.now();
  step.writing.update(*report);
  tell_submitted(step.writing, step.library, *report);
  return {};
}

Refusals recall(Step& step, const ReportStepRequest& request) {
  Result<PeriodReport> report = seen_report(step, request);
  if (!report) return {report.error()};
  if (!steps(step.acting, step.plan, request.region, &*report).recall) return {refuse("reports.not_submitted")};
  // What was signed before stands while its correction is taken back.
  report->state = report->reason ? ReportState::correcting : ReportState::draft;
  step.writing.update(*report);
  settle_submitted(step.writing, *report);
  return {};
}

/// The report that waits for this caller's decision.
template <class Request>
Result<PeriodReport> waiting_report(const Step& step, const Request& request) {
  if (!signs(step.acting, step.plan, request.region)) return refuse("reports.not_yours");
  Result<PeriodReport> report = seen_report(step, request);
  if (!report) return report;
  if (report->state != ReportState::submitted) return refuse("reports.not_submitted");
  if (report->submitted_by == step.acting.actor.account) return refuse("reports.own_report");
  return report;
}

void note_decision(const Step& step, PeriodReport& report, ReportState state) {
  report.state = state;
  report.decided_by = step.acting.actor.account;
  report.decider = step.caller_name;
  report.decided_at = step.writing.now();
}

Result<std::string> remark_of(const std::string& text) {
  const std::string remark(trimmed(text));
  if (remark.empty()) return at("/remark", refuse("json.missing_field", {"remark"}));
  if (remark.size() > k_remark_bytes_max) return at("/remark", refuse("text.too_long", {std::to_string(k_remark_bytes_max)}));
  return remark;
}

Refusals give_back(Step& step, const ReportRemarkRequest& request) {
  const Result<std::string> remark = remark_of(request.remark);
  if (!remark) return {remark.error()};
  Result<PeriodReport> report = waiting_report(step, request);
  if (!report) return {report.error()};
  note_decision(step, *report, ReportState::returned);
  report->remark = *remark;
  step.writing.update(*report);
  tell_returned(step.writing, step.library, *report);
  return {};
}

/// From now on the value counts. One that was signed before is replaced.
void put_in_force(Step& step, const PeriodReport& report, const DraftValue& value) {
  ReportedValue fresh = reading_of(report, value);
  fresh.reported_at = step.writing.now();
  const store::Filter same =
      store::Filter().equals("plan", fresh.plan).equals("indicator", fresh.indicator).equals("region", fresh.region).equals("period", fresh.period);
  const auto old = step.writing.first<ReportedValue>(store::Scope::of_account(report.region), same);
  fresh.id = old ? old->id : step.writing.new_id<ReportedValue>();
  if (!old)
    step.writing.insert(fresh);
  else if (old->value != fresh.value || old->source != fresh.source || old->counted_on != fresh.counted_on || old->synthetic)
    step.writing.update(fresh);
  step.writing.remove(value.id);
}

Refusals approve(Step& step, const ReportStepRequest& request) {
  Result<PeriodReport> report = waiting_report(step, request);
  if (!report) return {report.error()};
  for (const DraftValue& value : draft_values(step.writing, *report)) put_in_force(step, *report, value);
  note_decision(step, *report, ReportState::approved);
  report->remark = std::nullopt;
  step.writing.update(*report);
  tell_approved(step.writing, step.library, *report);
  return {};
}

/// What was signed becomes the draft of its own correction.
Refusals correct(Step& step, const ReportRemarkRequest& request) {
  const Result<std::string> reason = remark_of(request.remark);
  if (!reason) return {reason.error()};
  if (!fills(step.acting, request.region)) return {refuse("reports.not_yours")};
  Result<PeriodReport> report = seen_report(step, request);
  if (!report) return {report.error()};
  if (report->state != ReportState::approved) return {refuse("reports.not_signed")};
  report->state = ReportState::correcting;
  report->reason = *reason;
  step.writing.update(*report);
  const ChosenReadings signed_values = readings_of_region(step.writing, step.plan, report->region);
  for (const auto& [key, values] : signed_values.all())
    for (const ReportedValue& value : *values)
      if (value.period == report->period)
        step.writing.insert(DraftValue{step.writing.new_id<DraftValue>(), report->region, report->id, key.indicator, value.value, value.source, value.counted_on});
  return {};
}

template <class Request>
CheckedResult<ReportAnswer> step_of(const Services& services, const store::Acting& acting, const Request& request, Refusals (*act)(Step&, const Request&)) {
  return take_step(services, acting, request.plan, request.region, request.period, [&](Step& step) { return act(step, request); });
}

}  // namespace

CheckedResult<ReportAnswer> save_report(const Services& services, const store::Acting& acting, const SaveReportRequest& request) { return step_of(services, acting, request, save); }
CheckedResult<ReportAnswer> submit_report(const Services& services, const store::Acting& acting, const SubmitReportRequest& request) { return step_of(services, acting, request, submit); }
CheckedResult<ReportAnswer> recall_report(const Services& services, const store::Acting& acting, const ReportStepRequest& request) { return step_of(services, acting, request, recall); }
CheckedResult<ReportAnswer> return_report(const Services& services, const store::Acting& acting, const ReportRemarkRequest& request) { return step_of(services, acting, request, give_back); }
CheckedResult<ReportAnswer> approve_report(const Services& services, const store::Acting& acting, const ReportStepRequest& request) { return step_of(services, acting, request, approve); }
CheckedResult<ReportAnswer> correct_report(const Services& services, const store::Acting& acting, const ReportRemarkRequest& request) { return step_of(services, acting, request, correct); }

Result<Reminded> remind(const Services& services, const store::Acting& acting, const ReportRequest& request) {
  const Result<ReportList> list = report_list(services, acting, request);
  if (!list) return list.error();
  const auto library = services.plans.current();
  Reminded reminded;
  const store::WriteOutcome outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    for (const ReportRow& row : list->rows) {
      if (row.state && *row.state != ReportState::returned) continue;
      tell_owed(writing, *library, request.plan, row.region, request.period, list->due);
      ++reminded.places;
    }
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  return reminded;
}

}  // namespace laoyou::plan
