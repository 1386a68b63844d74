#include <ostream>

#include "app/command.h"
#include "app/open_store.h"
#include "base/messages.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage = "用法：laoyou journal verify [--data DIR | --database URL] [--anchor BATCH:HASH]\n";

/// A digest as we print it: SHA-256 and SM3 have 64 digits.
bool is_hash(std::string_view text) {
  return text.size() == store::k_first_hash.size() && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "12:ab34…" as an earlier verification or backup printed it.
Result<store::JournalAnchor> read_anchor(const std::optional<std::string>& text) {
  if (!text) return store::JournalAnchor{};
  const std::size_t colon = text->find(':');
  const auto batch = record::read_integer(text->substr(0, colon));
  if (colon == std::string::npos || !batch || *batch < 1 || !is_hash(text->substr(colon + 1))) return refuse("option.unknown_value", {"anchor", *text, "BATCH:HASH"});
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
    const store::Verification found = store.verify(*anchor);
    if (!found.intact()) {
      out << message(found.refusal(), Language::zh) << "\n";
      return 1;
    }
    const store::JournalAnchor& seal = found.journal.last_seal;
    out << "留痕完好：" << found.journal.entries << " 条，封印 " << seal.batch << ":" << seal.hash << "；各表 " << found.rows.rows << " 行与留痕一致\n";
    return 0;
  });
}

}  // namespace laoyou::app
