#include "planning/answers/reach.h"
#include "planning/report/year_ahead.h"
#include "planning/routes/tables.h"
#include "print/paper_pdf.h"

namespace laoyou::planning {
namespace {

using http::Context;

/// How many years the paper looks ahead, and the first limit that limits.csv names.
constexpr int k_years = 10;

std::vector<ReachAnswer> reach_of(const Services& services, RegionCode region) {
  const Result<View> view = view_of(services, region);
  std::vector<ReachAnswer> answers;
  if (!view) return answers;
  const LimitOfReach& limit = limits_of_reach().front();
  for (const registry::InstitutionKind kind : kinds_of_the_paper())
    if (const Result<Question> question = question_of(kind, TravelWay::walk, limit.minutes, limit.metres, std::nullopt))
      answers.push_back(reach_answer(*view->situation, *question, view->within, *services.regions()));
  return answers;
}

Result<http::FileAnswer> year_ahead(const Services& services, const Context& context, const RegionRequest& request) {
  const RegionCode region = region_of(context, request.region);
  const store::Scope scope = store::Scope::of_account(region);
  const auto names = services.regions();
  YearAhead content;
  content.region_name = names->name(region);
  content.day = context.now().beijing_day();
  content.need = need_answer(services.facts, region, k_years, content.day, *names);
  content.reach = reach_of(services, region);
  services.store.read([&](store::Snapshot& snapshot) {
    content.estates = estate_list(snapshot.select<registry::Development>(scope), services.estate_rules, *names, context.now());
    content.works = works_ahead(snapshot.select<registry::Construction>(scope));
    return 0;
  });
  const print::Paper paper = year_ahead_paper(content);
  return http::FileAnswer{"application/pdf", paper.title + ".pdf", print::print_paper(paper, print::official_layout()).pdf};
}

}  // namespace

http::RouteTable report_routes(const Services& services) {
  http::RouteTable table;
  table.push_back(http::get("/api/planning/year_ahead", http::needs({powers::Power::projects_read}), {"年度展望报告（PDF）", "The year ahead as a paper"},
                            [services](Context& context, const RegionRequest& request) { return year_ahead(services, context, request); })
                      .heavy());
  return table;
}

}  // namespace laoyou::planning
