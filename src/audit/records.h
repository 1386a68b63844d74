// What the journal routes are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::audit {

enum class JournalAction { insert, update, remove };
LAOYOU_ENUM(JournalAction, "journal_action", insert, update, remove)

/// Which entries; all conditions that are named hold.
struct JournalRequest {
  std::optional<std::string> record;
  std::optional<std::int64_t> record_id;
  std::optional<std::string> account;    ///< sign-in name of who made the change
  std::optional<JournalAction> action;
  std::optional<RegionCode> region;      ///< the record's place lies within this one
  std::optional<Date> from, to;          ///< days of Beijing, both included
  std::optional<std::int64_t> before_sequence;
  std::optional<std::int32_t> limit;
};
LAOYOU_RECORD(JournalRequest, "journal_request", record, record_id, account, action, region, from, to, before_sequence, limit)

struct JournalExportRequest {
  std::string format;                    ///< xlsx or csv
  std::optional<std::string> record;
  std::optional<std::int64_t> record_id;
  std::optional<std::string> account;
  std::optional<JournalAction> action;
  std::optional<RegionCode> region;
  std::optional<Date> from, to;
  std::optional<std::string> reason;     ///< what it is taken for; stands in the note of the export
};
LAOYOU_RECORD(JournalExportRequest, "journal_export_request", format, record, record_id, account, action, region, from, to, reason)

/// One change as a line of a sheet, in Chinese.
struct JournalSheetRow {
  std::int64_t sequence = 0;
  std::string at;        ///< of Beijing, to the second
  std::string who;
  JournalAction action = JournalAction::insert;
  std::string record;
  std::string subject;
  std::string region;
  std::string door;
  std::string changes;   ///< "数值：2503 → 2510；来源：月报 → 年报", masked as the page is
  std::string record_id;
};
LAOYOU_RECORD(JournalSheetRow, "journal_sheet_row", sequence, at, who, action, record, subject, region, door, changes, record_id)

/// A field that a change touched, as the screen shows it: numbers with their places, money in yuan, names for keys, time of Beijing.
struct JournalField {
  std::string field;
  std::string label, label_en;
  std::string unit;
  std::optional<std::string> before, after;        ///< nothing: not set, or sealed
  std::optional<std::string> before_en, after_en;
  bool masked = false;                             ///< the texts are masked, or left out because the field is sealed
};
LAOYOU_RECORD(JournalField, "journal_field", field, label, label_en, unit, before, after, before_en, after_en, masked)

/// One change (留痕).
struct JournalRow {
  std::int64_t sequence = 0;
  Instant at;
  std::string account_name;          ///< empty: the program itself
  std::string account_display_name;
  std::string door;
  std::string action;                ///< insert, update or remove
  std::string record;
  std::string record_label, record_label_en;
  std::string record_id;
  RegionCode region;
  std::string region_name;
  std::string subject, subject_en;   ///< what the record is about: an indicator's name, a person's; empty when unknown
  std::string period;                ///< of a reported value; else empty
  std::vector<JournalField> fields;
};
LAOYOU_RECORD(JournalRow, "journal_row", sequence, at, account_name, account_display_name, door, action, record, record_label, record_label_en, record_id, region,
              region_name, subject, subject_en, period, fields)

struct JournalPage {
  std::vector<JournalRow> rows;
  std::int64_t total = 0;  ///< entries asked for, within the caller's region
};
LAOYOU_RECORD(JournalPage, "journal_page", rows, total)

/// What verifying found: the journal against its seals, and every record against the journal.
struct JournalState {
  std::int64_t entries = 0;
  std::int64_t seals = 0;
  std::string last_seal_hash;
  std::int64_t rows = 0;                   ///< compared with the journal
  bool intact = false;
  std::string fault;                       ///< code; empty when intact
  std::string fault_text, fault_text_en;
};
LAOYOU_RECORD(JournalState, "journal_state", entries, seals, last_seal_hash, rows, intact, fault, fault_text, fault_text_en)

}  // namespace laoyou::audit
