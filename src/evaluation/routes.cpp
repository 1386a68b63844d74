#include "evaluation/acts.h"
#include "evaluation/shown.h"
#include "http/declare_route.h"
#include "store/actor_of.h"

namespace laoyou::evaluation {
namespace {

using http::Context;
using powers::Power;

/// A step that is refused with 409 where the state or the version does not allow it, with 403 where it is not the caller's.
http::Route step(http::Route route) {
  return std::move(route).refuses(403, "evaluation.not_yours").refuses(409, "evaluation.not_now").refuses(409, "record.changed");
}

void add_place_routes(const Services& services, http::RouteTable& table) {
  const http::Access readers = http::needs({Power::plan_read}), reporters = http::needs({Power::values_report}).also(Power::plan_read), reviewers = http::needs({Power::values_sign});
  const std::string place = "/api/plans/{plan}/evaluations/{round}/places/{region}";
  table.push_back(http::get(place, readers, {"一地的年度评价", "One place in a yearly evaluation"}, store::acted<Context>(services, place_detail))
                      .heavy());
  table.push_back(step(http::put(place, reporters, {"保存年度自评", "Keep a place's own report"}, store::acted<Context>(services, save_report))));
  table.push_back(step(http::post(place + "/submit", reporters, {"报送年度自评", "Hand in a place's own report"}, store::acted<Context>(services, submit))
                           .heavy()));
  table.push_back(step(http::post(place + "/return", reviewers, {"退回年度自评", "Return a place's report"}, store::acted<Context>(services, give_back))));
  table.push_back(step(http::post(place + "/review", reviewers, {"评审打分", "Give a place its points"}, store::acted<Context>(services, review))
                           .heavy()));
  table.push_back(step(http::post(place + "/object", reporters, {"对结果提出异议", "Object to the result"}, store::acted<Context>(services, object))));
  table.push_back(step(http::post(place + "/accept", reporters, {"认可结果", "Accept the result"}, store::acted<Context>(services, accept))));
  table.push_back(step(http::post(place + "/answer", reviewers, {"答复异议", "Answer an objection"}, store::acted<Context>(services, answer))));
}

}  // namespace

std::vector<store::TableDefinition> tables() { return {store::table<PlacePaper>({store::unique({"place_evaluation"})})}; }

std::vector<collection::Collection> collections() {
  std::vector<collection::Collection> all;
  all.push_back(collection::collection<EvaluationRound>("/api/evaluation-rounds", {"年度评价", "Yearly evaluations"})
                    .may(Power::plan_read, std::nullopt)
                    .title(&EvaluationRound::title)
                    .key(&EvaluationRound::plan, &EvaluationRound::evaluation, &EvaluationRound::year)
                    .lists({"title", "year", "state", "opened_on", "report_due", "published_on"}));
  all.push_back(collection::collection<PlaceEvaluation>("/api/place-evaluations", {"各地年度评价", "Evaluations of places"})
                    .may(Power::plan_read, std::nullopt)
                    .title(&PlaceEvaluation::title)
                    .key(&PlaceEvaluation::round, &PlaceEvaluation::region)
                    .lists({"title", "round", "state", "submitted_on", "reviewed_on", "accepted_on"}));
  all.push_back(collection::collection<EvaluationEvidence>("/api/evaluation-evidence", {"评价佐证材料", "Evidence for evaluations"})
                    .may(Power::plan_read, Power::values_report)
                    .title(&EvaluationEvidence::title)
                    .fixed(&EvaluationEvidence::place_evaluation)
                    .lists({"place_evaluation", "criterion", "title", "note"})
                    .files({collection::papers(), collection::photographs()}));
  return all;
}

http::RouteTable routes(const Services& services) {
  const http::Access readers = http::needs({Power::plan_read}), signers = http::needs({Power::values_sign});
  const std::string base = "/api/plans/{plan}/evaluations";
  http::RouteTable table;
  table.push_back(http::get(base, readers, {"年度评价", "The yearly evaluations of a plan"}, store::acted<Context>(services, evaluations)));
  table.push_back(step(http::post(base, signers, {"开始一年的评价", "Open a year's evaluation"}, store::acted<Context>(services, open_round))
                           .creates()
                           .refuses(409, "evaluation.opened_already")));
  table.push_back(http::get(base + "/{round}", readers, {"一年的评价", "One year's evaluation"}, store::acted<Context>(services, round_detail)));
  table.push_back(step(http::post(base + "/{round}/announce", signers, {"排名并反馈结果", "Rank the places and tell them their results"}, store::acted<Context>(services, announce)))
                      .refuses(409, "evaluation.not_all_reviewed"));
  table.push_back(step(http::post(base + "/{round}/publish", signers, {"公布结果", "Publish the results"}, store::acted<Context>(services, publish)))
                      .refuses(409, "evaluation.objections_open"));
  add_place_routes(services, table);
  table.push_back(http::get("/api/public/plans/{plan}/evaluations", http::open_to_all(), {"公布的年度评价", "Published evaluations"}, [services](Context&, const EvaluationsRequest& request) { return published(services, request); }));
  return table;
}

}  // namespace laoyou::evaluation
