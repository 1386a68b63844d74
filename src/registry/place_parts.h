// What belongs to a place of care: classes, papers, prices, services, who runs it (托班、证照、收费、服务项目、委托运营).
#pragma once

#include "registry/institution.h"

namespace laoyou::registry {

enum class ClassKind { infant, small, large, mixed };
LAOYOU_ENUM(ClassKind, "class_kind", infant, small, large, mixed)

/// A class of a nursery (班型, 国卫人口发〔2019〕58号).
struct CareClass {
  Id<CareClass> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Institution> institution;
  ClassKind kind = ClassKind::mixed;
  std::int32_t slots = 0;
  std::optional<Date> opened;
  std::optional<Date> closed;
  bool synthetic = false;
};
LAOYOU_RECORD(CareClass, "care_class", id, version, region, institution, kind, slots, opened, closed, synthetic)

enum class PermitKind { licence, filing, fire_safety, food_service, health, insurance, premises };
LAOYOU_ENUM(PermitKind, "permit_kind", licence, filing, fire_safety, food_service, health, insurance, premises)

/// A paper that a place must have, with its term (证照).
struct Permit {
  Id<Permit> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Institution> institution;
  PermitKind kind = PermitKind::licence;
  std::optional<std::string> number;
  std::optional<std::string> issuer;
  std::optional<Date> issued;
  std::optional<Date> expires;  ///< the last day on which it holds
  bool synthetic = false;
};
LAOYOU_RECORD(Permit, "permit", id, version, region, institution, kind, number, issuer, issued, expires, synthetic)

enum class PricePer { hour, half_day, day, month, meal, time };
LAOYOU_ENUM(PricePer, "price_per", hour, half_day, day, month, meal, time)

/// What something costs at a place, from one day to another (收费公示).
struct Price {
  Id<Price> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Institution> institution;
  std::string item;
  Fen amount;
  PricePer per = PricePer::month;
  Date from;
  std::optional<Date> until;
  bool synthetic = false;
};
LAOYOU_RECORD(Price, "price", id, version, region, institution, item, amount, per, from, until, synthetic)

enum class OfferKind { full_day, half_day, hourly, occasional, residential, day_care, meals, bathing, cleaning, rehabilitation, home_visit, respite, training, guidance };
LAOYOU_ENUM(OfferKind, "offer_kind", full_day, half_day, hourly, occasional, residential, day_care, meals, bathing, cleaning, rehabilitation, home_visit, respite, training, guidance)

/// A service that a place offers, and when (服务项目、开放时间).
struct Offer {
  Id<Offer> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Institution> institution;
  OfferKind kind = OfferKind::full_day;
  std::optional<std::string> hours;  ///< as people write it: 周一至周五 08:00–18:00
  Date from;
  std::optional<Date> until;
  bool synthetic = false;
};
LAOYOU_RECORD(Offer, "offer", id, version, region, institution, kind, hours, from, until, synthetic)

/// A publicly owned place run by someone else: who, since when, on what terms (公建民营).
struct OperatingContract {
  Id<OperatingContract> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Institution> institution;
  std::string run_by;
  std::optional<CreditCode> credit_code;
  Date from;
  std::optional<Date> until;
  std::optional<Fen> yearly_fee;
  std::optional<std::string> terms;
  std::optional<std::string> performance;
  bool synthetic = false;
};
LAOYOU_RECORD(OperatingContract, "operating_contract", id, version, region, institution, run_by, credit_code, from, until, yearly_fee, terms, performance, synthetic)

}  // namespace laoyou::registry
