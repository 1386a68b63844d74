#include "registry/resident_checks.h"

#include <gmock/gmock.h>

namespace laoyou::registry {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

std::string said(const Refusals& refusals) {
  std::string all;
  for (const Refusal& refusal : refusals) all += refusal.place + " " + refusal.code + ";";
  return all;
}

std::string said(const Resident& resident) { return said(check_resident(resident, day("2025-06-30"))); }

/// A woman by the number's seventeenth digit.
Resident with_number() {
  Resident resident;
  resident.id_number = IdNumber::parse("11010519491231002X").value();
  resident.born = day("1949-12-31");
  resident.sex = Sex::female;
  return resident;
}

}  // namespace

TEST(ResidentChecks, WhatTheIdentityNumberSaysMustBeWhatTheRecordSays) {
  EXPECT_EQ(said(with_number()), "");
  Resident wrong = with_number();
  wrong.born = day("1949-12-30");
  wrong.sex = Sex::male;
  EXPECT_EQ(said(wrong), "/born records.not_as_id_number;/sex residents.sex_not_as_id_number;");
}

TEST(ResidentChecks, NobodyIsBornTomorrowOrAliveAtAHundredAndThirty) {
  Resident resident;
  resident.born = day("2025-07-01");
  EXPECT_EQ(said(resident), "/born records.day_after;");
  resident.born = day("1895-06-30");
  EXPECT_EQ(said(resident), "/born residents.too_old;");
  resident.born = day("1895-07-01");
  EXPECT_EQ(said(resident), "") << "a day younger";
  resident.born = day("1880-01-01");
  resident.moved_out = day("1960-01-01");
  resident.left_because = LeaveReason::died;
  EXPECT_EQ(said(resident), "") << "died long ago";
}

TEST(ResidentChecks, NobodyDiesBeforeBirth) {
  Resident resident;
  resident.born = day("2025-03-02");
  resident.moved_out = day("2025-03-01");
  resident.left_because = LeaveReason::died;
  EXPECT_EQ(said(resident), "/moved_out records.day_before;");
}

TEST(ContactChecks, NobodyIsTheirOwnGuardian) {
  Contact contact;
  contact.resident = {7};
  EXPECT_EQ(said(check_contact(contact, nullptr)), "");
  contact.person = Id<Resident>{7};
  EXPECT_EQ(said(check_contact(contact, nullptr)), "/person contacts.own_self;");
  contact.person = Id<Resident>{8};
  EXPECT_EQ(said(check_contact(contact, nullptr)), "");
}

}  // namespace laoyou::registry
