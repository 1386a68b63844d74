#include "plan/reports/reports.h"

namespace laoyou::plan {

using powers::Power;

namespace {

template <class Request>
http::Route step_route(const Services& services, const char* step, http::Access access, http::Summary summary,
                       CheckedResult<ReportAnswer> (*act)(const Services&, const store::Acting&, const Request&)) {
  return http::post("/api/plans/{plan}/report/" + std::string(step), std::move(access), std::move(summary), store::acted<http::Context>(services, act))
      .refuses(403, "reports.not_yours")
      .refuses(403, "reports.own_report")
      .refuses(409, "record.changed");
}

}  // namespace

void add_report_routes(const Services& services, http::RouteTable& table) {
  const http::Access reporters = http::needs({Power::values_report}), signers = http::needs({Power::values_sign});
  table.push_back(http::get("/api/plans/{plan}/reports", http::needs({Power::plan_read}), {"各地一个周期的填报进展", "How far the reports of a period have come"}, store::acted<http::Context>(services, report_list)));
  table.push_back(http::post("/api/plans/{plan}/reports/remind", signers, {"催报", "Remind the places that have not reported"}, store::acted<http::Context>(services, remind)));
  table.push_back(http::get("/api/plans/{plan}/report", http::needs({Power::plan_read}), {"一地一个周期的填报", "The report of one place for one period"}, store::acted<http::Context>(services, report_answer)));
  table.push_back(http::put("/api/plans/{plan}/report", reporters, {"保存填报草稿", "Keep the draft of a report"}, store::acted<http::Context>(services, save_report))
                      .refuses(403, "reports.not_yours"));
  table.push_back(step_route(services, "submit", reporters, {"报送", "Submit a report"}, submit_report));
  table.push_back(step_route(services, "recall", reporters, {"撤回报送", "Take a submitted report back"}, recall_report));
  table.push_back(step_route(services, "return", signers, {"退回填报", "Return a report with a remark"}, return_report));
  table.push_back(step_route(services, "approve", signers, {"审签", "Sign a report"}, approve_report));
  table.push_back(step_route(services, "correct", reporters, {"更正已审签的填报", "Correct what was signed"}, correct_report));
}

}  // namespace laoyou::plan
