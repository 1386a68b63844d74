// What the room of feeds keeps: deliveries, what each source says of each person, what clerks decide, and how good the sources are.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"
#include "registry/resident.h"
#include "store/content.h"

namespace laoyou::feeds {

enum class DeliveryState { received, looked, applied, refused, set_aside };
LAOYOU_ENUM(DeliveryState, "delivery_state", received, looked, applied, refused, set_aside)

/// How a delivery is counted: rows by what becomes of them, fields in conflict.
struct DeliveryCounts {
  std::int32_t rows = 0;
  std::int32_t created = 0;    ///< new people
  std::int32_t changed = 0;    ///< people of whom a field changes
  std::int32_t unchanged = 0;
  std::int32_t unknown = 0;    ///< rows about nobody in the register, that wait
  std::int32_t doubtful = 0;   ///< rows that may be about somebody: a clerk decides
  std::int32_t refused = 0;    ///< rows with something wrong
  std::int32_t conflicts = 0;  ///< fields of which another source says something else
  std::int32_t gone = 0;       ///< people that the source no longer contains
};
LAOYOU_RECORD(DeliveryCounts, "delivery_counts", rows, created, changed, unchanged, unknown, doubtful, refused, conflicts, gone)

/// One list that came (一次报送).
struct Delivery {
  Id<Delivery> id;
  RegionCode region;           ///< whose people it names
  std::string feed;
  Date day;                    ///< the state it tells
  std::string file_name;
  std::string format;          ///< "csv" or "xlsx"
  DeliveryState state = DeliveryState::received;
  std::optional<std::int64_t> content;  ///< number of the store::Content with its bytes, until it is applied or set aside; contents lie in no place
  std::int64_t job = 0;        ///< the last work on it
  DeliveryCounts counts;
  std::string found;           ///< JSON of DeliveryFound; sealed
  std::int64_t sent_by = 0;    ///< account
  Instant sent_at;
  std::optional<std::int64_t> applied_by;
  std::optional<Instant> applied_at;
};
LAOYOU_RECORD(Delivery, "feed_delivery", id, region, feed, day, file_name, format, state, content, job, counts, found, sent_by, sent_at, applied_by, applied_at)

/// What one source says of one person, as it last said it (来源记录).
struct FeedRecord {
  Id<FeedRecord> id;
  RegionCode region;
  std::string feed;
  std::string key;             ///< by which they know the person; sealed
  std::optional<Id<registry::Resident>> resident;  ///< nothing: nobody in the register yet
  Id<Delivery> delivery;       ///< that said it last
  Date day;                    ///< of that delivery
  std::string cells;           ///< JSON: field to value; sealed
  std::int32_t missing = 0;    ///< fields of the feed that it leaves empty
  std::int32_t contradictory = 0;  ///< fields of which another source says something else
  std::optional<Date> gone;    ///< the source no longer contains it since
};
LAOYOU_RECORD(FeedRecord, "feed_record", id, region, feed, key, resident, delivery, day, cells, missing, contradictory, gone)

enum class PersonTaskKind { same_person, contradiction };
LAOYOU_ENUM(PersonTaskKind, "person_task_kind", same_person, contradiction)
enum class PersonTaskState { open, later, done };
LAOYOU_ENUM(PersonTaskState, "person_task_state", open, later, done)
enum class PersonDecision { same, two, ours, theirs };
LAOYOU_ENUM(PersonDecision, "person_decision", same, two, ours, theirs)

/// What a clerk has to decide (待核): whether two are one person, or which of two values is right.
struct PersonTask {
  Id<PersonTask> id;
  RegionCode region;
  PersonTaskKind kind = PersonTaskKind::same_person;
  PersonTaskState state = PersonTaskState::open;
  std::int64_t resident = 0;   ///< not an Id: the task outlives a person that was merged into another
  std::int64_t other = 0;      ///< the second person; 0: a row of a source about nobody yet
  std::int64_t source_record = 0;  ///< the FeedRecord it came from; 0: found in the register
  std::string feed;
  std::string field;           ///< of a contradiction
  std::string theirs;          ///< its value as JSON; sealed
  std::int32_t certainty = 0;  ///< per mille that the two are one
  std::string reasons;         ///< JSON of the fields' weights, without values
  std::optional<Date> until;   ///< put off to that day
  std::optional<PersonDecision> decision;
  std::optional<std::string> note;
  Instant made_at;
  std::optional<std::int64_t> decided_by;
  std::optional<Instant> decided_at;
};
LAOYOU_RECORD(PersonTask, "person_task", id, region, kind, state, resident, other, source_record, feed, field, theirs, certainty, reasons, until, decision, note, made_at, decided_by,
              decided_at)

/// Two records that were made one, with all that is needed to part them again (合并记录).
struct PersonMerge {
  Id<PersonMerge> id;
  RegionCode region;
  std::int64_t kept = 0, gone = 0;  ///< numbers of the residents' ids
  std::int64_t task = 0;            ///< that decided it; 0: none
  std::string kept_before, kept_after, gone_before;  ///< JSON of the records' cells; sealed
  std::string moved;                ///< JSON: which rows named the one and name the other now
  std::int64_t merged_by = 0;
  Instant merged_at;
  std::optional<std::int64_t> undone_by;
  std::optional<Instant> undone_at;
};
LAOYOU_RECORD(PersonMerge, "person_merge", id, region, kept, gone, task, kept_before, kept_after, gone_before, moved, merged_by, merged_at, undone_by, undone_at)

/// How good a source was in one county after one delivery.
struct FeedQuality {
  Id<FeedQuality> id;
  RegionCode region;
  std::string feed;
  Id<Delivery> delivery;
  Date day;
  std::int32_t records = 0, incomplete = 0, contradictory = 0, gone = 0, unknown = 0;
};
LAOYOU_RECORD(FeedQuality, "feed_quality", id, region, feed, delivery, day, records, incomplete, contradictory, gone, unknown)

}  // namespace laoyou::feeds
