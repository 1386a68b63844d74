// A comparison as screens read it: variants of a plan over the registers as they are now.
#pragma once

#include "base/messages.h"
#include "facts/facts_keeper.h"
#include "plan/stack/library.h"
#include "whatif/requests.h"

namespace laoyou::whatif {

/// At most so many variants are compared at once: as many as stand side by side on a screen.
inline constexpr std::size_t k_variants_most = 4;

/// The plan and the place a question is about.
struct Asked {
  std::shared_ptr<const plan::Library> library;
  std::shared_ptr<const plan::Plan> plan;
  RegionCode region;
  Period period;
};

/// The variants' totals; what is wrong with one of them stands in its answer and keeps no other waiting. Refused as "whatif.too_many", "rules.no_such_rule", or
/// "whatif.level" for a level that is not below the region's.
Result<Comparison> compare(const Asked& asked, const facts::FactsKeeper& keeper, const CompareRequest& request, Language language);

/// A number of a total in its unit.
std::optional<Decimal> shown_number(const rules::Rule& rule, const std::optional<rules::Rational>& number);

/// Refusals as screens show them.
std::vector<VariantRefusal> told(const Refusals& refusals, Language language);

/// How many threads one evaluation may use beside the other requests.
int evaluation_threads();

}  // namespace laoyou::whatif
