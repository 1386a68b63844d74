// What offices send, made here: the same rows in every encoding, with every separator and in every form of number and day, as text file and as
// workbook. A form is taken the same way by both, or refused with the same words.
#include <gtest/gtest.h>
#include <iconv.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "record/examples_test.h"
#include "record/sheet_rows.h"

namespace laoyou::record {

namespace example {

struct Report {
  std::string name;
  std::int32_t beds = 0;
  Decimal share;
  Date founded;
  Period period;
  std::optional<std::string> remark;
  bool operator==(const Report&) const = default;
};
LAOYOU_RECORD(Report, "example_report", name, beds, share, founded, period, remark)

}  // namespace example

namespace {

using example::Report;
using Texts = std::vector<std::string>;
using Table = std::vector<Texts>;

const Texts k_header = {"名称", "床位数", "占比", "成立日期", "周期", "备注"};
const Texts k_row = {"龙潭", "1630", "55.3", "2026-05-15", "2026-05", "月报"};

std::string encoded(const std::string& text, const char* encoding) {
  const iconv_t converter = ::iconv_open(encoding, "UTF-8");
  std::string out(text.size() * 4 + 4, '\0');
  char *from = const_cast<char*>(text.data()), *to = out.data();
  std::size_t left = text.size(), room = out.size();
  EXPECT_NE(::iconv(converter, &from, &left, &to, &room), static_cast<std::size_t>(-1));
  ::iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

std::string csv_of(const Table& table, const std::string& separator) {
  std::string text;
  for (const Texts& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? separator : "") + (row[i].find(separator) == std::string::npos ? row[i] : "\"" + row[i] + "\"");
    text += "\r\n";
  }
  return text;
}

std::string workbook(const std::function<void(lxw_workbook*)>& fill) {
  const std::string path = testing::TempDir() + "laoyou-corpus-" + std::to_string(::getpid()) + ".xlsx";
  lxw_workbook* book = workbook_new(path.c_str());
  fill(book);
  workbook_close(book);
  std::ifstream file(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(file)), {});
  std::filesystem::remove(path);
  return content;
}

void write_table(lxw_worksheet* page, const Table& table) {
  for (std::size_t r = 0; r < table.size(); ++r)
    for (std::size_t c = 0; c < table[r].size(); ++c) worksheet_write_string(page, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), table[r][c].c_str(), nullptr);
}

std::string workbook_of(const Table& table) {
  return workbook([&](lxw_workbook* book) { write_table(workbook_add_worksheet(book, nullptr), table); });
}

/// A workbook with the good row, in which one cell is a number in a number format.
std::string workbook_with_number(std::size_t column, double number, const char* format) {
  return workbook([&](lxw_workbook* book) {
    lxw_worksheet* page = workbook_add_worksheet(book, nullptr);
    write_table(page, {k_header, k_row});
    lxw_format* shown = workbook_add_format(book);
    format_set_num_format(shown, format);
    worksheet_write_number(page, 1, static_cast<lxw_col_t>(column), number, shown);
  });
}

/// What a file is read as: the values of its rows, or the words of its refusals, without the places.
std::string told(const std::string& bytes, SheetFormat format, PercentCells percents = PercentCells::refused) {
  const Result<Sheet> sheet = read_sheet(bytes, format);
  if (!sheet) return message(sheet.error(), Language::zh);
  const auto rows = read_rows<Report>(*sheet, percents);
  std::string all;
  if (!rows) {
    for (const Refusal& refusal : rows.error()) all += message(refusal, Language::zh) + "|";
    return all;
  }
  for (const auto& row : *rows) {
    const Report& value = row.value;
    all += value.name + " " + std::to_string(value.beds) + " " + value.share.text() + " " + value.founded.text() + " " + value.period.text() + " " +
           value.remark.value_or("-") + (row.percents.empty() ? "" : " %") + "|";
  }
  return all;
}

const std::string k_read = "龙潭 1630 55.3 2026-05-15 2026-05 月报|";

Table with(std::size_t column, const std::string& text) {
  Texts row = k_row;
  row[column] = text;
  return {k_header, row};
}

