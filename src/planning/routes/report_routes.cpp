#include "planning/answers/reach.h"
#include "planning/report/reach_map.h"
#include "planning/report/year_ahead.h"
#include "planning/routes/tables.h"
#include "print/drawing_file.h"
#include "print/paper_docx.h"
#include "print/paper_pdf.h"

namespace laoyou::planning {
namespace {

using http::Context;

/// How many years the paper looks ahead.
constexpr int k_years = 10;

/// A question on a region's map, answered for paper.
struct DrawnReach {
  ReachAnswer answer;
  AreaAnswer area;
};
Result<DrawnReach> drawn_reach(const Services& services, const View& view, const Question& question) {
  Result<AreaAnswer> area = area_answer(*view.situation, question);
  if (!area) return area.error();
  return DrawnReach{reach_answer(*view.situation, question, view.within, *services.regions()), std::move(*area)};
}

/// Where the map comes from, and that it is made up where it is.
std::string source_of(const StreetMap& map) { return map.name + "，" + map.source + (map.synthetic ? "（虚构示例）" : ""); }

std::vector<ReachPart> reach_of(const Services& services, RegionCode region) {
  const Result<View> view = view_of(services, region);
  std::vector<ReachPart> parts;
  if (!view) return parts;
  const std::vector<LimitOfReach> limits = services.terms(region).limits;
  if (limits.empty()) return parts;
  const LimitOfReach& limit = limits.front();
  for (const registry::InstitutionKind kind : kinds_of_the_paper()) {
    const Result<Question> question = question_of(view->situation->registers().rules, kind, TravelWay::walk, limit.minutes, limit.metres, std::nullopt);
    if (!question) continue;
    if (const Result<DrawnReach> drawn = drawn_reach(services, *view, *question))
      parts.push_back({drawn->answer, reach_map(*view->situation, drawn->answer, drawn->area, view->within, source_of(view->map), {})});
  }
  return parts;
}

Result<http::FileAnswer> year_ahead(const Services& services, const Context& context, const PaperRequest& request) {
  const RegionCode region = region_of(context, request.region);
  const store::Scope scope = store::Scope::of_account(region);
  const auto names = services.regions();
  YearAhead content;
  content.region_name = names->name(region);
  content.day = context.now().beijing_day();
  content.need = need_answer(services.facts, region, k_years, content.day, *names, services.terms(region).ratios);
  content.reach = reach_of(services, region);
  services.store.read([&](store::Snapshot& snapshot) {
    content.estates = estate_list(snapshot.select<registry::Development>(scope), services.estate_rules, *names, context.now());
    content.works = works_ahead(snapshot.select<registry::Construction>(scope));
    return 0;
  });
  const print::Paper paper = year_ahead_paper(content);
  if (request.format == http::PaperFormat::docx) return http::FileAnswer{std::string(http::media_type(http::PaperFormat::docx)), paper.title + ".docx", print::paper_docx(paper, print::official_layout())};
  return http::FileAnswer{"application/pdf", paper.title + ".pdf", print::print_paper(paper, print::official_layout()).pdf};
}

/// One map on a sheet of A4 lying on its side.
Result<http::FileAnswer> map_paper(const Services& services, const Context& context, const MapPaperRequest& request) {
  constexpr double k_width_pt = 770, k_height_pt = 443, k_margin_pt = 36, k_dots_per_inch = 200;
  const Result<Question> question = question_of(rules_for(services, region_of(context, request.region)), request.kind, request.way, request.minutes, request.metres, request.group);
  if (!question) return question.error();
  const Result<View> view = view_of(services, region_of(context, request.region));
  if (!view) return view.error();
  const Result<DrawnReach> drawn = drawn_reach(services, *view, *question);
  if (!drawn) return drawn.error();
  const std::string title = services.regions()->name(view->within) + "：" + reach_map_title(drawn->answer);
  const print::Drawing map = reach_map(*view->situation, drawn->answer, drawn->area, view->within, source_of(view->map), {k_width_pt, k_height_pt, title});
  if (request.format == MapPaperFormat::png) return http::FileAnswer{"image/png", title + ".png", print::drawing_png(map, k_dots_per_inch, k_margin_pt)};
  return http::FileAnswer{"application/pdf", title + ".pdf", print::drawing_pdf(map, title, k_margin_pt)};
}

}  // namespace

http::RouteTable report_routes(const Services& services) {
  http::RouteTable table;
  table.push_back(http::get("/api/planning/year_ahead", http::needs({powers::Power::projects_read}), {"年度展望报告（PDF 或 .docx）", "The year ahead as a paper"},
                            [services](Context& context, const PaperRequest& request) { return year_ahead(services, context, request); })
                      .heavy());
  table.push_back(http::get("/api/planning/map_paper", http::needs({powers::Power::projects_read}), {"可达范围图（PDF 或 PNG）", "Who is reached, as a map for paper"},
                            [services](Context& context, const MapPaperRequest& request) { return map_paper(services, context, request); })
                      .heavy());
  return table;
}

}  // namespace laoyou::planning
