#include "http/declare_route.h"
#include "papers/code.h"
#include "papers/requests.h"
#include "papers/room.h"
#include "print/paper_json.h"
#include "print/paper_pdf.h"
#include "store/actor_of.h"
#include "store/digest.h"

namespace laoyou::papers {
namespace {

using http::Context;
using store::actor_of;
using powers::Power;
using store::Filter;
using store::Scope;
using store::Writing;

CheckedResult<print::Paper> read_paper(const std::string& text) {
  boost::system::error_code malformed;
  const boost::json::value described = boost::json::parse(text, malformed);
  if (malformed || !described.is_object()) return Refusals{at("/paper", refuse("print.not_an_object"))};
  CheckedResult<print::Paper> paper = print::read_paper(described.as_object());
  if (paper) return paper;
  Refusals faults = paper.error();
  for (Refusal& fault : faults) fault.place = "/paper" + fault.place;
  return faults;
}

CheckedResult<http::FileAnswer> issue(const Services& services, Context& context, const IssuePaperRequest& request) {
  const CheckedResult<print::Paper> paper = read_paper(request.paper);
  if (!paper) return paper.error();
  Issued issued = print_with_code(services, *paper);
  const auto command = [&](Writing& writing) -> Result<void> {
    keep(writing, issued, *paper, request.region);
    return {};
  };
  if (const Result<void> done = services.store.write(actor_of(context), command).result(); !done) return Refusals{done.error()};
  return http::FileAnswer{"application/pdf", paper->title + ".pdf", std::move(issued.pdf)};
}

std::optional<IssuedPaper> find(const store::Snapshot& snapshot, const Scope& scope, const std::string& typed) {
  const auto code = read_code(typed);
  return code ? snapshot.first<IssuedPaper>(scope, Filter().equals("code", *code)) : std::nullopt;
}

Result<PublicPaper> verify(const Services& services, const PaperCodeRequest& request) {
  const auto paper = services.store.read([&](store::Snapshot& snapshot) { return find(snapshot, Scope::country(), request.code); });
  if (!paper) return refuse("papers.not_found");
  return PublicPaper{paper->code, paper->issuer, paper->number, paper->title, paper->issued_on, paper->hash, paper->withdrawn_at};
}

Result<void> withdraw(const Services& services, Context& context, const PaperCodeRequest& request) {
  const auto command = [&](Writing& writing) -> Result<void> {
    auto paper = find(writing, Scope::of_account(context.caller().scope), request.code);
    if (!paper) return refuse("papers.not_found");
    if (!paper->withdrawn_at) paper->withdrawn_at = writing.now();
    writing.update(*paper);
    return {};
  };
  return services.store.write(actor_of(context), command).result();
}

}  // namespace

std::vector<store::TableDefinition> tables() { return {store::table<IssuedPaper>({store::unique({"code"})})}; }

Issued print_with_code(const Services& services, print::Paper paper) { return print_under(services, std::move(paper), new_code(services.random)); }

Issued print_under(const Services& services, print::Paper paper, std::string code) {
  Issued issued{std::move(code), {}};
  paper.verify_address = services.address_of_pages + "/verify/" + issued.code;
  if (paper.verify_words.empty()) paper.verify_words = "扫码或输入编号核验本文件：" + issued.code;
  issued.pdf = print::print_paper(paper, print::official_layout()).pdf;
  return issued;
}

void keep(Writing& writing, const Issued& issued, const print::Paper& paper, RegionCode region) {
  const std::string hash = store::Digest(store::DigestAlgorithm::sha256).bytes(issued.pdf).finish();
  writing.insert(IssuedPaper{writing.new_id<IssuedPaper>(), region, issued.code, paper.issuer, paper.number, paper.title, writing.now().beijing_day(), hash, writing.actor().account, std::nullopt});
}

http::RouteTable routes(Services services) {
  // Whoever enters the records that papers speak of.
  const http::Access offices = http::needs({Power::places_write, Power::services_write, Power::projects_write}).in_person();
  http::RouteTable table;
  table.push_back(http::post("/api/papers", offices, {"印发一份文件", "Issue a paper, printed with its code"},
                             [services](Context& context, const IssuePaperRequest& request) { return issue(services, context, request); })
                      .heavy()
                      .never_stored());
  table.push_back(http::post("/api/papers/{code}/withdraw", offices, {"撤回已印发的文件", "Withdraw an issued paper"},
                             [services](Context& context, const PaperCodeRequest& request) { return withdraw(services, context, request); }));
  table.push_back(http::get("/api/public/papers/{code}", http::open_to_all(), {"核验文件", "Whether a paper was issued"},
                            [services](Context&, const PaperCodeRequest& request) { return verify(services, request); }));
  return table;
}

}  // namespace laoyou::papers
