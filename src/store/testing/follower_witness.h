// What the follower's tests keep to know whether each entry came once and in order: one row for each change that a kept subscriber was handed.
#pragma once

#include <map>

#include "base/random.h"
#include "store/follower.h"
#include "store/testing/resident.h"

namespace laoyou::store {

/// The `turn`-th change handed over was the journal's entry `sequence`.
struct Seen {
  Id<Seen> id;
  RegionCode region;
  std::int64_t sequence = 0;
  std::int64_t turn = 0;
};
LAOYOU_RECORD(Seen, "test_seen", id, region, sequence, turn)

inline void describe_witness() {
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "test_seen,sequence,序号,sequence,,,open,\n"
        "test_seen,turn,次序,turn,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

/// No two rows of one entry: one handed over twice would be refused for ever.
inline std::vector<TableDefinition> witnessed_tables() {
  return {table<Resident>({unique({"phone"})}), table<Seen>({unique({"sequence"}), unique({"turn"})}), follower_table()};
}

inline std::int64_t seen_count(Store& store) {
  return store.read([](Snapshot& snapshot) { return snapshot.count<Seen>(Scope::country()); });
}

inline void witness(Follower& follower) {
  follower.keep<Resident>("witness", Follower::From::beginning, [](Writing& writing, const Change<Resident>& change) -> Result<void> {
    writing.insert(Seen{writing.new_id<Seen>(), {}, change.entry.sequence, writing.count<Seen>(Scope::country()) + 1});
    return {};
  });
}

/// What is wrong with what the witness saw, against the journal; empty when nothing is.
inline std::string missed_or_out_of_order(Store& store) {
  return store.read([](Snapshot& snapshot) -> std::string {
    const auto seen = snapshot.select<Seen>(Scope::country(), Filter().order_by("turn"));
    JournalQuery query;
    query.record = "test_resident";
    query.rows = 1'000'000;
    const auto entries = snapshot.journal(Scope::country(), query);
    if (seen.size() != entries.size()) return std::to_string(seen.size()) + " seen of " + std::to_string(entries.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (seen[i].sequence != entries[i].sequence) return "turn " + std::to_string(i + 1) + " was entry " + std::to_string(seen[i].sequence);
    return "";
  });
}

/// Inserts, renames or removes a resident; `held` are all there are, by id.
inline void change_one(Writing& writing, std::map<std::int64_t, std::string>& held, SeededRandom& chance) {
  const std::string name = std::to_string(chance.next());
  auto chosen = held.lower_bound(static_cast<std::int64_t>(chance.next() >> 1));
  if (chosen == held.end()) chosen = held.begin();
  const std::uint64_t what = held.empty() ? 0 : chance.below(10);
  if (what < 5) {
    Resident made;
    made.id = writing.new_id<Resident>();
    made.region = *RegionCode::parse("650203001001");
    made.name = name;
    made.phone = std::to_string(made.id.number);
    writing.insert(made);
    held[made.id.number] = name;
    return;
  }
  Resident changed = *writing.find<Resident>(Scope::country(), {chosen->first});
  if (what < 8) {
    changed.name = chosen->second = name;
    writing.update(changed);
  } else {
    writing.remove(changed.id);
    held.erase(chosen);
  }
}

}  // namespace laoyou::store
