#include "app/indicators_command.h"

#include <boost/json.hpp>
#include <algorithm>
#include <ostream>

#include "app/chosen_plan.h"
#include "app/engine_command.h"
#include "app/open_store.h"
#include "base/messages.h"
#include "facts/place_totals.h"
#include "plan/indicators/indicator_state.h"
#include "plan/indicators/readings.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou indicators --plan DIR --period 2025 [--region 代码] [--data DIR | --database URL] [--json]\n"
    "  一个地区一个周期的每项指标：登记册计算值与填报值\n";

/// One indicator's two values.
struct Line {
  const plan::Row<plan::Indicator>* indicator = nullptr;
  std::optional<plan::Actual> reported;
  facts::PlaceTotal computed{std::nullopt, facts::NotComputed::no_rule, "", 0, 0, false};
};

struct Asked {
  ChosenPlan plan;
  RegionCode region;
  Period period;
};

/// The reported or, for the plan's own place, written value of that very period.
std::optional<plan::Actual> reported_value(const plan::Row<plan::Indicator>& indicator, const Asked& asked, const std::vector<plan::ReportedValue>& readings, Date today) {
  const bool whole = asked.plan.plan->written_for(indicator.layer, asked.region);
  for (const plan::Actual& actual : plan::value_series(indicator, whole, readings, today))
    if (actual.period == asked.period) return actual;
  return std::nullopt;
}

std::vector<Line> lines_of(store::Store& store, const Asked& asked) {
  const plan::Plan& plan = *asked.plan.plan;
  const Date today = SystemClock().now().beijing_day();
  const auto readings = store.read([&](store::Snapshot& snapshot) { return plan::readings_of_region(snapshot, plan, asked.region); });
  std::vector<Line> lines;
  std::vector<int> rules;
  std::vector<std::size_t> ruled;
  for (const plan::Row<plan::Indicator>& indicator : plan.content.indicators) {
    Line line{&indicator, reported_value(indicator, asked, readings.of(asked.region, indicator.value.key), today), {}};
    line.computed.why_not = facts::NotComputed::no_rule;
    const int rule = plan.book && indicator.value.value ? plan.book->find_rule(indicator.value.key) : -1;
    if (rule >= 0 && plan.book->rules[static_cast<std::size_t>(rule)].record < 0) {
      rules.push_back(rule);
      ruled.push_back(lines.size());
    }
    lines.push_back(std::move(line));
  }
  if (rules.empty()) return lines;
  store::Follower follower(store);
  const facts::FactsKeeper keeper(store, follower, plan.facts_layout);
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment&) {
    const auto totals = facts::place_totals(facts, *plan.book, asked.period, rules, {asked.region});
    for (std::size_t i = 0; i < ruled.size(); ++i) lines[ruled[i]].computed = totals.at(asked.region)[i];
  });
  return lines;
}

boost::json::value number(const std::optional<Decimal>& value) { return value ? boost::json::value(value->approximate()) : boost::json::value(); }

boost::json::object json_of(const Asked& asked, const std::vector<Line>& lines) {
  boost::json::object indicators;
  for (const Line& line : lines) {
    const facts::PlaceTotal& computed = line.computed;
    boost::json::object one{{"name", line.indicator->value.name}, {"unit", line.indicator->value.unit}, {"computed", number(computed.value)},
                            {"reported", number(line.reported ? std::optional(line.reported->value) : std::nullopt)}};
    if (computed.why_not) one["not_computed"] = record::Leaf<facts::NotComputed>::to_json_text(*computed.why_not);
    if (computed.value) {
      one["record"] = computed.record;
      one["counted"] = computed.counted;
      one["undecided"] = computed.undecided;
      one["synthetic"] = computed.synthetic;
    }
    indicators[line.indicator->value.key] = std::move(one);
  }
  return {{"plan", asked.plan.plan->content.head.value.plan}, {"region", asked.region.text()}, {"period", asked.period.text()}, {"indicators", std::move(indicators)}};
}

void print_plainly(const std::vector<Line>& lines, std::ostream& out) {
  const auto text = [](const std::optional<Decimal>& value) { return value ? value->text() : std::string("无"); };
  out << "指标\t名称\t计算值\t填报值\t单位\n";
  for (const Line& line : lines)
    out << line.indicator->value.key << "\t" << line.indicator->value.name << "\t" << text(line.computed.value) << "\t"
        << text(line.reported ? std::optional(line.reported->value) : std::nullopt) << "\t" << line.indicator->value.unit << "\n";
}

CheckedResult<Asked> asked_of(const Options& options) {
  std::optional<RegionCode> region;
  if (const auto text = options.value("region")) {
    const Result<RegionCode> code = RegionCode::parse(*text);
    if (!code) return Refusals{at("--region", code.error())};
    region = *code;
  }
  const Result<Period> period = Period::parse(options.value("period").value_or(""));
  if (!period) return Refusals{at("--period", period.error())};
  auto chosen = choose_plan(options.value("plan").value_or(""), region);
  if (!chosen) return chosen.error();
  const RegionCode place = region.value_or(chosen->region());
  if (!chosen->library->regions.find(place)) return Refusals{at("--region", refuse("regions.not_found", {place.text()}))};
  return Asked{*chosen, place, *period};
}

int show(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto asked = asked_of(options);
  if (!asked) return say_refused(asked.error(), err);
  const std::vector<Line> lines = lines_of(store, *asked);
  if (options.has("json")) out << boost::json::serialize(json_of(*asked, lines)) << "\n";
  else print_plainly(lines, out);
  return 0;
}

}  // namespace

int indicators_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const bool complete = std::any_of(words.begin(), words.end(), [](std::string_view word) { return word.starts_with("--plan"); });
  if (!complete) {
    err << k_usage;
    return 2;
  }
  return with_store(words, {"plan", "region", "period"}, {"json"}, k_usage, err, [&](const Options& options, store::Store& store) { return show(options, store, out, err); });
}

}  // namespace laoyou::app
