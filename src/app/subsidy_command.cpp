#include "app/subsidy_command.h"

#include <boost/json.hpp>
#include <algorithm>
#include <ostream>

#include "app/chosen_plan.h"
#include "app/engine_command.h"
#include "app/existing_store.h"
#include "funds/compare_runs.h"
#include "funds/facts_as_of.h"
#include "funds/keep_run.h"
#include "record/dictionary.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;

constexpr std::string_view k_usage =
    "用法：laoyou subsidy run --plan DIR --subsidy KEY --period 2025-06 [--region 代码] [--data DIR | --database URL] [--trial] [--as-of N] [--file 文件] [--json]\n"
    "      laoyou subsidy diff --plan DIR --subsidy KEY --from 2025-05 --to 2025-06 [--region 代码] [--data DIR | --database URL] [--json]\n"
    "  run：核算一项补贴一个周期，固化依据，得到发放文件；同一周期再运行，由固化的依据得到逐字节相同的结果\n"
    "    --trial 只核算不保存；--as-of N 按留痕第 N 条时的登记核算，不保存\n"
    "  diff：两个批次之间每个人的每处差额及原因\n";

/// How many people are named in an answer; all are in the run's own lists.
constexpr std::size_t k_named = 20;

struct Asked {
  ChosenPlan plan;
  RegionCode place;
  std::string subsidy;
};

/// "high_age_allowance, nursing_allowance": what may be asked for instead of a mistyped key.
std::string payable_ones(const plan::Plan& plan) {
  std::string keys;
  for (const auto& row : plan.content.paid_subsidies) keys += (keys.empty() ? "" : ", ") + row.value.subsidy;
  return keys;
}

CheckedResult<Asked> asked_of(const Options& options) {
  std::optional<RegionCode> region;
  if (const auto text = options.value("region")) {
    const Result<RegionCode> code = RegionCode::parse(*text);
    if (!code) return Refusals{at("--region", code.error())};
    region = *code;
  }
  auto chosen = choose_plan(options.value("plan").value_or(""), region);
  if (!chosen) return chosen.error();
  const RegionCode place = region.value_or(chosen->region());
  if (!chosen->library->regions.find(place)) return Refusals{at("--region", refuse("regions.not_found", {place.text()}))};
  const std::string subsidy = options.value("subsidy").value_or("");
  if (const auto paid = funds::paid_subsidy(*chosen->plan, subsidy); !paid) return Refusals{at("--subsidy", refuse("funds.payable_ones", {subsidy, payable_ones(*chosen->plan)}))};
  return Asked{*chosen, place, subsidy};
}

Result<Period> period_of(const Options& options, const std::string& name) {
  Result<Period> period = Period::parse(options.value(name).value_or(""));
  if (!period) return at("--" + name, period.error());
  return period;
}

/// A run as computed, and where it came from.
struct Shown {
  funds::Calculation calculation;
  std::string inputs_digest;
  std::int64_t sequence = 0;
  bool again = false;  ///< from what was frozen before
};

json::object totals_json(const funds::RegionTotal& total) { return {{"paid", total.paid}, {"total_fen", total.total.count()}, {"held", total.held}, {"undecided", total.undecided}}; }

json::array regions_json(const funds::Calculation& made, const Asked& asked) {
  json::array regions;
  for (const auto& [region, total] : made.by_region) {
    json::object one = totals_json(total);
    one["region"] = region.text();
    one["name"] = asked.plan.library->regions.name(region);
    regions.push_back(std::move(one));
  }
  return regions;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ";") + part;
  return all;
}

json::object undecided_json(const funds::Calculation& made) {
  std::map<std::string, std::int64_t> by_missing;
  json::array named;
  for (const funds::Undecided& each : made.undecided) {
    const std::string missing = joined(each.missing);
    ++by_missing[missing];
    if (named.size() < k_named) named.push_back({{"id", std::to_string(each.subject)}, {"region", each.region.text()}, {"missing", missing}});
  }
  json::object counts;
  for (const auto& [missing, count] : by_missing) counts[missing] = count;
  return {{"count", made.whole.undecided}, {"missing", std::move(counts)}, {"first", std::move(named)}};
}

json::object held_json(const funds::Calculation& made) {
  std::map<std::string, std::int64_t> by_check;
  json::array named;
  for (const funds::RunPayment& payment : made.payments) {
    for (const auto& [check, evidence] : payment.input.holds) {
      const std::string name(record::Leaf<plan::PaymentCheck>::to_json_text(check));
      ++by_check[name];
      if (named.size() < k_named) named.push_back({{"id", std::to_string(payment.entitlement.subject)}, {"region", payment.entitlement.region.text()}, {"check", name}, {"evidence", evidence}});
    }
  }
  json::object counts;
  for (const auto& [check, count] : by_check) counts[check] = count;
  return {{"count", made.whole.held}, {"checks", std::move(counts)}, {"first", std::move(named)}};
}

