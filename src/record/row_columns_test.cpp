#include "record/row_columns.h"

#include <gtest/gtest.h>

#include <set>

#include "record/examples_test.h"
#include "record/sheet_rows.h"

namespace laoyou::record {
namespace {

using example::SheetRecord;

TEST(RowColumns, NoTwoColumnsShareALabel) {
  std::set<std::string> zh, en;
  for (const RowColumn& column : row_columns<SheetRecord>()) {
    EXPECT_TRUE(zh.insert(column.zh).second) << column.zh;
    EXPECT_TRUE(en.insert(column.en).second) << column.en;
  }
}

// A record and its address both have a region code: the bare label belongs to the record.
TEST(RowColumns, NestedColumnsCarryTheOuterLabelWhereTheyWouldMeet) {
  const auto& columns = row_columns<SheetRecord>();
  const auto label = [&](std::string_view name) {
    for (const RowColumn& column : columns)
      if (column.name == name) return column.zh;
    return std::string("no such column");
  };
  EXPECT_EQ(label("region"), "区划代码");
  EXPECT_EQ(label("address_region"), "地址区划代码");
  EXPECT_EQ(label("branch_region"), "分部区划代码");
  EXPECT_EQ(row_columns<example::Address>()[0].zh, "街道");
}

TEST(RowColumns, AreTheColumnsOfTheTable) {
  const auto& wanted = columns<SheetRecord>();
  ASSERT_EQ(row_columns<SheetRecord>().size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(row_columns<SheetRecord>()[i].name, wanted[i].name);
}

TEST(RowColumns, ANoteTellsWhatIsRequiredTheUnitAndTheSource) {
  const auto notes = sheet_columns(row_columns<SheetRecord>());
  EXPECT_EQ(notes[3].label, "床位数");
  EXPECT_EQ(notes[3].note, "必填；单位：张；来源：GB/T 37276-2018");
  EXPECT_EQ(notes[2].note, "");
}

TEST(RowColumns, ATemplateReadsBackAsNoRecords) {
  for (SheetFormat format : {SheetFormat::csv, SheetFormat::xlsx}) {
    const Sheet sheet = read_sheet(write_template<SheetRecord>(format), format).value();
    EXPECT_TRUE(read_rows<SheetRecord>(sheet).value().empty());
  }
}

}  // namespace
}  // namespace laoyou::record
