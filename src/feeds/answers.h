// What the routes of feeds are asked and what they answer.
#pragma once

#include "collection/import_rows.h"
#include "feeds/feed.h"
#include "feeds/records.h"

namespace laoyou::feeds {

/// One field that a row speaks of, where it is not what the register holds or another source says something else.
struct FoundField {
  std::string field, zh, en;
  std::optional<std::string> held_zh, held_en;  ///< masked as lists are
  std::optional<std::string> said_zh, said_en;
  bool taken = false;         ///< it will hold
  bool contradicted = false;
  std::string rival;          ///< the source that says something else; empty: typed here
  std::optional<std::string> unfit_zh, unfit_en;  ///< why it cannot be true beside what else is known of the person
};
LAOYOU_RECORD(FoundField, "feed_found_field", field, zh, en, held_zh, held_en, said_zh, said_en, taken, contradicted, rival, unfit_zh, unfit_en)

enum class RowOutcome { created, changed, unchanged, unknown, doubtful };
LAOYOU_ENUM(RowOutcome, "feed_row_outcome", created, changed, unchanged, unknown, doubtful)

struct FoundRow {
  std::int32_t line = 0;
  RowOutcome outcome = RowOutcome::unchanged;
  std::string label;                               ///< whom it is about, masked
  std::optional<Id<registry::Resident>> resident;
  std::vector<FoundField> fields;
};
LAOYOU_RECORD(FoundRow, "feed_found_row", line, outcome, label, resident, fields)

/// What a delivery does, or would do.
struct DeliveryFound {
  DeliveryCounts counts;
  std::vector<collection::SheetRefusal> refusals;  ///< as many as a person can use
  std::vector<FoundRow> found;                     ///< the first hundred that are not unchanged
};
LAOYOU_RECORD(DeliveryFound, "delivery_found", counts, refusals, found)

struct DeliveryRow {
  Id<Delivery> id;
  RegionCode region;
  std::string region_name;
  std::string feed;
  std::string feed_name, feed_name_en;
  Date day;
  std::string file_name;
  DeliveryState state = DeliveryState::received;
  std::string job;                   ///< id of the last work on it
  DeliveryCounts counts;
  std::string sent_by_name;
  Instant sent_at;
  std::optional<std::string> applied_by_name;
  std::optional<Instant> applied_at;
};
LAOYOU_RECORD(DeliveryRow, "feed_delivery_row", id, region, region_name, feed, feed_name, feed_name_en, day, file_name, state, job, counts, sent_by_name, sent_at, applied_by_name, applied_at)

struct DeliveryPage {
  DeliveryRow delivery;
  std::optional<DeliveryFound> found;
};
LAOYOU_RECORD(DeliveryPage, "feed_delivery_page", delivery, found)

struct DeliveryList {
  std::vector<DeliveryRow> rows;
};
LAOYOU_RECORD(DeliveryList, "feed_delivery_list", rows)

/// A column as people read it.
struct ShownColumn {
  std::string header, field, zh, en;
  std::int32_t trust = 0;
};
LAOYOU_RECORD(ShownColumn, "feed_shown_column", header, field, zh, en, trust)

struct FeedRow {
  std::string feed, name, name_en, sender, sender_en;
  bool adds_people = false, whole_list = false, example = false;
  std::int32_t every_days = 0;
  std::string key, source;
  std::vector<ShownColumn> columns;
  std::optional<Date> last_day;  ///< of what was applied
  std::optional<Date> owed_by;   ///< the next delivery; nothing before the first
  bool overdue = false;
  std::int64_t records = 0, incomplete = 0, contradictory = 0, gone = 0, unknown = 0;
};
LAOYOU_RECORD(FeedRow, "feed_row", feed, name, name_en, sender, sender_en, adds_people, whole_list, example, every_days, key, source, columns, last_day, owed_by, overdue, records,
              incomplete, contradictory, gone, unknown)

struct FeedList {
  RegionCode region;
  std::string region_name;
  std::vector<FeedRow> rows;
  std::int64_t same_open = 0;            ///< pairs that wait for a clerk
  std::int64_t contradictions_open = 0;
};
LAOYOU_RECORD(FeedList, "feed_list", region, region_name, rows, same_open, contradictions_open)

struct PlaceRequest {
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(PlaceRequest, "feed_place_request", region)

struct SendDeliveryRequest {
  std::string feed;
  Date day;
  std::optional<std::string> format;     ///< "csv" or "xlsx"
  std::optional<std::string> file_name;
  std::optional<RegionCode> region;      ///< whose people; nothing: the caller's own place
};
LAOYOU_RECORD(SendDeliveryRequest, "feed_send_request", feed, day, format, file_name, region)

/// Rows by API, cell by cell as a sheet would hold them.
struct SentCell {
  std::string header, value;
};
LAOYOU_RECORD(SentCell, "feed_sent_cell", header, value)
struct SentRow {
  std::vector<SentCell> cells;
};
LAOYOU_RECORD(SentRow, "feed_sent_row", cells)
struct SendRowsRequest {
  std::string feed;
  Date day;
  std::vector<SentRow> rows;
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(SendRowsRequest, "feed_send_rows_request", feed, day, rows, region)

struct DeliveryRequest {
  Id<Delivery> id;
};
LAOYOU_RECORD(DeliveryRequest, "feed_delivery_request", id)

enum class RecordFlag { incomplete, contradictory, gone, unknown, all };
LAOYOU_ENUM(RecordFlag, "feed_record_flag", incomplete, contradictory, gone, unknown, all)

struct FeedRecordsRequest {
  std::string feed;
  RecordFlag flag = RecordFlag::all;
  std::optional<RegionCode> region;
  std::optional<std::int64_t> after;
};
LAOYOU_RECORD(FeedRecordsRequest, "feed_records_request", feed, flag, region, after)

struct FeedRecordRow {
  Id<FeedRecord> id;
  std::optional<Id<registry::Resident>> resident;
  std::string label;                 ///< masked name
  RegionCode region;
  std::string region_name;
  Date day;
  std::optional<Date> gone;
  std::vector<std::string> fields_zh, fields_en;  ///< those that are empty, or contradicted
};
LAOYOU_RECORD(FeedRecordRow, "feed_record_row", id, resident, label, region, region_name, day, gone, fields_zh, fields_en)

struct FeedRecordList {
  std::vector<FeedRecordRow> rows;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
LAOYOU_RECORD(FeedRecordList, "feed_record_list", rows, total, next)

struct QualityPoint {
  Date day;
  std::int64_t records = 0, incomplete = 0, contradictory = 0, gone = 0, unknown = 0;
};
LAOYOU_RECORD(QualityPoint, "feed_quality_point", day, records, incomplete, contradictory, gone, unknown)

struct QualityRow {
  std::string feed, name, name_en;
  RegionCode region;
  std::string region_name;
  std::int32_t every_days = 0;
  std::vector<QualityPoint> points;  ///< by day, the last is how it stands
  bool fresh = false;                ///< the last delivery is no older than it may be
};
LAOYOU_RECORD(QualityRow, "feed_quality_row", feed, name, name_en, region, region_name, every_days, points, fresh)

struct QualityPage {
  std::vector<QualityRow> rows;
};
LAOYOU_RECORD(QualityPage, "feed_quality_page", rows)

}  // namespace laoyou::feeds
