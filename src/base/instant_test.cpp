#include "base/instant.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou {
namespace {

std::string refusal_of(std::string_view text) {
  const auto instant = Instant::parse(text);
  return instant ? "" : instant.error().code;
}

TEST(Instant, CountsMillisecondsFromNineteenSeventy) {
  EXPECT_EQ(Instant{0}.text(), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(Instant{-1}.text(), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(Instant::parse("2026-01-01T00:00:00Z").value().milliseconds, 1'767'225'600'000);
  EXPECT_EQ(Instant::parse("2026-11-21T08:30:00.007Z").value().text(), "2026-11-21T08:30:00.007Z");
}

RC_GTEST_PROP(Instant, ReadsWhatItWrites, ()) {
  const Instant instant{*rc::gen::inRange<std::int64_t>(-62'135'596'800'000, 253'402'271'999'999)};
  RC_ASSERT(Instant::parse(instant.text()).value() == instant);
}

TEST(Instant, RefusesOtherShapes) {
  for (const char* text : {"", "2026-11-21", "2026-11-21 08:30:00Z", "2026-11-21T08:30:00", "2026-11-21T08:30:00+08:00", "2026-11-21T24:00:00Z",
                           "2026-11-21T08:60:00Z", "2026-11-21T08:30:60Z", "2026-11-21T08:30:00.07Z0", "2026-11-21T08:30:00,007Z", "2026x11-21T08:30:00Z"})
    EXPECT_EQ(refusal_of(text), "instant.malformed") << text;
  EXPECT_EQ(refusal_of("2026-02-30T08:30:00Z"), "date.unknown_day");
}

TEST(Instant, TheBeijingDayBeginsAtFourInTheAfternoonOfGreenwich) {
  EXPECT_EQ(Instant::parse("2026-11-21T15:59:59.999Z").value().beijing_day().text(), "2026-11-21");
  EXPECT_EQ(Instant::parse("2026-11-21T16:00:00Z").value().beijing_day().text(), "2026-11-22");
  EXPECT_EQ(Instant{-1}.beijing_day().text(), "1970-01-01");
}

// Whatever a caller sends must have a day in Beijing too, or asking for it later would stop the request.
TEST(Instant, EveryInstantReadHasABeijingDay) {
  EXPECT_EQ(Instant::parse("9999-12-31T15:59:59.999Z").value().beijing_day().text(), "9999-12-31");
  EXPECT_EQ(refusal_of("9999-12-31T16:00:00Z"), "instant.malformed");
}

}  // namespace
}  // namespace laoyou
