#include "whatif/proposals.h"

#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

#include "record/json_read.h"
#include "record/json_write.h"
#include "store/acting.h"

namespace laoyou::whatif {
namespace {

using store::Filter;
using store::Scope;
using store::Writing;

Scope scope_of(const store::Acting& acting) { return Scope::of_account(acting.scope.region()); }

template <record::Described T>
std::string json_of(const T& value) {
  std::string text;
  record::write_json(text, value, record::View{});
  return text;
}

ProposalLine line_of(const Services& services, const plan::Library& library, const Proposal& kept) {
  ProposalLine line{std::to_string(kept.id.number), kept.version, kept.title, kept.reason, kept.region, library.regions.name(kept.region), kept.period, kept.state,
                    services.display_name(kept.made_by), kept.made_at, std::nullopt, kept.carried_at};
  if (kept.carried_by) line.carried_by_name = services.display_name(*kept.carried_by);
  return line;
}

std::optional<Proposal> find(const store::Snapshot& snapshot, const store::Acting& acting, const std::string& plan, std::int64_t id) {
  auto found = snapshot.find<Proposal>(scope_of(acting), Id<Proposal>{id});
  return found && found->plan == plan ? found : std::nullopt;
}

Result<Proposal> kept_proposal(const Services& services, const store::Acting& acting, const std::string& plan, std::int64_t id) {
  const auto found = services.store.read([&](store::Snapshot& snapshot) { return find(snapshot, acting, plan, id); });
  return found ? Result<Proposal>(*found) : refuse("whatif.not_found");
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The whole file or nothing: whoever reads meanwhile finds the old one.
bool write_file(const std::string& path, const std::string& text) {
  const std::string beside = path + ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush()) return false;
  }
  std::error_code failed;
  std::filesystem::rename(beside, path, failed);
  return !failed;
}

/// What the file says now and what it would say.
struct Texts {
  std::string file, before, after;
};

Result<Texts> texts_of(const plan::Plan& plan, const Proposal& kept, Date from, const std::string& document, const std::optional<std::string>& clause) {
  const CheckedResult<Variant> variant = record::parse_json<Variant>(kept.variant);
  if (!variant) return variant.error().front();
  Texts texts{rules_file(plan), "", ""};
  texts.before = read_file(texts.file);
  Result<std::string> after = carried_text(plan, texts.before, *variant, from, document, clause);
  if (!after) return after.error();
  texts.after = std::move(*after);
  return texts;
}

/// The state a proposal comes to, if it is still open and as it was seen.
Result<ProposalLine> settle(const Services& services, const store::Acting& acting, const std::string& plan, std::int64_t id, std::int32_t version, const std::function<void(Proposal&, Writing&)>& change) {
  Proposal changed;
  const auto command = [&](Writing& writing) -> Result<void> {
    auto kept = find(writing, acting, plan, id);
    if (!kept) return refuse("whatif.not_found");
    if (kept->state != ProposalState::open) return refuse("whatif.not_open");
    kept->version = version;
    change(*kept, writing);
    writing.update(*kept);
    ++kept->version;
    changed = *kept;
    return {};
  };
  if (const Result<void> done = services.store.write(acting.actor, command).result(); !done) return done.error();
  return line_of(services, *services.plans.current(), changed);
}

}  // namespace

CheckedResult<ProposalLine> make_proposal(const Services& services, const store::Acting& acting, const NewProposalRequest& request, Language language) {
  const Result<Asked> asked = asked_of(services, acting, request.plan, request.region, request.period);
  if (!asked) return Refusals{asked.error()};
  CompareRequest question;
  question.plan = request.plan;
  question.variants = {request.variant};
  const Result<Comparison> comparison = compare(*asked, services.facts, question, language);
  if (!comparison) return Refusals{comparison.error()};
  if (!comparison->variants.front().refusals.empty()) {
    Refusals refusals;
    for (const VariantRefusal& refusal : comparison->variants.front().refusals) refusals.push_back({"whatif.variant_refused", "/variant", {refusal.message}});
    return refusals;
  }
  if (request.title.empty()) return Refusals{at("/title", refuse("json.missing_field", {"title"}))};
  Proposal made;
  const auto command = [&](Writing& writing) -> Result<void> {
    made = {writing.new_id<Proposal>(), 1, asked->region, request.plan, request.title, request.reason, asked->period, json_of(request.variant), json_of(comparison->variants.front()),
            comparison->journal_sequence, ProposalState::open, writing.actor().account, writing.now(), std::nullopt, std::nullopt, std::nullopt};
    writing.insert(made);
    return {};
  };
  if (const Result<void> done = services.store.write(acting.actor, command).result(); !done) return Refusals{done.error()};
  return line_of(services, *asked->library, made);
}

