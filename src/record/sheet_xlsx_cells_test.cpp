#include "record/sheet_xlsx_cells.h"

#include <gtest/gtest.h>

#include "record/xml_reader.h"

namespace laoyou::record::xlsx {
namespace {

Sheet worksheet(const std::string& cells, double day_shift = 0) {
  return read_worksheet("<worksheet><sheetData>" + cells + "</sheetData></worksheet>", {"甲", "乙"}, day_shift);
}

std::string texts(const Sheet& sheet) {
  std::string all;
  for (const SheetCell& cell : sheet.header) all += cell.text + "|";
  for (const SheetRow& row : sheet.rows) {
    all += "/";
    for (const SheetCell& cell : row) all += cell.text + "|";
  }
  return all;
}

TEST(SheetXlsxCells, EveryKindOfCellIsRead) {
  EXPECT_EQ(texts(worksheet("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><r><t>老</t></r><r><t>幼</t></r></is></c><c r='D1' t='str'>"
                            "<f>A1</f><v>_x0041_</v></c></row><row r='3'><c r='A3'><v>1E5</v></c><c r='B3' t='b'><v>1</v></c><c r='C3' t='e'><v>#N/A</v></c>"
                            "<c r='D3' t='d'><v>2025-06-30T00:00:00</v></c></row>")),
            "乙|老幼||A|/100000|true|#N/A|2025-06-30|");
}

TEST(SheetXlsxCells, RowsAndCellsWithoutAPlaceFollowEachOther) {
  const Sheet sheet = worksheet("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row r='5'><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>");
  EXPECT_EQ(texts(sheet), "甲|乙|/1|/|2|");
  EXPECT_EQ(sheet.rows[1][1].line, 6);
  EXPECT_EQ(sheet.rows[1][1].column, 2);
}

// A workbook of 1904 counts 1,462 days less for the same day.
TEST(SheetXlsxCells, OldMacintoshWorkbooksCountFrom1904) {
  const Sheet sheet = worksheet("<row><c><v>44376</v></c></row>", 1462);
  EXPECT_EQ(serial_day(*sheet.header[0].number)->text(), "2025-06-30");
  EXPECT_EQ(sheet.header[0].text, "44376");
}

TEST(SheetXlsxCells, ATextNumberThatIsNotThereIsEmpty) { EXPECT_EQ(texts(worksheet("<row><c t='s'><v>2</v></c><c t='s'><v>x</v></c><c><v>1</v></c></row>")), "||1|"); }

TEST(SheetXlsxCells, CellsBeyondTheLimitsAreRefused) {
  EXPECT_THROW(worksheet("<row><c r='A200002'><v>1</v></c></row>"), TooLarge);
  EXPECT_THROW(worksheet("<row><c r='GS1'><v>1</v></c></row>"), TooLarge);
  EXPECT_THROW(worksheet("<row r='99999999999999999999'><c><v>1</v></c></row>"), TooLarge);
  EXPECT_NO_THROW(worksheet("<row><c r='GR200001'><v>1</v></c></row>"));
}

TEST(SheetXlsxCells, SharedTextsLeaveOutHowTheyAreSpoken) {
  EXPECT_EQ(read_shared_texts("<sst><si><t>老</t><rPh sb='0' eb='1'><t>lao</t></rPh></si><si><r><t>a_x000D_</t></r><r><t>b</t></r></si><si/></sst>"),
            (std::vector<std::string>{"老", "a\rb", ""}));
}

TEST(SheetXlsxCells, BrokenPartsAreRefused) {
  EXPECT_THROW(worksheet("<row><c>"), xml::Malformed);
  EXPECT_THROW(read_shared_texts("<sst><si><t>"), xml::Malformed);
}

}  // namespace
}  // namespace laoyou::record::xlsx
