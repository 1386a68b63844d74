// What GET /api/records says of the registers, so that screens draw lists and forms from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collection/room.h"

namespace laoyou::collection {

struct ChoiceDescription {
  std::string value, zh, en;
};
LAOYOU_RECORD(ChoiceDescription, "choice_description", value, zh, en)

struct FieldDescription {
  std::string name, zh, en, unit, source;
  std::string kind;
  bool required = false;
  std::vector<ChoiceDescription> choices;
  std::optional<std::string> references;  ///< the record whose id it is
  std::string privacy;
  bool masked = false;    ///< the caller sees it masked
  std::string group_zh, group_en;
  bool filter = false, sort = false;      ///< the caller may ask by it
  bool listed = false;    ///< lists show it at first
  bool fixed = false;     ///< set when made, not changed afterwards
  bool writable = false;  ///< a form may hold it
  std::optional<RegionCode> within;  ///< records of other places have no such field
  bool tail = false;      ///< the caller may ask by its last characters: FIELD_tail
  std::optional<std::string> follows;  ///< the record whose rows say, day by day, what it holds
};
LAOYOU_RECORD(FieldDescription, "field_description", name, zh, en, unit, source, kind, required, choices, references, privacy, masked, group_zh, group_en, filter, sort, listed,
              fixed, writable, within, tail, follows)

/// What the caller may do with a register.
struct RecordRights {
  bool create = false, change = false, end = false, remove = false, import = false, export_rows = false, unmask = false;
};
LAOYOU_RECORD(RecordRights, "record_rights", create, change, end, remove, import, export_rows, unmask)

struct ChildrenDescription {
  std::string record, field, zh, en, path;
};
LAOYOU_RECORD(ChildrenDescription, "children_description", record, field, zh, en, path)

/// A place of a record for files.
struct FileFieldDescription {
  std::string name, zh, en;
  std::vector<FileKind> kinds;
  std::int64_t bytes_max = 0;  ///< of one file
  std::int32_t count_max = 0;  ///< of one record
};
LAOYOU_RECORD(FileFieldDescription, "file_field_description", name, zh, en, kinds, bytes_max, count_max)

struct RecordDescription {
  std::string record, path, zh, en;
  RecordRights may;
  std::optional<std::string> title;  ///< the field that names a row
  std::optional<std::string> ends;   ///< the day from which a record counts no more
  std::vector<std::string> key;      ///< an import finds its row by these
  bool searchable = false;
  std::vector<FieldDescription> fields;
  std::vector<ChildrenDescription> children;
  std::vector<FileFieldDescription> files;  ///< none: its records take no files
};
LAOYOU_RECORD(RecordDescription, "record_description", record, path, zh, en, may, title, ends, key, searchable, fields, children, files)

struct RecordDescriptions {
  std::vector<RecordDescription> records;
};
LAOYOU_RECORD(RecordDescriptions, "record_descriptions", records)

/// The registers that this caller may read.
RecordDescriptions describe(const Registers& registers, const store::Acting& acting);

}  // namespace laoyou::collection
