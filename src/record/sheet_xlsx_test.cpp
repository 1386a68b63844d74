#include "record/sheet_xlsx.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "record/examples_test.h"
#include "record/sheet_archive.h"
#include "record/sheet_rows.h"

namespace laoyou::record {
namespace {

/// The bytes of a workbook that `fill` writes into its first sheet.
std::string workbook(const std::function<void(lxw_workbook*, lxw_worksheet*)>& fill, bool inline_texts = false) {
  const std::string path = testing::TempDir() + "laoyou-sheet-" + std::to_string(::getpid()) + ".xlsx";
  lxw_workbook_options options{};
  options.constant_memory = inline_texts ? LXW_TRUE : LXW_FALSE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  fill(book, workbook_add_worksheet(book, nullptr));
  workbook_close(book);
  std::ifstream file(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(file)), {});
  std::filesystem::remove(path);
  return content;
}

Sheet read(const std::string& bytes) { return read_sheet(bytes, SheetFormat::xlsx).value(); }

TEST(SheetXlsx, NumbersAreReadAsPeopleTypedThem) {
  const Sheet sheet = read(workbook([](lxw_workbook*, lxw_worksheet* page) {
    worksheet_write_string(page, 0, 0, "数", nullptr);
    int row = 1;
    for (double number : {100000.0, 450203101001.0, 13800001234.0, 0.1, -2.5, 1e6}) worksheet_write_number(page, row++, 0, number, nullptr);
  }));
  std::vector<std::string> texts;
  for (const SheetRow& row : sheet.rows) texts.push_back(row[0].text);
  EXPECT_EQ(texts, (std::vector<std::string>{"100000", "450203101001", "13800001234", "0.1", "-2.5", "1000000"}));
}

TEST(SheetXlsx, ADateCellIsADate) {
  const std::string bytes = workbook([](lxw_workbook* book, lxw_worksheet* page) {
    lxw_format* date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    worksheet_write_string(page, 0, 0, "街道", nullptr);
    worksheet_write_number(page, 1, 0, 45838, date);
  });
  const SheetCell cell = read(bytes).rows[0][0];
  EXPECT_EQ(cell.kind, SheetCellKind::day);
  EXPECT_EQ(read_sheet_cell<Date>(cell).value().text(), "2025-06-30");
}

TEST(SheetXlsx, AFormulaGivesItsResult) {
  const Sheet sheet = read(workbook([](lxw_workbook*, lxw_worksheet* page) {
    for (int column = 0; column < 4; ++column) worksheet_write_string(page, 0, static_cast<lxw_col_t>(column), "列", nullptr);
    worksheet_write_formula_num(page, 1, 0, "=40+2", nullptr, 42);
    worksheet_write_formula_str(page, 1, 1, "=A1&\"x\"", nullptr, "柳州");
    worksheet_write_formula_num(page, 1, 3, "=45838", nullptr, 45838);
  }));
  ASSERT_EQ(sheet.rows[0].size(), 4u);
  EXPECT_EQ(sheet.rows[0][0].text, "42");
  EXPECT_EQ(sheet.rows[0][1].text, "柳州");
  EXPECT_EQ(sheet.rows[0][3].text, "45838");
}

// Spreadsheets keep texts in a shared table; report programs often leave them inside their cells.
TEST(SheetXlsx, SharedInlineAndRichTextsAreTexts) {
  const auto fill = [](lxw_workbook* book, lxw_worksheet* page) {
    worksheet_write_string(page, 0, 0, "名称", nullptr);
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_rich_string_tuple first{nullptr, const_cast<char*>("龙潭")}, second{bold, const_cast<char*>("护理院")};
    lxw_rich_string_tuple* pieces[] = {&first, &second, nullptr};
    worksheet_write_rich_string(page, 1, 0, pieces, nullptr);
    worksheet_write_boolean(page, 2, 0, 1, nullptr);
  };
  for (bool inline_texts : {false, true}) {
    const Sheet sheet = read(workbook(fill, inline_texts));
    ASSERT_EQ(sheet.rows.size(), 2u) << (inline_texts ? "inline" : "shared");
    EXPECT_EQ(sheet.header[0].text, "名称");
    EXPECT_EQ(sheet.rows[0][0].text, "龙潭护理院");
    EXPECT_EQ(sheet.rows[1][0].text, "true");
  }
}

TEST(SheetXlsx, PlacesAreThoseOfTheWorkbook) {
  const Sheet sheet = read(workbook([](lxw_workbook*, lxw_worksheet* page) {
    worksheet_write_string(page, 2, 1, "街道", nullptr);
    worksheet_write_string(page, 2, 2, "区划代码", nullptr);
    worksheet_write_string(page, 4, 1, "文昌路", nullptr);
    worksheet_write_string(page, 6, 1, "龙城路", nullptr);
    worksheet_write_string(page, 6, 2, "45", nullptr);
  }));
  const auto refused = read_rows<example::Address>(sheet).error();
  ASSERT_EQ(refused.size(), 2u);
  EXPECT_EQ(refused[0], at("行 5 列 C", refuse("sheet.missing_value", {"区划代码 region"})));
  EXPECT_EQ(refused[1].place, "行 7 列 C");
}

TEST(SheetXlsx, TextsWithControlCharactersComeBack) {
  for (const char* text : {"a\x01z", "_x0041_", "_x005F_x0041_", "a\tb\nc", "a\rb", "_x41_", "x_x0001_y", "  两端  "}) {
    const Sheet sheet = read(write_sheet({{"名称", ""}}, {{text}}, SheetFormat::xlsx));
    ASSERT_EQ(sheet.rows.size(), 1u);
    EXPECT_EQ(sheet.rows[0][0].text, text);
  }
}

TEST(SheetXlsx, ADamagedWorkbookIsRefused) {
  const std::string whole = write_sheet({{"名称", ""}}, {{"a"}}, SheetFormat::xlsx);
  for (const std::string& bytes : {std::string("PK\x03\x04"), whole.substr(0, whole.size() / 2), whole.substr(0, whole.size() - 10)}) {
    const auto sheet = read_sheet(bytes, SheetFormat::xlsx);
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().code, "sheet.unreadable");
  }
}

