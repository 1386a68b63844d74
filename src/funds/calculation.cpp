#include "funds/calculation.h"

#include <algorithm>

#include "base/check.h"
#include "funds/frozen_facts.h"
#include "store/digest.h"

namespace laoyou::funds {
namespace {

/// Entitlements and inputs side by side; inputs without an entitlement stand for earlier months alone.
std::vector<RunPayment> joined(std::vector<Entitlement> entitlements, const std::vector<PaymentInput>& inputs) {
  std::map<std::int64_t, RunPayment> payments;
  for (Entitlement& each : entitlements) {
    PaymentInput input;
    input.subject = each.subject;
    payments.emplace(each.subject, RunPayment{each, std::move(input), each.amount});
  }
  for (const PaymentInput& input : inputs) {
    auto [at, fresh] = payments.try_emplace(input.subject, RunPayment{{input.subject, input.person, input.payee, input.region, Fen()}, {}, Fen()});
    at->second.input = input;
    const std::int64_t net = at->second.entitlement.amount.count() + input.correction.count() - input.recovered.count();
    at->second.amount = Fen::create(std::max<std::int64_t>(0, net)).value();
  }
  std::vector<RunPayment> all;
  for (auto& [subject, payment] : payments) all.push_back(std::move(payment));
  return all;
}

void add(Fen& sum, Fen amount) { sum = sum.plus(amount).value(); }

void count(RegionTotal& total, const RunPayment& payment) {
  if (payment.held()) ++total.held;
  if (payment.held() || payment.amount == Fen()) return;
  ++total.paid;
  add(total.total, payment.amount);
}

}  // namespace

std::string digest_of(std::string_view bytes) { return store::Digest(store::DigestAlgorithm::sha256).bytes(bytes).finish(); }

std::string payment_reference(const std::string& subsidy, const Period& period, std::int64_t subject) { return subsidy + "-" + period.text() + "-" + std::to_string(subject); }

RegionCode part_of(RegionCode place, RegionCode region) {
  RegionCode part = region;
  while (part.parent() && *part.parent() != place && part != place) part = *part.parent();
  return part;
}

CheckedResult<OpenedRun> open_material(RunMaterial material) {
  const registry::FactsLayout layout(material.fields);
  return open_material(std::move(material), layout);
}

CheckedResult<OpenedRun> open_material(RunMaterial material, const registry::FactsLayout& layout) {
  const rules::Schema& schema = layout.schema();
  const auto book = rules::check(material.rules, schema);
  if (!book) return book.error();
  auto facts = unpack_facts(material.facts, schema);
  if (!facts) return Refusals{facts.error()};
  const auto subsidy = subsidy_rules(**book, material.paid);
  if (!subsidy) return Refusals{subsidy.error()};
  return OpenedRun{std::move(material), *book, std::make_shared<const rules::Facts>(std::move(*facts)), *subsidy};
}

CheckedResult<Calculation> calculate(const OpenedRun& run) {
  const RunMaterial& material = run.material;
  Entitlements entitled = entitlements(*run.book, *run.facts, material.period, run.subsidy, material.place);
  Calculation made;
  made.looked_at = entitled.rows;
  made.undecided = std::move(entitled.undecided);
  made.payments = joined(std::move(entitled.paid), material.payments);
  std::vector<PaymentLine> lines;
  for (const RunPayment& payment : made.payments) {
    count(made.whole, payment);
    count(made.by_region[part_of(material.place, payment.entitlement.region)], payment);
    if (payment.held() || payment.amount == Fen()) continue;
    const PaymentInput& to = payment.input;
    lines.push_back({payment_reference(material.paid.subsidy, material.period, payment.entitlement.subject), to.account_name, to.account_number, to.bank_name, payment.amount});
  }
  for (const Undecided& each : made.undecided) {
    ++made.whole.undecided;
    ++made.by_region[part_of(material.place, each.region)].undecided;
  }
  auto file = payment_file(material.layout, {material.period, material.paid.purpose}, lines);
  if (!file) return file.error();
  made.file = std::move(*file);
  made.file_digest = digest_of(made.file);
  return made;
}

}  // namespace laoyou::funds
