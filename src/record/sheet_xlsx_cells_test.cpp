#include "record/sheet_xlsx_cells.h"

#include <gtest/gtest.h>

#include "record/xml_reader.h"

namespace laoyou::record::xlsx {
namespace {

Sheet worksheet(const std::string& cells, double day_shift = 0, Budget budget = {}, const std::string& behind = "") {
  const std::string part = "<worksheet><sheetData>" + cells + "</sheetData>" + behind + "</worksheet>";
  const Book book{{"甲", "乙"}, {ShownAs::number, ShownAs::percent, ShownAs::day, ShownAs::month, ShownAs::time}, day_shift};
  return read_worksheet(xml::Reader(std::string_view(part)), book, budget);
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
  EXPECT_EQ(texts(worksheet("<row><c s='2'><v>44376</v></c><c><v>44376</v></c><c s='4'><v>0.5</v></c></row>", 1462)), "2025-06-30|44376|12:00:00|");
}

TEST(SheetXlsxCells, TheFormatOfANumberBelongsToItsValue) {
  const Sheet sheet = worksheet("<row><c s='1'><v>0.55</v></c><c s='1'><v>0.55300000000000005</v></c><c s='1'><v>-0.001</v></c><c s='1'><v>12</v></c><c s='2'><v>46157</v></c>"
                                "<c s='3'><v>46143</v></c><c s='0'><v>46143</v></c><c s='2'><v>60</v></c><c s='99'><v>1</v></c></row>");
  EXPECT_EQ(texts(sheet), "55%|55.3%|-0.1%|1200%|2026-05-15|2026-05|46143|60|1|");
  EXPECT_EQ(sheet.header[0].kind, SheetCellKind::percent);
  EXPECT_EQ(sheet.header[4].kind, SheetCellKind::day);
  EXPECT_EQ(sheet.header[6].kind, SheetCellKind::number);
}

TEST(SheetXlsxCells, ANumberMeansWhatFifteenDigitsSay) {
  const Sheet sheet = worksheet("<row><c><f>0.1+0.2</f><v>0.30000000000000004</v></c><c><v>1629.9999999999998</v></c><c><v>110105194912310021</v></c></row>");
  EXPECT_EQ(texts(sheet), "0.3|1630|110105194912310021|");
  EXPECT_EQ(sheet.header[2].kind, SheetCellKind::long_number);
}

TEST(SheetXlsxCells, ErrorsAndFormulasWithoutResultAreTold) {
  const Sheet sheet = worksheet("<row><c t='e'><v>#N/A</v></c><c><f>A1+1</f></c><c><f>A1+1</f><v></v></c><c t='str'><f>\"\"</f><v></v></c><c><v>1</v></c></row>");
  EXPECT_EQ(texts(sheet), "#N/A|=A1+1|=A1+1||1|");
  EXPECT_EQ(sheet.header[0].kind, SheetCellKind::error);
  EXPECT_EQ(sheet.header[1].kind, SheetCellKind::uncomputed);
}

TEST(SheetXlsxCells, WhatShowsNothingReachesNoLimit) {
  EXPECT_EQ(texts(worksheet("<row r='1'><c><v>1</v></c></row><row r='2'><c t='str'><v> \xC2\xA0</v></c></row><row r='1048576'><c r='XFD1048576' t='str'><v> </v></c></row>")), "1|");
}

TEST(SheetXlsxCells, HiddenRowsAndMergedCellsAreNoted) {
  const Sheet sheet = worksheet("<row r='1'><c><v>1</v></c></row><row r='2' hidden='1'><c><v>2</v></c><c><v>3</v></c></row><row r='3' hidden='true'><c/></row>", 0, {},
                                "<mergeCells><mergeCell ref='A2:B3'/><mergeCell ref='C1'/></mergeCells>");
  EXPECT_EQ(sheet.hidden_lines, std::vector<int>{2});
  EXPECT_EQ(sheet.merged, (std::set<std::pair<int, int>>{{2, 2}, {3, 1}, {3, 2}}));
}

TEST(SheetXlsxCells, CellsAndTextsAreCountedWhileReading) {
  const std::string row = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>";
  EXPECT_NO_THROW(worksheet(row + row, 0, {4, 12}));
  EXPECT_THROW(worksheet(row + row, 0, {3, 12}), TooLarge);
  EXPECT_THROW(worksheet(row + row, 0, {4, 11}), TooLarge);
}

TEST(SheetXlsxCells, ATextNumberThatIsNotThereIsEmpty) { EXPECT_EQ(texts(worksheet("<row><c t='s'><v>2</v></c><c t='s'><v>x</v></c><c><v>1</v></c></row>")), "||1|"); }

TEST(SheetXlsxCells, CellsBeyondTheLimitsAreRefused) {
  EXPECT_THROW(worksheet("<row><c r='A200002'><v>1</v></c></row>"), TooLarge);
  EXPECT_THROW(worksheet("<row><c r='GS1'><v>1</v></c></row>"), TooLarge);
  EXPECT_THROW(worksheet("<row r='99999999999999999999'><c><v>1</v></c></row>"), TooLarge);
  EXPECT_NO_THROW(worksheet("<row><c r='GR200001'><v>1</v></c></row>"));
}

TEST(SheetXlsxCells, SharedTextsLeaveOutHowTheyAreSpoken) {
  EXPECT_EQ(read_shared_texts(xml::Reader("<sst><si><t>老</t><rPh sb='0' eb='1'><t>lao</t></rPh></si><si><r><t>a_x000D_</t></r><r><t>b</t></r></si><si/></sst>")),
            (std::vector<std::string>{"老", "a\rb", ""}));
}

TEST(SheetXlsxCells, BrokenPartsAreRefused) {
  EXPECT_THROW(worksheet("<row><c>"), xml::Malformed);
  EXPECT_THROW(read_shared_texts(xml::Reader("<sst><si><t>")), xml::Malformed);
}

}  // namespace
}  // namespace laoyou::record::xlsx
