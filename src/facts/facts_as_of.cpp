#include "facts/facts_as_of.h"

#include <map>

#include "base/check.h"
#include "rules/facts/feed.h"

namespace laoyou::facts {
namespace {

using Cells = std::vector<record::Cell>;

class Loader {
 public:
  Loader(store::Snapshot& snapshot, const registry::FactsLayout& layout) : snapshot_(snapshot), schema_(layout.schema()), facts_(schema_), feed_(schema_, facts_) {
    layout.follow(feed_, &snapshot.catalog());
  }

  rules::Facts load(std::int64_t sequence, const RecordsRead* needed) {
    for (const rules::RecordKind& kind : schema_.records) {
      if (needed != nullptr && !needed->contains(schema_.find_record(kind.name))) continue;
      const store::Table& table = snapshot_.catalog().table(kind.name);
      const auto before = changed_since(table, sequence);
      snapshot_.each_row(table, store::Scope::country(), {}, [&](store::Row cells) {
        const std::int64_t id = std::get<std::int64_t>(cells[table.plain_id_position()]);
        if (!before.contains(id)) put(kind.name, id, Cells(cells.begin(), cells.end()));
      });
      for (const auto& [id, cells] : before)
        if (cells) put(kind.name, id, *cells);
    }
    for (rules::Table& table : facts_.tables) table.settle();
    return std::move(facts_);
  }

 private:
  std::map<std::int64_t, std::optional<Cells>> changed_since(const store::Table& table, std::int64_t sequence) const {
    std::map<std::int64_t, std::optional<Cells>> before;
    store::JournalQuery query;
    query.after_sequence = sequence;
    query.record = table.name();
    for (;;) {
      const auto entries = snapshot_.journal(store::Scope::country(), query);
      for (const store::JournalEntry& entry : entries)
        before.try_emplace(entry.record_id, entry.before ? std::optional(snapshot_.cells_of(table, *entry.before)) : std::nullopt);
      if (std::ssize(entries) < query.rows) return before;
      query.after_sequence = entries.back().sequence;
    }
  }

  /// A record with a number beyond what rules reckon with is left out, as it is from the live columns.
  void put(const std::string& record, std::int64_t id, Cells cells) {
    rules::FeedEntry entry{facts_.journal_sequence + 1, record, id, std::move(cells)};
    if (const Result<bool> taken = feed_.take(entry); taken) return;
    entry.cells.reset();
    CHECK(feed_.take(entry));
  }

  store::Snapshot& snapshot_;
  const rules::Schema& schema_;
  rules::Facts facts_;
  rules::Feed feed_;
};

}  // namespace

rules::Facts facts_as_of(store::Snapshot& snapshot, std::int64_t sequence, const registry::FactsLayout& layout, const RecordsRead* needed) {
  return Loader(snapshot, layout).load(sequence, needed);
}

store::JournalEntry last_entry_before(store::Snapshot& snapshot, Instant moment, std::int64_t before_sequence) {
  store::JournalQuery query;
  query.until = moment;
  query.before_sequence = before_sequence;
  query.newest_first = true;
  query.rows = 1;
  const auto found = snapshot.journal(store::Scope::country(), query);
  return found.empty() ? store::JournalEntry{} : found.front();
}

}  // namespace laoyou::facts
