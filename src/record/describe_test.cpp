#include "record/describe.h"

#include <gtest/gtest.h>

#include "record/examples_test.h"
#include "record/record_info.h"

namespace laoyou::record {
namespace {

static_assert(Described<example::Address> && !Described<int> && !Described<example::Care>);
static_assert(DescribedEnum<example::Care> && !DescribedEnum<example::Address>);
static_assert(may_be_missing<std::optional<int>> && may_be_missing<std::vector<int>> && !may_be_missing<int>);
static_assert(member_count<example::Address> == 3 && member_count<example::Nothing> == 0);

TEST(Describe, NamesRecordsAndTheirMembersInOrder) {
  EXPECT_EQ(record_name<example::Address>(), "example_address");
  EXPECT_EQ(enum_name<example::Care>(), "example_care");
  std::vector<std::string> names;
  example::Address address{"文昌路", 3, {}};
  for_each_member<example::Address>([&](std::size_t index, std::string_view name, auto) { names.push_back(std::to_string(index) + std::string(name)); });
  EXPECT_EQ(names, (std::vector<std::string>{"0street", "1floor", "2region"}));
}

TEST(RecordInfo, FindsTheDictionaryRowOfEachMember) {
  const auto& entries = member_entries<example::Address>();
  EXPECT_EQ(entries[0]->zh, "街道");
  EXPECT_EQ(entries[1]->unit, "层");
  EXPECT_EQ(entries[2]->zh, "区划代码");
}

}  // namespace
}  // namespace laoyou::record
