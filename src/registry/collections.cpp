#include "registry/collections.h"

#include "registry/contact.h"
#include "registry/locality.h"
#include "registry/service.h"

namespace laoyou::registry {
namespace {

using collection::Collection;
using powers::OwnerKind;
using powers::Power;

/// A day that comes before the one it follows.
void refuse_order(Refusals& refusals, std::string_view field, const std::optional<Date>& first, const std::optional<Date>& then) {
  if (first && then && *then < *first) refusals.push_back(at(field, refuse("records.day_before", {then->text(), first->text()})));
}

Refusals check_institution(const Institution& now, const Institution*) {
  Refusals refusals;
  refuse_order(refusals, "/closed", now.opened, now.closed);
  // GB/T 37276: five grades, one star to five.
  if (now.stars && (*now.stars < 1 || *now.stars > 5)) refusals.push_back(at("/stars", refuse("records.out_of_range", {"1", "5"})));
  return refusals;
}

template <class T>
Refusals check_opening(const T& now, const T*) {
  Refusals refusals;
  refuse_order(refusals, "/closed", now.opened, now.closed);
  return refusals;
}

Refusals check_staff(const Staff& now, const Staff*) {
  Refusals refusals;
  refuse_order(refusals, "/left", now.started, now.left);
  return refusals;
}

Refusals check_resident(const Resident& now, const Resident*) {
  Refusals refusals;
  refuse_order(refusals, "/moved_out", now.born, now.moved_out);
  // GB 11643: the number says the day of birth and, by its seventeenth digit, the sex.
  if (now.id_number && now.born && now.id_number->born() != *now.born) refusals.push_back(at("/born", refuse("records.not_as_id_number")));
  return refusals;
}

Refusals check_construction(const Construction& now, const Construction*) {
  Refusals refusals;
  refuse_order(refusals, "/finished", now.started, now.finished);
  return refusals;
}

Collection residents() {
  return collection::collection<Resident>("/api/residents", {"人员", "People"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .title(&Resident::name)
      .key(&Resident::id_number)
      .ends(&Resident::moved_out)
      .owner(OwnerKind::household, &Resident::id)
      .sorts(&Resident::name, &Resident::born)
      .lists({"region", "name", "id_number", "born", "sex", "care_grade", "synthetic"})
      .checked_by(check_resident);
}

Collection assessments() {
  return collection::collection<Assessment>("/api/assessments", {"能力评估", "Assessments"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .owner(OwnerKind::household, &Assessment::resident)
      .fixed(&Assessment::resident);
}

Collection institutions() {
  return collection::collection<Institution>("/api/institutions", {"机构", "Institutions"})
      .may(Power::places_read, Power::places_write)
      .title(&Institution::name)
      .key(&Institution::credit_code)
      .ends(&Institution::closed)
      .owner(OwnerKind::institution, &Institution::id)
      .sorts(&Institution::name, &Institution::kind, &Institution::opened)
      .lists({"region", "name", "kind", "operated_by", "inclusive", "filed", "stars", "opened", "synthetic"})
      .checked_by(check_institution);
}

Collection beds() {
  return collection::collection<Bed>("/api/beds", {"养老床位", "Beds"})
      .may(Power::places_read, Power::places_write)
      .ends(&Bed::closed)
      .owner(OwnerKind::institution, &Bed::institution)
      .owner(OwnerKind::household, &Bed::resident)
      .checked_by(check_opening<Bed>);
}

Collection slots() {
  return collection::collection<Slot>("/api/slots", {"托位", "Childcare slots"})
      .may(Power::places_read, Power::places_write)
      .ends(&Slot::closed)
      .owner(OwnerKind::institution, &Slot::institution)
      .checked_by(check_opening<Slot>);
}

Collection staff() {
  return collection::collection<Staff>("/api/staff", {"从业人员", "Staff"})
      .may(Power::staff_read, Power::staff_write, Power::people_unmask)
      .title(&Staff::name)
      .sorts(&Staff::name)
      .ends(&Staff::left)
      .owner(OwnerKind::institution, &Staff::institution)
      .checked_by(check_staff);
}

Collection visits() {
  return collection::collection<Visit>("/api/visits", {"探访", "Visits"}).may(Power::services_read, Power::services_write).owner(OwnerKind::household, &Visit::resident).sorts(&Visit::day);
}

Collection service_orders() {
  return collection::collection<ServiceOrder>("/api/service-orders", {"服务订单", "Service orders"})
      .may(Power::services_read, Power::services_write)
      .owner(OwnerKind::institution, &ServiceOrder::institution)
      .owner(OwnerKind::household, &ServiceOrder::resident)
      .sorts(&ServiceOrder::day);
}

Collection home_adaptations() {
  return collection::collection<HomeAdaptation>("/api/home-adaptations", {"适老化改造", "Home adaptations"})
      .may(Power::services_read, Power::services_write)
      .owner(OwnerKind::household, &HomeAdaptation::resident);
}

Collection trainings() { return collection::collection<Training>("/api/trainings", {"培训", "Trainings"}).may(Power::services_read, Power::services_write); }

Collection localities() {
  return collection::collection<Locality>("/api/localities", {"社区与街镇", "Localities"}).may(Power::projects_read, Power::projects_write).key(&Locality::region, &Locality::kind);
}

Collection developments() {
  return collection::collection<Development>("/api/developments", {"住宅小区", "Housing estates"}).may(Power::projects_read, Power::projects_write).title(&Development::name);
}

Collection constructions() {
  return collection::collection<Construction>("/api/constructions", {"建设项目", "Construction"})
      .may(Power::projects_read, Power::projects_write)
      .title(&Construction::project)
      .checked_by(check_construction);
}

Collection contacts() {
  return collection::collection<Contact>("/api/contacts", {"监护人与联系人", "Contacts"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .title(&Contact::name)
      .ends(&Contact::ended)
      .owner(OwnerKind::household, &Contact::resident);
}

Collection fund_uses() { return collection::collection<FundUse>("/api/fund-uses", {"资金使用", "Use of funds"}).may(Power::projects_read, Power::projects_write); }

}  // namespace

std::vector<Collection> collections() {
  std::vector<Collection> all;
  all.push_back(residents());
  all.push_back(assessments());
  all.push_back(institutions());
  all.push_back(beds());
  all.push_back(slots());
  all.push_back(staff());
  all.push_back(visits());
  all.push_back(service_orders());
  all.push_back(home_adaptations());
  all.push_back(trainings());
  all.push_back(localities());
  all.push_back(developments());
  all.push_back(constructions());
  all.push_back(fund_uses());
  all.push_back(contacts());
  return all;
}

}  // namespace laoyou::registry
