// What the journal routes are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::audit {

struct JournalRequest {
  std::optional<std::string> record;
  std::optional<std::int64_t> record_id;
  std::optional<std::int64_t> before_sequence;
  std::optional<std::int32_t> limit;
};
LAOYOU_RECORD(JournalRequest, "journal_request", record, record_id, before_sequence, limit)

/// One change (留痕). Sealed and withheld fields are left out of `before` and `after`.
struct JournalRow {
  std::int64_t sequence = 0;
  Instant at;
  std::string account_name;
  std::string door;
  std::string action;
  std::string record;
  std::string record_id;
  RegionCode region;
  std::optional<std::string> before;
  std::optional<std::string> after;
};
LAOYOU_RECORD(JournalRow, "journal_row", sequence, at, account_name, door, action, record, record_id, region, before, after)

struct JournalPage {
  std::vector<JournalRow> rows;
  std::int64_t total = 0;  ///< entries of the whole journal
};
LAOYOU_RECORD(JournalPage, "journal_page", rows, total)

struct JournalState {
  std::int64_t entries = 0;
  std::int64_t seals = 0;
  std::string last_seal_hash;
  bool intact = false;
  std::string fault;
};
LAOYOU_RECORD(JournalState, "journal_state", entries, seals, last_seal_hash, intact, fault)

}  // namespace laoyou::audit
