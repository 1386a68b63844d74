// A list of another office, from the sheet to the register: whose value holds, who is one person, and everything back as it was.
#include <gmock/gmock.h>

#include "app/running_house_test.h"
#include "feeds/records.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_county = "450203000000", k_village = "450203001001";

class Feeds : public OnBothDatabases {
 protected:
  Feeds() { house.house().work({directory_.path() / "jobs"}); }
  ~Feeds() override { house.house().jobs().stop(); }

  Visitor clerk() { return house.visit_with("clerk", {powers::Power::people_read, powers::Power::people_write, powers::Power::people_unmask}, k_county); }

  Id<registry::Resident> add(std::string name, std::string_view born, std::string_view id_number = "", std::string phone = "") {
    registry::Resident resident;
    resident.id = {house.store().new_id()};
    resident.region = code(k_village);
    resident.name = std::move(name);
    resident.born = Date::parse(born).value();
    if (!id_number.empty()) resident.id_number = IdNumber::parse(id_number).value();
    if (!phone.empty()) resident.phone = std::move(phone);
    EXPECT_TRUE(house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
      writing.insert(resident);
      return {};
    }).result());
    return resident.id;
  }
  registry::Resident resident(Id<registry::Resident> id) {
    return house.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id); }).value();
  }
  std::int64_t people() {
    return house.store().read([](store::Snapshot& snapshot) { return snapshot.count<registry::Resident>(store::Scope::country()); });
  }

  /// Waits for the work on a delivery and gives its page.
  boost::json::object page_of(const Visitor& visitor, const std::string& id) {
    for (int i = 0; i < 3000; ++i) {
      const auto page = boost::json::parse(visitor.get("/api/feed-deliveries/" + id).body).as_object();
      const std::string job(page.at("delivery").at("job").as_string());
      const auto work = boost::json::parse(visitor.get("/api/jobs/" + job).body);
      const auto& state = work.at("state").as_string();
      if (state == "failed" || state == "done") return boost::json::parse(visitor.get("/api/feed-deliveries/" + id).body).as_object();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ADD_FAILURE() << "the work did not end";
    return {};
  }
  std::string send(const Visitor& visitor, const std::string& feed, std::string_view day, std::vector<std::vector<std::pair<std::string, std::string>>> rows) {
    boost::json::array sent;
    for (const auto& row : rows) {
      boost::json::array cells;
      for (const auto& [header, value] : row) cells.push_back(boost::json::object{{"header", header}, {"value", value}});
      sent.push_back(boost::json::object{{"cells", std::move(cells)}});
    }
    const auto answer = visitor.post("/api/feed-deliveries/rows", {{"feed", feed}, {"day", day}, {"rows", std::move(sent)}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    return std::string(boost::json::parse(answer.body).at("id").as_string());
  }
  boost::json::object apply(const Visitor& visitor, const std::string& id) {
    page_of(visitor, id);
    const auto asked = visitor.post("/api/feed-deliveries/" + id + "/apply", {});
    EXPECT_EQ(asked.status, 200) << asked.body;
    return page_of(visitor, id);
  }
  static std::vector<std::pair<std::string, std::string>> police(std::string number, std::string name, std::string sex, std::string born, std::string phone = "") {
    return {{"公民身份号码", number}, {"姓名", name}, {"性别", sex}, {"出生日期", born}, {"户籍地", ""}, {"住址所在地", ""}, {"联系电话", phone}};
  }
  static std::vector<std::pair<std::string, std::string>> health(std::string number, std::string name, std::string sex, std::string born, std::string phone = "") {
    return {{"证件号码", number}, {"姓名", name}, {"性别", sex}, {"出生日期", born}, {"本人电话", phone}, {"家庭医生签约", "1"}, {"已建健康档案", ""}};
  }
  boost::json::array tasks(const Visitor& visitor, const std::string& query) { return boost::json::parse(visitor.get("/api/person-tasks?" + query).body).at("rows").as_array(); }
  /// The pairs put to a clerk, once there is one.
  boost::json::array first_pairs(const Visitor& visitor) {
    boost::json::array open;
    for (int i = 0; i < 3000 && open.empty(); ++i) {
      open = tasks(visitor, "kind=same_person");
      if (open.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return open;
  }

 private:
  store::TemporaryDirectory directory_;
};
RUN_ON_BOTH_DATABASES(Feeds);

constexpr const char* k_li = "11010519491231002X";

}  // namespace

TEST_P(Feeds, ALookStoresNothingAndNamesEveryWrongRow) {
  const Visitor visitor = clerk();
  const std::string id = send(visitor, "police", "2025-11-01", {police(k_li, "李拟兰", "2", "19491231"), police("110105194912310021", "赵拟明", "1", "19491231")});
  const auto page = page_of(visitor, id);
  EXPECT_EQ(page.at("delivery").at("state").as_string(), "looked");
  EXPECT_EQ(page.at("found").at("counts").at("created").as_int64(), 1);
  EXPECT_EQ(page.at("found").at("counts").at("unknown").as_int64(), 1) << "nobody is put in by a number that is none";
  EXPECT_THAT(boost::json::serialize(page.at("found").at("refusals")), testing::HasSubstr("id_number.wrong_check"));
  EXPECT_EQ(people(), 0);
}

TEST_P(Feeds, AppliedAgainNothingChanges) {
  const Visitor visitor = clerk();
  const auto rows = {police(k_li, "李拟兰", "2", "19491231", "13900001111")};
  EXPECT_EQ(apply(visitor, send(visitor, "police", "2025-11-01", rows)).at("delivery").at("state").as_string(), "applied");
  EXPECT_EQ(people(), 1);
  const auto again = apply(visitor, send(visitor, "police", "2025-11-02", rows));
  EXPECT_EQ(again.at("found").at("counts").at("unchanged").as_int64(), 1);
  EXPECT_EQ(again.at("found").at("counts").at("changed").as_int64(), 0);
  EXPECT_EQ(people(), 1);
}

TEST_P(Feeds, TheMoreTrustedSourceHoldsAndEveryValueNamesItsSource) {
  const Visitor visitor = clerk();
  apply(visitor, send(visitor, "police", "2025-11-01", {police(k_li, "李拟兰", "2", "19491231", "13900001111")}));
  const auto page = apply(visitor, send(visitor, "health", "2025-11-02", {health(k_li, "李拟蓝", "2", "1949-12-31", "13900002222")}));
  EXPECT_EQ(page.at("found").at("counts").at("conflicts").as_int64(), 2) << page;
  const auto person = house.store().read([](store::Snapshot& snapshot) { return snapshot.select<registry::Resident>(store::Scope::country()).front(); });
  EXPECT_EQ(person.name, "李拟兰") << "of a name the police is believed more";
  EXPECT_EQ(person.phone, "13900002222") << "of a phone health is believed more";
  EXPECT_EQ(person.family_doctor, true);
  const auto sources = boost::json::parse(visitor.get("/api/people/" + std::to_string(person.id.number) + "/sources").body);
  for (const auto& field : sources.at("fields").as_array())
    if (field.at("field").as_string() == "phone") {
      EXPECT_EQ(field.at("said").at(0).at("feed").as_string(), "health");
      EXPECT_TRUE(field.at("said").at(0).at("holds").as_bool());
      EXPECT_THAT(std::string(field.at("held_zh").as_string()), testing::HasSubstr("****"));
    }
  const auto open = tasks(visitor, "kind=contradiction");
  EXPECT_EQ(open.size(), 2u);
}

TEST_P(Feeds, WhatAClerkHasDecidedIsNotAskedAgain) {
  const Visitor visitor = clerk();
  apply(visitor, send(visitor, "police", "2025-11-01", {police(k_li, "李拟兰", "2", "19491231", "13900001111")}));
  apply(visitor, send(visitor, "health", "2025-11-02", {health(k_li, "李拟兰", "2", "1949-12-31", "13900002222")}));
  const auto open = tasks(visitor, "kind=contradiction");
  ASSERT_EQ(open.size(), 1u);
  const std::string id(open[0].at("id").as_string());
  EXPECT_EQ(visitor.post("/api/person-tasks/" + id + "/decide", {{"decision", "same"}}).status, 422) << "no decision for a contradiction";
  EXPECT_EQ(visitor.post("/api/person-tasks/" + id + "/decide", {{"decision", "ours"}}).status, 200);
  EXPECT_EQ(visitor.post("/api/person-tasks/" + id + "/decide", {{"decision", "ours"}}).status, 409);
  apply(visitor, send(visitor, "health", "2025-11-03", {health(k_li, "李拟兰", "2", "1949-12-31", "13900002222")}));
  EXPECT_EQ(tasks(visitor, "kind=contradiction").size(), 0u);
}

TEST_P(Feeds, WhoIsTypedInAndMayStandThereAlreadyBecomesAQuestionForAClerkAtOnce) {
  const Visitor visitor = clerk();
  add("李拟兰", "1949-12-31", k_li, "13900001111");
  add("黄拟远", "1951-02-03");  // nobody is like him
  const auto typed = visitor.post("/api/residents", {{"region", k_village}, {"name", "李拟岚"}, {"born", "1949-12-31"}, {"sex", "female"}, {"phone", "13900001111"}});
  ASSERT_EQ(typed.status, 201) << typed.body;
  const auto open = first_pairs(visitor);
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(visitor.post("/api/person-tasks/" + std::string(open[0].at("id").as_string()) + "/decide", {{"decision", "two"}}).status, 200);
}

TEST_P(Feeds, WhomAWholeListNoLongerContainsIsListed) {
  const Visitor visitor = clerk();
  apply(visitor, send(visitor, "police", "2025-10-01", {police(k_li, "李拟兰", "2", "19491231"), police("110105194912310011", "赵拟明", "1", "19491231")}));
  const auto page = apply(visitor, send(visitor, "police", "2025-11-01", {police(k_li, "李拟兰", "2", "19491231")}));
  EXPECT_EQ(page.at("found").at("counts").at("gone").as_int64(), 1);
  const auto list = boost::json::parse(visitor.get("/api/feed-records?feed=police&flag=gone").body);
  ASSERT_EQ(list.at("total").as_int64(), 1);
  EXPECT_THAT(std::string(list.at("rows").at(0).at("label").as_string()), testing::HasSubstr("*"));
  EXPECT_EQ(boost::json::parse(visitor.get("/api/feeds").body).at("rows").at(0).at("gone").as_int64(), 1);
}

TEST_P(Feeds, AMergeUndoneRestoresBothToTheByteAndWhatNamesThem) {
  const Visitor visitor = clerk();
  const auto one = add("李拟兰", "1949-12-31", k_li), two = add("李拟兰", "1949-12-31", "", "13900001111");
  const registry::Resident one_before = resident(one), two_before = resident(two);
  Id<registry::Assessment> assessment{house.store().new_id()};
  EXPECT_TRUE(house.store().write({0, "command", "test"}, [&](store::Writing& writing) -> Result<void> {
    writing.insert(registry::Assessment{assessment, 0, code(k_village), two, Date::parse("2025-06-01").value(), 40, registry::CareGrade::moderate, false});
    return {};
  }).result());
  const auto open = first_pairs(visitor);
  ASSERT_EQ(open.size(), 1u);
  const std::string id(open[0].at("id").as_string());
  const auto shown = visitor.get("/api/person-tasks/" + id);
  EXPECT_THAT(shown.body, testing::HasSubstr("李拟兰"));
  const auto merged = visitor.post("/api/person-tasks/" + id + "/decide", {{"decision", "same"}});
  ASSERT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(people(), 1);
  EXPECT_EQ(resident(one).phone, "13900001111");
  EXPECT_EQ(resident(one).care_grade, registry::CareGrade::moderate) << "the assessment is the kept one's now";
  const std::string merge(boost::json::parse(merged.body).at("merge").as_string());
  ASSERT_EQ(visitor.post("/api/person-merges/" + merge + "/undo", {}).status, 200);
  EXPECT_EQ(visitor.post("/api/person-merges/" + merge + "/undo", {}).status, 409);
  const auto same = [](registry::Resident now, registry::Resident before) {
    now.version = before.version = 0;
    std::vector<record::Cell> left, right;
    record::to_cells(now, left);
    record::to_cells(before, right);
    return left == right;
  };
  EXPECT_TRUE(same(resident(one), one_before));
  registry::Resident two_then = two_before;
  two_then.care_grade = registry::CareGrade::moderate;  // as its assessment says, before and after
  EXPECT_TRUE(same(resident(two), two_then));
  EXPECT_EQ(tasks(visitor, "kind=same_person").size(), 1u) << "it is to be decided anew";
}

TEST_P(Feeds, NobodyOfAnotherCountySeesAnyOfIt) {
  const Visitor visitor = clerk();
  const std::string id = send(visitor, "police", "2025-11-01", {police(k_li, "李拟兰", "2", "19491231")});
  apply(visitor, id);
  const Visitor neighbour = house.visit_with("neighbour", {powers::Power::people_read, powers::Power::people_write, powers::Power::people_unmask}, "450202000000");
  EXPECT_EQ(neighbour.get("/api/feed-deliveries/" + id).status, 404);
  EXPECT_EQ(boost::json::parse(neighbour.get("/api/feed-records?feed=police&flag=all").body).at("total").as_int64(), 0);
  const auto person = house.store().read([](store::Snapshot& snapshot) { return snapshot.select<registry::Resident>(store::Scope::country()).front(); });
  EXPECT_EQ(neighbour.get("/api/people/" + std::to_string(person.id.number) + "/sources").status, 404);
}

}  // namespace laoyou::app
