#include "store/journal_entry.h"

namespace laoyou::store {
namespace {

void add_row(Digest& digest, const std::optional<std::string>& row) {
  digest.field(std::int64_t{row.has_value()});
  if (row) digest.field(*row);
}

}  // namespace

std::string_view action_name(Action action) {
  switch (action) {
    case Action::insert:
      return "insert";
    case Action::update:
      return "update";
    default:
      return "remove";
  }
}

std::string entry_hash(Digest& digest, std::string_view previous, const JournalEntry& entry) {
  digest.field(previous).field(entry.sequence).field(entry.at.milliseconds);
  digest.field(entry.actor.account).field(entry.actor.door).field(entry.actor.request_id);
  digest.field(action_name(entry.action)).field(entry.record).field(entry.record_id).field(entry.region.number());
  add_row(digest, entry.before);
  add_row(digest, entry.after);
  return digest.finish();
}

std::string seal_hash(Digest& digest, const JournalSeal& seal, std::string_view last_entry_hash) {
  digest.field(seal.previous_hash).field(seal.batch).field(seal.first_sequence).field(seal.last_sequence);
  digest.field(seal.at.milliseconds).field(seal.algorithm).field(last_entry_hash);
  return digest.finish();
}

}  // namespace laoyou::store
