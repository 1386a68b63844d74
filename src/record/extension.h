// A field that a plan adds to a register (扩展字段): known once the plan's folder is read, and from then on a field like any other.
#pragma once

#include "record/field_list.h"

namespace laoyou::record {

/// What such a field may hold.
enum class ExtensionKind { text, whole, decimal, money, minutes, day, period, region, yes_no, choice, id_number, credit_code };
LAOYOU_ENUM(ExtensionKind, "extension_kind", text, whole, decimal, money, minutes, day, period, region, yes_no, choice, id_number, credit_code)

/// Columns of the database whose names begin so belong to plans.
inline constexpr std::string_view k_extension_prefix = "x_";

struct Extension {
  std::string record;           ///< the register's
  DictionaryEntry entry;        ///< label, unit, source, privacy; its field is the column's name: "x_karamay_pension_scheme"
  std::string group_zh, group_en;  ///< empty: it stands in no group
  ExtensionKind kind = ExtensionKind::text;
  std::vector<Choice> choices;  ///< of a choice
  bool required = false;        ///< in the place below
  RegionCode within;            ///< the plan's place: records of other places have no such field
};

/// The field as registers know it. What it points at lives as long as the program does, as the dictionary's rows do.
Field extension_field(const Extension& extension);
/// How the store keeps it: empty in rows that never had it.
Column extension_column(const Extension& extension);
/// How the journal shows it.
ShownColumn extension_shown(const Extension& extension);

}  // namespace laoyou::record
