#include "collection/access_note.h"
#include "http/declare_route.h"
#include "record/json_write.h"
#include "standard_addresses/candidates.h"
#include "standard_addresses/room.h"
#include "store/actor_of.h"

namespace laoyou::standard_addresses {
namespace {

using http::Context;
using powers::Power;
using store::Filter;

constexpr std::string_view k_kind = "addresses.geocode";
constexpr std::int64_t k_rows_a_page = 50;

MatchRow row_of(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const AddressMatch& match) {
  MatchRow row{match.id, match.region, place_name(*services.regions(), match.region), match.owner, std::to_string(match.subject), address_of(snapshot, scope, match.owner, match.subject),
               match.certainty, match.doubt, match.score, match.open, match.by_hand, std::nullopt, match.placed_at};
  if (match.standard_address)
    if (const auto standard = snapshot.find(scope, *match.standard_address)) row.standard = standard_text(*standard);
  return row;
}

MatchList list(const Services& services, const Context& context, const MatchesRequest& request) {
  const store::Scope scope = store::Scope::of_account(request.region.value_or(context.caller().scope)).owned_by(context.caller().owner);
  Filter filter;
  if (request.open.value_or(true)) filter.equals("open", true);
  if (request.certainty) filter.equals("certainty", *request.certainty);
  if (request.owner) filter.equals("owner", *request.owner);
  MatchList answer;
  services.store.read([&](store::Snapshot& snapshot) {
    answer.total = snapshot.count<AddressMatch>(scope, filter);
    answer.open = snapshot.count<AddressMatch>(scope, Filter().equals("open", true));
    answer.base = snapshot.count<StandardAddress>(scope, Filter().is_absent("ended"));
    for (const AddressCertainty certainty : {AddressCertainty::door, AddressCertainty::building, AddressCertainty::road, AddressCertainty::village, AddressCertainty::street, AddressCertainty::none})
      answer.counts.push_back({certainty, snapshot.count<AddressMatch>(scope, Filter().equals("certainty", certainty))});
    Filter page = filter;
    page.page(request.after.value_or(0), k_rows_a_page + 1);
    for (const AddressMatch& each : snapshot.select<AddressMatch>(scope, page)) answer.rows.push_back(row_of(services, snapshot, scope, each));
    return 0;
  });
  if (std::ssize(answer.rows) > k_rows_a_page) {
    answer.rows.resize(k_rows_a_page);
    answer.next = request.after.value_or(0) + k_rows_a_page;
  }
  return answer;
}

void explain(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const AddressMatch& match, Date day, MatchPage& page) {
  const auto tree = services.regions();
  // By the whole city, as the job does; only what the caller may choose is offered.
  const std::shared_ptr<const Placer> kept = services.placers.at(snapshot, tree, city_of(match.region), day);
  const Placer& placer = *kept;
  const addresses::ParsedAddress address = addresses::read_address(placer.gazetteer, page.row.address, match.region);
  for (const addresses::Part& part : address.parts)
    if (part.kind != addresses::PartKind::other) page.read.push_back({std::string(addresses::part_name(part.kind)), page.row.address.substr(part.begin, part.end - part.begin)});
  const addresses::Placed placed = placer.geocoder.place(page.row.address, match.region);
  constexpr std::string_view k_agreements[] = {"same", "differs", "not_in_base"};
  for (const addresses::PartScore& part : placed.parts) {
    const bool is_place = part.kind == addresses::PartKind::community;
    const auto shown = [&](const std::string& text) { return is_place && !text.empty() ? tree->name(RegionCode::parse(text).value()) : text; };
    page.agreements.push_back({std::string(addresses::part_name(part.kind)), shown(part.written), shown(part.known), std::string(k_agreements[static_cast<std::size_t>(part.agreement)]), part.weight});
  }
  page.candidates = candidates(placer, *tree, address, placed, match.region, scope.region());
}

Result<void> note_look(const Services& services, const Context& context, const AddressMatch& match) {
  if (match.owner == AddressOwner::institution) return {};
  return services.store.write(store::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    const std::string record = match.owner == AddressOwner::household ? "household" : "residence";
    writing.insert(collection::AccessNote{writing.new_id<collection::AccessNote>(), match.region, record, match.subject, "address", "核对地址位置", context.caller().account, context.now()});
    return {};
  }).result();
}

Result<MatchPage> one(const Services& services, Context& context, const MatchRequest& request) {
  const store::Scope scope = store::acting_of(context).scope;
  MatchPage page;
  std::optional<AddressMatch> match;
  services.store.read([&](store::Snapshot& snapshot) {
    match = snapshot.find(scope, request.id);
    if (!match) return 0;
    page.row = row_of(services, snapshot, scope, *match);
    page.longitude = match->longitude;
    page.latitude = match->latitude;
    page.chosen = match->standard_address;
    explain(services, snapshot, scope, *match, context.now().beijing_day(), page);
    return 0;
  });
  if (!match) return refuse("address_matches.not_found");
  if (match->decided_by) page.decided_by_name = services.account_name(*match->decided_by);
  // Written first: nobody is shown in full where somebody lives whom the journal does not know of.
  if (const Result<void> noted = note_look(services, context, *match); !noted) return noted.error();
  context.show_unmasked();
  return page;
}

Result<AddressSearch> search(const Services& services, const Context& context, const AddressSearchRequest& request) {
  const RegionCode own = context.caller().scope;
  return services.store.read([&](store::Snapshot& snapshot) -> Result<AddressSearch> {
    const auto match = snapshot.find(store::acting_of(context).scope, request.id);
    if (!match) return refuse("address_matches.not_found");
    const auto tree = services.regions();
    const RegionCode city = city_of(match->region);
    const auto placer = services.placers.at(snapshot, tree, city, context.now().beijing_day());
    return searched(*placer, *tree, request.text, match->region, own.contains(city) ? city : own);
  });
}

Result<void> decide(const Services& services, const Context& context, const DecideMatch& decision) {
  return services.store.write(store::acting_of(context), [&](store::Writing& writing) { return decide_match(writing, decision, context.caller().account); }).result();
}

Result<jobs::JobRow> ask(const Services& services, Context& context) {
  const auto job = services.jobs.ask({std::string(k_kind), store::acting_of(context), "{}"});
  if (!job) return job.error();
  return services.jobs.row(*job, context);
}

CheckedResult<void> run(const Services& services, jobs::JobWork& work) {
  work.phase("placing_addresses");
  const auto report = match_addresses(services.store, work.acting(), *services.regions(), work.job().asked_at.beijing_day(), [&](std::int64_t done, std::int64_t whole) { work.report(done, whole); });
  if (!report) return Refusals{report.error()};
  work.outcome(record::to_json(*report));
  return {};
}

}  // namespace

