#include "record/sheet.h"

#include <gtest/gtest.h>

namespace laoyou::record {
namespace {

std::string refusal_of(std::string_view bytes, SheetFormat format) {
  const auto sheet = read_sheet(bytes, format);
  return sheet ? "" : sheet.error().place + " " + sheet.error().code;
}

TEST(Sheet, WithoutAHeaderIsEmpty) {
  for (const char* text : {"", "\xEF\xBB\xBF", "\n\n", ",,\n\"\",\n"}) EXPECT_EQ(refusal_of(text, SheetFormat::csv), " sheet.empty") << text;
}

TEST(Sheet, BlankRowsArePassedOverAndLinesStillCount) {
  const Sheet sheet = read_sheet("a,b\n,\n1,2\n,,,\n", SheetFormat::csv).value();
  ASSERT_EQ(sheet.rows.size(), 1u);
  EXPECT_EQ(sheet.rows[0][0].line, 3);
}

TEST(Sheet, HasALimitOfRowsAndColumns) {
  std::string rows = "a\n";
  for (int i = 0; i <= k_sheet_rows_max; ++i) rows += "1\n";
  EXPECT_EQ(refusal_of(rows, SheetFormat::csv), " sheet.too_large");
  rows.resize(rows.size() - 2);
  EXPECT_EQ(refusal_of(rows, SheetFormat::csv), "");
  EXPECT_EQ(refusal_of(std::string(k_sheet_columns_max, ',') + "a", SheetFormat::csv), " sheet.too_large");
}

TEST(Sheet, CsvBeginsWithAByteOrderMarkForExcel) {
  EXPECT_EQ(write_sheet({{"名称", ""}, {"数", ""}}, {{"a,b", "=1"}}, SheetFormat::csv), "\xEF\xBB\xBF" "名称,数\r\n\"a,b\",'=1\r\n");
  EXPECT_EQ(read_sheet("x\n'=1\n", SheetFormat::csv).value().rows[0][0].text, "=1");
}

TEST(Sheet, PlacesReadAsPeopleSayThem) {
  EXPECT_EQ(cell_place(SheetFormat::csv, 12, 5), "12:5");
  EXPECT_EQ(cell_place(SheetFormat::xlsx, 12, 5), "行 12 列 E");
  EXPECT_EQ(cell_place(SheetFormat::xlsx, 1, 27, Language::en), "row 1 column AA");
  EXPECT_EQ(cell_place(SheetFormat::xlsx, 1, 26), "行 1 列 Z");
  EXPECT_EQ(cell_place(SheetFormat::xlsx, 1, 702), "行 1 列 ZZ");
  EXPECT_EQ(cell_place(SheetFormat::xlsx, 1, 703), "行 1 列 AAA");
}

// ECMA-376 part 1, 18.17.4.1.
TEST(Sheet, AWorkbooksDayNumbersAreDays) {
  const auto day = [](double number) { return serial_day(number) ? serial_day(number)->text() : ""; };
  EXPECT_EQ(day(1), "1900-01-01");
  EXPECT_EQ(day(59), "1900-02-28");
  EXPECT_EQ(day(60), "");
  EXPECT_EQ(day(61), "1900-03-01");
  EXPECT_EQ(day(25569), "1970-01-01");
  EXPECT_EQ(day(45838), "2025-06-30");
  EXPECT_EQ(day(45838.75), "2025-06-30");
  EXPECT_EQ(day(2025), "1905-07-17");
  EXPECT_EQ(day(2958465), "9999-12-31");
  for (double number : {0.0, 0.5, -1.0, 2958466.0, 1e300}) EXPECT_EQ(day(number), "") << number;
}

// A row of 32 MiB of commas was kept cell by cell once.
TEST(Sheet, CellsThatShowNothingReachNoLimit) {
  const Sheet sheet = read_sheet("a,b\n1,2" + std::string(100'000, ',') + "\n" + std::string(100'000, ',') + "\n3,\n", SheetFormat::csv).value();
  ASSERT_EQ(sheet.rows.size(), 2u);
  EXPECT_EQ(sheet.rows[0].size(), 2u);
  EXPECT_EQ(sheet.rows[1].size(), 2u);
}

TEST(Sheet, CellsAreCountedWhileReading) {
  std::string wide;
  for (int i = 0; i < k_sheet_columns_max; ++i) wide += i == 0 ? "a" : ",a";
  std::string text = wide + "\n";
  const std::size_t rows = k_sheet_cells_max / static_cast<std::size_t>(k_sheet_columns_max);
  for (std::size_t i = 0; i < rows; ++i) text += std::string(199, ',') + "a\n";
  EXPECT_EQ(refusal_of(text, SheetFormat::csv), " sheet.too_large");
}

TEST(Sheet, AFileThatIsSomethingElseIsToldWhatItIs) {
  const std::string_view old_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12);
  for (SheetFormat format : {SheetFormat::csv, SheetFormat::xlsx}) {
    EXPECT_EQ(refusal_of(old_file, format), " sheet.old_or_locked");
    EXPECT_EQ(refusal_of("\xEF\xBB\xBF\n<HTML><table><tr><td>指标</td></tr></table></html>", format), " sheet.is_html");
    EXPECT_EQ(refusal_of("<?xml version='1.0'?><Workbook/>", format), " sheet.is_html");
    EXPECT_EQ(refusal_of("\n \n", format), " sheet.empty");
  }
  EXPECT_EQ(refusal_of("指标,数值\n", SheetFormat::xlsx), " sheet.is_text");
  EXPECT_EQ(refusal_of("\xD6\xB8\xB1\xEA,1\n", SheetFormat::xlsx), " sheet.is_text");
  EXPECT_EQ(refusal_of(write_sheet({{"名称", ""}}, {{"a"}}, SheetFormat::xlsx), SheetFormat::csv), " sheet.is_workbook");
}

}  // namespace
}  // namespace laoyou::record
