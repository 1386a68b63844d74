#include "exchange/data_values.h"

#include <gmock/gmock.h>

namespace laoyou::exchange {
namespace {

DataValueSet some_values() {
  DataValueSet set{"karamay", {}};
  int number = 0;
  for (const char* period : {"2025", "2025-H2", "2025-Q3", "2025-06", "2025-06-30"})
    for (const char* region : {"650203000000", "650204000000"})
      set.values.push_back({"bed_total", Period::parse(period).value(), RegionCode::parse(region).value(), std::to_string(++number) + ".5", "民政 & <统计>"});
  return set;
}

std::vector<std::string> lines_of(const DataValueSet& set) {
  std::vector<std::string> lines;
  for (const DataValue& value : set.values) lines.push_back(value.element + " " + value.period.text() + " " + value.region.text() + " " + value.value + " " + value.comment);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(DataValues, ComeBackAsTheyWentOutInBothForms) {
  const DataValueSet set = some_values();
  const auto dhis2 = read_dhis2(write_dhis2(set, Instant{}));
  ASSERT_TRUE(dhis2);
  EXPECT_EQ(lines_of(*dhis2), lines_of(set));
  EXPECT_EQ(dhis2->data_set, "karamay");
  const auto adx = read_adx(write_adx(set, Instant{}));
  ASSERT_TRUE(adx);
  EXPECT_EQ(lines_of(*adx), lines_of(set));
  EXPECT_EQ(adx->data_set, "karamay");
}

TEST(Periods, AreWrittenAsEachFormWritesThem) {
  EXPECT_EQ(dhis2_period(Period::parse("2025").value()), "2025");
  EXPECT_EQ(dhis2_period(Period::parse("2025-H2").value()), "2025S2");
  EXPECT_EQ(dhis2_period(Period::parse("2025-Q3").value()), "2025Q3");
  EXPECT_EQ(dhis2_period(Period::parse("2025-06").value()), "202506");
  EXPECT_EQ(adx_period(Period::parse("2025").value()), "2025-01-01/P1Y");
  EXPECT_EQ(adx_period(Period::parse("2025-Q3").value()), "2025-07-01/P3M");
}

TEST(Periods, ThatAreNoneAreRefused) {
  for (const char* text : {"", "25", "2025W3", "202513", "2025Q5", "2025S3", "20250631"}) EXPECT_FALSE(read_dhis2_period(text)) << text;
  for (const char* text : {"", "2025-01-01", "2025-01-01/P2M", "2025-02-01/P3M", "2025-06-31/P1M", "2025-03-01/P1Y"}) EXPECT_FALSE(read_adx_period(text)) << text;
}

TEST(ADhis2Set, SaysPeriodAndPlaceOnceForAll) {
  const auto set = read_dhis2(R"({"dataSet":"karamay","period":"202506","orgUnit":"650203000000","dataValues":[{"dataElement":"bed_total","value":12},{"dataElement":"slot_total","value":"3"}]})");
  ASSERT_TRUE(set);
  ASSERT_EQ(set->values.size(), 2u);
  EXPECT_EQ(set->values[1].period.text(), "2025-06");
  EXPECT_EQ(set->values[0].value, "12");
}

TEST(WrongValues, AreNamedAllAtOnceAndNoPartIsTakenForTheWhole) {
  const auto wrong = read_dhis2(R"({"dataValues":[{"dataElement":"bed_total","value":"1","period":"2025","orgUnit":"x","categoryOptionCombo":"male"},{"value":"1","period":"20x5","orgUnit":"650203000000"}]})");
  ASSERT_FALSE(wrong);
  std::vector<std::string> codes;
  for (const Refusal& refusal : wrong.error()) codes.push_back(refusal.code);
  EXPECT_THAT(codes, testing::IsSupersetOf({"exchange.category", "exchange.missing", "period.malformed"}));
  const auto by_sex = read_adx(R"(<adx xmlns="urn:ihe:qrph:adx:2015"><group orgUnit="650203000000" period="2025-01-01/P1Y"><dataValue dataElement="bed_total" value="1" sex="M"/></group></adx>)");
  ASSERT_FALSE(by_sex);
  EXPECT_EQ(by_sex.error().front().code, "exchange.category");
  EXPECT_EQ(by_sex.error().front().place, "group 1 value 1");
  EXPECT_FALSE(read_adx("<adx"));
  EXPECT_FALSE(read_dhis2("[]"));
}

}  // namespace
}  // namespace laoyou::exchange
