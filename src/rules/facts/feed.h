// The facts follow the journal: each entry changes one row in place, so that columns need not be built anew.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "rules/facts/described_schema.h"
#include "rules/facts/extension_facts.h"

namespace laoyou::rules {

/// One change of one record, as the journal tells it.
struct FeedEntry {
  std::int64_t sequence = 0;  ///< 1, 2, 3 … over all records
  std::string record;
  std::int64_t id = 0;
  /// The record after the change, as record::to_cells() gives it: what is sealed in the journal has been opened. Nothing for a removal.
  std::optional<std::vector<record::Cell>> cells;
};

/// Takes entries into facts. One thread at a time; evaluations run between entries, not during one. Schema and facts outlive it.
class Feed {
 public:
  Feed(const Schema& schema, Facts& facts) : schema_(schema), facts_(facts) {}

  /// Entries of T, a record of the schema, are read from now on; those of records that nobody follows only count as seen. `added`: what plans add to it, in
  /// the order of the schema.
  template <record::Described T>
  void follow(std::vector<AddedCell> added = {}) {
    const int position = schema_.find_record(record::record_name<T>());
    readers_[std::string(record::record_name<T>())] = {position, [added = std::move(added)](std::span<const record::Cell> cells, TextPool& texts, std::vector<Value>& values) {
                                                         values_of(record::from_cells<T>(cells), texts, values);
                                                         for (const AddedCell& each : added) values.push_back(each.value(cells, texts));
                                                       }};
  }

  /// True when the entry was the next one and is in the facts now; false when it had been taken in before: nothing changes then.
  /// Refused, the facts unchanged, as "rules.journal_gap" (wanted, found) when entries before it are missing, and as "number.too_large" with
  /// place "record/id/field" when a value is beyond field_bound(). Throws record::DamagedCell when the cells are not the record's.
  Result<bool> take(const FeedEntry& entry);

 private:
  struct Reader {
    int record = -1;
    std::function<void(std::span<const record::Cell>, TextPool&, std::vector<Value>&)> read;
  };
  Result<void> change(const Reader& reader, const FeedEntry& entry);

  const Schema& schema_;
  Facts& facts_;
  std::map<std::string, Reader, std::less<>> readers_;
};

}  // namespace laoyou::rules
