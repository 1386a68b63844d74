#include "app/ledger_command.h"

#include <boost/json.hpp>
#include <ostream>

#include "app/open_store.h"
#include "base/messages.h"
#include "ledger/verify.h"
#include "record/leaf.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou ledger verify [--data DIR | --database URL] [--anchor 序号:链值] [--json]\n"
    "  逐笔核验总账：序号、链值、每个科目的余额、限额、待定、各单位合计为零\n";

/// "12:ab34…" as an earlier verification printed it.
Result<ledger::LedgerAnchor> read_anchor(const std::optional<std::string>& text) {
  if (!text) return ledger::LedgerAnchor{};
  const std::size_t colon = text->find(':');
  const auto sequence = record::read_integer(text->substr(0, colon));
  if (colon == std::string::npos || !sequence || *sequence < 1) return refuse("option.unknown_value", {"anchor", *text, "SEQUENCE:HASH"});
  return ledger::LedgerAnchor{*sequence, text->substr(colon + 1)};
}

boost::json::object by_unit(const std::map<ledger::Unit, std::int64_t>& amounts) {
  boost::json::object object;
  for (const auto& [unit, amount] : amounts) object[record::Leaf<ledger::Unit>::to_json_text(unit)] = amount;
  return object;
}

boost::json::object json_of(const ledger::LedgerCheck& found) {
  boost::json::array faults;
  for (const ledger::LedgerFault& fault : found.faults)
    faults.push_back(boost::json::object{{"sequence", fault.sequence}, {"code", fault.cause.code}, {"zh", message(fault.cause, Language::zh)}, {"en", message(fault.cause, Language::en)}});
  return {{"sound", found.sound()},
          {"accounts", found.accounts},
          {"transfers", found.transfers},
          {"turnover", by_unit(found.turnover)},
          {"sum", by_unit(found.sum)},
          {"pending_transfers", found.pending_transfers},
          {"pending_amount", by_unit(found.pending_amount)},
          {"head", boost::json::object{{"sequence", found.head.sequence}, {"hash", found.head.hash}}},
          {"fault_count", found.fault_count},
          {"faults", std::move(faults)}};
}

void tell(const ledger::LedgerCheck& found, std::ostream& out) {
  for (const ledger::LedgerFault& fault : found.faults) {
    if (fault.sequence > 0) out << "第 " << fault.sequence << " 笔：";
    out << message(fault.cause, Language::zh) << "\n";
  }
  if (!found.sound()) {
    out << "总账有误：" << found.fault_count << " 处\n";
    return;
  }
  out << "总账无误：科目 " << found.accounts << " 个，" << found.transfers << " 笔，待定 " << found.pending_transfers << " 笔，各单位合计为零\n"
      << "末笔 " << found.head.sequence << ":" << found.head.hash << "\n";
}

}  // namespace

int ledger_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  return with_store_beside(words, {"anchor"}, {"json"}, k_usage, err, [&](const Options& options, store::Store& store) {
    const Result<ledger::LedgerAnchor> anchor = read_anchor(options.value("anchor"));
    if (!anchor || options.words() != std::vector<std::string>{"verify"}) {
      if (!anchor) err << message(anchor.error(), Language::zh) << "\n";
      err << k_usage;
      return 2;
    }
    const ledger::LedgerCheck found = ledger::verify(store, *anchor);
    if (options.has("json"))
      out << boost::json::serialize(json_of(found)) << "\n";
    else
      tell(found, out);
    return found.sound() ? 0 : 1;
  });
}

}  // namespace laoyou::app
