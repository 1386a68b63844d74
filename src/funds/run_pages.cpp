#include <algorithm>
#include <mutex>

#include "funds/answers_of.h"
#include "funds/approval.h"
#include "funds/compare_runs.h"
#include "funds/prepare_run.h"
#include "funds/run_acts.h"
#include "record/mask.h"
#include "registry/facts.h"

namespace laoyou::funds {
namespace {

using http::Context;
using powers::Power;
using store::Filter;
using store::Scope;
using store::Snapshot;

constexpr std::int64_t k_lines_shown = 300;
constexpr std::int64_t k_runs_shown = 200;

Scope scope_of(const Context& context) { return Scope::of_account(context.caller().scope).owned_by(context.caller().owner); }

std::string masked_name(const Snapshot& snapshot, const std::optional<Id<registry::Resident>>& id) {
  if (!id) return {};
  const auto resident = snapshot.find(Scope::country(), *id);
  return resident ? record::masked(resident->name, record::Mask::name) : std::string();
}

std::optional<SubsidyRun> run_before(const Snapshot& snapshot, const SubsidyRun& run) {
  std::optional<SubsidyRun> latest;
  for (SubsidyRun& each : snapshot.select<SubsidyRun>(Scope::country(), Filter().equals("region", run.region).equals("subsidy", run.subsidy).equals("attempt", std::int32_t{0})))
    if (each.period < run.period && each.frozen && (!latest || latest->period < each.period)) latest = std::move(each);
  return latest;
}

std::vector<RunRegion> regions_of(const Snapshot& snapshot, const Services& services, const SubsidyRun& run) {
  std::map<RegionCode, RunRegion> by_region;
  const auto library = services.plans.current();
  const auto of = [&](RegionCode region) -> RunRegion& {
    const RegionCode part = part_of(run.region, region);
    RunRegion& line = by_region[part];
    if (line.region_name.empty()) line = {part, library->regions.name(part), 0, 0, 0, Fen()};
    return line;
  };
  snapshot.each<SubsidyPayment>(Scope::country(), Filter().equals("run", run.id), [&](const SubsidyPayment& payment) {
    RunRegion& line = of(payment.region);
    if (payment.state == PaymentState::held) ++line.held;
    if (payment.state == PaymentState::held || payment.state == PaymentState::dropped || payment.amount == Fen()) return;
    ++line.paid;
    line.total = line.total.plus(payment.amount).value();
  });
  for (const auto& [region, count] : snapshot.count_by<UndecidedClaim>(Scope::country(), Filter().equals("run", run.id), "region"))
    of(RegionCode::parse(std::get<std::string>(region)).value()).undecided += count;
  std::vector<RunRegion> all;
  for (auto& [region, line] : by_region) all.push_back(std::move(line));
  return all;
}

/// The last few opened runs, so that page after page of one run opens it once.
class OpenedRuns {
 public:
  CheckedResult<std::shared_ptr<const OpenedRun>> open(store::Store& store, const SubsidyRun& run) {
    const std::lock_guard lock(mutex_);
    for (const auto& [digest, opened] : kept_)
      if (digest == run.inputs_digest) return opened;
    auto opened = open_run(store, run);
    if (!opened) return opened.error();
    constexpr std::size_t k_kept = 4;
    if (kept_.size() == k_kept) kept_.erase(kept_.begin());
    kept_.emplace_back(run.inputs_digest, std::make_shared<const OpenedRun>(std::move(*opened)));
    return kept_.back().second;
  }

