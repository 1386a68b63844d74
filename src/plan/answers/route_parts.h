// What the files of this room's route table share: finding the plan and the region a request speaks of.
#pragma once

#include <functional>
#include <memory>

#include "http/declare_route.h"
#include "plan/answers/plan_answers.h"
#include "plan/answers/requests.h"
#include "plan/answers/room.h"
#include "store/actor_of.h"

namespace laoyou::plan {

/// What every handler of a plan needs: the library it was found in and the plan itself.
struct Found {
  std::shared_ptr<const Library> library;
  std::shared_ptr<const Plan> plan;
};

/// A plan concerns an account when one of their regions lies within the other.
bool concerns(const Plan& plan, RegionCode scope);
/// A published plan, whoever asks. Refused as "plan.not_found".
Result<Found> find_published(const Services& services, std::string_view key);
/// A plan that concerns who acts; another city's is answered as if it were not there.
Result<Found> find_plan(const Services& services, const store::Acting& acting, std::string_view key);
PlanList list_plans(const Services& services, const std::function<bool(const Plan&)>& wanted, Date today);
/// The region a screen asks for: the one named, else the plan's own as far as the scope reaches. Refused as "plan.region_outside".
Result<RegionCode> region_for(const Found& found, const store::Acting& acting, const std::optional<RegionCode>& asked);

/// What tells one request from another.
template <record::Described Request>
std::string key_of(const Request& request) {
  std::string key;
  record::write_json(key, request, record::View{});
  return key;
}
/// The same where the account's scope goes into the answer as well.
template <record::Described Request>
std::string key_of(const Request& request, RegionCode scope) {
  return key_of(request) + ' ' + scope.text();
}

/// The kept answer about a plan, or the one that make() gives now; nothing but the plan, the day and the key goes into it.
template <record::Described Answer, class Make>
http::Kept<Answer> kept_of_plan(const Services& services, const Found& found, Date today, const std::string& key, Make&& make) {
  const AnswerSource source{found.library, today};
  http::Kept<Answer> kept = services.kept->find<Answer>(key, source);
  return kept.body ? kept : services.kept->keep<Answer>(key, source, make());
}

/// The kept answer to a request, or the one that make(Snapshot&) gives now; reported values go into it, and with `registers_as_of` computed ones.
template <record::Described Answer, class Make>
Result<http::Kept<Answer>> kept_answer(const Services& services, const std::shared_ptr<const Library>& library, Date today, const std::string& key, Make&& make,
                                       std::int64_t registers_as_of = 0) {
  return services.store.read([&](store::Snapshot& reading) -> Result<http::Kept<Answer>> {
    const AnswerSource source = services.kept->source(reading, library, today, registers_as_of);
    if (http::Kept<Answer> kept = services.kept->find<Answer>(key, source); kept.body) return kept;
    const Result<Answer> made = make(reading);
    if (!made) return made.error();
    return services.kept->keep(key, source, *made);
  });
}

/// The last change to what the plan's rules look at; 0 where it has none.
inline std::int64_t registers_as_of(const Services& services, const Plan& plan) { return plan.book ? services.facts.changed_at(plan.book) : 0; }

// One for each file of the table.
void add_plan_routes(const Services& services, http::RouteTable& table);
void add_indicator_routes(const Services& services, http::RouteTable& table);
void add_matrix_routes(const Services& services, http::RouteTable& table);
void add_period_form_routes(const Services& services, http::RouteTable& table);
void add_bundle_routes(const Services& services, http::RouteTable& table);
void add_circular_routes(const Services& services, http::RouteTable& table);
void add_report_routes(const Services& services, http::RouteTable& table);
void add_reading_routes(const Services& services, http::RouteTable& table);
void add_region_routes(const Services& services, http::RouteTable& table);
void add_public_routes(const Services& services, http::RouteTable& table);

}  // namespace laoyou::plan