std::vector<jobs::JobKind> job_kinds(const Services& services) {
  return {{std::string(k_kind), [](const jobs::Job&) { return http::Summary{"地址落图", "Place addresses"}; }, [](const jobs::Job&) { return std::string("/addresses"); },
           [services](jobs::JobWork& work) { return run(services, work); }}};
}

http::RouteTable routes(const Services& services) {
  http::RouteTable table;
  table.push_back(http::get("/api/address-matches", http::needs({Power::people_read}), {"登记地址落在何处：待核对的在前", "Where addresses of the registers lie; those that wait for a clerk unless asked otherwise"},
                            [services](Context& context, const MatchesRequest& request) -> Result<MatchList> { return list(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/address-matches/{id}", http::needs({Power::people_read}).also(Power::people_unmask),
                            {"一个地址：各部分、依据和可选的标准地址", "One address: its parts, why it lies there, and standard addresses to choose from; the look is noted"},
                            [services](Context& context, const MatchRequest& request) { return one(services, context, request); })
                      .never_stored());
  table.push_back(http::get("/api/address-matches/{id}/search", http::needs({Power::people_read}),
                            {"在标准地址库里查找：按道路、小区、门牌、村社区的任意部分，最相符的在前", "Standard addresses by pieces of road, estate, number or village, for one address; the best first"},
                            [services](Context& context, const AddressSearchRequest& request) { return search(services, context, request); }));
  table.push_back(http::post("/api/address-matches/{id}/decide", http::needs({Power::people_write}).also(Power::people_unmask),
                             {"选定标准地址或地图上的点；都不选则交回程序", "Choose a standard address or a point; neither gives it back to the program"},
                             [services](Context& context, const DecideMatch& decision) { return decide(services, context, decision); }));
  table.push_back(http::post("/api/address-matches/geocode", http::needs({Power::people_write}), {"在后台给登记地址落图", "Place the addresses of the registers, by a job"},
                             [services](Context& context) { return ask(services, context); })
                      .creates()
                      .refuses(429, "jobs.too_many"));
  return table;
}

}  // namespace laoyou::standard_addresses