 private:
  std::mutex mutex_;
  std::vector<std::pair<std::string, std::shared_ptr<const OpenedRun>>> kept_;
};

std::string field_words(const rules::Schema& schema, const std::string& field, Language language) {
  const std::size_t dot = field.find('.');
  const int record = schema.find_record(field.substr(0, dot));
  if (record < 0 || dot == std::string::npos) return field;
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const int position = kind.find(field.substr(dot + 1));
  if (position < 0) return field;
  const rules::Field& found = kind.fields[static_cast<std::size_t>(position)];
  return language == Language::en && !found.en.empty() ? found.en : found.zh;
}

std::string facts_words(const rules::Schema& schema, const Difference& difference, Language language) {
  std::string words;
  for (const Step& step : difference.steps)
    for (const ChangedFact& fact : step.facts) {
      const auto shown = [](const std::string& text) { return text.empty() ? std::string("—") : text; };
      words += (words.empty() ? "" : "; ") + field_words(schema, fact.field, language) + " " + shown(fact.before) + " → " + shown(fact.after);
    }
  return words;
}

}  // namespace

CheckedResult<std::shared_ptr<const OpenedRun>> opened_inputs(const Services& services, const SubsidyRun& run) {
  static OpenedRuns opened;
  return opened.open(services.store, run);
}

Result<PayableSubsidies> payable_subsidies(const Services& services, const Context& context) {
  const auto library = services.plans.current();
  PayableSubsidies all;
  for (const auto& [key, plan] : library->plans) {
    const RegionCode region = plan->content.head.value.region;
    if (region.level() == RegionLevel::country || !context.caller().scope.contains(region)) continue;
    for (const auto& row : plan->content.paid_subsidies) {
      PayableSubsidy line{key, row.value.subsidy, subsidy_name(*plan, row.value.subsidy), std::nullopt, region, library->regions.name(region)};
      for (const auto& subsidy : plan->content.subsidies)
        if (subsidy.value.key == row.value.subsidy) line.every = subsidy.value.every;
      all.rows.push_back(std::move(line));
    }
  }
  return all;
}

Result<RunList> run_list(const Services& services, const Context& context) {
  const auto library = services.plans.current();
  RunList list;
  services.store.read([&](Snapshot& snapshot) {
    Filter latest;
    snapshot.each<SubsidyRun>(scope_of(context), latest.order_by("period", store::Order::falling).page(0, k_runs_shown), [&](SubsidyRun run) {
      list.rows.push_back({run.id, run.name, run.plan, run.period, run.region, library->regions.name(run.region), run.state, run.paid, run.held, run.undecided, run.total, run.trouble});
    });
    return 0;
  });
  return list;
}

Result<RunPage> run_page(const Services& services, const Context& context, const RunRequest& request) {
  const auto library = services.plans.current();
  return services.store.read([&](Snapshot& snapshot) -> Result<RunPage> {
    const auto run = snapshot.find(scope_of(context), request.id);
    if (!run) return refuse("funds.run.not_found", {std::to_string(request.id.number)});
    RunPage page;
    page.run = *run;
    page.region_name = library->regions.name(run->region);
    page.made_by_name = services.account_name(run->made_by);
    page.regions = regions_of(snapshot, services, *run);
    const auto steps = snapshot.select<RunStep>(Scope::country(), Filter().equals("run", run->id).order_by("at"));
    for (const RunStep& step : steps) page.steps.push_back({step.act, services.account_name(step.account), step.at, step.note});
    Filter holds;
    for (const PaymentHold& hold : snapshot.select<PaymentHold>(Scope::country(), holds.equals("run", run->id).order_by("state").page(0, k_lines_shown))) {
      const auto payment = snapshot.find(Scope::country(), hold.payment);
      page.holds.push_back({hold.id, hold.resident, masked_name(snapshot, hold.resident), library->regions.name(hold.region), hold.check, hold.evidence, payment ? payment->amount : Fen(),
                            hold.state, hold.note});
    }
    std::stable_sort(page.holds.begin(), page.holds.end(), [](const HeldLine& left, const HeldLine& right) { return left.state < right.state; });
    const auto of_plan = library->find(run->plan);
    const rules::Schema& schema = of_plan ? of_plan->book->schema : registry::facts_schema();
    Filter claims;
    for (const UndecidedClaim& claim : snapshot.select<UndecidedClaim>(Scope::country(), claims.equals("run", run->id).page(0, k_lines_shown))) {
      std::string words;
      std::string_view rest = claim.missing;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        words += (words.empty() ? "" : context.language() == Language::en ? ", " : "、") + field_words(schema, std::string(rest.substr(0, end)), context.language());
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      page.undecided_people.push_back({claim.resident, masked_name(snapshot, claim.resident), library->regions.name(claim.region), words});
    }
    page.acts = open_acts(*run, steps, context.caller());
    if (run->approval_case) page.approval_case = std::to_string(*run->approval_case);
    if (const auto procedure = approval_procedure(services.plans, *run)) {
      page.approval_procedure = procedure->key;
      page.approval_field = procedure->decides_about->field;
      std::erase_if(page.acts, [&](RunAct act) { return belongs_to_case(*run, act); });
    }
    const bool open = run->state == RunState::draft || run->state == RunState::county || run->state == RunState::city;
    page.may_decide = open && (context.caller().powers.has(Power::funds_write) || context.caller().powers.has(Power::funds_approve));
    if (const auto before = run_before(snapshot, *run)) page.before = before->id;
    return page;
  });
}

CheckedResult<RunDifferences> run_differences(const Services& services, const Context& context, const RunRequest& request) {
  std::optional<SubsidyRun> run, before;
  services.store.read([&](Snapshot& snapshot) {
    run = snapshot.find(scope_of(context), request.id);
    if (run) before = run_before(snapshot, *run);
    return 0;
  });
  if (!run || !before) return Refusals{refuse("funds.run.not_found", {std::to_string(request.id.number)})};
  const auto old_run = opened_inputs(services, *before), new_run = opened_inputs(services, *run);
  if (!old_run) return old_run.error();
  if (!new_run) return new_run.error();
  const auto comparison = compare_runs(**old_run, **new_run);
  if (!comparison) return comparison.error();
  RunDifferences answer{before->period, comparison->before, comparison->after, {}, {}, std::ssize(comparison->differences)};
  for (const auto& [reason, total] : comparison->by_reason) answer.reasons.push_back({reason, total.people, total.change});
  const rules::Schema& schema = (*new_run)->book->schema;
  const bool of_people = schema.records[static_cast<std::size_t>((*new_run)->subsidy.record)].name == "resident";
  services.store.read([&](Snapshot& snapshot) {
    for (const Difference& each : comparison->differences) {
      if (std::ssize(answer.people) == k_lines_shown) break;
      DifferenceLine line{each.subject, of_people ? masked_name(snapshot, Id<registry::Resident>{each.subject}) : std::string(), each.before, each.after, {},
                          facts_words(schema, each, context.language())};
      for (const Step& step : each.steps) line.steps.push_back({step.reason, 1, step.change});
      answer.people.push_back(std::move(line));
    }
    return 0;
  });
  return answer;
}

}  // namespace laoyou::funds
