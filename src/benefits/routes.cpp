#include <algorithm>
#include <map>

#include "benefits/described.h"
#include "benefits/entitled.h"
#include "http/declare_route.h"
#include "registry/collections.h"
#include "registry/registers.h"

namespace laoyou::benefits {
namespace {

using http::Context;
using powers::Power;

CheckedResult<Benefits> find_described(const Services& services, Context& context, const FindRequest& request) {
  const Result<Asked> asked = asked_of_all(services, request.plan, context.now().beijing_day());
  if (!asked) return Refusals{asked.error()};
  const CheckedResult<Described> made = described(*asked->plan->book, request.subjects);
  if (!made) return made.error();
  const rules::RowEvaluator evaluator(*asked->plan->book, made->facts, asked->period);
  Inquiry inquiry{*asked->plan, evaluator, {}, {}, [&](int record) { return made->records.contains(record); }, true, context.language()};
  for (std::size_t i = 0; i < request.subjects.size(); ++i)
    if (request.subjects[i].record == "resident" || request.subjects[i].record == "institution") {
      inquiry.subjects.push_back(made->rows[i]);
      inquiry.labels.push_back(request.subjects[i].label.value_or(""));
    }
  return find_benefits(inquiry, procedures_of(*asked));
}

store::Scope scope_of(const Context& context) { return store::Scope::of_account(context.caller().scope).owned_by(context.caller().owner); }

const collection::Collection* register_of(const std::string& record) {
  static const std::vector<collection::Collection> registers = registry::collections();
  const auto found = std::find_if(registers.begin(), registers.end(), [&](const collection::Collection& each) { return each.record == record; });
  return found == registers.end() ? nullptr : &*found;
}

/// What a caller may call the records of a register: their titles, as far as its scope reaches.
Result<std::map<std::int64_t, std::string>> names_of(const Services& services, const Context& context, const std::string& record, const std::vector<std::int64_t>& ids) {
  return services.store.read([&](store::Snapshot& snapshot) -> Result<std::map<std::int64_t, std::string>> {
    std::map<std::int64_t, std::string> names;
    for (const std::int64_t id : ids)
      if (record == "resident") {
        if (const auto found = snapshot.find<registry::Resident>(scope_of(context), Id<registry::Resident>{id})) names[id] = found->name;
      } else if (record == "institution") {
        if (const auto found = snapshot.find<registry::Institution>(scope_of(context), Id<registry::Institution>{id})) names[id] = found->name;
      }
    return names;
  });
}

/// Those whose register the caller may not read are answered as if they were not there.
Result<Benefits> find_registered(const Services& services, Context& context, const RegisteredRequest& request) {
  const Result<Asked> asked = asked_of_caller(services, context, request.plan, std::nullopt);
  if (!asked) return asked.error();
  const collection::Collection* const kept = register_of(request.record);
  if (kept == nullptr || (request.record != "resident" && request.record != "institution") || !context.caller().powers.has(kept->reads)) return refuse("records.not_found");
  const auto names = names_of(services, context, request.record, {request.id});
  if (!names) return names.error();
  if (names->empty()) return refuse("records.not_found");
  return services.facts.read([&](const rules::Facts& facts, const facts::FactsMoment&) -> Result<Benefits> {
    const rules::Book& book = *asked->plan->book;
    const int record = book.schema.find_record(request.record);
    const std::int64_t row = facts.tables[static_cast<std::size_t>(record)].find(request.id);
    if (row < 0) return refuse("records.not_found");
    const rules::RowEvaluator evaluator(book, facts, asked->period);
    const Inquiry inquiry{*asked->plan, evaluator, {{record, static_cast<std::size_t>(row)}}, {""}, [](int) { return true; }, false, context.language()};
    const FindProcedure procedure = procedures_of(*asked);
    Benefits found = find_benefits(inquiry, procedure);
    for (Benefit& benefit : found.rows)
      if (benefit.procedure) {
        const procedures::Procedure* const begun = procedure(*benefit.procedure);
        benefit.may_begin = std::find(begun->applicants.begin(), begun->applicants.end(), context.caller().role) != begun->applicants.end();
      }
    return found;
  });
}

Result<EntitledList> list_entitled(const Services& services, Context& context, const EntitledListRequest& request) {
  const Result<Asked> asked = asked_of_caller(services, context, request.plan, request.region);
  if (!asked) return asked.error();
  EntitledList list{request.plan, asked->region, asked->library->regions.name(asked->region), asked->period, {}};
  list.rows = services.facts.read([&](const rules::Facts& facts, const facts::FactsMoment&) { return entitled_policies(facts, *asked); });
  std::erase_if(list.rows, [&](const EntitledPolicy& row) {
    const collection::Collection* const kept = register_of(row.record);
    return kept == nullptr || !context.caller().powers.has(kept->reads);
  });
  return list;
}

RegionCode street_of(RegionCode region) { return RegionCode::from_number(rules::cut_region(region.number(), RegionLevel::street)); }

/// Fills in the page's rows and the counts by street.
void fill(Worklist& list, const plan::Library& library, const std::vector<EntitledAt>& entitled, const std::set<std::string>& asked_for, std::vector<EntitledAt>& without) {
  std::map<std::int64_t, StreetCount> streets;
  for (const EntitledAt& row : entitled) {
    StreetCount& street = streets[street_of(row.region).number()];
    ++street.entitled;
    if (asked_for.contains(std::to_string(row.id))) continue;
    ++street.without;
    without.push_back(row);
  }
  for (auto& [number, street] : streets) {
    street.region = RegionCode::from_number(number);
    street.region_name = library.regions.name(street.region);
    list.streets.push_back(std::move(street));
  }
  list.entitled = static_cast<std::int64_t>(entitled.size());
  list.without = static_cast<std::int64_t>(without.size());
}

Result<Worklist> worklist(const Services& services, Context& context, const WorklistRequest& request) {
  constexpr std::int32_t k_page_rows = 50;
  const Result<Asked> asked = asked_of_caller(services, context, request.plan, request.region);
  if (!asked) return asked.error();
  const rules::Book& book = *asked->plan->book;
  const std::vector<PolicyRule> rules = policy_rules(*asked->plan);
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const PolicyRule& each) { return each.policy->number == request.policy; });
  if (rule == rules.end()) return refuse("benefits.policy_without_rule", {request.policy});
  const std::string& record = book.schema.records[static_cast<std::size_t>(rule->record)].name;
  const collection::Collection* const kept = register_of(record);
  if (kept == nullptr || !context.caller().powers.has(kept->reads) || context.caller().owner) return refuse("benefits.not_yours");
  const EntitledRows found = services.facts.read(
      [&](const rules::Facts& facts, const facts::FactsMoment&) { return entitled_rows(facts, book, asked->period, *rule, asked->region); });
  std::set<std::string> asked_for;
  if (rule->policy->procedure)
    asked_for = services.store.read([&](store::Snapshot& snapshot) { return services.asked_for(snapshot, *rule->policy->procedure, record, asked->region); });
  Worklist list;
  list.plan = request.plan;
  list.policy = request.policy;
  list.title = rule->policy->title;
  list.title_en = rule->policy->title_en;
  list.record = record;
  list.source = rule->policy->source;
  list.procedure = rule->policy->procedure;
  list.region = asked->region;
  list.region_name = asked->library->regions.name(asked->region);
  list.period = asked->period;
  list.undecided = found.undecided;
  list.page = std::max(1, request.page.value_or(1));
  list.page_rows = k_page_rows;
  std::vector<EntitledAt> without;
  fill(list, *asked->library, found.entitled, asked_for, without);
  const std::size_t from = std::min(without.size(), static_cast<std::size_t>(list.page - 1) * static_cast<std::size_t>(k_page_rows));
  const std::size_t to = std::min(without.size(), from + static_cast<std::size_t>(k_page_rows));
  std::vector<std::int64_t> ids;
  for (std::size_t i = from; i < to; ++i) ids.push_back(without[i].id);
  const auto names = names_of(services, context, record, ids);
  if (!names) return names.error();
  for (std::size_t i = from; i < to; ++i) {
    const auto name = names->find(without[i].id);
    list.rows.push_back({std::to_string(without[i].id), name == names->end() ? "" : name->second, without[i].region, asked->library->regions.name(without[i].region)});
  }
  return list;
}

}  // namespace

