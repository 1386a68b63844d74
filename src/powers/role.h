// A role (角色): a named set of powers for one kind of office. Which there are is data: roles.csv of the plan folders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "powers/power.h"
#include "record/describe.h"
#include "record/leaf.h"

namespace laoyou::powers {

/// The kind of unit (单位) an account works for.
enum class OfficeKind {
  department,   ///< 部门 of a level
  street,       ///< 街道、乡镇
  village,      ///< 村、社区
  institution,  ///< 机构; its accounts see what the institution owns alone
  family        ///< 家庭; likewise
};
LAOYOU_ENUM(OfficeKind, "office_kind", department, street, village, institution, family)

/// One row of roles.csv.
struct Role {
  std::string role;  ///< its code, unique among stacked layers
  std::string zh;
  std::string en;
  std::optional<OfficeKind> unit_kind;  ///< for units of this kind only; nothing: for any, and for accounts without one
  std::vector<Power> powers;
  bool code_required = false;  ///< its accounts must have one-time codes
  std::string source;  ///< the document that says so, or that it is an example
};
LAOYOU_RECORD(Role, "role", role, zh, en, unit_kind, powers, code_required, source)

}  // namespace laoyou::powers
