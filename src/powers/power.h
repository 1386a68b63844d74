// What an account may do (职权): single powers, of which a role is a named set. Which role holds which powers is data (plans/*/roles.csv).
#pragma once

#include "record/enum_leaf.h"

namespace laoyou::powers {

/// One power. At most 64; their labels stand in dictionary.csv under "power".
enum class Power {
  plan_read,          ///< 查看方案: indicators, tasks, projects, policies, standards of a plan that is not public
  values_report,      ///< 填报指标
  accounts_manage,    ///< 管理账号
  plans_reload,       ///< 重新载入方案
  journal_read,       ///< 查看留痕
  journal_verify,     ///< 核验留痕
  places_read,        ///< 查看机构: institutions, beds, slots
  places_write,       ///< 登记机构
  staff_read,         ///< 查看从业人员
  staff_write,        ///< 登记从业人员
  people_read,        ///< 查看人员: residents and what is known of them, masked
  people_write,       ///< 登记人员
  people_unmask,      ///< 查看完整个人信息: with a purpose, in the journal
  services_read,      ///< 查看服务: visits, orders, homes made safe, trainings
  services_write,     ///< 登记服务
  projects_read,      ///< 查看建设: localities, developments, constructions, use of funds
  projects_write,     ///< 登记建设
  sheets_export,      ///< 导出表格: lists as sheets
  values_sign,        ///< 审核填报: takes or returns what places below have reported, issues circulars
  funds_read,         ///< 查看资金: budgets, the ledger, subsidy runs
  funds_write,        ///< 经办资金: plans budgets, makes subsidy runs, enters price surveys
  funds_approve,      ///< 审批资金: commits and pays
  budget_exceed       ///< 超预算审批: commits beyond a budget line, with a reason
};
LAOYOU_ENUM(Power, "power", plan_read, values_report, accounts_manage, plans_reload, journal_read, journal_verify, places_read, places_write, staff_read, staff_write, people_read,
            people_write, people_unmask, services_read, services_write, projects_read, projects_write, sheets_export, values_sign, funds_read, funds_write,
            funds_approve, budget_exceed)

}  // namespace laoyou::powers