json::object run_json(const Shown& shown, const Asked& asked, const Period& period) {
  const funds::Calculation& made = shown.calculation;
  return {{"plan", asked.plan.plan->content.head.value.plan},
          {"subsidy", asked.subsidy},
          {"name", funds::subsidy_name(*asked.plan.plan, asked.subsidy)},
          {"period", period.text()},
          {"region", asked.place.text()},
          {"journal_sequence", shown.sequence},
          {"again", shown.again},
          {"looked_at", made.looked_at},
          {"paid", made.whole.paid},
          {"total_fen", made.whole.total.count()},
          {"regions", regions_json(made, asked)},
          {"undecided", undecided_json(made)},
          {"held_back", held_json(made)},
          {"inputs_sha256", shown.inputs_digest},
          {"file_sha256", made.file_digest}};
}

void print_run(const Shown& shown, const Asked& asked, const Period& period, std::ostream& out) {
  const funds::Calculation& made = shown.calculation;
  out << funds::subsidy_name(*asked.plan.plan, asked.subsidy) << " " << period.text() << (shown.again ? "（由已固化的依据）" : "") << "\n地区\t笔数\t金额（元）\t暂缓\t待补\n";
  for (const auto& [region, total] : made.by_region)
    out << asked.plan.library->regions.name(region) << "\t" << total.paid << "\t" << total.total.yuan_text() << "\t" << total.held << "\t" << total.undecided << "\n";
  out << "合计\t" << made.whole.paid << "\t" << made.whole.total.yuan_text() << "\t" << made.whole.held << "\t" << made.whole.undecided << "\n发放文件 SHA-256\t" << made.file_digest << "\n";
}

CheckedResult<funds::PreparedRun> prepared_as_of(store::Store& store, const Asked& asked, const Period& period, std::int64_t sequence) {
  const auto paid = funds::paid_subsidy(*asked.plan.plan, asked.subsidy);
  if (!paid) return Refusals{paid.error()};
  const auto subsidy = funds::subsidy_rules(*asked.plan.plan->book, *paid);
  if (!subsidy) return Refusals{subsidy.error()};
  const funds::FieldsRead needed = funds::fields_needed(*asked.plan.plan->book, *subsidy, store.tables());
  const rules::Facts facts = store.read([&](store::Snapshot& snapshot) { return funds::facts_as_of(snapshot, sequence, *asked.plan.plan->facts_layout, needed); });
  return funds::prepare_run(store, {asked.plan.plan, asked.subsidy, period, asked.place}, facts, sequence);
}

CheckedResult<Shown> shown_again(store::Store& store, const funds::SubsidyRun& run) {
  auto opened = funds::open_run(store, run);
  if (!opened) return opened.error();
  auto calculation = funds::calculate(*opened);
  if (!calculation) return calculation.error();
  return Shown{std::move(*calculation), run.inputs_digest, run.journal_sequence, true};
}

CheckedResult<Shown> kept_run(store::Store& store, const Asked& asked, const Period& period) {
  const store::Acting acting = store::Acting::system("subsidy");
  const auto claimed = funds::claim_run(store, acting, {asked.plan.plan, asked.subsidy, period, asked.place});
  if (!claimed) return Refusals{claimed.error()};
  if (claimed->run.frozen) return shown_again(store, claimed->run);
  if (!claimed->made) return Refusals{refuse("funds.computing_elsewhere", {period.text()})};
  auto prepared = prepared_as_of(store, asked, period, store.journal_head());
  // A draft over empty registers would stand in the way of the real run.
  if (prepared && prepared->calculation.looked_at == 0) prepared = Refusals{refuse("funds.empty_registers")};
  if (!prepared) {
    static_cast<void>(store.write(acting, funds::failing(claimed->run.id, prepared.error().front().code)));
    return prepared.error();
  }
  const store::Command keep = funds::keeping(store, claimed->run.id, *prepared);
  if (const Result<void> kept = store.write(acting, keep).result(); !kept) return Refusals{kept.error()};
  return Shown{std::move(prepared->calculation), funds::digest_of(prepared->inputs), prepared->sequence, false};
}

CheckedResult<Shown> computed(store::Store& store, const Options& options, const Asked& asked, const Period& period) {
  const auto as_of = number_between<std::int64_t>(options, "as-of", 1, store.journal_head());
  if (!as_of) return Refusals{as_of.error()};
  if (!*as_of && !options.has("trial")) return kept_run(store, asked, period);
  auto prepared = prepared_as_of(store, asked, period, as_of->value_or(store.journal_head()));
  if (!prepared) return prepared.error();
  return Shown{std::move(prepared->calculation), funds::digest_of(prepared->inputs), prepared->sequence, false};
}

