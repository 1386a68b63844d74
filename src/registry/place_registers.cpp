#include "registry/collections.h"

#include "base/point.h"
#include "registry/place_parts.h"
#include "registry/record_checks.h"
#include "registry/staff_parts.h"

namespace laoyou::registry {
namespace {

using collection::Collection;
using powers::OwnerKind;
using powers::Power;

Refusals check_institution(const Institution& now, const Institution*) {
  Refusals refusals;
  refuse_order(refusals, "/closed", now.opened, now.closed);
  // GB/T 37276: five grades, one star to five.
  if (now.stars) refuse_outside(refusals, "/stars", *now.stars, 1, 5);
  if (now.longitude && now.latitude) {
    const Result<Point> point = Point::create(*now.longitude, *now.latitude);
    if (!point) refusals.push_back(at("/longitude", point.error()));
  }
  return refusals;
}

Refusals check_staff(const Staff& now, const Staff*) {
  Refusals refusals;
  refuse_order(refusals, "/left", now.started, now.left);
  return refusals;
}

Refusals check_class(const CareClass& now, const CareClass* before) {
  Refusals refusals = check_opening(now, before);
  if (now.slots < 0) refusals.push_back(at("/slots", refuse("records.negative")));
  return refusals;
}

Refusals check_price(const Price& now, const Price* before) {
  Refusals refusals = check_term(now, before);
  if (now.amount < Fen()) refusals.push_back(at("/amount", refuse("records.negative")));
  return refusals;
}

Refusals check_certificate(const Certificate& now, const Certificate* before) {
  Refusals refusals = check_paper(now, before);
  // 国家职业技能标准: five grades of skill.
  if (now.grade) refuse_outside(refusals, "/grade", *now.grade, 1, 5);
  return refusals;
}

Collection institutions() {
  return collection::collection<Institution>("/api/institutions", {"机构", "Institutions"})
      .may(Power::places_read, Power::places_write)
      .files({collection::photographs(), collection::papers()})
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

Collection care_classes() {
  return collection::collection<CareClass>("/api/care-classes", {"托班", "Childcare classes"})
      .may(Power::places_read, Power::places_write)
      .ends(&CareClass::closed)
      .owner(OwnerKind::institution, &CareClass::institution)
      .checked_by(check_class);
}

Collection permits() {
  return collection::collection<Permit>("/api/permits", {"证照", "Permits"})
      .may(Power::places_read, Power::places_write)
      .files({collection::papers()})
      .owner(OwnerKind::institution, &Permit::institution)
      .sorts(&Permit::expires)
      .checked_by(check_paper<Permit>);
}

Collection prices() {
  return collection::collection<Price>("/api/prices", {"收费", "Prices"})
      .may(Power::places_read, Power::places_write)
      .title(&Price::item)
      .ends(&Price::until)
      .owner(OwnerKind::institution, &Price::institution)
      .checked_by(check_price);
}

Collection offers() {
  return collection::collection<Offer>("/api/offers", {"服务项目", "Services offered"})
      .may(Power::places_read, Power::places_write)
      .ends(&Offer::until)
      .owner(OwnerKind::institution, &Offer::institution)
      .checked_by(check_term<Offer>);
}

Collection operating_contracts() {
  return collection::collection<OperatingContract>("/api/operating-contracts", {"委托运营合同", "Operating contracts"})
      .may(Power::places_read, Power::places_write)
      .files({collection::papers()})
      .title(&OperatingContract::run_by)
      .ends(&OperatingContract::until)
      .owner(OwnerKind::institution, &OperatingContract::institution)
      .checked_by(check_term<OperatingContract>);
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

Collection certificates() {
  return collection::collection<Certificate>("/api/certificates", {"从业证书", "Certificates"})
      .may(Power::staff_read, Power::staff_write, Power::people_unmask)
      .files({collection::papers()})
      .owner(OwnerKind::institution, &Certificate::institution)
      .sorts(&Certificate::expires)
      .fixed(&Certificate::staff)
      .checked_by(check_certificate);
}

Collection work_bans() {
  return collection::collection<WorkBan>("/api/work-bans", {"从业禁止名单", "Work bans"})
      .may(Power::staff_read, Power::staff_write, Power::people_unmask)
      .title(&WorkBan::name)
      .ends(&WorkBan::until)
      .checked_by(check_term<WorkBan>);
}

}  // namespace

void add_places(std::vector<Collection>& all) {
  all.push_back(institutions());
  all.push_back(beds());
  all.push_back(slots());
  all.push_back(care_classes());
  all.push_back(permits());
  all.push_back(prices());
  all.push_back(offers());
  all.push_back(operating_contracts());
  all.push_back(staff());
  all.push_back(certificates());
  all.push_back(work_bans());
}

}  // namespace laoyou::registry
