#include "plan/reports/report_notices.h"

#include "plan/indicators/sheet_words.h"

namespace laoyou::plan {
namespace {

using notices::Addressee;
using notices::Importance;

constexpr notices::Kind k_submitted{"notice.report_submitted", Importance::dated};
constexpr notices::Kind k_returned{"notice.report_returned", Importance::urgent};
constexpr notices::Kind k_approved{"notice.report_approved", Importance::message};
constexpr notices::Kind k_owed{"notice.report_owed", Importance::dated};

std::string link_to(const std::string& plan, RegionCode region, const Period& period) {
  return "/plans/" + plan + "/period-form?region=" + region.text() + "&period=" + period.text();
}

/// The place and the period, as the sentences begin.
std::pair<std::vector<std::string>, std::vector<std::string>> words_of(const Library& library, RegionCode region, const Period& period) {
  const std::string place = library.regions.name(region);
  return {{place, period_words(period)}, {place, period.text()}};
}

/// `where` is read from above: accounts of places below it are not told.
void tell(store::Writing& writing, const Library& library, const notices::Kind& kind, const PeriodReport& report, RegionCode where, Addressee to, const std::string& more = {}) {
  auto [words, words_en] = words_of(library, report.region, report.period);
  if (!more.empty()) {
    words.push_back(more);
    words_en.push_back(more);
  }
  notices::tell(writing, {kind, notices::cause(report), writing.now().text(), std::move(to), where, std::move(words), std::move(words_en),
                          link_to(report.plan, report.region, report.period)});
}

std::string cause_of_owing(const std::string& plan, RegionCode region, const Period& period) { return "report_owed:" + plan + "/" + region.text() + "/" + period.text(); }

}  // namespace

void tell_submitted(store::Writing& writing, const Library& library, const PeriodReport& report) {
  notices::settle(writing, notices::cause(report), {k_returned.code});
  settle_owed(writing, report);
  const auto plan = library.find(report.plan);
  const bool whole = !plan || plan->content.head.value.region == report.region;
  // The place's own officers do not sign what it reports, so they are not told that it waits.
  tell(writing, library, k_submitted, report, whole ? report.region : report.region.parent().value_or(report.region), Addressee::holders(powers::Power::values_sign));
}

void tell_returned(store::Writing& writing, const Library& library, const PeriodReport& report) {
  settle_submitted(writing, report);
  if (report.submitted_by) tell(writing, library, k_returned, report, report.region, Addressee::account(*report.submitted_by), report.remark.value_or(""));
}

void tell_approved(store::Writing& writing, const Library& library, const PeriodReport& report) {
  settle_submitted(writing, report);
  if (report.submitted_by) tell(writing, library, k_approved, report, report.region, Addressee::account(*report.submitted_by));
}

void settle_submitted(store::Writing& writing, const PeriodReport& report) { notices::settle(writing, notices::cause(report), {k_submitted.code}); }

void tell_owed(store::Writing& writing, const Library& library, const std::string& plan, RegionCode region, const Period& period, const std::optional<Date>& due) {
  auto [words, words_en] = words_of(library, region, period);
  notices::tell(writing, {k_owed, cause_of_owing(plan, region, period), writing.now().beijing_day().text(), Addressee::reporters_of(region), region,
                          std::move(words), std::move(words_en), link_to(plan, region, period), due});
}

void settle_owed(store::Writing& writing, const PeriodReport& report) { notices::settle(writing, cause_of_owing(report.plan, report.region, report.period), {k_owed.code}); }

}  // namespace laoyou::plan
