// The measures of reach that plans name: counted by a job, every night and when asked for, and read from what was kept.
#include <algorithm>
#include <map>
#include <set>

#include "planning/answers/measure_answers.h"
#include "planning/answers/measures.h"
#include "planning/routes/tables.h"
#include "record/json_read.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;
using registry::ReachCount;

constexpr std::string_view k_kind = "planning.reach";

/// The sums over the villages on each day on which one of them changed.
std::vector<MeasurePoint> points_of(const std::vector<ReachCount>& counts) {
  std::map<Date, MeasurePoint> changes;  // of the sums, by day
  const auto add = [&](Date day, const ReachCount& count, std::int64_t sign) {
    changes[day].people += sign * count.people;
    changes[day].reached += sign * count.reached;
  };
  for (const ReachCount& count : counts) {
    add(count.from, count, 1);
    if (count.until) add(*count.until, count, -1);
  }
  std::vector<MeasurePoint> points;
  MeasurePoint sum;
  for (const auto& [day, change] : changes) {
    sum.people += change.people;
    sum.reached += change.reached;
    if (sum.people > 0) points.push_back({day, sum.people, sum.reached, static_cast<double>(sum.reached) / static_cast<double>(sum.people)});
  }
  return points;
}

MeasureRow row_of(const Measure& measure, const std::vector<ReachCount>& counts, const regions::RegionTree& names) {
  constexpr std::size_t k_villages_most = 200;
  MeasureRow row{measure.key, measure.zh, measure.en, measure.source, measure.unverified, measure.way, measure.minutes, measure.metres, measure.group, std::nullopt, 0, 0, 0, 0, 0, points_of(counts), {}};
  for (const ReachCount& count : counts) {
    row.measured = std::max(row.measured.value_or(count.from), count.from);
    if (count.until) continue;
    ++row.villages;
    row.people += count.people;
    row.reached += count.reached;
    if (count.not_reached == 0) continue;
    ++row.villages_short;
    row.short_of.push_back({count.region, names.name(count.region), count.people, count.not_reached, count.instead_m});
  }
  row.share = row.people > 0 ? static_cast<double>(row.reached) / static_cast<double>(row.people) : 0;
  std::sort(row.short_of.begin(), row.short_of.end(), [](const MeasureVillage& a, const MeasureVillage& b) { return std::pair(b.not_reached, a.region) < std::pair(a.not_reached, b.region); });
  if (row.short_of.size() > k_villages_most) row.short_of.resize(k_villages_most);
  return row;
}

MeasureList list(const Services& services, const Context& context, const RegionRequest& request) {
  MeasureList answer;
  answer.region = region_of(context, request.region);
  const auto names = services.regions();
  answer.region_name = names->name(answer.region);
  const auto counts = services.store.read([&](store::Snapshot& snapshot) { return snapshot.select<ReachCount>(store::Scope::of_account(answer.region)); });
  for (const Measure& measure : services.terms(answer.region).measures) {
    std::vector<ReachCount> own;
    std::copy_if(counts.begin(), counts.end(), std::back_inserter(own), [&](const ReachCount& count) { return count.measure == measure.key; });
    answer.rows.push_back(row_of(measure, own, *names));
  }
  return answer;
}

Result<jobs::JobRow> ask(const Services& services, Context& context, const RegionRequest& request) {
  const RegionRequest asked{region_of(context, request.region)};
  if (const auto map = services.cities.map_for(*asked.region); !map) return map.error();
  const Result<jobs::Job> job = services.jobs.ask({std::string(k_kind), jobs::acting_of(context), record::to_json(asked)});
  if (!job) return job.error();
  return services.jobs.row(*job, context);
}

/// Every map's place, or the one asked for.
CheckedResult<void> run(const Services& services, jobs::JobWork& work) {
  std::vector<RegionCode> regions;
  if (work.job().arguments.empty()) {
    for (const StreetMap& map : services.cities.current()) regions.push_back(map.region);
  } else {
    const CheckedResult<RegionRequest> request = record::parse_json<RegionRequest>(work.job().arguments);
    if (!request) return request.error();
    regions.push_back(*request->region);
  }
  work.phase("counting", std::ssize(regions));
  MeasureOutcome outcome;
  for (std::size_t at = 0; at < regions.size(); ++at) {
    work.report(static_cast<std::int64_t>(at), std::ssize(regions));
    const Result<View> view = view_of(services, regions[at]);
    if (!view) return Refusals{view.error()};
    const Result<MeasureReport> kept = keep_reach(*view->situation, services.terms(view->map.region).measures, view->within, services.store, work.acting().actor);
    if (!kept) return Refusals{kept.error()};
    outcome.villages += kept->villages;
    outcome.changed += kept->changed;
  }
  work.outcome(record::to_json(outcome));
  return {};
}

}  // namespace

jobs::JobKind measure_kind(const Services& services) {
  return {std::string(k_kind), [](const jobs::Job&) { return http::Summary{"可达测算", "Count who is reached"}; }, [](const jobs::Job&) { return std::string("/planning/reach"); },
          [services](jobs::JobWork& work) { return run(services, work); }};
}

http::RouteTable measure_routes(const Services& services) {
  http::RouteTable table;
  table.push_back(http::get("/api/planning/measures", http::needs({Power::projects_read}), {"方案和标准所说的可达口径：比例、历次、不可达的村", "The measures of reach that plans name: share, over time, villages"},
                            [services](Context& context, const RegionRequest& request) -> Result<MeasureList> { return list(services, context, request); }));
  table.push_back(http::post("/api/planning/measures/count", http::needs({Power::projects_write}), {"在后台重新测算可达", "Count who is reached, by a job"},
                             [services](Context& context, const RegionRequest& request) { return ask(services, context, request); })
                      .creates()
                      .refuses(429, "jobs.too_many"));
  return table;
}

}  // namespace laoyou::planning
