#include "registry/collections.h"

#include "base/clock.h"
#include "registry/child_health_event.h"
#include "registry/consent.h"
#include "registry/device.h"
#include "registry/record_checks.h"
#include "registry/residence.h"
#include "registry/resident_checks.h"
#include "registry/standing.h"
#include "registry/stay.h"

namespace laoyou::registry {
namespace {

using collection::Collection;
using powers::OwnerKind;
using powers::Power;

Refusals check_standing(const Standing& now, const Standing* before) {
  Refusals refusals = check_term(now, before);
  // GB/T 26341: four grades of disability.
  if (now.grade) refuse_outside(refusals, "/grade", *now.grade, 1, 4);
  return refusals;
}

Refusals check_attendance(const Attendance& now, const Attendance*) {
  Refusals refusals;
  const std::int64_t days = now.month.last_day().days() - now.month.first_day().days() + 1;
  refuse_outside(refusals, "/days_open", now.days_open, 0, days);
  refuse_outside(refusals, "/days_present", now.days_present, 0, now.days_open);
  return refusals;
}

Collection residents() {
  // Who lives alone here is what those who visit ask first.
  return collection::collection<Resident>("/api/residents", {"人员", "People"}, {store::indexed({"hardship_lives_alone", "region"})})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .files({collection::papers()})
      .title(&Resident::name)
      .key(&Resident::id_number)
      .tails(&Resident::id_number, &Resident::phone)
      .ends(&Resident::moved_out)
      .owner(OwnerKind::household, &Resident::id)
      .owner(OwnerKind::institution, &Resident::institution)
      .sorts(&Resident::name, &Resident::born)
      .lists({"region", "name", "id_number", "born", "sex", "care_grade", "synthetic"})
      .checked_by([](const Resident& now, const Resident*) { return check_resident(now, SystemClock().now().beijing_day()); });
}

Collection assessments() {
  return collection::collection<Assessment>("/api/assessments", {"能力评估", "Assessments"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .files({collection::papers()})
      .owner(OwnerKind::household, &Assessment::resident)
      .fixed(&Assessment::resident)
      .dates(&Assessment::resident, &Assessment::day, &Assessment::grade, &Resident::care_grade);
}

Collection contacts() {
  return collection::collection<Contact>("/api/contacts", {"监护人与联系人", "Contacts"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .title(&Contact::name)
      .tails(&Contact::phone)
      .ends(&Contact::ended)
      .owner(OwnerKind::household, &Contact::resident)
      .checked_by(check_contact);
}

Collection households() {
  return collection::collection<Household>("/api/households", {"户", "Households"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .search(&Household::address)
      .ends(&Household::ended)
      .lists({"region", "address", "kind"});
}

Collection residences() {
  return collection::collection<Residence>("/api/residences", {"居住情况", "Residences"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .ends(&Residence::until)
      .owner(OwnerKind::household, &Residence::resident)
      .fixed(&Residence::resident)
      .checked_by(check_term<Residence>);
}

Collection standings() {
  return collection::collection<Standing>("/api/standings", {"身份与待遇资格", "Standings"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .ends(&Standing::until)
      .owner(OwnerKind::household, &Standing::resident)
      .fixed(&Standing::resident)
      .checked_by(check_standing);
}

Collection consents() {
  return collection::collection<Consent>("/api/consents", {"同意书", "Consents"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .files({collection::papers()})
      .ends(&Consent::until)
      .owner(OwnerKind::household, &Consent::resident)
      .fixed(&Consent::resident)
      .checked_by(check_term<Consent>);
}

Collection devices() {
  return collection::collection<Device>("/api/devices", {"居家设备", "Devices"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .ends(&Device::removed)
      .owner(OwnerKind::household, &Device::resident);
}

Collection stays() {
  return collection::collection<Stay>("/api/stays", {"入住入托", "Stays"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .ends(&Stay::until)
      .owner(OwnerKind::institution, &Stay::institution)
      .owner(OwnerKind::household, &Stay::resident)
      .fixed(&Stay::resident, &Stay::institution)
      .checked_by(check_term<Stay>);
}

Collection child_health_events() {
  return collection::collection<ChildHealthEvent>("/api/child-health-events", {"儿童保健记录", "Child health events"}, {store::indexed({"resident", "kind"})})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .owner(OwnerKind::household, &ChildHealthEvent::resident)
      .owner(OwnerKind::institution, &ChildHealthEvent::institution)
      .fixed(&ChildHealthEvent::resident)
      .sorts(&ChildHealthEvent::day)
      .lists({"region", "resident", "kind", "day", "institution", "item"});
}

Collection attendances() {
  return collection::collection<Attendance>("/api/attendances", {"出勤", "Attendance"})
      .may(Power::people_read, Power::people_write, Power::people_unmask)
      .key(&Attendance::resident, &Attendance::institution, &Attendance::month)
      .owner(OwnerKind::institution, &Attendance::institution)
      .owner(OwnerKind::household, &Attendance::resident)
      .checked_by(check_attendance);
}

}  // namespace

void add_people(std::vector<Collection>& all) {
  all.push_back(residents());
  all.push_back(assessments());
  all.push_back(contacts());
  all.push_back(households());
  all.push_back(residences());
  all.push_back(standings());
  all.push_back(consents());
  all.push_back(devices());
  all.push_back(stays());
  all.push_back(attendances());
  all.push_back(child_health_events());
}

}  // namespace laoyou::registry
