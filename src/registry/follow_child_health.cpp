#include "registry/follow_child_health.h"

#include "registry/child_health_event.h"

namespace laoyou::registry {
namespace {

std::optional<bool>& mark_of(ChildHealth& health, ChildHealthKind kind) {
  switch (kind) {
    case ChildHealthKind::newborn_visit: return health.newborn_visited;
    case ChildHealthKind::system_management: return health.system_managed;
    case ChildHealthKind::health_management: return health.health_managed;
    case ChildHealthKind::metabolic_screening: return health.metabolic_screened;
    case ChildHealthKind::eye_check: return health.eyes_checked;
    case ChildHealthKind::vaccination: return health.vaccinated;
    case ChildHealthKind::family_guidance: break;
  }
  return health.family_guided;
}

Result<void> mark(store::Writing& writing, Id<Resident> id, ChildHealthKind kind) {
  const store::Scope everywhere = store::Scope::country();
  std::optional<Resident> child = writing.find(everywhere, id);
  if (!child) return {};
  const bool given = writing.count<ChildHealthEvent>(everywhere, store::Filter().equals("resident", id).equals("kind", kind)) > 0;
  std::optional<bool>& mark = mark_of(child->child_health, kind);
  const std::optional<bool> now = given ? std::optional(true) : std::nullopt;
  if (mark == now) return {};
  mark = now;
  writing.update(*child);
  return {};
}

}  // namespace

void follow_child_health(store::Follower& follower) {
  follower.keep<ChildHealthEvent>("child_health", store::Follower::From::now, [](store::Writing& writing, const store::Change<ChildHealthEvent>& change) -> Result<void> {
    // A change may have taken the event to another kind: both are looked at.
    for (const std::optional<ChildHealthEvent>* each : {&change.before, &change.after})
      if (*each)
        if (const Result<void> done = mark(writing, (*each)->resident, (*each)->kind); !done) return done;
    return {};
  });
}

}  // namespace laoyou::registry
