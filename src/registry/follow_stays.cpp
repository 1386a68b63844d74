#include "registry/follow_stays.h"

#include "registry/stay.h"

namespace laoyou::registry {
namespace {

Result<void> put_in_care(store::Writing& writing, Id<Resident> id) {
  const store::Scope everywhere = store::Scope::country();
  std::optional<Resident> resident = writing.find(everywhere, id);
  if (!resident) return {};
  const auto open = writing.first<Stay>(everywhere, store::Filter().equals("resident", id).is_absent("until").order_by("from", store::Order::falling));
  const std::optional<Id<Institution>> institution = open ? std::optional(open->institution) : std::nullopt;
  if (resident->institution == institution) return {};
  resident->institution = institution;
  writing.update(*resident);
  return {};
}

}  // namespace

void follow_stays(store::Follower& follower) {
  follower.keep<Stay>("stays", store::Follower::From::now, [](store::Writing& writing, const store::Change<Stay>& change) -> Result<void> {
    return put_in_care(writing, (change.after ? change.after : change.before)->resident);
  });
}

}  // namespace laoyou::registry