TEST(SheetXlsx, CellsBeyondTheLimitAreRefused) {
  for (auto [row, column] : {std::pair{k_sheet_rows_max + 1, 0}, {1, k_sheet_columns_max}}) {
    const auto sheet = read_sheet(workbook([&](lxw_workbook*, lxw_worksheet* page) {
                                    worksheet_write_string(page, 0, 0, "名称", nullptr);
                                    worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), "x", nullptr);
                                  }),
                                  SheetFormat::xlsx);
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().code, "sheet.too_large");
  }
}

/// A part of the workbook as text.
std::string part_of(const std::string& workbook, std::string_view name) {
  const xlsx::Archive archive(workbook);
  const xlsx::PartPieces pieces = archive.part(name);
  std::string whole;
  for (std::string_view piece = pieces(); !piece.empty(); piece = pieces()) whole += piece;
  return whole;
}

TEST(SheetXlsx, AFormOffersItsChoicesKeepsItsHeadsAndComesBackAsItWasFilledIn) {
  std::vector<std::string> places;
  for (int each = 0; each < 300; ++each) places.push_back("第" + std::to_string(each) + "社区");
  std::vector<SheetColumn> columns{{"指标", "", {}, false, true}, {"类型", "", {"养老机构", "托育机构"}}, {"地区", "", places, true}};
  const std::vector<std::vector<std::string>> rows{{"床位数", "托育机构", "第7社区"}, {"托位数", "", ""}};
  const std::string form = write_sheet(columns, rows, SheetFormat::xlsx, SheetGuard::heads);

  const Sheet sheet = read(form);
  ASSERT_EQ(sheet.rows.size(), 2u);
  EXPECT_EQ(sheet.rows[0][2].text, "第7社区");
  EXPECT_EQ(sheet.rows[1][0].text, "托位数");
  ASSERT_EQ(sheet.others.size(), 1u);
  EXPECT_TRUE(sheet.others[0].hidden) << "the list of places is nothing to read";

  const std::string page = part_of(form, "xl/worksheets/sheet1.xml");
  EXPECT_NE(page.find("<sheetProtection sheet=\"1\""), std::string::npos);
  EXPECT_NE(page.find("<formula1>\"养老机构,托育机构\"</formula1>"), std::string::npos);
  EXPECT_NE(page.find("<formula1>选项!$A$1:$A$300</formula1>"), std::string::npos);
  EXPECT_NE(page.find("errorStyle=\"warning\""), std::string::npos) << "a place may be typed as a code";
}

TEST(SheetXlsx, ASheetWithoutGuardIsOpenToAll) {
  EXPECT_EQ(part_of(write_sheet({{"名称", "", {}, false, true}}, {{"a"}}, SheetFormat::xlsx), "xl/worksheets/sheet1.xml").find("sheetProtection"), std::string::npos);
}

TEST(SheetXlsx, AnArchiveThatUnpacksToTooMuchIsRefusedUnopened) {
  std::string bytes = write_sheet({{"名称", ""}}, {{"a"}}, SheetFormat::xlsx);
  bytes.replace(bytes.find(std::string_view("PK\x01\x02", 4)) + 24, 4, "\xFF\xFF\xFF\xF0");
  const auto sheet = read_sheet(bytes, SheetFormat::xlsx);
  ASSERT_FALSE(sheet);
  EXPECT_EQ(sheet.error().code, "sheet.too_large");
}

}  // namespace
}  // namespace laoyou::record
