// Computed values over time (计算值走势): what the rules gave at the end of each month, kept with the version of the rule. Months that nobody kept are
// computed from the journal, which knows the registers of any past day.
#pragma once

#include "facts/facts_as_of.h"
#include "jobs/kind.h"
#include "plan/answers/plan_answers.h"
#include "plan/answers/room.h"

namespace laoyou::plan {

/// What a rule gave for a place at the end of a day. For each plan, indicator, region and day there is at most one.
struct KeptComputed {
  Id<KeptComputed> id;
  RegionCode region;
  std::string plan;
  std::string indicator;
  Date day;                           ///< at whose end, in Beijing
  Period period;                      ///< that the rule was asked for: the year of the day
  Decimal value;                      ///< in the indicator's unit
  std::int64_t journal_sequence = 0;  ///< the last change that is in it
  std::string record;                 ///< the register that the rule counts
  std::int64_t counted = 0;           ///< so many of its records
  std::int64_t undecided = 0;         ///< records left out because facts of theirs are missing
  bool synthetic = false;             ///< some of the records are made up
  std::string rule_version;           ///< facts::rule_version()
};
LAOYOU_RECORD(KeptComputed, "kept_computed", id, region, plan, indicator, day, period, value, journal_sequence, record, counted, undecided, synthetic, rule_version)

/// A month's end at which a plan's rules were asked, so that they are not asked again where they gave nothing.
struct ComputedDay {
  Id<ComputedDay> id;
  RegionCode region;  ///< the plan's own
  std::string plan;
  Date day;
  std::int64_t values = 0;  ///< kept
};
LAOYOU_RECORD(ComputedDay, "computed_day", id, region, plan, day, values)

std::vector<store::TableDefinition> kept_computed_tables();

/// Where an indicator is asked about: the plan in its library, and the place.
struct PlanPlace {
  const Library& library;
  const Plan& plan;
  RegionCode region;
};

/// What the rules give for the place at the end of that day, over the facts of then; the indicators of `only`, or all of them. Ids are not set.
std::vector<KeptComputed> computed_at(const PlanPlace& at, const rules::Facts& facts, const facts::FactsMoment& moment, Date day, std::string_view only = {});

/// One indicator for one place on any past day, out of the journal. Nothing where the rules give no value, or the journal has not begun. Reads the registers that the
/// rule looks at: seconds for a city of a million.
std::optional<KeptComputed> computed_on(store::Snapshot& snapshot, const PlanPlace& at, std::string_view indicator, Date day);

struct KeepReport {
  std::int64_t days = 0;    ///< ends of months that were computed
  std::int64_t values = 0;  ///< kept
};
LAOYOU_RECORD(KeepReport, "kept_computed_report", days, values)

/// Keeps what the rules of every plan give for its place and the places next below, for each month that has ended by `today` and has nothing kept yet: 36 months
/// back at most, and not before the journal's first entry. Asked again, it keeps nothing twice. Throws StoreUnavailable.
KeepReport keep_computed(store::Store& store, const Library& library, const store::Acting& acting, Date today);

/// The work that does it every night.
jobs::JobKind kept_computed_kind(store::Store& store, const RunningPlans& plans, const Clock& clock);

/// GET /api/plans/{plan}/indicators/{indicator}/computed
void add_kept_computed_routes(const Services& services, http::RouteTable& table);

}  // namespace laoyou::plan
