#include "facts/facts_keeper.h"

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::facts {
namespace {

std::int64_t id_of(const store::Table& table, store::Row cells) { return std::get<std::int64_t>(cells[table.plain_id_position()]); }

FactsMoment moment_of(store::Snapshot& snapshot) {
  FactsMoment moment{snapshot.journal_head().sequence, {}};
  store::JournalQuery last;
  last.newest_first = true;
  last.rows = 1;
  for (const store::JournalEntry& entry : snapshot.journal(store::Scope::country(), last)) moment.at = entry.at;
  return moment;
}

}  // namespace

FactsKeeper::FactsKeeper(store::Store& store, store::Follower& follower, std::shared_ptr<const registry::FactsLayout> layout)
    : layout_(std::move(layout)), facts_(layout_->schema()), feed_(layout_->schema(), facts_), changes_(layout_->schema().records.size()) {
  layout_->follow(feed_, store.catalog());
  try {
    load(store);
  } catch (const record::DamagedCell& damaged) {
    throw store::StoreDamaged(refuse("store.damaged", {damaged.what()}), damaged.what());
  }
  follower.on_any("facts", [this, &store](const store::JournalEntry& entry) { take(store.contents(), entry); }, moment_.sequence);
}

/// Each record goes the way a change would go, so that there is one reading of records and one judgement of their numbers.
void FactsKeeper::load(store::Store& store) {
  store.read([&](store::Snapshot& snapshot) {
    moment_ = moment_of(snapshot);
    for (const rules::RecordKind& kind : layout_->schema().records) {
      const store::Table& table = snapshot.catalog().table(kind.name);
      snapshot.each_row(table, store::Scope::country(), {}, [&](store::Row cells) {
        put({facts_.journal_sequence + 1, kind.name, id_of(table, cells), std::vector<record::Cell>(cells.begin(), cells.end())});
      });
    }
    return 0;
  });
  for (rules::Table& table : facts_.tables) table.settle();
  facts_.journal_sequence = moment_.sequence;
  changed_at_ = moment_.sequence;
}

void FactsKeeper::take(const store::StoreContents& contents, const store::JournalEntry& entry) {
  rules::FeedEntry change{entry.sequence, entry.record, entry.record_id, std::nullopt};
  const int position = layout_->schema().find_record(entry.record);
  const bool registered = position >= 0;
  if (registered && entry.after) change.cells = store::opened_cells(contents, contents.catalog.table(entry.record), *entry.after);
  const std::unique_lock lock(mutex_);
  if (entry.sequence <= facts_.journal_sequence) return;
  put(std::move(change));
  moment_ = {entry.sequence, entry.at};
  if (!registered) return;
  changes_.note(position, entry.sequence);
  changed_at_ = entry.sequence;
}

/// A record that rules cannot reckon with is left out rather than keeping all that come after it waiting.
void FactsKeeper::put(rules::FeedEntry entry) {
  const std::pair<std::string, std::int64_t> key(entry.record, entry.id);
  Result<bool> taken = feed_.take(entry);
  if (!taken && taken.error().code == "number.too_large") {
    left_out_.insert(key);
    entry.cells.reset();
    taken = feed_.take(entry);
  } else if (!left_out_.empty()) {
    left_out_.erase(key);
  }
  CHECK(taken && *taken);
}

}  // namespace laoyou::facts
