#include "http/declare_route.h"
#include "whatif/groups.h"
#include "whatif/proposals.h"
#include "whatif/years.h"
#include "store/actor_of.h"

namespace laoyou::whatif {

using http::Context;
using powers::Power;

std::vector<store::TableDefinition> tables() { return {store::table<Proposal>({store::indexed({"plan", "region"})})}; }

namespace {

void add_proposal_routes(const Services& services, http::RouteTable& table) {
  const http::Access readers = http::needs({Power::plan_read}), makers = http::needs({Power::values_report}).also(Power::plan_read);
  table.push_back(http::post("/api/plans/{plan}/proposals", makers, {"提出一个改法", "Propose a variant"}, [services](Context& context, const NewProposalRequest& request) { return make_proposal(services, store::acting_of(context), request, context.language()); })
                      .heavy()
                      .creates());
  table.push_back(http::get("/api/plans/{plan}/proposals", readers, {"提出过的改法", "Variants that were proposed"},
                            store::acted<Context>(services, list_proposals)));
  table.push_back(http::get("/api/plans/{plan}/proposals/{id}", readers, {"一个改法和它的测算结果", "A proposal and what it gave"}, store::acted<Context>(services, one_proposal)));
  table.push_back(http::get("/api/plans/{plan}/proposals/{id}/difference", readers, {"写进方案会改哪几行", "The lines that carrying it would change"}, store::acted<Context>(services, difference)));
  table.push_back(http::post("/api/plans/{plan}/proposals/{id}/carry", http::needs({Power::plans_reload}).in_person(), {"把改法写进方案", "Carry a proposal into the plan"}, store::acted<Context>(services, carry))
                      .heavy()
                      .refuses(409, "whatif.other_difference")
                      .refuses(409, "whatif.not_open")
                      .refuses(409, "record.changed")
                      .refuses(403, "whatif.not_your_plan"));
  table.push_back(http::post("/api/plans/{plan}/proposals/{id}/withdraw", makers, {"撤回一个改法", "Withdraw a proposal"}, store::acted<Context>(services, withdraw))
                      .refuses(409, "whatif.not_open")
                      .refuses(409, "record.changed"));
}

}  // namespace

http::RouteTable routes(Services services) {
  const http::Access readers = http::needs({Power::plan_read});
  http::RouteTable table;
  table.push_back(http::get("/api/plans/{plan}/what-if", readers, {"可以试着改的参数和规则", "The figures and rules that can be changed on trial"},
                            [services](Context& context, const LeversRequest& request) -> Result<Levers> {
                              const Result<Asked> asked = asked_of(services, store::acting_of(context), request.plan, request.region, request.period);
                              if (!asked) return asked.error();
                              return levers_of(*asked->plan, asked->region, asked->period);
                            }));
  table.push_back(http::post("/api/plans/{plan}/what-if", readers, {"测算几个改法", "Compare variants of a plan"},
                             [services](Context& context, const CompareRequest& request) -> Result<Comparison> {
                               const Result<Asked> asked = asked_of(services, store::acting_of(context), request.plan, request.region, request.period);
                               if (!asked) return asked.error();
                               return compare(*asked, services.facts, request, context.language());
                             })
                      .heavy());
  table.push_back(http::post("/api/plans/{plan}/what-if/groups", readers.also(Power::people_read), {"谁多得、谁少得，按人群", "Who gets more and who gets less, by groups"},
                             [services](Context& context, const GroupsRequest& request) -> CheckedResult<Groups> {
                               const Result<Asked> asked = asked_of(services, store::acting_of(context), request.plan, request.region, request.period);
                               if (!asked) return Refusals{asked.error()};
                               return groups_of(*asked, services.facts, request);
                             })
                      .heavy());
  table.push_back(http::post("/api/plans/{plan}/what-if/years", readers, {"往后几年要花多少", "What it costs in the years to come"},
                             [services](Context& context, const YearsRequest& request) -> CheckedResult<Years> {
                               const Result<Asked> asked = asked_of(services, store::acting_of(context), request.plan, request.region, request.period);
                               if (!asked) return Refusals{asked.error()};
                               return years_of(*asked, services.facts, request);
                             })
                      .heavy());
  add_proposal_routes(services, table);
  return table;
}

}  // namespace laoyou::whatif
