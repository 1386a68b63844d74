#include "http/scope.h"

namespace laoyou::http {

std::optional<Refused> outside_scope(const Access& access, const Context& context, RegionCode region) {
  if (!access.scoped()) return std::nullopt;
  if (context.caller().scope.contains(region)) return std::nullopt;
  return Refused{403, {at("/region", refuse("scope.outside", {region.text()}))}};
}

}  // namespace laoyou::http
