#include "funds/run_inputs.h"

#include "funds/bytes.h"
#include "funds/frozen_book.h"
#include "record/packed_extensions.h"
#include "record/json_read.h"
#include "record/json_write.h"

namespace laoyou::funds {
namespace {

constexpr std::string_view k_format = "laoyou run 1";
/// The same with the fields of plans behind the rules.
constexpr std::string_view k_format_with_fields = "laoyou run 2";

Refusal unreadable(std::string what) { return refuse("funds.frozen_unreadable", {std::move(what)}); }

void write_payment(ByteWriter& out, const PaymentInput& payment, std::int64_t before) {
  out.signed_number(payment.subject - before);
  out.signed_number(payment.person - payment.subject);
  out.signed_number(payment.payee - payment.subject);
  out.signed_number(payment.region.number());
  out.signed_number(payment.correction.count());
  out.signed_number(payment.recovered.count());
  out.text(payment.account_name);
  out.text(payment.account_number);
  out.text(payment.bank_name);
  out.number(payment.holds.size());
  for (const auto& [check, evidence] : payment.holds) {
    out.text(record::Leaf<plan::PaymentCheck>::to_json_text(check));
    out.text(evidence);
  }
}

Result<PaymentInput> read_payment(ByteReader& in, std::int64_t before) {
  PaymentInput payment;
  payment.subject = before + in.signed_number();
  payment.person = payment.subject + in.signed_number();
  payment.payee = payment.subject + in.signed_number();
  payment.region = RegionCode::from_number(in.signed_number());
  const Result<Fen> correction = Fen::create(in.signed_number()), recovered = Fen::create(in.signed_number());
  if (!correction || !recovered) return unreadable("amount");
  payment.correction = *correction;
  payment.recovered = *recovered;
  payment.account_name = in.text();
  payment.account_number = in.text();
  payment.bank_name = in.text();
  const std::uint64_t holds = in.number();
  for (std::uint64_t i = 0; i < holds && !in.failed(); ++i) {
    const auto check = record::Leaf<plan::PaymentCheck>::from_json_text(in.text());
    if (!check) return unreadable("check");
    payment.holds.emplace_back(*check, in.text());
  }
  if (in.failed()) return unreadable("payment");
  return payment;
}

}  // namespace

std::string pack_material(const RunMaterial& material) {
  ByteWriter out;
  out.text(material.fields.empty() ? k_format : k_format_with_fields);
  out.text(material.period.text());
  out.text(material.place.text());
  out.text(record::to_json(material.paid));
  out.number(material.layout.size());
  for (const plan::BankColumn& column : material.layout) out.text(record::to_json(column));
  out.text(compress(pack_rules(material.rules)));
  if (!material.fields.empty()) out.text(compress(record::pack_extensions(material.fields)));
  out.text(material.facts);
  ByteWriter payments;
  std::int64_t before = 0;
  for (const PaymentInput& payment : material.payments) {
    write_payment(payments, payment, before);
    before = payment.subject;
  }
  out.number(material.payments.size());
  out.text(compress(payments.bytes()));
  return out.bytes();
}

Result<RunMaterial> unpack_material(std::string_view bytes) {
  ByteReader in(bytes);
  const std::string format = in.text();
  if (format != k_format && format != k_format_with_fields) return unreadable("format");
  const Result<Period> period = Period::parse(in.text());
  const Result<RegionCode> place = RegionCode::parse(in.text());
  const auto paid = record::parse_json<plan::PaidSubsidy>(in.text());
  if (!period || !place || !paid) return unreadable("head");
  RunMaterial material{*period, *place, *paid, {}, {}, {}, {}, {}};
  const std::uint64_t columns = in.number();
  for (std::uint64_t i = 0; i < columns && !in.failed(); ++i) {
    const auto column = record::parse_json<plan::BankColumn>(in.text());
    if (!column) return unreadable("layout");
    material.layout.push_back(*column);
  }
  const auto rules = decompress(in.text());
  auto source = rules ? unpack_rules(*rules) : Result<rules::BookSource>(unreadable("rules"));
  if (!source) return source.error();
  material.rules = std::move(*source);
  if (format == k_format_with_fields) {
    const auto packed_fields = decompress(in.text());
    auto fields = packed_fields ? record::unpack_extensions(*packed_fields) : std::nullopt;
    if (!fields) return unreadable("fields");
    material.fields = std::move(*fields);
  }
  material.facts = in.text();
  const std::uint64_t count = in.number();
  const auto packed = decompress(in.text());
  if (in.failed() || !in.at_end() || !packed) return unreadable("payments");
  ByteReader payments(*packed);
  for (std::uint64_t i = 0; i < count; ++i) {
    auto payment = read_payment(payments, material.payments.empty() ? 0 : material.payments.back().subject);
    if (!payment) return payment.error();
    material.payments.push_back(std::move(*payment));
  }
  return material;
}

}  // namespace laoyou::funds
