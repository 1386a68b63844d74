// What people who work in care can show, and who may not work there (证书、从业禁止).
#pragma once

#include "registry/institution.h"

namespace laoyou::registry {

enum class CertificateKind { elderly_carer, child_carer, infant_carer, nurse, doctor, social_worker, guard, health, assessor };
LAOYOU_ENUM(CertificateKind, "certificate_kind", elderly_carer, child_carer, infant_carer, nurse, doctor, social_worker, guard, health, assessor)

/// A certificate or health check of someone who works in care, with its term (证书、健康证明).
struct Certificate {
  Id<Certificate> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Staff> staff;
  std::optional<Id<Institution>> institution;
  CertificateKind kind = CertificateKind::elderly_carer;
  std::optional<std::int32_t> grade;  ///< five grades, 5 (初级) to 1 (高级技师)
  std::optional<std::string> number;
  std::optional<Date> issued;
  std::optional<Date> expires;  ///< the last day on which it holds
  bool synthetic = false;
};
LAOYOU_RECORD(Certificate, "certificate", id, version, region, staff, institution, kind, grade, number, issued, expires, synthetic)

/// Someone who may not work in care (从业禁止名单): looked through before anyone is hired.
struct WorkBan {
  Id<WorkBan> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  IdNumber id_number;
  std::optional<std::string> grounds;
  std::optional<std::string> decided_by;
  Date from;
  std::optional<Date> until;  ///< empty: for life
  bool synthetic = false;
};
LAOYOU_RECORD(WorkBan, "work_ban", id, version, region, name, id_number, grounds, decided_by, from, until, synthetic)

}  // namespace laoyou::registry