int run(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto asked = asked_of(options);
  if (!asked) return say_refused(asked.error(), err);
  const auto period = period_of(options, "period");
  if (!period) return say_refused({period.error()}, err);
  const auto shown = computed(store, options, *asked, *period);
  if (!shown) return say_refused(shown.error(), err);
  if (const auto path = options.value("file")) {
    const auto written = write_whole_file(*path, shown->calculation.file);
    if (!written) return say_refused({written.error()}, err);
  }
  if (options.has("json")) out << json::serialize(run_json(*shown, *asked, *period)) << "\n";
  else print_run(*shown, *asked, *period, out);
  return 0;
}

CheckedResult<funds::OpenedRun> opened_run(store::Store& store, const Asked& asked, const Period& period) {
  const auto found = store.read([&](store::Snapshot& snapshot) {
    return snapshot.first<funds::SubsidyRun>(store::Scope::country(), store::Filter().equals("region", asked.place).equals("subsidy", asked.subsidy).equals("period", period).equals("attempt", std::int32_t{0}));
  });
  if (!found) return Refusals{refuse("funds.run.not_found", {period.text()})};
  return funds::open_run(store, *found);
}

json::object step_json(const funds::Step& step) {
  json::array facts;
  for (const funds::ChangedFact& fact : step.facts) facts.push_back({{"field", fact.field}, {"before", fact.before}, {"after", fact.after}});
  return {{"reason", record::Leaf<funds::Reason>::to_json_text(step.reason)}, {"change_fen", step.change.count()}, {"facts", std::move(facts)}};
}

json::object comparison_json(const funds::RunComparison& comparison) {
  json::object reasons;
  for (const auto& [reason, total] : comparison.by_reason)
    reasons[record::Leaf<funds::Reason>::to_json_text(reason)] = {{"people", total.people}, {"change_fen", total.change.count()}};
  json::array people;
  for (const funds::Difference& each : comparison.differences) {
    json::array steps;
    for (const funds::Step& step : each.steps) steps.push_back(step_json(step));
    people.push_back({{"id", std::to_string(each.subject)}, {"before_fen", each.before.count()}, {"after_fen", each.after.count()}, {"steps", std::move(steps)}});
  }
  return {{"before_fen", comparison.before.count()}, {"after_fen", comparison.after.count()}, {"reasons", std::move(reasons)}, {"people", std::move(people)}};
}

std::string label_of(funds::Reason reason) {
  const std::string name(record::Leaf<funds::Reason>::to_json_text(reason));
  const record::DictionaryEntry* row = record::dictionary().find("difference_reason", name);
  return row == nullptr ? name : row->label(Language::zh);
}

int diff(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto asked = asked_of(options);
  if (!asked) return say_refused(asked.error(), err);
  const auto from = period_of(options, "from"), to = period_of(options, "to");
  if (!from) return say_refused({from.error()}, err);
  if (!to) return say_refused({to.error()}, err);
  const auto before = opened_run(store, *asked, *from), after = opened_run(store, *asked, *to);
  if (!before) return say_refused(before.error(), err);
  if (!after) return say_refused(after.error(), err);
  const auto comparison = funds::compare_runs(*before, *after);
  if (!comparison) return say_refused(comparison.error(), err);
  if (options.has("json")) {
    out << json::serialize(comparison_json(*comparison)) << "\n";
    return 0;
  }
  out << from->text() << "\t" << comparison->before.yuan_text() << "\n" << to->text() << "\t" << comparison->after.yuan_text() << "\n";
  for (const auto& [reason, total] : comparison->by_reason)
    out << label_of(reason) << "\t" << total.people << "\t" << total.change.yuan_text() << "\n";
  return 0;
}

bool named(Words words, std::string_view option) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word == option || word.starts_with(std::string(option) + "="); });
}

}  // namespace

int subsidy_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const std::string_view verb = words.empty() ? std::string_view() : words.front();
  const bool complete = named(words, "--plan") && named(words, "--subsidy") && (verb == "run" ? named(words, "--period") : named(words, "--from") && named(words, "--to"));
  if ((verb != "run" && verb != "diff") || !complete) {
    err << k_usage;
    return 2;
  }
  const Words rest = words.subspan(1);
  if (verb == "run")
    return with_existing_store(rest, {"plan", "subsidy", "period", "region", "as-of", "file"}, {"json", "trial"}, k_usage, err,
                      [&](const Options& options, store::Store& store) { return run(options, store, out, err); });
  return with_existing_store(rest, {"plan", "subsidy", "from", "to", "region"}, {"json"}, k_usage, err,
                    [&](const Options& options, store::Store& store) { return diff(options, store, out, err); });
}

}  // namespace laoyou::app
