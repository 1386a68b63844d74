#include "registry/resident_checks.h"

#include "registry/record_checks.h"

namespace laoyou::registry {

Refusals check_resident(const Resident& now, Date today) {
  // Nobody is known to have lived longer than 122 years: an age beyond this is a slip of the pen.
  constexpr int k_years_most = 130;
  Refusals refusals;
  refuse_order(refusals, "/moved_out", now.born, now.moved_out);
  if (now.born && *now.born > today) refusals.push_back(at("/born", refuse("records.day_after", {now.born->text(), today.text()})));
  const bool alive = !now.moved_out || now.left_because == LeaveReason::moved;
  if (now.born && alive && years_between(*now.born, now.moved_out.value_or(today)) >= k_years_most) refusals.push_back(at("/born", refuse("residents.too_old", {now.born->text()})));
  // The refusals do not say what would be right: the number may be one that the caller sees masked. GB 11643: it says the day of birth and, by its seventeenth digit, the sex.
  if (now.id_number && now.born && now.id_number->born() != *now.born) refusals.push_back(at("/born", refuse("records.not_as_id_number")));
  if (now.id_number && now.sex && now.id_number->is_male() != (*now.sex == Sex::male)) refusals.push_back(at("/sex", refuse("residents.sex_not_as_id_number")));
  return refusals;
}

Refusals check_contact(const Contact& now, const Contact*) {
  if (now.person != now.resident) return {};
  return {at("/person", refuse("contacts.own_self"))};
}

}  // namespace laoyou::registry
