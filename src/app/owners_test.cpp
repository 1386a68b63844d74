// An institution's account sees and changes what is the institution's, by whatever way it asks; nothing tells it of the others.
#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "accounts/unit.h"
#include "app/running_house_test.h"
#include "registry/service.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_district = "450203000000";
constexpr std::string_view k_password = "right-horse-7";

/// Some institutions with what is theirs, in one district; every text and number of those that are not the first one's is known.
class World {
 public:
  explicit World(RunningHouse& house) {
    const int count = *rc::gen::inRange(2, 5);
    const store::WriteOutcome outcome = house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> {
      for (int i = 0; i < count; ++i) add_institution(writing, i == 0);
      return {};
    });
    RC_ASSERT(outcome.done());
  }

  Id<registry::Institution> first;
  std::vector<std::string> foreign_ids, foreign_texts, own_ids;

 private:
  void add_institution(store::Writing& writing, bool own) {
    registry::Institution institution{writing.new_id<registry::Institution>(), 0, code(k_district), own ? "本院" : text("他院")};
    if (own) first = institution.id;
    note(own, institution.id.number);
    institution.monthly_fee = Fen::create(*rc::gen::inRange<std::int64_t>(100'000, 900'000)).value();
    writing.insert(institution);
    const int beds = *rc::gen::inRange(0, 4), staff = *rc::gen::inRange(0, 4);
    for (int i = 0; i < beds; ++i) {
      registry::Bed bed{writing.new_id<registry::Bed>(), 0, code(k_district), institution.id};
      bed.nursing = *rc::gen::arbitrary<bool>();
      note(own, bed.id.number);
      writing.insert(bed);
    }
    for (int i = 0; i < staff; ++i) {
      const registry::Staff person{writing.new_id<registry::Staff>(), 0, code(k_district), institution.id, own ? "本人" : text("他人")};
      note(own, person.id.number);
      writing.insert(person);
    }
  }
  std::string text(const std::string& stem) {
    foreign_texts.push_back(stem + std::to_string(foreign_texts.size()) + "号");
    return foreign_texts.back();
  }
  void note(bool own, std::int64_t id) { (own ? own_ids : foreign_ids).push_back(std::to_string(id)); }
};

Visitor head_of(RunningHouse& house, const World& world, const std::string& name) {
  const accounts::Unit unit{{house.store().new_id()}, 0, code(k_district), "本院", powers::OfficeKind::institution, world.first};
  RC_ASSERT(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
  accounts::CreateAccountRequest request{name, name, "institution_head", code(k_district), std::nullopt, std::string(k_password)};
  request.unit = unit.id;
  RC_ASSERT(house.house().accounts().create({0, "command", ""}, request).has_value());
  return Visitor(house.port(), name, k_password);
}

/// A question a curious person could ask.
std::string random_target(const World& world) {
  const std::string path = *rc::gen::elementOf(std::vector<std::string>{"/api/institutions", "/api/beds", "/api/staff", "/api/service-orders", "/api/slots"});
  std::vector<std::string> ids = world.foreign_ids;
  ids.insert(ids.end(), world.own_ids.begin(), world.own_ids.end());
  const std::string id = *rc::gen::elementOf(ids);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return path + "/" + id;
    case 1:
      return path + "/" + id + "/history";
    case 2:
      return path + "/export?format=csv";
    default: {
      std::string target = path + "?count=true&rows=" + std::to_string(*rc::gen::inRange(1, 5));
      const bool of_institution = path == "/api/institutions";
      if (*rc::gen::arbitrary<bool>()) target += of_institution ? "&monthly_fee_from=1" : "&institution=" + id;
      if (*rc::gen::arbitrary<bool>()) target += "&region=" + std::string(k_district);
      if (*rc::gen::arbitrary<bool>()) target += *rc::gen::elementOf(std::vector<std::string>{"&sort=region", "&sort=-id", "&with_ended=true", "&as_of=2020-01-01"});
      if (of_institution && *rc::gen::arbitrary<bool>()) target += "&search=ty";
      return target;
    }
  }
}

void hold_against(const World& world, const std::string& target, const http::ClientAnswer& answer) {
  const std::string asked = target.substr(0, target.find_first_of("?"));
  for (const std::string& text : world.foreign_texts) RC_ASSERT(answer.body.find(text) == std::string::npos);
  for (const std::string& id : world.foreign_ids)
    if (target.find(id) == std::string::npos) RC_ASSERT(answer.body.find(id) == std::string::npos);
  if (answer.status != 200) return;
  RC_ASSERT(std::none_of(world.foreign_ids.begin(), world.foreign_ids.end(), [&](const std::string& id) { return asked.find("/" + id) != std::string::npos; }));
  if (target.find("count=true") == std::string::npos) return;
  const boost::json::value list = boost::json::parse(answer.body);
  RC_ASSERT(list.at("total").as_int64() <= static_cast<std::int64_t>(world.own_ids.size()));
  for (const auto& row : list.at("rows").as_array())
    RC_ASSERT(std::find(world.own_ids.begin(), world.own_ids.end(), std::string(row.at("id").as_string())) != world.own_ids.end());
}

TEST(AnInstitutionsAccount, SeesNothingOfTheOthersByAnyQuestion) {
  RunningHouse house;
  int worlds = 0;
  std::size_t answered = 0;
  EXPECT_TRUE(rc::check([&] {
    const World world(house);
    const Visitor head = head_of(house, world, "head-" + std::to_string(worlds++));
    for (int i = 0; i < 40; ++i) {
      const std::string target = random_target(world);
      const http::ClientAnswer answer = head.get(target);
      answered += answer.status == 200;
      hold_against(world, target, answer);
    }
  }));
  EXPECT_GT(answered, 500u) << "most questions are answered, or the test says nothing";
}

TEST(AnInstitutionsAccount, ChangesNothingOfTheOthers) {
  RunningHouse house;
  int worlds = 0;
  EXPECT_TRUE(rc::check([&] {
    const World world(house);
    const Visitor head = head_of(house, world, "head-" + std::to_string(worlds++));
    for (const std::string& id : world.foreign_ids)
      for (const char* path : {"/api/institutions/", "/api/beds/", "/api/staff/"}) {
        RC_ASSERT(said(head.post(path + id + "/remove", {{"version", 1}})) == "404 records.not_found");
        RC_ASSERT(said(head.put(path + id, {{"version", 1}, {"region", k_district}, {"name", "夺"}})) == "404 records.not_found");
      }
    RC_ASSERT(said(head.post("/api/institutions", {{"region", k_district}, {"name", "新院"}, {"kind", "nursery"}})) == "403 scope.not_own");
    RC_ASSERT(said(head.post("/api/beds", {{"region", k_district}})) == "403 scope.not_own");
    RC_ASSERT(said(head.post("/api/beds", {{"region", k_district}, {"institution", std::to_string(world.first.number)}})) == "201");
  }));
}

}  // namespace
}  // namespace laoyou::app
