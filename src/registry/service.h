// What is done for people: visits, orders, homes made safe, trainings (探访、订单、适老化改造、培训).
#pragma once

#include "registry/institution.h"

namespace laoyou::registry {

enum class VisitKind { hardship, family_bed, home_care, newborn };
LAOYOU_ENUM(VisitKind, "visit_kind", hardship, family_bed, home_care, newborn)

struct Visit {
  Id<Visit> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Resident>> resident;
  std::optional<Id<Staff>> staff;
  VisitKind kind = VisitKind::home_care;
  Date day;
  std::optional<Minutes> length;
  std::optional<bool> danger_found;
  bool synthetic = false;
};
LAOYOU_RECORD(Visit, "visit", id, version, region, resident, staff, kind, day, length, danger_found, synthetic)

enum class OrderKind { meal, cleaning, bathing, nursing, company, transport, other };
LAOYOU_ENUM(OrderKind, "order_kind", meal, cleaning, bathing, nursing, company, transport, other)

struct ServiceOrder {
  Id<ServiceOrder> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Resident>> resident;
  std::optional<Id<Institution>> institution;
  OrderKind kind = OrderKind::other;
  Date day;
  Fen price;
  std::optional<Fen> government_pays;
  bool synthetic = false;
};
LAOYOU_RECORD(ServiceOrder, "service_order", id, version, region, resident, institution, kind, day, price, government_pays, synthetic)

/// A home adapted to an older person (居家适老化改造).
struct HomeAdaptation {
  Id<HomeAdaptation> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Resident>> resident;
  std::optional<Date> finished;
  std::optional<Fen> cost;
  bool synthetic = false;
};
LAOYOU_RECORD(HomeAdaptation, "home_adaptation", id, version, region, resident, finished, cost, synthetic)

/// One person trained once (培训人次).
struct Training {
  Id<Training> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<Staff>> staff;
  StaffRole role = StaffRole::other;
  Date day;
  std::optional<bool> free_of_charge;
  bool synthetic = false;
};
LAOYOU_RECORD(Training, "training", id, version, region, staff, role, day, free_of_charge, synthetic)

}  // namespace laoyou::registry