http::RouteTable routes(Services services) {
  const http::Access readers = http::needs({Power::people_read, Power::places_read});
  http::RouteTable table;
  table.push_back(http::post("/api/public/plans/{plan}/benefits", http::open_to_all(), {"看看能享受哪些政策，不留存", "Which benefits there are for whom; nothing is kept"},
                             [services](Context& context, const FindRequest& request) { return find_described(services, context, request); })
                      .heavy()
                      .never_stored());
  table.push_back(http::get("/api/plans/{plan}/benefits/{record}/{id}", readers, {"一个人或一家机构能享受的政策", "The benefits of a registered person or place"},
                            [services](Context& context, const RegisteredRequest& request) { return find_registered(services, context, request); })
                      .heavy()
                      .never_stored());
  table.push_back(http::get("/api/plans/{plan}/entitled", readers, {"每项政策符合条件的有多少", "How many each policy holds for"},
                            [services](Context& context, const EntitledListRequest& request) { return list_entitled(services, context, request); })
                      .heavy());
  table.push_back(http::get("/api/plans/{plan}/entitled/{policy}", readers, {"符合条件还没有办的，按街道", "Entitled and not asked for yet, by street"},
                            [services](Context& context, const WorklistRequest& request) { return worklist(services, context, request); })
                      .heavy()
                      .never_stored());
  return table;
}

}  // namespace laoyou::benefits
