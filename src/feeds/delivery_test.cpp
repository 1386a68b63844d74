#include <gmock/gmock.h>

#include "feeds/decide_task.h"
#include "feeds/testing/small_register.h"

namespace laoyou::feeds {
namespace {

using registry::Resident;
using testing::day;

class ADelivery : public testing::ARegister {};
INSTANTIATE_TEST_SUITE_P(Feeds, ADelivery, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

constexpr const char* k_police = "公民身份号码,姓名,性别,出生日期,电话\n";
constexpr const char* k_health = "证件号码,姓名,电话,出生日期\n";
const std::string k_li = "11010519491231002X,李拟兰,2,19491231,13900001111\n", k_zhao = "110105194912310011,赵拟明,1,19491231,\n";

}  // namespace

TEST_P(ADelivery, LookedAtStoresNothingInTheRegisterAndNamesTheWrongCell) {
  const Considered look = small.look("police", "2025-11-01", k_police + k_li + "110105194912310021,钱拟明,1,19491231,\n");
  EXPECT_EQ(look.found.counts.created, 1);
  EXPECT_EQ(look.found.counts.unknown, 1);
  ASSERT_EQ(look.found.refusals.size(), 1U);
  EXPECT_EQ(look.found.refusals[0].code, "id_number.wrong_check");
  EXPECT_EQ(look.found.refusals[0].place, "3:1");
  EXPECT_TRUE(small.all<Resident>().empty());
}

TEST_P(ADelivery, AppliedTwiceChangesNothingTheSecondTime) {
  small.apply("police", "2025-11-01", k_police + k_li + k_zhao);
  EXPECT_EQ(small.all<Resident>().size(), 2U);
  const Considered again = small.apply("police", "2025-11-02", k_police + k_li + k_zhao);
  EXPECT_EQ(again.found.counts.unchanged, 2);
  EXPECT_EQ(again.found.counts.changed + again.found.counts.created + again.found.counts.conflicts, 0);
  EXPECT_EQ(small.all<FeedRecord>().size(), 2U);
}

TEST_P(ADelivery, TheMoreTrustedSourceHoldsFieldByField) {
  small.apply("police", "2025-11-01", k_police + k_li);
  const Considered health = small.apply("health", "2025-11-02", std::string(k_health) + "11010519491231002X,李拟蓝,13900002222,1949-12-31\n");
  EXPECT_EQ(health.found.counts.conflicts, 2);
  const Resident now = small.all<Resident>().front();
  EXPECT_EQ(now.name, "李拟兰");
  EXPECT_EQ(now.phone, "13900002222");
  EXPECT_EQ(small.all<PersonTask>().size(), 2U);
  small.apply("police", "2025-11-03", k_police + k_li);
  EXPECT_EQ(small.all<Resident>().front().phone, "13900002222") << "an older word of a less trusted source does not come back";
}

TEST_P(ADelivery, OfAListThatIsWholeWhoIsMissingIsNoLongerContainedAndComesBack) {
  small.apply("police", "2025-10-01", k_police + k_li + k_zhao);
  EXPECT_EQ(small.apply("police", "2025-11-01", k_police + k_li).found.counts.gone, 1);
  EXPECT_EQ(small.all<Resident>().size(), 2U) << "nobody leaves the register because a list is short";
  EXPECT_EQ(small.apply("police", "2025-11-02", k_police + k_li).found.counts.gone, 0) << "told once";
  small.apply("police", "2025-12-01", k_police + k_li + k_zhao);
  for (const FeedRecord& each : small.all<FeedRecord>()) EXPECT_FALSE(each.gone);
}

TEST_P(ADelivery, ASourceThatAddsNobodyLetsTheUnknownWait) {
  const Considered look = small.apply("health", "2025-11-01", std::string(k_health) + "11010519491231002X,李拟兰,13900002222,1949-12-31\n");
  EXPECT_EQ(look.found.counts.unknown, 1);
  EXPECT_TRUE(small.all<Resident>().empty());
  ASSERT_EQ(small.all<FeedRecord>().size(), 1U);
  EXPECT_FALSE(small.all<FeedRecord>().front().resident);
  small.apply("police", "2025-11-02", k_police + k_li);
  small.apply("health", "2025-11-03", std::string(k_health) + "11010519491231002X,李拟兰,13900002222,1949-12-31\n");
  for (const FeedRecord& each : small.all<FeedRecord>()) EXPECT_TRUE(each.resident) << "it finds its person once the register has them";
}

TEST_P(ADelivery, APersonWithoutTheirNumberIsFoundByNameBirthAndPhone) {
  small.person("李拟兰", "1949-12-31", "", "13900001111");
  const Considered found = small.apply("police", "2025-11-01", k_police + k_li);
  EXPECT_EQ(found.found.counts.created, 0);
  EXPECT_EQ(found.found.counts.changed, 1);
  ASSERT_EQ(small.all<Resident>().size(), 1U);
  EXPECT_TRUE(small.all<Resident>().front().id_number);
}

TEST_P(ADelivery, ARowWithoutTheirNumberFindsItsPersonByTheRestAndIsOneRecordWithTheRowThatHasIt) {
  small.apply("police", "2025-11-01", k_police + k_li);
  const Considered without = small.apply("health", "2025-11-02", std::string(k_health) + ",李拟兰,13900001111,1949-12-31\n");
  EXPECT_EQ(without.found.counts.refused + without.found.counts.unknown, 0);
  const auto of_health = [&] {
    std::vector<FeedRecord> records = small.all<FeedRecord>();
    std::erase_if(records, [](const FeedRecord& each) { return each.feed != "health"; });
    return records;
  };
  ASSERT_EQ(of_health().size(), 1U);
  EXPECT_TRUE(of_health().front().resident);
  EXPECT_EQ(small.apply("health", "2025-11-03", std::string(k_health) + ",李拟兰,13900001111,1949-12-31\n").found.counts.unchanged, 1);
  small.apply("health", "2025-11-04", std::string(k_health) + "11010519491231002X,李拟兰,13900001111,1949-12-31\n");
  ASSERT_EQ(of_health().size(), 1U);
  EXPECT_EQ(of_health().front().key, "11010519491231002X");
}

TEST_P(ADelivery, ARowWithNeitherTheirNumberNorANameIsRefusedAndOneThatFindsNobodyAddsNobody) {
  const Considered look = small.apply("police", "2025-11-01", k_police + std::string(",,2,19491231,13900001111\n,李拟兰,2,19491231,13900001111\n"));
  EXPECT_EQ(look.found.counts.refused, 1);
  EXPECT_EQ(look.found.refusals[0].code, "feeds.key_missing");
  EXPECT_EQ(look.found.counts.unknown, 1);
  EXPECT_TRUE(small.all<Resident>().empty());
}

TEST_P(ADelivery, AValueThatCannotBeTrueBesideTheNumberDoesNotHoldAndTheRestOfTheRowDoes) {
  small.person("李拟兰", "1949-12-31", "11010519491231002X");
  const Considered health = small.apply("health", "2025-11-01", std::string(k_health) + "11010519491231002X,李拟兰,13900002222,1949-12-13\n");
  EXPECT_EQ(health.found.counts.refused, 0);
  EXPECT_EQ(health.found.counts.conflicts, 1);
  const Resident now = small.all<Resident>().front();
  EXPECT_EQ(now.born, day("1949-12-31")) << "health is believed more than what was typed in, but the number says otherwise";
  EXPECT_EQ(now.phone, "13900002222");
  ASSERT_EQ(health.found.found.size(), 1U);
  for (const FoundField& field : health.found.found.front().fields) EXPECT_EQ(field.unfit_en.has_value(), field.field == "born");
}

TEST_P(ADelivery, AWrongIdentityNumberIsAskedAboutAndTheRestOfTheRowHolds) {
  small.person("李拟兰", "1949-12-31", "11010519491231002X", "13900001111");
  const Considered health = small.apply("health", "2025-11-01", std::string(k_health) + "110105194912310021,李拟兰,13900001111,1949-12-31\n");
  EXPECT_EQ(health.found.counts.refused + health.found.counts.unknown, 0);
  const Resident now = small.all<Resident>().front();
  EXPECT_EQ(now.id_number->text(), "11010519491231002X");
  ASSERT_EQ(health.found.found.size(), 1U);
  EXPECT_EQ(health.found.found.front().fields.front().field, "id_number");
  EXPECT_TRUE(health.found.found.front().fields.front().unfit_zh);
  const std::vector<PersonTask> tasks = small.all<PersonTask>();
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks.front().field, "id_number");
  EXPECT_EQ(tasks.front().theirs, R"("110105194912310021")");
  const auto decide = [&](PersonDecision decision) {
    const Result<void> done = small.write([&](store::Writing& writing) -> Result<void> {
      DecideRequest request;
      request.id = tasks.front().id;
      request.decision = decision;
      const auto decided = decide_task(writing, small.residents(), request, 1);
      if (!decided) return decided.error();
      return {};
    });
    return done ? std::string() : done.error().code;
  };
  EXPECT_EQ(decide(PersonDecision::theirs), "id_number.wrong_check") << "what is no number cannot be taken";
  EXPECT_EQ(decide(PersonDecision::ours), "");
  EXPECT_EQ(small.apply("health", "2025-11-02", std::string(k_health) + "110105194912310021,李拟兰,13900001111,1949-12-31\n").found.counts.unchanged, 1);
  EXPECT_EQ(small.all<PersonTask>().size(), 1U) << "it is not asked again";
}

TEST_P(ADelivery, AWrongIdentityNumberAddsNobody) {
  const Considered look = small.apply("police", "2025-11-01", k_police + std::string("110105194912310021,李拟兰,2,19491231,13900001111\n"));
  EXPECT_EQ(look.found.counts.refused, 0);
  EXPECT_EQ(look.found.counts.unknown, 1);
  EXPECT_TRUE(small.all<Resident>().empty());
  ASSERT_EQ(small.all<FeedRecord>().size(), 1U) << "it waits until somebody knows the person";
  EXPECT_FALSE(small.all<FeedRecord>().front().resident);
}

TEST_P(ADelivery, TwinsStayTwoPeople) {
  small.apply("police", "2025-11-01", k_police + std::string("11010519491231002X,李拟兰,2,19491231,13900001111\n110105194912310011,李拟强,1,19491231,13900001111\n"));
  EXPECT_EQ(small.all<Resident>().size(), 2U);
  EXPECT_TRUE(small.all<PersonTask>().empty());
}

TEST_P(ADelivery, ItsQualityIsKeptByCounty) {
  small.apply("police", "2025-11-01", k_police + k_li + k_zhao);
  const auto quality = small.all<FeedQuality>();
  ASSERT_EQ(quality.size(), 1U);
  EXPECT_EQ(quality[0].region, testing::region(testing::k_county));
  EXPECT_EQ(quality[0].records, 2);
  EXPECT_EQ(quality[0].incomplete, 1) << "one phone is empty";
}

TEST_P(ADelivery, NamesItsContentFromWithinItsOwnPlaceAndLetsItGo) {
  store::Contents contents(small.store());
  const std::string bytes = "a,b";
  const auto kept = contents.keep({3, [&](std::int64_t offset, std::int64_t size) { return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)); }});
  Delivery delivery;
  delivery.region = testing::region(testing::k_county);
  delivery.day = day("2025-11-01");
  std::int64_t content = 0;
  EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
    store::Writing beyond = writing.beyond_scope();
    delivery.content = content = contents.settle(beyond, kept)->number;
    delivery.id = writing.new_id<Delivery>();
    writing.insert(delivery);
    return {};
  })) << "contents lie in no place, deliveries do";
  EXPECT_TRUE(contents.find(Id<store::Content>{content}));
  EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
    delivery.content.reset();
    writing.update(delivery);
    let_go(writing, content);
    return {};
  }));
  EXPECT_FALSE(contents.find(Id<store::Content>{content}));
}

TEST_P(ADelivery, AppliedOnceIsNotAppliedAgain) {
  const Considered considered = small.apply("police", "2025-11-01", k_police + k_li);
  const Delivery delivery = small.all<Delivery>().front();
  EXPECT_EQ(delivery.state, DeliveryState::applied);
  const Result<void> again = small.write(applying(delivery, considered, small.residents(), 7));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "feeds.applied_already");
}

}  // namespace laoyou::feeds
