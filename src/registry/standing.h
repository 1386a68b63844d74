// Why a person has a claim to more, with papers and terms (身份与待遇资格).
#pragma once

#include "registry/resident.h"

namespace laoyou::registry {

enum class StandingKind { destitute, minimum_living, low_income, special_family, disability, merit, long_term_care };
LAOYOU_ENUM(StandingKind, "standing_kind", destitute, minimum_living, low_income, special_family, disability, merit, long_term_care)

/// What entitles a person to more, with the document that says so and its term (经济、残疾等身份).
struct Standing {
  Id<Standing> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  StandingKind kind = StandingKind::low_income;
  std::optional<std::int32_t> grade;  ///< of a disability 1 (worst) to 4, GB/T 26341
  std::optional<std::string> document;  ///< number of the card or decision
  std::optional<std::string> issuer;
  Date from;
  std::optional<Date> until;  ///< the first day on which it no longer holds
  bool synthetic = false;
};
LAOYOU_RECORD(Standing, "standing", id, version, region, resident, kind, grade, document, issuer, from, until, synthetic)

}  // namespace laoyou::registry