TEST(SheetCorpus, EveryEncodingSeparatorAndFormIsReadAlike) {
  const std::vector<std::pair<std::size_t, std::string>> forms = {
      {1, "1630"},       {1, "1,630"},     {1, "１６３０"},   {1, "１，６３０"},       {1, " 1630　"},   {1, "1630\xC2\xA0"}, {2, "55.3%"},
      {2, "55.3％"},     {2, "５５．３"},  {3, "2026-5-15"},  {3, "2026.5.15"},        {3, "2026/05/15"}, {3, "2026年5月15日"}, {3, "2026-05-15 00:00:00"},
      {4, "2026年5月"},  {4, "2026.05"},   {4, "2026/05"},    {4, "２０２６－０５"},   {5, "　月报"},    {0, "龙潭\t"}};
  int tried = 0;
  for (const auto& [column, text] : forms) {
    const Table table = with(column, text);
    EXPECT_EQ(told(workbook_of(table), SheetFormat::xlsx), k_read) << text;
    for (const char* separator : {",", "\t", ";", "，"}) {
      const std::string csv = csv_of(table, separator);
      const std::string files[] = {csv, "\xEF\xBB\xBF" + csv, "\xFF\xFE" + encoded(csv, "UTF-16LE"), "\xFE\xFF" + encoded(csv, "UTF-16BE"), encoded(csv, "GB18030"),
                                   "sep=" + std::string(separator) + "\r\n" + csv};
      for (const std::string& file : files) {
        EXPECT_EQ(told(file, SheetFormat::csv), k_read) << text << " " << separator << " file " << (&file - files);
        ++tried;
      }
    }
  }
  EXPECT_GE(tried, 300);
}

TEST(SheetCorpus, WhatIsRefusedIsRefusedInTheSameWords) {
  const std::vector<std::pair<std::size_t, std::string>> forms = {
      {1, "1,63"},  {1, "1630张"},  {1, "—"},       {1, "55%"},     {1, "#N/A"},      {2, "1.1234567"}, {2, "#DIV/0!"}, {3, "15"},  {3, "2026.5"},
      {3, "5.15"},  {3, "1630"},    {3, "202605"},  {3, "2026-02-30"}, {4, "2026.1"}, {4, "46143"},     {4, "2026Q1"},  {5, "#REF!"},
      {0, "\xC2\xA0\xE2\x80\x8B"},  {0, "\xE2\x81\xA0"}, {0, "龙\xEF\xBB\xBF潭"}, {1, "16\xE2\x80\x8B" "30"}};
  for (const auto& [column, text] : forms) {
    const std::string words = told(workbook_of(with(column, text)), SheetFormat::xlsx);
    EXPECT_EQ(told(csv_of(with(column, text), ","), SheetFormat::csv), words) << text;
    EXPECT_EQ(words.find("龙潭 1630"), std::string::npos) << text << words;
    EXPECT_EQ(std::count(words.begin(), words.end(), '|'), 1) << words;
  }
}

TEST(SheetCorpus, ANumberOfAWorkbookIsWhatItsFormatShows) {
  const auto read = [](std::size_t column, double number, const char* format) { return told(workbook_with_number(column, number, format), SheetFormat::xlsx); };
  EXPECT_EQ(read(1, 1629.9999999999998, "0"), k_read);
  EXPECT_EQ(read(2, 55.3, "General"), k_read);
  EXPECT_EQ(read(2, 0.553, "0%"), k_read);
  EXPECT_EQ(read(2, 0.553, "0.0%"), k_read);
  EXPECT_EQ(read(3, 46157, "yyyy/m/d"), k_read);
  EXPECT_EQ(read(4, 46143, "yyyy\"年\"m\"月\""), k_read);
  EXPECT_EQ(read(4, 46157, "yyyy-mm-dd"), "龙潭 1630 55.3 2026-05-15 2026-05-15 月报|");
  EXPECT_EQ(read(4, 2026, "General"), "龙潭 1630 55.3 2026-05-15 2026 月报|");
  EXPECT_EQ(read(2, 0.1 + 0.2, "General"), "龙潭 1630 0.3 2026-05-15 2026-05 月报|");
  EXPECT_EQ(read(2, 45.0 / 82 * 100, "General"), "龙潭 1630 54.878049 2026-05-15 2026-05 月报|");
  // Plain numbers are no days, days no numbers, shares no counts.
  for (double number : {15.0, 2026.5, 5.15, 1630.0, 202605.0}) EXPECT_TRUE(read(3, number, "General").find("不是日期") != std::string::npos) << number;
  EXPECT_NE(read(1, 46157, "yyyy-mm-dd").find("2026-05-15"), std::string::npos);
  EXPECT_NE(read(1, 0.55, "0%").find("55%"), std::string::npos);
}

TEST(SheetCorpus, APercentageIsToldToWhoKnowsTheUnit) {
  EXPECT_EQ(told(csv_of(with(1, "55%"), ","), SheetFormat::csv, PercentCells::told), "龙潭 55 55.3 2026-05-15 2026-05 月报 %|");
  EXPECT_EQ(told(workbook_with_number(1, 0.55, "0%"), SheetFormat::xlsx, PercentCells::told), "龙潭 55 55.3 2026-05-15 2026-05 月报 %|");
}

