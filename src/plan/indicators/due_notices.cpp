#include "plan/indicators/due_notices.h"

namespace laoyou::plan {
namespace {

constexpr notices::Kind k_task_due{"notice.task_due", notices::Importance::dated};
constexpr notices::Kind k_milestone_due{"notice.milestone_due", notices::Importance::dated};
constexpr int k_days_ahead = 30, k_days_kept = 30;

/// What of a plan has a day.
struct Dated {
  notices::Kind kind;
  std::string cause;  ///< "task:liuzhou/3"
  Date due;
  std::string title, title_en;
};

std::vector<Dated> dated_rows(const Plan& plan) {
  const std::string& key = plan.content.head.value.plan;
  std::vector<Dated> all;
  for (const auto& row : plan.content.tasks)
    for (const Date due : row.value.due)
      all.push_back({k_task_due, "task:" + key + "/" + row.value.number, due, row.value.title, row.value.title_en.value_or(row.value.title)});
  for (const auto& row : plan.content.milestones)
    if (row.value.due)
      all.push_back({k_milestone_due, "milestone:" + key + "/" + row.value.key, *row.value.due, row.value.content, row.value.content_en.value_or(row.value.content)});
  return all;
}

notices::Told told(const Head& head, const Dated& row) {
  return {row.kind, row.cause, row.due.text(), notices::Addressee::holders(powers::Power::values_report), head.region,
          {head.title, row.title}, {head.title_en.value_or(head.title), row.title_en}, "/plans/" + head.plan + "/tasks", row.due};
}

/// Plans of a country or province stand below those of cities, whose officers have their own.
bool is_run(const Head& head) { return head.region.level() >= RegionLevel::city; }

}  // namespace

std::vector<notices::Told> due_notices(const Library& library, Date today) {
  std::vector<notices::Told> all;
  for (const auto& [key, plan] : library.plans) {
    const Head& head = plan->content.head.value;
    if (!is_run(head)) continue;
    for (const Dated& row : dated_rows(*plan))
      if (row.due >= today && row.due <= today.plus_days(k_days_ahead)) all.push_back(told(head, row));
  }
  return all;
}

void tell_due(store::Writing& writing, const Library& library, Date today) {
  for (const notices::Told& each : due_notices(library, today)) notices::tell(writing, each);
  const store::Filter past = store::Filter().one_of("kind", std::vector<std::string>{std::string(k_task_due.code), std::string(k_milestone_due.code)})
                                 .equals("addressee", notices::Addressee::holders(powers::Power::values_report).text()).equals("open", true).less("due", today.plus_days(-k_days_kept));
  for (const notices::Notice& notice : writing.select<notices::Notice>(store::Scope::country(), past)) notices::settle(writing, notice);
}

}  // namespace laoyou::plan
