#include <sodium.h>

#include "base/check.h"
#include "base/shown_text.h"
#include "plan/circulars/circular.h"
#include "plan/answers/route_parts.h"
#include "plan/indicators/readings.h"
#include "plan/signing/report_rights.h"
#include "print/paper_docx.h"
#include "print/paper_pdf.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

namespace {

constexpr std::size_t k_words_bytes_max = 200, k_demands_bytes_max = 4000;

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // its NUL
  return text;
}

std::string from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  CHECK(failed == 0);
  bytes.resize(size);
  return bytes;
}

struct Asked {
  Found found;
  RegionCode region;
};

Result<Asked> asked(const Services& services, const store::Acting& acting, const std::string& plan, const std::optional<RegionCode>& region) {
  const Result<Found> found = find_plan(services, acting, plan);
  if (!found) return found.error();
  const Result<RegionCode> place = region_for(*found, acting, region);
  if (!place) return place.error();
  return Asked{*found, *place};
}

CircularDraft draft_now(const Services& services, const store::Acting& acting, const Asked& of, const Period& period) {
  return services.store.read([&](store::Snapshot& reading) {
    return circular_draft(reading, ReadingsView(reading, services.kept->readings(reading)), *of.found.library, *of.found.plan, of.region, period, acting.at.beijing_day());
  });
}

Result<http::Kept<CircularDraft>> draft(const Services& services, const store::Acting& acting, const CircularRequest& request) {
  const Result<Asked> of = asked(services, acting, request.plan, request.region);
  if (!of) return of.error();
  // Reports go into it, whose changes a kept answer does not follow: it is written each time.
  return http::keep(draft_now(services, acting, *of, request.period));
}

Result<http::FileAnswer> trial_paper(const Services& services, const store::Acting& acting, const CircularPaperRequest& request) {
  const Result<Asked> of = asked(services, acting, request.plan, request.region);
  if (!of) return of.error();
  print::Paper paper = circular_paper(draft_now(services, acting, *of, request.period), {"", of->found.library->regions.name(of->region), "", acting.at.beijing_day()});
  paper.example = true;
  if (request.format == http::PaperFormat::docx) return http::FileAnswer{std::string(http::media_type(http::PaperFormat::docx)), paper.title + ".docx", print::paper_docx(paper, print::official_layout())};
  return http::FileAnswer{"application/pdf", paper.title + ".pdf", print::print_paper(paper, print::official_layout()).pdf};
}

Refusals check(const IssueCircularRequest& request) {
  Refusals wrong;
  const auto check_words = [&](const char* place, const std::string& text, std::size_t bytes_max) {
    if (trimmed(text).empty()) wrong.push_back(at(place, refuse("json.missing_field", {place + 1})));
    if (text.size() > bytes_max) wrong.push_back(at(place, refuse("text.too_long", {std::to_string(bytes_max)})));
  };
  check_words("/number", request.number, k_words_bytes_max);
  check_words("/issuer", request.issuer, k_words_bytes_max);
  if (request.demands && request.demands->size() > k_demands_bytes_max) wrong.push_back(at("/demands", refuse("text.too_long", {std::to_string(k_demands_bytes_max)})));
  return wrong;
}

CircularRow row_of(const Library& library, const Circular& each) {
  return {each.id, each.region, library.regions.name(each.region), each.period, each.number, each.title, each.issuer, each.issued_on, each.paper_code};
}

CheckedResult<CircularRow> issue(const Services& services, const store::Acting& acting, const IssueCircularRequest& request) {
  const Result<Asked> of = asked(services, acting, request.plan, request.region);
  if (!of) return Refusals{of.error()};
  // Who signs what places below report also tells them how they stand.
  if (acting.scope.region() != of->region && !signs(acting, *of->found.plan, of->region)) return Refusals{refuse("reports.not_yours")};
  if (Refusals wrong = check(request); !wrong.empty()) return wrong;
  const Date today = acting.at.beijing_day();
  const print::Paper paper = circular_paper(draft_now(services, acting, *of, request.period),
                                            {std::string(trimmed(request.number)), std::string(trimmed(request.issuer)), std::string(trimmed(request.demands.value_or(""))), today});
  const papers::Issued issued = services.print_with_code(paper);
  Circular circular{{}, 0, of->region, request.plan, request.period, paper.number, paper.title, paper.issuer, today, acting.actor.account, issued.code, base64(issued.pdf)};
  const auto outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    circular.id = writing.new_id<Circular>();
    writing.insert(circular);
    papers::keep(writing, issued, paper, of->region);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done && done.error().code == "store.duplicate") return Refusals{at("/number", refuse("circulars.number_taken", {paper.number}))};
  if (!done) return Refusals{done.error()};
  return row_of(*of->found.library, circular);
}

/// Circulars of places around the caller are for him too.
std::optional<Circular> find(const Services& services, const store::Acting& acting, const CircularIdRequest& request) {
  const auto circular = services.store.read([&](store::Snapshot& reading) { return reading.find(store::Scope::country(), request.id); });
  if (!circular || circular->plan != request.plan) return std::nullopt;
  const RegionCode scope = acting.scope.region();
  return scope.contains(circular->region) || circular->region.contains(scope) ? circular : std::nullopt;
}

Result<http::FileAnswer> issued_paper(const Services& services, const store::Acting& acting, const CircularIdRequest& request) {
  const auto circular = find(services, acting, request);
  if (!circular) return refuse("circulars.not_found");
  return http::FileAnswer{"application/pdf", circular->title + ".pdf", from_base64(circular->paper)};
}

Result<CircularList> list(const Services& services, const store::Acting& acting, const CircularListRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const RegionCode scope = acting.scope.region();
  CircularList all;
  services.store.read([&](store::Snapshot& reading) {
    reading.each<Circular>(store::Scope::country(), store::Filter().equals("plan", request.plan).order_by("issued_on", store::Order::falling), [&](const Circular& each) {
      const bool concerns_caller = scope.contains(each.region) || each.region.contains(scope);
      if (concerns_caller && (!request.region || each.region == *request.region)) all.rows.push_back(row_of(*found->library, each));
    });
    return 0;
  });
  return all;
}

}  // namespace

void add_circular_routes(const Services& services, http::RouteTable& table) {
  const http::Access readers = http::needs({Power::plan_read});
  table.push_back(http::get("/api/plans/{plan}/circular", readers, {"通报底稿", "The circular as of now"}, store::acted<Context>(services, draft)));
  table.push_back(http::get("/api/plans/{plan}/circular/paper", readers, {"通报样张（PDF 或 .docx）", "A trial print of the circular"}, store::acted<Context>(services, trial_paper))
                      .heavy());
  table.push_back(http::post("/api/plans/{plan}/circulars", http::needs({Power::values_sign}), {"印发通报", "Issue the circular"}, store::acted<Context>(services, issue))
                      .creates()
                      .heavy()
                      .refuses(403, "reports.not_yours")
                      .refuses(409, "circulars.number_taken"));
  table.push_back(http::get("/api/plans/{plan}/circulars", readers, {"已印发的通报", "Circulars that were issued"}, store::acted<Context>(services, list)));
  table.push_back(http::get("/api/plans/{plan}/circulars/{id}/paper", readers, {"通报文件", "The paper of a circular"}, store::acted<Context>(services, issued_paper)));
}

}  // namespace laoyou::plan
