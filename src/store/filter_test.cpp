#include "store/filter.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class AFilter : public OnBothDatabases {
 protected:
  void SetUp() override {
    store = open();
    int phone = 0;
    const auto add = [&](const std::string& name, std::optional<const char*> born, std::int64_t pension) {
      Resident made = resident(*store, "650203001001", name, std::to_string(++phone));
      if (born) made.born = *Date::parse(*born);
      made.pension = *Fen::create(pension);
      ASSERT_TRUE(insert(*store, made).done());
    };
    add("Anna", "1940-05-01", 100);
    add("anna%", std::nullopt, 300);
    add("李四", "1935-01-31", 200);
    add("李四四", "1950-12-31", 200);
    add("张_三", "1940-05-02", -5);
  }

  std::string names(const Filter& filter) {
    std::string text;
    for (const Resident& each : all(*store, Scope::country(), filter)) text += (text.empty() ? "" : " ") + each.name;
    return text;
  }

  std::unique_ptr<Store> store;
};
RUN_ON_BOTH_DATABASES(AFilter);

TEST_P(AFilter, compares_values_as_their_type_does) {
  EXPECT_EQ(names(Filter().equals("name", "李四")), "李四");
  EXPECT_EQ(names(Filter().less("born", *Date::parse("1940-05-01"))), "李四");
  EXPECT_EQ(names(Filter().at_most("born", *Date::parse("1940-05-01"))), "Anna 李四");
  EXPECT_EQ(names(Filter().greater("pension", *Fen::create(100))), "anna% 李四 李四四");
  EXPECT_EQ(names(Filter().at_least("pension", *Fen::create(300))), "anna%");
  EXPECT_EQ(names(Filter().differs("born", *Date::parse("1940-05-01"))), "anna% 李四 李四四 张_三");
  EXPECT_EQ(names(Filter().is_absent("born")), "anna%");
  EXPECT_EQ(names(Filter().is_present("born").less("pension", *Fen::create(0))), "张_三");
  EXPECT_EQ(names(Filter().one_of("name", std::vector<std::string>{"Anna", "nobody"})), "Anna");
  EXPECT_EQ(names(Filter().one_of("name", std::vector<std::string>{})), "");
}

TEST_P(AFilter, finds_parts_of_text_exactly_on_both_databases) {
  EXPECT_EQ(names(Filter().prefix("name", "李四")), "李四 李四四");
  EXPECT_EQ(names(Filter().prefix("name", "a")), "anna%");
  EXPECT_EQ(names(Filter().contains("name", "nn")), "Anna anna%");
  EXPECT_EQ(names(Filter().contains("name", "%")), "anna%");
  EXPECT_EQ(names(Filter().contains("name", "_")), "张_三");
  EXPECT_EQ(names(Filter().contains_any({"name", "born"}, "1950")), "李四四");
}

TEST_P(AFilter, sorts_alike_on_both_databases) {
  EXPECT_EQ(names(Filter().order_by("name")), "Anna anna% 张_三 李四 李四四");
  EXPECT_EQ(names(Filter().order_by("born")), "anna% 李四 Anna 张_三 李四四");
  EXPECT_EQ(names(Filter().order_by("born", Order::falling)), "李四四 张_三 Anna 李四 anna%");
  EXPECT_EQ(names(Filter().order_by("pension").order_by("name", Order::falling)), "张_三 Anna 李四四 李四 anna%");
}

TEST_P(AFilter, without_an_order_lists_by_place) {
  ASSERT_TRUE(insert(*store, resident(*store, "650203000000", "先", "first")).done());
  EXPECT_EQ(names(Filter()), "先 Anna anna% 李四 李四四 张_三");
  EXPECT_EQ(names(Filter().page(1, 2)), "Anna anna%");
}

TEST_P(AFilter, pages_without_skipping_or_repeating) {
  EXPECT_EQ(names(Filter().order_by("pension").page(0, 2)), "张_三 Anna");
  EXPECT_EQ(names(Filter().order_by("pension").page(2, 2)), "李四 李四四");
  EXPECT_EQ(names(Filter().order_by("pension").page(4, 2)), "anna%");
  EXPECT_EQ(store->read([](Snapshot& snapshot) { return snapshot.count<Resident>(Scope::country(), Filter().page(4, 2)); }), 5);
}

TEST_P(AFilter, takes_hostile_values_as_values) {
  EXPECT_EQ(names(Filter().equals("name", "' or 1=1 --")), "");
  EXPECT_EQ(names(Filter().contains("name", "\" or \"\"=\"")), "");
  EXPECT_EQ(all(*store).size(), 5u);
}

TEST_P(AFilter, is_our_own_mistake_when_it_names_a_column_that_is_not_there_or_compares_unlike_kinds) {
  EXPECT_THROW(names(Filter().equals("nme", "x")), BrokenInvariant);
  EXPECT_THROW(names(Filter().equals("phone_match", "x")), BrokenInvariant);
  EXPECT_THROW(names(Filter().equals("pension", "x")), BrokenInvariant);
  EXPECT_THROW(names(Filter().order_by("id; drop table test_resident")), BrokenInvariant);
}

TEST_P(AFilter, counts_by_the_values_of_a_column) {
  const auto groups = store->read([](Snapshot& snapshot) { return snapshot.count_by<Resident>(Scope::country(), {}, "pension"); });
  const std::vector<std::pair<Cell, std::int64_t>> expected{{std::int64_t{-5}, 1}, {std::int64_t{100}, 1}, {std::int64_t{200}, 2}, {std::int64_t{300}, 1}};
  EXPECT_EQ(groups, expected);
}

}  // namespace
}  // namespace laoyou::store
