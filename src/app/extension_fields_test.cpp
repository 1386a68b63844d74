// Fields that a plan adds to registers without code, through the door: described, asked, sorted, masked, sealed, on sheets, and seen in the plan's place alone.
#include <gmock/gmock.h>

#include "app/answer_check_test.h"
#include "app/running_house_test.h"
#include "app/store_options.h"
#include "plan/stack/register_field.h"
#include "plan/testing/written_plans.h"

namespace laoyou::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view k_city = "450200000000", k_district = "450203000000", k_other_city = "450300000000";

constexpr const char* k_fields =
    "record,name,zh,en,kind,unit,choices,required,privacy,mask,source\n"
    "institution,meals,助餐价格,Meal price,money,元,,,open,,2\n"
    "institution,scheme,运营模式,Scheme,choice,,own=自营/Own;leased=委托/Leased,yes,open,,2\n"
    "resident,fund_card,福利卡号,Fund card,text,,,,sensitive,phone,示例\n";

plan::Files files_with_fields(std::string_view fields = k_fields) {
  plan::Files files = plan::town_files();
  files["town/fields.csv"] = fields;
  return files;
}

boost::json::value parsed(const http::ClientAnswer& answer) { return boost::json::parse(answer.body); }

class AFieldOfAPlan : public testing::TestWithParam<Database> {
 protected:
  AFieldOfAPlan() : written(files_with_fields()), plans(written.path()) {
    const auto loaded = plans.reload();
    EXPECT_TRUE(loaded) << (loaded ? "" : testing::PrintToString(written.said(loaded.error())));
  }
  RunningHouse& house() {
    if (!house_) house_ = std::make_unique<RunningHouse>(GetParam(), plans);
    return *house_;
  }
  /// The small plans of these tests have one role.
  Visitor visit(const std::string& name, std::string_view region) {
    Visitor made = house().visit(name, "administrator", region);
    house().give(name, powers::Powers::all());
    return made;
  }
  Visitor& clerk() {
    if (!clerk_) clerk_ = std::make_unique<Visitor>(visit("clerk", k_city));
    return *clerk_;
  }
  boost::json::object home(const std::string& name, const char* scheme = "own", std::optional<int> meals = std::nullopt) {
    boost::json::object made{{"region", k_district}, {"name", name}, {"kind", "elderly_home"}, {"x_town_scheme", scheme}};
    if (meals) made["x_town_meals"] = *meals;
    return made;
  }
  boost::json::object make(const std::string& path, const boost::json::object& body) {
    const http::ClientAnswer answer = clerk().post(path, body);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return answer.status == 201 ? parsed(answer).at("row").as_object() : boost::json::object();
  }
  std::vector<std::string> names(const std::string& query) {
    const http::ClientAnswer answer = clerk().get("/api/institutions" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::vector<std::string> all;
    const boost::json::value list = parsed(answer);
    for (const auto& row : list.at("rows").as_array()) all.emplace_back(row.at("name").as_string());
    return all;
  }

  plan::WrittenPlans written;
  plan::RunningPlans plans;
  std::unique_ptr<RunningHouse> house_;
  std::unique_ptr<Visitor> clerk_;
};

std::string path_of(const std::string& register_path, const boost::json::object& row) { return register_path + "/" + std::string(row.at("id").as_string()); }

TEST_P(AFieldOfAPlan, IsDescribedWithItsLabelsChoicesAndPlace) {
  const std::string described = clerk().get("/api/records").body;
  EXPECT_THAT(described, HasSubstr(R"("name":"x_town_scheme","zh":"运营模式","en":"Scheme")"));
  EXPECT_THAT(described, HasSubstr(R"({"value":"leased","zh":"委托","en":"Leased"})"));
  EXPECT_THAT(described, HasSubstr(R"("within":"450200000000")"));
}

TEST_P(AFieldOfAPlan, IsKeptAskedSortedAndLookedBackOn) {
  make("/api/institutions", home("甲", "own", 1200));
  const boost::json::object second = make("/api/institutions", home("乙", "leased", 900));
  make("/api/institutions", home("丙"));
  EXPECT_THAT(names("?sort=-x_town_meals"), ElementsAre("甲", "乙", "丙"));
  EXPECT_THAT(names("?x_town_meals_from=1000"), ElementsAre("甲"));
  EXPECT_THAT(names("?x_town_meals=none"), ElementsAre("丙"));
  EXPECT_THAT(names("?x_town_scheme=leased"), ElementsAre("乙"));
  boost::json::object changed = second;
  changed["x_town_scheme"] = "own";
  ASSERT_EQ(clerk().put(path_of("/api/institutions", second), changed).status, 200);
  EXPECT_THAT(clerk().get(path_of("/api/institutions", second) + "/history").body, testing::AllOf(HasSubstr("运营模式"), HasSubstr("委托"), HasSubstr("自营")));
}

TEST_P(AFieldOfAPlan, IsRequiredAndReadLikeAnyOther) {
  boost::json::object wrong = home("甲", "rented");
  EXPECT_EQ(said(clerk().post("/api/institutions", wrong)), "422 enum.unknown");
  wrong.erase("x_town_scheme");
  const http::ClientAnswer missing = clerk().post("/api/institutions", wrong);
  EXPECT_EQ(said(missing) + accounts::place_of(missing), "422 json.missing_field/x_town_scheme");
}

TEST_P(AFieldOfAPlan, IsMaskedByItsClassAndSealedAtRest) {
  const boost::json::object made = make("/api/residents", {{"region", k_district}, {"name", "王小明"}, {"x_town_fund_card", "13812345678"}});
  EXPECT_THAT(boost::json::serialize(made), Not(HasSubstr("13812345678")));
  EXPECT_EQ(made.at("x_town_fund_card").as_string(), "138****5678");
  const http::ClientAnswer seen = clerk().post(path_of("/api/residents", made) + "/reveal", {{"field", "x_town_fund_card"}, {"purpose", "核对发放"}});
  EXPECT_THAT(AnswerCheck(house()).faults("POST", path_of("/api/residents", made) + "/reveal", seen), testing::IsEmpty());
  EXPECT_EQ(parsed(seen).at("value").as_string(), "13812345678");
  EXPECT_EQ(parsed(clerk().get("/api/residents?x_town_fund_card=13812345678")).at("rows").as_array().size(), 1u);
  for (const store::JournalEntry& entry : house().journal("resident")) EXPECT_THAT(*entry.after, Not(HasSubstr("13812345678")));
}

TEST_P(AFieldOfAPlan, GoesOutAndComesInOnSheets) {
  EXPECT_THAT(clerk().get("/api/institutions/template?format=csv").body, HasSubstr("运营模式"));
  const std::string sheet = "地区,名称,性质,运营模式,助餐价格\n鱼峰区,甲院,养老机构,委托,12.50\n鱼峰区,乙院,养老机构,租赁,\n";
  const boost::json::value taken = parsed(clerk().ask("POST", "/api/institutions/import?format=csv&good_rows=true", sheet, "text/csv"));
  EXPECT_EQ(taken.at("added").as_int64(), 1) << boost::json::serialize(taken);
  EXPECT_THAT(boost::json::serialize(taken), HasSubstr("\"3:"));
  EXPECT_THAT(names("?x_town_meals_from=1250&x_town_meals_to=1250"), ElementsAre("甲院"));
  const http::ClientAnswer exported = clerk().get("/api/institutions/export?format=csv");
  EXPECT_THAT(exported.body, testing::AllOf(HasSubstr("委托"), HasSubstr("12.50")));
  EXPECT_EQ(parsed(clerk().ask("POST", "/api/institutions/import?format=csv", exported.body, "text/csv")).at("unchanged").as_int64(), 1);
}

TEST_P(AFieldOfAPlan, BelongsToThePlansPlaceAlone) {
  const Visitor neighbour = visit("neighbour", k_other_city);
  EXPECT_THAT(neighbour.get("/api/records").body, Not(HasSubstr("x_town")));
  EXPECT_THAT(neighbour.get("/api/institutions/template?format=csv").body, Not(HasSubstr("运营模式")));
  const http::ClientAnswer asked = neighbour.get("/api/institutions?x_town_schemes=own");
  EXPECT_EQ(said(asked), "422 json.unknown_field") << "nor does a hint name it: " << asked.body;
  EXPECT_EQ(said(neighbour.get("/api/institutions?x_town_scheme=own")), "422 json.unknown_field");
  EXPECT_EQ(said(neighbour.post("/api/institutions", {{"region", k_other_city}, {"name", "外"}, {"kind", "elderly_home"}})), "201") << "what the town requires is asked of no other";
  const Visitor country = visit("country", "000000000000");
  EXPECT_THAT(country.get("/api/records").body, HasSubstr("x_town_scheme"));
  const http::ClientAnswer misplaced =
      country.post("/api/institutions", {{"region", k_other_city}, {"name", "外"}, {"kind", "elderly_home"}, {"x_town_scheme", "own"}});
  EXPECT_EQ(said(misplaced) + accounts::place_of(misplaced), "422 records.field_of_another_place/x_town_scheme");
}

INSTANTIATE_TEST_SUITE_P(House, AFieldOfAPlan, testing::Values(Database::sqlite, Database::postgresql), database_name);

/// The cells of the only institution, as the database holds them for whoever opens it with these tables.
class AReopenedStore : public testing::Test {
 protected:
  std::unique_ptr<store::Store> open(const std::string& fields) {
    plan::WrittenPlans written(files_with_fields(fields));
    plan::RunningPlans plans(written.path());
    const auto loaded = plans.reload();
    EXPECT_TRUE(loaded) << (loaded ? "" : testing::PrintToString(written.said(loaded.error())));
    store::StoreOptions options;
    options.database = "sqlite:" + (directory_.path() / "laoyou.db").string();
    options.key_file = directory_.path() / "laoyou.key";
    return store::Store::open(options, clock_, random_, all_tables(plan::extensions(*plans.current())));
  }
  static store::WriteOutcome put(store::Store& store, const std::function<void(store::Writing&, const store::Table&, std::vector<record::Cell>&)>& change) {
    return store.write(store::Acting::system("test"), [&](store::Writing& writing) -> Result<void> {
      const store::Table& table = writing.catalog().table("institution");
      std::vector<record::Cell> cells;
      writing.each_row(table, store::Scope::country(), {}, [&](store::Row row) { cells.assign(row.begin(), row.end()); });
      change(writing, table, cells);
      return {};
    });
  }
  static std::string fields(std::string_view kind, std::string_view privacy) {
    return "record,name,zh,en,kind,privacy,source\ninstitution,meals,助餐,Meals," + std::string(kind) + "," + std::string(privacy) + ",2\n";
  }

