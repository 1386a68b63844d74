// Three lists that contradict each other, through the server's own door over a made-up city: who is found, whose value holds and why, and everything back.
#include <gmock/gmock.h>

#include "app/delivered_lists_test.h"

namespace laoyou::app {
namespace {

constexpr std::int64_t k_people = 2'000;
constexpr std::size_t k_answers = 1'000, k_pairs = 4;

class ContradictingFeeds : public OnBothDatabases {
 protected:
  DeliveredLists lists{house, k_people, 7};
};
RUN_ON_BOTH_DATABASES(ContradictingFeeds);

}  // namespace

TEST_P(ContradictingFeeds, FindTheirPersonsShowWhoseValueWonAndWhyAndPartAgainToTheByte) {
  const FoundPersons found = lists.found();
  EXPECT_GT(found.known, 1'000);
  EXPECT_GE(found.precision(), 0.995) << found.wrong << " of " << found.joined;
  EXPECT_GE(found.recall(), 0.97) << found.found << " of " << found.known << ", refused " << found.refused;
  const CheckedAnswers answers = lists.checked_answers(k_answers);
  EXPECT_THAT(answers.complaints, testing::IsEmpty());
  EXPECT_GT(answers.fields, 3'000);
  EXPECT_GT(answers.contradicted, 10);
  EXPECT_THAT(lists.merged_and_parted(k_pairs), testing::IsEmpty());
}

}  // namespace laoyou::app
