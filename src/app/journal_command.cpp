#include <ostream>

#include "app/command.h"
#include "app/open_store.h"
#include "base/messages.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage = "用法：laoyou journal verify [--data DIR | --database URL] [--anchor BATCH:HASH]\n";

/// "12:ab34…" as an earlier verification or backup printed it.
Result<store::JournalAnchor> read_anchor(const std::optional<std::string>& text) {
  if (!text) return store::JournalAnchor{};
  const std::size_t colon = text->find(':');
  const auto batch = record::read_integer(text->substr(0, colon));
  if (colon == std::string::npos || !batch) return refuse("option.unknown_value", {"anchor", *text, "BATCH:HASH"});
  return store::JournalAnchor{*batch, text->substr(colon + 1)};
}

}  // namespace

int journal_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  return with_store_beside(words, {"anchor"}, {}, k_usage, err, [&](const Options& options, store::Store& store) {
    const Result<store::JournalAnchor> anchor = read_anchor(options.value("anchor"));
    if (!anchor || options.words() != std::vector<std::string>{"verify"}) {
      if (!anchor) err << message(anchor.error(), Language::zh) << "\n";
      err << k_usage;
      return 2;
    }
    const store::JournalCheck check = store.verify_journal(*anchor);
    if (!check.intact()) {
      out << message(refuse(store::fault_code(check.fault), {std::to_string(check.first_bad_sequence)}), Language::zh) << "\n";
      return 1;
    }
    const store::RowCheck rows = store.verify_rows();
    if (!rows.intact()) {
      out << message(refuse(store::fault_code(rows.fault), {rows.record, std::to_string(rows.record_id)}), Language::zh) << "\n";
      return 1;
    }
    out << "留痕完好：" << check.entries << " 条，封印 " << check.last_seal.batch << ":" << check.last_seal.hash << "；各表 " << rows.rows << " 行与留痕一致\n";
    return 0;
  });
}

}  // namespace laoyou::app