  store::TemporaryDirectory directory_;
  SystemClock clock_;
  SecureRandom random_;
};

TEST_F(AReopenedStore, KeepsWhatAFieldHeldWhenNoPlanNamesItAnyMore) {
  {
    const auto store = open(fields("text", "internal"));
    ASSERT_TRUE(put(*store, [](store::Writing& writing, const store::Table& table, std::vector<record::Cell>&) {
                  std::vector<record::Cell> cells = table.definition().defaults;
                  cells[table.plain_position("id")] = writing.new_id_number();
                  cells[table.plain_position("region")] = std::string(k_district);
                  cells[table.plain_position("name")] = std::string("甲");
                  cells[table.plain_position("x_town_meals")] = std::string("三餐");
                  writing.insert_row(table, cells);
                }).done());
  }
  {
    const auto store = open("record,name,zh,en,kind,source\nresident,other,其他,Other,text,2\n");
    ASSERT_TRUE(put(*store, [](store::Writing& writing, const store::Table& table, std::vector<record::Cell>& cells) {
                  cells[table.plain_position("name")] = std::string("乙");
                  writing.update_row(table, cells);
                }).done());
    EXPECT_TRUE(store->verify({}).rows.intact());
  }
  const auto store = open(fields("text", "internal"));
  store->read([](store::Snapshot& snapshot) {
    const store::Table& table = snapshot.catalog().table("institution");
    snapshot.each_row(table, store::Scope::country(), {}, [&](store::Row row) {
      EXPECT_EQ(row[table.plain_position("name")], record::Cell(std::string("乙")));
      EXPECT_EQ(row[table.plain_position("x_town_meals")], record::Cell(std::string("三餐")));
    });
  });
}

TEST_F(AReopenedStore, RefusesAFieldThatBecameAnotherKindOrIsNowSealed) {
  open(fields("text", "internal"));
  for (const auto& [kind, privacy] : {std::pair("whole", "internal"), std::pair("text", "sensitive")}) {
    try {
      open(fields(kind, privacy));
      ADD_FAILURE() << kind << privacy;
    } catch (const store::StoreFailure& failure) {
      EXPECT_EQ(failure.refusal().code, "store.field_of_another_kind");
    }
  }
}

TEST(FieldsOfAPlan, AreCheckedWithTheirPlaces) {
  plan::WrittenPlans written(files_with_fields(
      "record,name,zh,en,kind,choices,source\n"
      "residant,a,甲,A,text,,2\n"
      "resident,Big,乙,B,text,,2\n"
      "resident,c,姓名,C,text,,2\n"
      "resident,d,丁,D,choice,,2\n"
      "resident,e,戊,E,text,x=甲/X,2\n"
      "resident,f,己,F,choice,x;x=甲/X,2\n"
      "resident,g,庚,G,text,,99\n"
      "resident,g,辛,H,text,,示例\n"
      "resident,i,壬,I,colour,,2\n"));
  plan::RunningPlans plans(written.path());
  const auto loaded = plans.reload();
  ASSERT_FALSE(loaded);
  EXPECT_THAT(written.said(loaded.error()),
              testing::UnorderedElementsAre(HasSubstr("town/fields.csv:10:16: enum.unknown"), HasSubstr("town/fields.csv:2:1: plan.mistyped_register residant resident"),
                                            HasSubstr("town/fields.csv:3:1: plan.malformed_field_name Big"), HasSubstr("town/fields.csv:4:1: plan.repeated_field resident 姓名"),
                                            HasSubstr("town/fields.csv:5:1: plan.field_without_choices d"), HasSubstr("town/fields.csv:6:1: plan.field_with_choices e"),
                                            HasSubstr("town/fields.csv:7:1: plan.malformed_choice x"), HasSubstr("town/fields.csv:8:1: plan.unknown_clause 99"),
                                            HasSubstr("town/fields.csv:9:1: plan.repeated_field resident g")));
}

}  // namespace
}  // namespace laoyou::app
