// What the routes about persons are asked and what they answer: who may be one person, which value is right, where each value comes from.
#pragma once

#include "feeds/records.h"

namespace laoyou::feeds {

struct TasksRequest {
  std::optional<RegionCode> region;
  std::optional<PersonTaskKind> kind;
  std::optional<PersonTaskState> state;  ///< open unless another is said
  std::optional<std::int64_t> after;
};
LAOYOU_RECORD(TasksRequest, "person_tasks_request", region, kind, state, after)

struct TaskRow {
  Id<PersonTask> id;
  PersonTaskKind kind = PersonTaskKind::same_person;
  PersonTaskState state = PersonTaskState::open;
  RegionCode region;
  std::string region_name;
  std::string label, other_label;    ///< masked names
  std::string feed, feed_name, feed_name_en;
  std::string field_zh, field_en;
  std::int32_t certainty = 0;        ///< per mille
  std::optional<Date> until;
  std::optional<PersonDecision> decision;
  std::optional<std::string> decided_by_name;
  std::optional<Instant> decided_at;
  Instant made_at;
};
LAOYOU_RECORD(TaskRow, "person_task_row", id, kind, state, region, region_name, label, other_label, feed, feed_name, feed_name_en, field_zh, field_en, certainty, until, decision,
              decided_by_name, decided_at, made_at)

struct TaskList {
  std::vector<TaskRow> rows;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
LAOYOU_RECORD(TaskList, "person_task_list", rows, total, next)

struct TaskRequest {
  Id<PersonTask> id;
};
LAOYOU_RECORD(TaskRequest, "person_task_request", id)

/// One field of both, and what it says of the pair.
struct ComparedField {
  std::string field, zh, en;
  std::optional<std::string> one_zh, one_en, two_zh, two_en;
  std::optional<std::string> level;     ///< of the linkage engine, where it compares the field
  std::optional<std::string> bits;      ///< above 0 for one person, below for two
  std::optional<std::string> unfit_zh, unfit_en;  ///< why what the source says is no value of the field, such as a wrong check digit
};
LAOYOU_RECORD(ComparedField, "person_compared_field", field, zh, en, one_zh, one_en, two_zh, two_en, level, bits, unfit_zh, unfit_en)

struct TaskPage {
  TaskRow task;
  std::string one, two;              ///< ids of the residents; two is empty where it is a row of a source
  std::string one_source_zh, one_source_en;  ///< where the value of a contradiction comes from
  std::vector<ComparedField> fields;
  std::string against;               ///< hard evidence that they are two
  std::optional<Id<PersonMerge>> merge;  ///< that came of it and can be undone
  std::optional<std::string> note;
};
LAOYOU_RECORD(TaskPage, "person_task_page", task, one, two, one_source_zh, one_source_en, fields, against, merge, note)

struct DecideRequest {
  Id<PersonTask> id;
  std::optional<PersonDecision> decision;  ///< nothing: later
  std::optional<std::string> keep;         ///< of two residents the id of the one that stays; the first unless said
  std::optional<Date> until;               ///< of later
  std::optional<std::string> note;
};
LAOYOU_RECORD(DecideRequest, "person_decide_request", id, decision, keep, until, note)

struct Decided {
  Id<PersonTask> id;
  std::optional<Id<PersonMerge>> merge;
};
LAOYOU_RECORD(Decided, "person_decided", id, merge)

struct MergeRequest {
  Id<PersonMerge> id;
};
LAOYOU_RECORD(MergeRequest, "person_merge_request", id)

struct SourcesRequest {
  Id<registry::Resident> id;
};
LAOYOU_RECORD(SourcesRequest, "person_sources_request", id)

/// Where a person's record went that was made one with another.
struct MergedInto {
  std::optional<std::string> into;   ///< id of the resident's record that stands for both; nothing: this one was not merged, or into one out of the caller's reach
};
LAOYOU_RECORD(MergedInto, "person_merged_into", into)

/// What one source says of a field.
struct FieldSaid {
  std::string feed, name, name_en;
  std::int32_t trust = 0;
  Date day;
  Id<Delivery> delivery;
  std::optional<std::string> said_zh, said_en;
  bool holds = false;                ///< it is what the register holds
  bool gone = false;                 ///< the source no longer contains the person
  std::optional<std::string> unfit_zh, unfit_en;  ///< why it cannot be true beside what else is held; of what does not hold
};
LAOYOU_RECORD(FieldSaid, "person_field_said", feed, name, name_en, trust, day, delivery, said_zh, said_en, holds, gone, unfit_zh, unfit_en)

struct FieldSources {
  std::string field, zh, en;
  std::optional<std::string> held_zh, held_en;
  bool by_hand = false;              ///< no source says it
  std::int32_t trust_by_hand = 0;
  std::vector<FieldSaid> said;       ///< the most believed first
};
LAOYOU_RECORD(FieldSources, "person_field_sources", field, zh, en, held_zh, held_en, by_hand, trust_by_hand, said)

struct MergeRow {
  Id<PersonMerge> id;
  std::string merged_by_name;
  Instant merged_at;
  std::optional<std::string> undone_by_name;
  std::optional<Instant> undone_at;
  std::int32_t moved = 0;            ///< rows that name the kept one since
};
LAOYOU_RECORD(MergeRow, "person_merge_row", id, merged_by_name, merged_at, undone_by_name, undone_at, moved)

struct PersonSources {
  std::vector<FieldSources> fields;
  std::vector<MergeRow> merges;
  std::int64_t tasks_open = 0;
};
LAOYOU_RECORD(PersonSources, "person_sources", fields, merges, tasks_open)

}  // namespace laoyou::feeds
