#include "cases/statistics.h"

#include "cases/answers.h"

#include <algorithm>
#include <cmath>

namespace laoyou::cases {
namespace {

namespace json = boost::json;

double days_between(Instant from, Instant to) { return static_cast<double>(to.milliseconds - from.milliseconds) / 86'400'000.0; }

/// The value below which `share` of them lie, by the nearest rank; nothing of none.
Measured percentile(std::vector<double> values, double share) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return {std::round(values[std::max<std::size_t>(rank, 1) - 1] * 10) / 10};
}

struct Sum {
  std::int64_t handed_in = 0, open = 0, late = 0, ended = 0, good = 0, in_term = 0, rated = 0, rating = 0, low = 0;
  std::vector<double> days;
};

StatisticsRow row_of(const Sum& sum) {
  StatisticsRow row{"", "", "", sum.handed_in, sum.open, sum.late, sum.ended, sum.good, sum.in_term, sum.rated, sum.low, percentile(sum.days, 0.5), percentile(sum.days, 0.9), {}};
  if (sum.rated > 0) row.rating = {std::round(static_cast<double>(sum.rating) / static_cast<double>(sum.rated) * 10) / 10};
  return row;
}

/// One case among the events that were read of it, in their order.
struct Walk {
  std::vector<CaseEvent> events;
  bool passed() const {
    return std::any_of(events.begin(), events.end(), [](const CaseEvent& each) { return each.act == procedures::Act::pass; });
  }
};

/// Time and returns by step.
struct StepSum {
  std::vector<double> days;
  std::int64_t returned = 0;
};

class Counting {
 public:
  Counting(Desk& desk, const store::Snapshot& snapshot, const StatisticsQuestion& question, Instant now) : desk_(desk), snapshot_(snapshot), question_(question), now_(now) {}

  Statistics run() {
    read_events();
    store::Filter filter = store::Filter().at_least("submitted", question_.from).less("submitted", question_.until);
    if (!question_.procedure.empty()) filter.equals("procedure", question_.procedure);
    snapshot_.each<CaseFile>(store::Scope::of_account(question_.region), filter, [&](const CaseFile& file) { add(file); });
    Statistics all;
    for (const auto& [name, sum] : sums_) put_name(all.rows.emplace_back(row_of(sum)), name);
    if (!question_.procedure.empty()) put_steps(all);
    return all;
  }

 private:
  void read_events() {
    const store::Filter filter = store::Filter().at_least("at", question_.from).order_by("serial");
    snapshot_.each<CaseEvent>(store::Scope::of_account(question_.region), filter, [&](CaseEvent event) { walks_[event.of_case.number].events.push_back(std::move(event)); });
  }

  void add(const CaseFile& file) {
    Sum& sum = sums_[question_.procedure.empty() ? file.procedure : below(file.region).text()];
    const Walk& walk = walks_[file.id.number];
    ++sum.handed_in;
    if (file.phase == procedures::Phase::ended && file.ended) {
      ++sum.ended;
      sum.in_term += walk.passed() ? 0 : 1;
      sum.days.push_back(days_between(*file.submitted, *file.ended));
    } else {
      ++sum.open;
      sum.late += file.due && *file.due <= now_ ? 1 : 0;
    }
    if (file.rating > 0) {
      ++sum.rated;
      sum.rating += file.rating;
      sum.low += file.rating <= 2 ? 1 : 0;
    }
    if (!question_.procedure.empty()) add_steps(walk, file);
  }

  /// The place right below the one asked for.
  RegionCode below(RegionCode region) const {
    while (region.parent() && *region.parent() != question_.region && region != question_.region) region = *region.parent();
    return region;
  }

  void add_steps(const Walk& walk, const CaseFile& file) {
    if (!procedure_) {
      const auto found = desk_.versions.of(snapshot_, file);
      if (found) procedure_ = *found;
    }
    std::map<std::string, double> spent;
    for (std::size_t i = 1; i < walk.events.size(); ++i) {
      const CaseEvent& event = walk.events[i];
      if (!event.step.empty()) spent[event.step] += days_between(walk.events[i - 1].at, event.at);
      if (event.act != procedures::Act::ask) continue;
      ++steps_[event.step].returned;
      const json::object whole = json::parse(event.event).as_object();
      for (const auto& reason : whole.at("reasons").as_array()) ++reasons_[event.step + "/" + std::string(reason.as_string())];
    }
    for (const auto& [step, days] : spent) steps_[step].days.push_back(days);
  }

  void put_name(StatisticsRow& row, const std::string& name) {
    row.key = name;
    row.zh = row.en = question_.procedure.empty() ? name : desk_.services.region_name(RegionCode::parse(name).value());
    if (!question_.procedure.empty()) return;
    for (const ProcedurePtr& each : desk_.services.procedures(question_.region))
      if (each->key == name) {
        row.zh = each->name.zh;
        row.en = english(each->name);
      }
  }

  void put_steps(Statistics& all) {
    std::vector<StepStatistics>& steps = all.steps.emplace();
    std::vector<ReasonCount>& reasons = all.reasons.emplace();
    for (const procedures::Step& step : procedure_ ? procedure_->steps : std::vector<procedures::Step>()) {
      const StepSum& sum = steps_[step.key];
      steps.push_back({step.key, step.name.zh, english(step.name), static_cast<std::int64_t>(sum.days.size()), percentile(sum.days, 0.5), percentile(sum.days, 0.9), sum.returned});
      if (!step.asking) continue;
      for (const procedures::Reason& reason : step.asking->reasons)
        if (const auto found = reasons_.find(step.key + "/" + reason.key); found != reasons_.end())
          reasons.push_back({reason.name.zh, english(reason.name), found->second});
    }
  }

  Desk& desk_;
  const store::Snapshot& snapshot_;
  const StatisticsQuestion& question_;
  const Instant now_;
  std::map<std::string, Sum> sums_;
  std::map<std::int64_t, Walk> walks_;
  std::map<std::string, StepSum> steps_;
  std::map<std::string, std::int64_t> reasons_;
  ProcedurePtr procedure_;
};

}  // namespace

Statistics statistics(Desk& desk, const store::Snapshot& snapshot, const StatisticsQuestion& question, Instant now) { return Counting(desk, snapshot, question, now).run(); }

}  // namespace laoyou::cases
