#include "http/answer_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace laoyou::http {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string head_of(const Answer& answer, HeadFacts facts = {}) {
  std::string out;
  write_head(out, answer, facts);
  return out;
}

}  // namespace

TEST(AnswerHead, DatesAreWrittenAsHttpWantsThem) {
  EXPECT_EQ(http_date(Instant{784111777000}), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(Instant{0}), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(Instant::parse("2028-02-29T23:59:59Z").value()), "Tue, 29 Feb 2028 23:59:59 GMT");
}

TEST(AnswerHead, ANewSecondIsANewDate) {
  HeadFacts facts;
  facts.now = Instant{784111777000};
  EXPECT_THAT(head_of({}, facts), HasSubstr("08:49:37"));
  facts.now = Instant{784111778000};
  EXPECT_THAT(head_of({}, facts), HasSubstr("08:49:38"));
}

TEST(AnswerHead, AnAnswerWithoutContentSaysNothingOfContent) {
  Answer answer;
  answer.status = 304;
  answer.etag = "W/\"1\"";
  answer.body = "held already";
  EXPECT_THAT(head_of(answer), Not(HasSubstr("Content-Length")));
  EXPECT_THAT(head_of(answer), HasSubstr("ETag: W/\"1\""));
  answer.status = 200;
  EXPECT_THAT(head_of(answer), HasSubstr("Content-Length: 12\r\n"));
}

TEST(AnswerHead, FurtherImageSourcesAreAllowedForImagesAlone) {
  Answer page;
  page.content_type = "text/html; charset=utf-8";
  HeadFacts facts;
  facts.image_sources = "https://tiles.example";
  EXPECT_THAT(head_of(page, facts), HasSubstr("img-src 'self' data: https://tiles.example; object-src 'none'"));
}

TEST(AnswerHead, PagesOfOthersHaveNoHandleOnOursAndNoDeviceIsAsked) {
  EXPECT_THAT(head_of(Answer()), HasSubstr("Cross-Origin-Opener-Policy: same-origin\r\n"));
  EXPECT_THAT(head_of(Answer()), HasSubstr("Permissions-Policy: camera=(), microphone=(), geolocation=()"));
}

}  // namespace laoyou::http