Result<ProposalList> list_proposals(const Services& services, const store::Acting& acting, const ProposalsRequest& request) {
  const std::string& plan = request.plan;
  const Result<Asked> asked = asked_of(services, acting, plan, std::nullopt, std::nullopt);
  if (!asked) return asked.error();
  ProposalList list;
  services.store.read([&](store::Snapshot& snapshot) {
    for (const Proposal& kept : snapshot.select<Proposal>(scope_of(acting), Filter().equals("plan", plan).order_by("id", store::Order::falling)))
      list.rows.push_back(line_of(services, *asked->library, kept));
    return 0;
  });
  return list;
}

Result<ProposalDetail> one_proposal(const Services& services, const store::Acting& acting, const ProposalRequest& request) {
  const Result<Proposal> kept = kept_proposal(services, acting, request.plan, request.id);
  if (!kept) return kept.error();
  const CheckedResult<Variant> variant = record::parse_json<Variant>(kept->variant);
  const CheckedResult<VariantAnswer> result = record::parse_json<VariantAnswer>(kept->result);
  if (!variant) return variant.error().front();
  if (!result) return result.error().front();
  return ProposalDetail{line_of(services, *services.plans.current(), *kept), *variant, *result};
}

Result<Difference> difference(const Services& services, const store::Acting& acting, const DifferenceRequest& request) {
  const Result<Asked> asked = asked_of(services, acting, request.plan, std::nullopt, std::nullopt);
  if (!asked) return asked.error();
  const Result<Proposal> kept = kept_proposal(services, acting, request.plan, request.id);
  if (!kept) return kept.error();
  const Result<Texts> texts = texts_of(*asked->plan, *kept, request.from, request.document, request.clause);
  if (!texts) return texts.error();
  return difference_of(std::filesystem::path(texts->file).parent_path().filename().string() + "/rules.yaml", texts->before, texts->after);
}

CheckedResult<ProposalLine> carry(const Services& services, const store::Acting& acting, const CarryRequest& request) {
  // One at a time: each begins from the file that the one before it left.
  static std::mutex carrying;
  const std::lock_guard lock(carrying);
  const Result<Asked> asked = asked_of(services, acting, request.plan, std::nullopt, std::nullopt);
  if (!asked) return Refusals{asked.error()};
  if (!acting.scope.region().contains(asked->plan->content.head.value.region)) return Refusals{refuse("whatif.not_your_plan")};
  const Result<Proposal> kept = kept_proposal(services, acting, request.plan, request.id);
  if (!kept) return Refusals{kept.error()};
  if (kept->state != ProposalState::open) return Refusals{refuse("whatif.not_open")};
  const Result<Texts> texts = texts_of(*asked->plan, *kept, request.from, request.document, request.clause);
  if (!texts) return Refusals{texts.error()};
  const std::string digest = difference_of(texts->file, texts->before, texts->after).digest;
  if (digest != request.digest) return Refusals{refuse("whatif.other_difference")};
  if (!write_file(texts->file, texts->after)) return Refusals{refuse("whatif.unwritable", {texts->file})};
  const auto put_back = [&] {
    write_file(texts->file, texts->before);
    (void)services.plans.reload();
  };
  if (const auto loaded = services.plans.reload(); !loaded) {
    const Refusals faults = loaded.error();
    put_back();
    return faults;
  }
  const Result<ProposalLine> settled = settle(services, acting, request.plan, request.id, request.version, [&](Proposal& proposal, Writing& writing) {
    proposal.state = ProposalState::carried;
    proposal.carried_by = writing.actor().account;
    proposal.carried_at = writing.now();
    proposal.carried_digest = digest;
  });
  if (settled) return *settled;
  put_back();
  return Refusals{settled.error()};
}

Result<ProposalLine> withdraw(const Services& services, const store::Acting& acting, const WithdrawRequest& request) {
  return settle(services, acting, request.plan, request.id, request.version, [](Proposal& proposal, Writing&) { proposal.state = ProposalState::withdrawn; });
}

}  // namespace laoyou::whatif
