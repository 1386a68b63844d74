// One change, as the journal keeps it for ever.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/region_code.h"
#include "store/digest.h"

namespace laoyou::store {

/// Who changes something, and by which way they came in.
struct Actor {
  std::int64_t account = 0;  ///< 0: the program itself
  std::string door;          ///< web, api, sheet, feed, device, command or system
  std::string request_id;
};

enum class Action { insert, update, remove };

std::string_view action_name(Action action);

/// One change of one record.
struct JournalEntry {
  std::int64_t sequence = 0;  ///< 1, 2, 3 …, in the order of commits, without gap
  Instant at;
  Actor actor;
  Action action = Action::insert;
  std::string record;
  std::int64_t record_id = 0;
  RegionCode region;                  ///< the record's, after the change
  std::optional<std::string> before;  ///< the stored row as JSON; nothing for an insert
  std::optional<std::string> after;   ///< nothing for a removal
  std::string hash;                   ///< of this entry and all before it
};

/// The hash of an entry that follows one of hash `previous`: digest over previous and every field of the entry but its hash.
std::string entry_hash(Digest& digest, std::string_view previous, const JournalEntry& entry);

/// What stands before the first entry.
inline constexpr std::string_view k_first_hash = "0000000000000000000000000000000000000000000000000000000000000000";

/// One batch of entries, sealed in the transaction that made them.
struct JournalSeal {
  std::int64_t batch = 0;  ///< 1, 2, 3 …
  std::int64_t first_sequence = 0, last_sequence = 0;
  Instant at;
  std::string algorithm;
  std::string previous_hash;  ///< the seal before
  std::string hash;
};

/// The hash of a seal over its fields and the hash of its last entry.
std::string seal_hash(Digest& digest, const JournalSeal& seal, std::string_view last_entry_hash);

}  // namespace laoyou::store