TEST(SheetCorpus, TheFirstVisibleSheetWhoseHeaderFitsIsRead) {
  const Table good = {k_header, k_row}, notes = {{"说明"}, {"请逐格填写"}};
  const auto read = [](const std::vector<std::pair<Table, bool>>& sheets) {
    return told(workbook([&](lxw_workbook* book) {
                  for (std::size_t i = 0; i < sheets.size(); ++i) {
                    lxw_worksheet* page = workbook_add_worksheet(book, ("表" + std::to_string(i + 1)).c_str());
                    write_table(page, sheets[i].first);
                    if (sheets[i].second) worksheet_hide(page);
                    if (i + 1 == sheets.size()) worksheet_activate(page);
                  }
                }),
                SheetFormat::xlsx);
  };
  EXPECT_EQ(read({{notes, false}, {good, false}}), k_read);
  EXPECT_EQ(read({{{}, false}, {good, false}}), k_read);
  EXPECT_EQ(read({{notes, true}, {good, false}}), k_read);
  EXPECT_EQ(read({{good, false}, {notes, false}}), k_read);
  EXPECT_EQ(read({{good, false}, {{k_header}, false}}), k_read);
  EXPECT_NE(read({{good, false}, {good, false}}).find("“表2”里也有数据"), std::string::npos);
  EXPECT_NE(read({{good, true}, {notes, false}}).find("隐藏的工作表“表1”"), std::string::npos);
}

TEST(SheetCorpus, HiddenRowsMergedCellsAndALateHeaderAreTold) {
  const auto read = [](const Table& table, const std::function<void(lxw_worksheet*)>& change) {
    return told(workbook([&](lxw_workbook* book) {
                  lxw_worksheet* page = workbook_add_worksheet(book, nullptr);
                  write_table(page, table);
                  change(page);
                }),
                SheetFormat::xlsx);
  };
  lxw_row_col_options hidden{};
  hidden.hidden = 1;
  EXPECT_NE(read({k_header, k_row, k_row}, [&](lxw_worksheet* page) { worksheet_set_row_opt(page, 2, LXW_DEF_ROW_HEIGHT, nullptr, &hidden); }).find("有 1 行被隐藏"), std::string::npos);
  EXPECT_NE(read({k_header, k_row, k_row}, [](lxw_worksheet* page) { worksheet_merge_range(page, 1, 5, 2, 5, "月报", nullptr); }).find("合并"), std::string::npos);
  EXPECT_NE(read({{"二〇二六年五月月报"}, {}, k_header, k_row}, [](lxw_worksheet*) {}).find("表头须是第一行"), std::string::npos);
}

std::string made_by_libreoffice(const std::string& name) {
  std::ifstream file("src/record/testing_data/libreoffice/" + name + ".xlsx", std::ios::binary);
  EXPECT_TRUE(file.is_open()) << name << ": run from the repository's folder";
  return told({std::istreambuf_iterator<char>(file), {}}, SheetFormat::xlsx);
}

TEST(SheetCorpus, WhatLibreOfficeWritesIsReadToTheSameRows) {
  for (const char* name : {"plain", "percent", "currency", "thousands", "scientific", "chinese_dates", "american_date", "dates_from_1904", "hidden_column", "hidden_first_sheet",
                           "styled_empty_rows", "through_ods", "from_csv", "iso_dialect"})
    EXPECT_EQ(made_by_libreoffice(name), k_read) << name;
  EXPECT_EQ(made_by_libreoffice("formulas"), "龙潭 1630 54.878049 2026-05-15 2026-05 月报|");
  EXPECT_EQ(made_by_libreoffice("line_breaks"), "龙潭 1630 55.3 2026-05-15 2026-05 月报\n第二行 丰富|");
  EXPECT_EQ(made_by_libreoffice("boolean"), "龙潭 1630 55.3 2026-05-15 2026-05 true|");
}

TEST(SheetCorpus, WhatLibreOfficeHidesOrMergesIsTold) {
  for (const auto& [name, words] : std::vector<std::pair<std::string, std::string>>{{"division_by_zero", "#DIV/0!"},
                                                                                  {"not_available", "#N/A"},
                                                                                  {"hidden_row", "有 1 行被隐藏"},
                                                                                  {"filtered_row", "有 1 行被隐藏"},
                                                                                  {"merged", "合并"},
                                                                                  {"two_sheets", "“5月”里也有数据"}})
    EXPECT_NE(made_by_libreoffice(name).find(words), std::string::npos) << name << ": " << made_by_libreoffice(name);
}

}  // namespace
}  // namespace laoyou::record
