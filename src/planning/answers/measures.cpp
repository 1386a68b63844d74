#include "planning/answers/measures.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "planning/answers/reach.h"

namespace laoyou::planning {
namespace {

using registry::ReachCount;

constexpr int k_years_before = 3;
constexpr std::size_t k_counts_a_command = 500;

Question question_of(const Situation& situation, const Measure& measure, registry::InstitutionKind kind) {
  return {kind, measure.way, measure.minutes, measure.metres, measure.group, situation.registers().rules.metres_per_minute(measure.way)};
}

/// By address, the way to the nearest place of any kind that was open on the day; -1 where none is.
std::vector<std::int32_t> nearest_of(const Situation& situation, const Measure& measure, Date day) {
  const City& city = situation.city();
  std::vector<coverage::Position> positions;
  for (const registry::InstitutionKind kind : measure.kinds)
    for (const std::size_t place : situation.open_places(question_of(situation, measure, kind), day))
      positions.push_back(situation.registers().places[place].position(measure.way));
  const Question question = question_of(situation, measure, measure.kinds.front());
  const auto nearest = city.index(question).nearest_places(city.address_positions(measure.way), positions, far_options(city, question));
  std::vector<std::int32_t> times;
  times.reserve(nearest.size());
  for (const coverage::NearestPlace& each : nearest) times.push_back(each.place < 0 ? -1 : each.time_ms);
  return times;
}

bool same_numbers(const ReachCount& a, const ReachCount& b) { return std::tie(a.people, a.reached, a.instead_m) == std::tie(b.people, b.reached, b.instead_m); }

/// What is to be written of one measure: the counts that end, and those that begin or are put right on the day itself.
struct Changes {
  std::vector<ReachCount> ended, begun, mended;
  std::size_t size() const { return ended.size() + begun.size() + mended.size(); }
};

Changes changes_of(const std::vector<ReachCount>& kept, std::vector<ReachCount> found, Date day) {
  std::map<RegionCode, const ReachCount*> open;
  for (const ReachCount& each : kept)
    if (!each.until) open[each.region] = &each;
  Changes changes;
  for (ReachCount& now : found) {
    const auto before = open.find(now.region);
    if (before == open.end()) {
      changes.begun.push_back(std::move(now));
      continue;
    }
    ReachCount old = *before->second;
    open.erase(before);
    if (same_numbers(old, now)) continue;
    if (old.from == day) {
      std::tie(now.id, now.version) = std::pair(old.id, old.version);
      changes.mended.push_back(std::move(now));
    } else {
      old.until = day;
      changes.ended.push_back(std::move(old));
      changes.begun.push_back(std::move(now));
    }
  }
  for (const auto& [region, gone] : open) {
    changes.ended.push_back(*gone);
    changes.ended.back().until = day;
  }
  return changes;
}

Result<void> write(const Changes& changes, store::Store& store, const store::Actor& actor) {
  const auto in_commands = [&](const std::vector<ReachCount>& rows, const auto& put) -> Result<void> {
    for (std::size_t first = 0; first < rows.size(); first += k_counts_a_command) {
      const auto command = [&](store::Writing& writing) -> Result<void> {
        for (std::size_t at = first; at < std::min(first + k_counts_a_command, rows.size()); ++at) put(writing, rows[at]);
        return {};
      };
      if (const Result<void> done = store.write(actor, command).result(); !done) return done.error();
    }
    return {};
  };
  const auto update = [](store::Writing& writing, const ReachCount& row) { writing.update(row); };
  if (const auto done = in_commands(changes.ended, update); !done) return done;
  if (const auto done = in_commands(changes.mended, update); !done) return done;
  return in_commands(changes.begun, [](store::Writing& writing, ReachCount row) {
    row.id = writing.new_id<ReachCount>();
    writing.insert(row);
  });
}

/// The ends of the years before the first count, each holding until the next.
std::vector<ReachCount> years_before(const Situation& situation, const Measure& measure, RegionCode within) {
  const Date today = situation.registers().day;
  std::vector<ReachCount> all;
  std::map<RegionCode, std::size_t> open;
  for (int year = today.year() - k_years_before; year < today.year(); ++year) {
    for (ReachCount& each : count_reach(situation, measure, within, Date::from_calendar(year, 12, 31).value())) {
      const auto before = open.find(each.region);
      if (before != open.end()) {
        if (same_numbers(all[before->second], each)) continue;
        all[before->second].until = each.from;
      }
      open[each.region] = all.size();
      all.push_back(std::move(each));
    }
  }
  return all;
}

}  // namespace

std::vector<ReachCount> count_reach(const Situation& situation, const Measure& measure, RegionCode within, Date day) {
  const Question question = question_of(situation, measure, measure.kinds.front());
  const City& city = situation.city();
  const std::int32_t limit = city.options(question).limit_ms;
  const std::vector<std::int32_t> nearest = nearest_of(situation, measure, day);
  const bool made_up = std::any_of(situation.registers().places.begin(), situation.registers().places.end(), [](const PlaceOnMap& place) { return place.synthetic; });
  std::vector<ReachCount> counts;
  for (const RegionSpan& span : regions_with_addresses(city, within)) {
    if (span.region.level() != RegionLevel::village) continue;
    ReachCount count{{}, 0, span.region, measure.key, day, std::nullopt, 0, 0, 0, std::nullopt, situation.registers().day, made_up};
    double way = 0;
    std::int64_t known = 0;
    for (std::size_t address = span.first; address < span.last; ++address) {
      const std::int64_t people = situation.people(address, measure.group);
      count.people += people;
      if (nearest[address] >= 0 && nearest[address] <= limit) {
        count.reached += people;
      } else if (const auto metres = nearest[address] < 0 ? std::nullopt : city.metres(question, nearest[address])) {
        way += static_cast<double>(people) * *metres;
        known += people;
      }
    }
    if (count.people == 0) continue;
    count.not_reached = count.people - count.reached;
    if (known > 0) count.instead_m = std::llround(way / static_cast<double>(known));
    counts.push_back(std::move(count));
  }
  return counts;
}

Result<MeasureReport> keep_reach(const Situation& situation, const std::vector<Measure>& measures, RegionCode within, store::Store& store, const store::Actor& actor) {
  MeasureReport report;
  const Date day = situation.registers().day;
  for (const Measure& measure : measures) {
    if (situation.registers().rules.metres_per_minute(measure.way) <= 0) continue;  // no plan says how fast that is
    const auto kept = [&] {
      return store.read([&](store::Snapshot& snapshot) { return snapshot.select<ReachCount>(store::Scope(within), store::Filter().equals("measure", measure.key)); });
    };
    auto before = kept();
    if (before.empty()) {
      Changes first;
      first.begun = years_before(situation, measure, within);
      if (const Result<void> done = write(first, store, actor); !done) return done.error();
      before = kept();
    }
    std::vector<ReachCount> found = count_reach(situation, measure, within, day);
    report.villages = std::max(report.villages, static_cast<std::int64_t>(found.size()));
    const Changes changes = changes_of(before, std::move(found), day);
    report.changed += static_cast<std::int64_t>(changes.begun.size() + changes.mended.size());
    if (const Result<void> done = write(changes, store, actor); !done) return done.error();
  }
  return report;
}

}  // namespace laoyou::planning
