#include "app/demo_evaluation.h"

#include "evaluation/acts.h"
#include "evaluation/shown.h"
#include "store/follower.h"

namespace laoyou::app {
namespace {

using namespace evaluation;
using powers::Power;

class PlayedYear {
 public:
  PlayedYear(const Services& services, const plan::Plan& plan, std::int32_t year)
      : services_(services),
        clock_(Instant::parse(Date::from_calendar(year + 1, 1, 8).value().text() + "T02:00:00Z").value()),
        plan_(plan.content.head.value.plan),
        city_region_(plan.content.head.value.region),
        year_(year) {}

  /// False: this year is there already.
  Result<bool> play(const Scheme& scheme) {
    const auto opened = open_round(services_, city(), {plan_, scheme.head.key, year_});
    if (!opened && opened.error().front().code == "evaluation.opened_already") return false;
    if (!opened) return opened.error().front();
    round_ = {std::stoll(opened->id)};
    weeks_later(2);
    const auto detail = round_detail(services_, city(), {plan_, round_});
    if (!detail) return detail.error().front();
    std::size_t turn = 0;
    for (const PlaceLine& place : detail->places)
      if (const Result<void> done = report_and_review(place.region, turn++); !done) return done.error();
    return finish(*detail, scheme);
  }

 private:
  /// One who may take all steps of `region`; no account stands behind it.
  store::Acting of(RegionCode region) const {
    return {store::Actor{0, "command", "demo"}, store::Scope::of_account(region), {Power::plan_read, Power::values_report, Power::values_sign}, clock_.now()};
  }
  store::Acting city() const { return of(city_region_); }

  /// The acts of a round lie weeks apart, as people's do.
  void weeks_later(std::int64_t weeks) { clock_.advance_milliseconds(weeks * 7 * 86'400'000); }

  template <class T>
  static Result<void> first_of(const CheckedResult<T>& outcome) {
    return outcome ? Result<void>() : Result<void>(outcome.error().front());
  }

  /// Own points from three quarters of each criterion up, by turns.
  static PlaceReport made_up_report(const PlaceDetail& page, std::size_t turn) {
    PlaceReport report;
    report.summary = "演示数据：当年养老托育服务开展情况总结。";
    for (const CriterionRow& row : page.criteria)
      report.answers.push_back({row.criterion.key, share_of(row.criterion.points, 75 + static_cast<std::int64_t>(turn % 4) * 5), "演示数据"});
    for (const TaskLine& line : page.tasks) {
      TaskAnswer answer{line.task.key, turn % 5 == 4, std::nullopt, std::nullopt};
      if (!answer.not_here) answer.done_on = line.task.due.plus_days(turn % 3 == 2 ? 20 : -10);
      report.tasks.push_back(std::move(answer));
    }
    return report;
  }
  static Decimal share_of(Decimal points, std::int64_t percent) { return Decimal::from_millionths(points.millionths() / 100 * percent); }

  Result<void> report_and_review(RegionCode region, std::size_t turn) {
    const store::Acting own = of(region);
    const auto page = place_detail(services_, own, {plan_, round_, region});
    if (!page) return page.error().front();
    if (const auto saved = first_of(save_report(services_, own, {plan_, round_, region, page->report_version, made_up_report(*page, turn)})); !saved) return saved;
    const auto handed_in = submit(services_, own, {plan_, round_, region, page->head.version});
    if (!handed_in) return handed_in.error().front();
    std::vector<GivenPoints> given;
    for (const CriterionRow& row : handed_in->criteria) given.push_back({row.criterion.key, row.score.computed.value_or(share_of(row.criterion.points, 70 + static_cast<std::int64_t>(turn % 3) * 10)), std::nullopt});
    return first_of(review(services_, city(), {plan_, round_, region, handed_in->head.version, given}));
  }

  Result<bool> finish(const RoundDetail& detail, const Scheme& scheme) {
    weeks_later(4);
    const auto told = announce(services_, city(), {plan_, round_, detail.head.version});
    if (!told) return told.error().front();
    for (const PlaceLine& place : told->places) {
      const store::Acting own = of(place.region);
      if (const auto accepted = first_of(accept(services_, own, {plan_, round_, place.region, place.version})); !accepted) return accepted.error();
    }
    weeks_later(3);
    const std::string statement = "演示数据。" + scheme.head.used_for.value_or("");
    if (const auto done = first_of(publish(services_, city(), {plan_, round_, told->head.version, statement, {}})); !done) return done.error();
    return true;
  }

  const Services& services_;
  ManualClock clock_;
  std::string plan_;
  RegionCode city_region_;
  std::int32_t year_;
  Id<EvaluationRound> round_;
};

}  // namespace

Result<int> fill_evaluations(store::Store& store, plan::RunningPlans& plans, const plan::Plan& plan, const Clock& clock) {
  if (plan.content.evaluations.empty()) return 0;
  store::Follower follower(store);
  const facts::FactsKeeper facts(store, follower, plans.current()->facts_layout);  // what has been stored until here
  const Services services{store, plans, facts};
  const std::int32_t year = clock.now().beijing_day().year() - 2;
  int played = 0;
  for (const Scheme& scheme : schemes_of(plan)) {
    PlayedYear one(services, plan, year);
    const Result<bool> done = one.play(scheme);
    if (!done) return done.error();
    played += *done;
  }
  return played;
}

}  // namespace laoyou::app
