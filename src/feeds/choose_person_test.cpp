#include "feeds/choose_person.h"

#include <gtest/gtest.h>

namespace laoyou::feeds {
namespace {

NearPerson near_one(std::int64_t id, bool certain, std::string against = "") {
  NearPerson near;
  near.id = id;
  near.certain = certain;
  near.against = std::move(against);
  return near;
}

TEST(ChoosePerson, OneThatIsCertainIsJoinedThoughOthersMayBe) {
  const std::vector<NearPerson> near{near_one(1, true), near_one(2, false)};
  EXPECT_EQ(choose_person(near).certain, &near[0]);
  EXPECT_EQ(choose_person(near).doubtful, nullptr);
}

TEST(ChoosePerson, TwoThatAreBothCertainGoToAClerk) {
  const std::vector<NearPerson> near{near_one(1, true), near_one(2, true)};
  EXPECT_EQ(choose_person(near).certain, nullptr);
  EXPECT_EQ(choose_person(near).doubtful, &near[0]);
}

TEST(ChoosePerson, WhoIsHeldApartByHardEvidenceIsNeverChosen) {
  const std::vector<NearPerson> near{near_one(1, true, "id_number=differs"), near_one(2, false)};
  EXPECT_EQ(choose_person(near).certain, nullptr);
  EXPECT_EQ(choose_person(near).doubtful, &near[1]);
  EXPECT_EQ(choose_person({}).doubtful, nullptr);
}

}  // namespace
}  // namespace laoyou::feeds
