// The one place where a region asked for is held against the region an account may see.
#pragma once

#include <optional>

#include "http/access.h"
#include "http/answer.h"
#include "http/context.h"

namespace laoyou::http {

/// Refused (403 "scope.outside") when the route is scoped and `region` does not lie within the caller's scope.
std::optional<Refused> outside_scope(const Access& access, const Context& context, RegionCode region);

inline std::optional<Refused> outside_scope(const Access& access, const Context& context, const std::optional<RegionCode>& region) {
  return region ? outside_scope(access, context, *region) : std::nullopt;
}

}  // namespace laoyou::http
