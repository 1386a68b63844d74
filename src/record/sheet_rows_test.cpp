#include "record/sheet_rows.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/generators_test.h"

namespace laoyou::record {
namespace {

using example::Elder;
using example::SheetRecord;

template <class T>
CheckedResult<std::vector<Located<T>>> read(std::string_view bytes, SheetFormat format) {
  return read_rows<T>(read_sheet(bytes, format).value());
}

template <class T>
std::vector<std::string> refusals_of(std::string_view csv) {
  const auto rows = read<T>(csv, SheetFormat::csv);
  std::vector<std::string> all;
  if (!rows)
    for (const Refusal& refusal : rows.error()) all.push_back(refusal.place + " " + refusal.code);
  return all;
}

using Said = std::vector<std::string>;

void comes_back(SheetFormat format) {
  std::vector<SheetRecord> written;
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) written.push_back(example::any_sheet_record());
  // Lists are joined by semicolons, so a value with one comes back as two; nothing else is lost.
  const auto rows = read<SheetRecord>(write_rows(written, format), format);
  if (!rows) RC_FAIL(rows.error().front().place + " " + rows.error().front().code);
  RC_ASSERT(rows->size() == written.size());
  for (std::size_t i = 0; i < written.size(); ++i) RC_ASSERT((*rows)[i].value == written[i]);
}

RC_GTEST_PROP(SheetRows, RecordsComeBackFromCsv, ()) { comes_back(SheetFormat::csv); }
RC_GTEST_PROP(SheetRows, RecordsComeBackFromAWorkbook, ()) { comes_back(SheetFormat::xlsx); }

constexpr const char* k_head = "名称,区划代码,床位数,经度,占比,月收费,成立日期,周期,类型,地址街道,地址区划代码";
constexpr const char* k_good = "龙潭,450202000000,10,109.4,60,50元,2020-01-01,2025,托育机构,文昌路,450202000000";

std::string csv(const std::string& rows) { return std::string(k_head) + "\n" + rows + "\n"; }

TEST(SheetRows, AChineseHeaderInAnyOrderIsUnderstood) {
  EXPECT_EQ(refusals_of<SheetRecord>(csv(k_good)), Said{});
  const auto rows = read<example::Address>("区划代码,Street\n450202000000,　文昌路 \n", SheetFormat::csv).value();
  EXPECT_EQ(rows[0].value, (example::Address{"文昌路", {}, RegionCode::parse("450202000000").value()}));
  EXPECT_EQ(rows[0].line, 2);
  EXPECT_EQ(rows[0].place(SheetFormat::csv), "2:14");
}

TEST(SheetRows, EveryWrongCellIsSaidWithItsPlace) {
  EXPECT_EQ(refusals_of<SheetRecord>(csv("龙潭,45020,x,109.4,60,50元,2020-01-01,2025,学校,文昌路,450202000000\n"
                                         "龙潭,450202000000,,109.4,60,50元,2020-02-30,2025,托育机构,文昌路,450202000000")),
            (Said{"2:4 region.malformed", "2:10 number.not_whole", "2:41 enum.unknown", "3:17 sheet.missing_value", "3:31 date.unknown_day"}));
}

TEST(SheetRows, AHeaderIsCheckedBeforeItsRows) {
  EXPECT_EQ(refusals_of<example::Address>("街到,街道,街道,经度\n1,2,3,4\n"),
            (Said{"1:1 sheet.mistyped_column", "1:7 sheet.repeated_column", "1:10 sheet.unknown_column", "1:1 sheet.missing_column"}));
}

TEST(SheetRows, EmptyCellsToTheRightAreNothing) {
  EXPECT_EQ(refusals_of<example::Address>("街道,区划代码,,\na,450202000000,,\nb,450202000000, ,,,\n"), Said{});
  EXPECT_EQ(refusals_of<example::Address>("街道,区划代码,\na,450202000000,x\n"), Said{"2:16 sheet.too_many_cells"});
  EXPECT_EQ(refusals_of<example::Address>("街道,区划代码\na,450202000000,,x,y\n"), Said{"2:17 sheet.too_many_cells"});
}

TEST(SheetRows, AnOptionalRecordIsThereWhenOneOfItsCellsIs) {
  const std::string head = std::string(k_head) + ",分部街道,分部区划代码\n" + k_good;
  EXPECT_FALSE(read<SheetRecord>(head + ",,\n", SheetFormat::csv).value()[0].value.branch);
  EXPECT_EQ(read<SheetRecord>(head + ",龙城路,450203000000\n", SheetFormat::csv).value()[0].value.branch->street, "龙城路");
  const auto half = refusals_of<SheetRecord>(head + ",龙城路,\n");
  ASSERT_EQ(half.size(), 1u);
  EXPECT_TRUE(half[0].ends_with(" sheet.missing_value")) << half[0];
}

TEST(SheetRows, ListsTakeBothSemicolons) {
  EXPECT_EQ(split_list(" a; b；；c ;"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(split_list(""), std::vector<std::string>{});
  const std::string sheet = std::string(k_head) + ",服务\n" + k_good + ",托育机构；nursing_home\n";
  EXPECT_EQ(read<SheetRecord>(sheet, SheetFormat::csv).value()[0].value.cares.size(), 2u);
}

TEST(SheetRows, AMaskedExportShowsNoPerson) {
  for (SheetFormat format : {SheetFormat::csv, SheetFormat::xlsx}) {
    const Sheet sheet = read_sheet(write_rows<Elder>({example::an_elder()}, format), format).value();
    std::string line;
    for (const SheetCell& cell : sheet.rows.at(0)) line += cell.text + "|";
    // The address is personal as a whole, so each of its columns is hidden.
    EXPECT_TRUE(line.starts_with("奶奶|王*|138****1234|110105********002X|广西柳州市城****|****|****|****|****|****|****|")) << line;
    EXPECT_EQ(line.find("龙潭公园"), std::string::npos);
  }
}

TEST(SheetRows, AnUnmaskedExportStillHasNoSecret) {
  const std::string text = write_rows<Elder>({example::an_elder()}, SheetFormat::csv, View{.unmask = true});
  EXPECT_NE(text.find("王秀英"), std::string::npos);
  EXPECT_EQ(text.find("龙潭公园"), std::string::npos);
}

TEST(SheetRows, ExportsAreGuardedAgainstFormulas) {
  const std::string text = write_rows<example::Address>({{"=HYPERLINK(1)", {}, {}}}, SheetFormat::csv);
  EXPECT_NE(text.find("'=HYPERLINK(1)"), std::string::npos);
}

}  // namespace
}  // namespace laoyou::record
