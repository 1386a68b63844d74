#include "record/cells.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/generators_test.h"

namespace laoyou::record {
namespace {

using example::Address;
using example::Elder;
using example::Household;
using example::Institution;

template <class T>
std::vector<Cell> cells_of(const T& value) {
  std::vector<Cell> cells;
  to_cells(value, cells);
  return cells;
}

template <class T>
const Column& column(std::string_view name) {
  for (const Column& each : columns<T>())
    if (each.name == name) return each;
  throw std::out_of_range(std::string(name));
}

RC_GTEST_PROP(Cells, ARecordOfEveryLeafComesBackWhole, ()) {
  const Institution written = example::any_institution();
  const auto cells = cells_of(written);
  RC_ASSERT(cells.size() == columns<Institution>().size());
  RC_ASSERT(from_cells<Institution>(cells) == written);
}

RC_GTEST_PROP(Cells, EveryCellIsOfItsColumnsKind, ()) {
  const auto cells = cells_of(example::any_institution());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Column& each = columns<Institution>()[i];
    if (std::holds_alternative<std::monostate>(cells[i]))
      RC_ASSERT(!each.required);
    else
      RC_ASSERT(cells[i].index() == static_cast<std::size_t>(each.kind) + 1);
  }
}

TEST(Cells, NestedRecordsBecomeColumnsWithTheirOuterName) {
  std::vector<std::string> names;
  for (const Column& each : columns<Institution>()) names.push_back(each.name);
  EXPECT_EQ(names.back(), "fees");
  EXPECT_EQ(names[20], "address_street");
  EXPECT_FALSE(column<Institution>("branch_street").required);
  EXPECT_TRUE(column<Institution>("address_street").required);
  EXPECT_FALSE(column<Institution>("address_floor").required);
}

TEST(Cells, SensitiveAndSecretFieldsAreSealed) {
  for (const char* sealed : {"id_number", "income", "illness", "allergies", "password"}) EXPECT_TRUE(column<Elder>(sealed).sealed) << sealed;
  for (const char* clear : {"title", "name", "phone", "home"}) EXPECT_FALSE(column<Elder>(clear).sealed) << clear;
}

// The list of a household is one JSON text: if one of its fields is to be sealed, the text is.
TEST(Cells, AListOfRecordsWithSealedFieldsIsSealedWhole) {
  EXPECT_TRUE(column<Household>("elders").sealed);
  EXPECT_FALSE(column<Institution>("fees").sealed);
  EXPECT_FALSE(column<example::Tree>("branches").sealed);
}

TEST(Cells, ASecretInsideAListIsKept) {
  const Household household{"王家", {example::an_elder(), example::an_elder()}};
  EXPECT_EQ(from_cells<Household>(cells_of(household)), household);
}

TEST(Cells, AColumnAddedLaterIsNullInOldRows) {
  auto cells = cells_of(example::an_institution());
  cells.back() = std::monostate{};
  EXPECT_TRUE(from_cells<Institution>(cells).fees.empty());
}

TEST(Cells, DamageIsFoundInEveryColumn) {
  const auto whole = cells_of(Address{"文昌路", 3, RegionCode::parse("450202000000").value()});
  EXPECT_NO_THROW(from_cells<Address>(whole));
  for (const auto& [index, broken] : {std::pair<std::size_t, Cell>{0, std::monostate{}}, {0, std::int64_t{1}}, {1, std::string("3")}, {1, 3.0},
                                      {1, std::int64_t{INT64_MAX}}, {2, std::string("45020")}, {2, std::monostate{}}}) {
    auto cells = whole;
    cells[index] = broken;
    EXPECT_THROW(from_cells<Address>(cells), DamagedCell) << index;
  }
}

TEST(Cells, DamageInAListIsFound) {
  const auto whole = cells_of(Household{"王家", {example::an_elder()}});
  for (const Cell& broken : {Cell{std::string("[")}, Cell{std::string("{}")}, Cell{std::string("[{}]")}, Cell{std::int64_t{1}}, Cell{std::string()}}) {
    auto cells = whole;
    cells[1] = broken;
    EXPECT_THROW(from_cells<Household>(cells), DamagedCell);
  }
}

// A person's values never stand in what a log may say.
TEST(Cells, DamageNamesTheColumnNotTheValue) {
  auto cells = cells_of(example::an_elder());
  cells[3] = std::string("11010519491231003X");
  try {
    from_cells<Elder>(cells);
    FAIL();
  } catch (const DamagedCell& damage) {
    EXPECT_STREQ(damage.what(), "damaged cell in column id_number");
  }
}

}  // namespace
}  // namespace laoyou::record
