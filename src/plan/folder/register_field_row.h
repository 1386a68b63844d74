// One row of fields.csv.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/extension.h"

namespace laoyou::plan {

/// The classes of docs/accessibility-and-privacy.md that a plan may give; nothing that a plan adds is a secret of the program.
enum class FieldPrivacy { open, internal, personal, sensitive };
LAOYOU_ENUM(FieldPrivacy, "field_privacy", open, internal, personal, sensitive)

/// What of a masked value is still shown.
enum class FieldMask { all, name, phone, id_number, address };
LAOYOU_ENUM(FieldMask, "field_mask", all, name, phone, id_number, address)

struct RegisterField {
  std::string record;  ///< the register's, as in the API: "resident"
  std::string name;    ///< English, lower case
  std::string zh;
  std::string en;
  record::ExtensionKind kind = record::ExtensionKind::text;
  std::optional<std::string> unit;
  std::vector<std::string> choices;  ///< "value=中文/English", of a choice
  bool required = false;
  std::optional<std::string> group_zh, group_en;
  std::optional<FieldPrivacy> privacy;  ///< internal unless told
  std::optional<FieldMask> mask;
  std::string source;  ///< a clause, or "示例" for an example
};
LAOYOU_RECORD(RegisterField, "register_field", record, name, zh, en, kind, unit, choices, required, group_zh, group_en, privacy, mask, source)

}  // namespace laoyou::plan
