#include <chrono>

#include "planning/routes/tables.h"
#include "planning/siting/siting.h"
#include "record/json_read.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;

constexpr std::string_view k_kind = "planning.siting";

CheckedResult<jobs::JobRow> ask(const Services& services, Context& context, const SitingRequest& request) {
  SitingRequest asked = request;
  asked.region = region_of(context, request.region);
  const CheckedResult<Question> question = check_siting(rules_for(services, *asked.region), request);
  if (!question) return question.error();
  if (const auto map = services.cities.map_for(*asked.region); !map) return Refusals{map.error()};
  const Result<jobs::Job> job = services.jobs.ask({std::string(k_kind), jobs::acting_of(context), record::to_json(asked)});
  if (!job) return Refusals{job.error()};
  return services.jobs.row(*job, context);
}

CheckedResult<void> run(const Services& services, jobs::JobWork& work) {
  const CheckedResult<SitingRequest> request = record::parse_json<SitingRequest>(work.job().arguments);
  if (!request) return request.error();
  const CheckedResult<Question> question = check_siting(rules_for(services, *request->region), *request);
  if (!question) return question.error();
  const Result<View> view = view_of(services, *request->region);
  if (!view) return Refusals{view.error()};
  const auto begun = std::chrono::steady_clock::now();
  const auto seconds = [begun] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(); };
  const store::Progress progress = work.progress();
  const auto whole = static_cast<std::int64_t>(2 * request->seconds.value_or(10));
  SitingWatch watch;
  watch.seconds = seconds;
  watch.go_on = [&] { return progress(std::min(whole, static_cast<std::int64_t>(seconds())), whole); };
  watch.phase = [&](const char* phase) { work.phase(phase, whole); };
  const auto outcome = choose_sites(*view->situation, *request, *question, view->within, *services.regions(), watch);
  work.report(whole, whole);  // notices a stop
  if (!outcome) return outcome.error();
  work.outcome(record::to_json(*outcome));
  return {};
}

CheckedResult<SitingOutcome> outcome(const Services& services, Context& context, const JobIdRequest& request) {
  const Result<std::string> found = services.jobs.outcome(context, request.job.number, k_kind);
  if (!found) return Refusals{found.error()};
  return record::parse_json<SitingOutcome>(*found);
}

CheckedResult<DraftedProjects> draft(const Services& services, Context& context, const JobIdRequest& request) {
  const CheckedResult<SitingOutcome> chosen = outcome(services, context, request);
  if (!chosen) return chosen.error();
  if (chosen->places.empty()) return Refusals{refuse("planning.nothing_to_draft")};
  std::vector<DraftPlace> places;
  for (const SitedPlace& place : chosen->places) places.push_back({place.region, place.name, place.capacity});
  Result<DraftedProjects> drafted = draft_projects(services, context, chosen->kind, places);
  if (!drafted) return Refusals{drafted.error()};
  return std::move(*drafted);
}

}  // namespace

jobs::JobKind siting_kind(const Services& services) {
  return {std::string(k_kind), [](const jobs::Job&) { return http::Summary{"选址", "Choose sites"}; },
          [](const jobs::Job& job) { return "/planning/siting?job=" + std::to_string(job.id.number); }, [services](jobs::JobWork& work) { return run(services, work); }};
}

http::RouteTable siting_routes(const Services& services) {
  const http::Access readers = http::needs({Power::projects_read}), writers = http::needs({Power::projects_write});
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::post("/api/planning/siting", readers, {"在后台选址", "Choose sites by a job"}, [services](Context& context, const SitingRequest& request) { return ask(services, context, request); })
          .creates()
          .refuses(429, "jobs.too_many"));
  add(http::get("/api/planning/siting/{job}", readers, {"选址的结论", "What choosing sites found"},
                [services](Context& context, const JobIdRequest& request) { return outcome(services, context, request); })
          .never_stored()
          .refuses(404, "jobs.files_gone")
          .refuses(403, "jobs.rights_changed"));
  add(http::post("/api/planning/siting/{job}/draft", writers, {"选址结果拟为项目草案", "Draft the chosen sites as projects"},
                 [services](Context& context, const JobIdRequest& request) { return draft(services, context, request); })
          .creates()
          .refuses(404, "jobs.files_gone")
          .refuses(403, "jobs.rights_changed"));
  return table;
}

}  // namespace laoyou::planning
