#include "base/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/shown_text.h"

namespace laoyou {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts(const Result<std::vector<CsvRow>>& rows) {
  Texts out;
  for (const CsvRow& row : rows.value()) {
    out.emplace_back();
    for (const CsvCell& cell : row) out.back().push_back(cell.text);
  }
  return out;
}

std::string refusal_of(std::string_view text) {
  const auto rows = read_csv(text);
  return rows ? "" : rows.error().place + " " + rows.error().code;
}

/// A cell of what people and attackers type: quotes, commas, line ends, formulas, Chinese.
std::string any_cell() {
  std::string text;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(
           rc::gen::elementOf(std::vector<std::string>{"a", "1", " ", ",", "\"", "\n", "\r\n", "\r", "'", "=", "+", "-", "@", "\t", "老幼", "；", "𠮷"})))
    text += piece;
  return text;
}

RC_GTEST_PROP(Csv, ReadsBackEveryCellItWrites, ()) {
  const auto height = *rc::gen::inRange(1, 5), width = *rc::gen::inRange(2, 5);
  Texts written;
  std::string csv;
  for (int r = 0; r < height; ++r) {
    written.emplace_back();
    for (int c = 0; c < width; ++c) {
      written.back().push_back(any_cell());
      csv += (c > 0 ? "," : "") + csv_cell(written.back().back());
    }
    csv += *rc::gen::element(std::string("\n"), std::string("\r\n"));
  }
  // Rows that show nothing are no rows.
  std::erase_if(written, [](const auto& row) { return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return trimmed(cell).empty(); }); });
  Texts read = texts(read_csv(csv));
  for (auto& row : read)
    for (auto& cell : row) cell = without_formula_guard(cell);
  RC_ASSERT(read == written);
}

TEST(Csv, RemembersWhereEachCellStood) {
  const auto rows = read_csv("\xEF\xBB\xBF" "名称,数\r\n\r\n\"多\n行\",x\n").value();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0][1].line, 1);
  EXPECT_EQ(rows[0][1].column, 4);  // counted in characters
  EXPECT_EQ(rows[1][0].line, 3);
  EXPECT_EQ(rows[1][1].line, 4);
  EXPECT_EQ(rows[1][1].column, 4);
}

TEST(Csv, TakesEveryKindOfLineEnd) {
  EXPECT_EQ(texts(read_csv("a,b\rc,d\r\ne,f\ng,h")), (Texts{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}));
  EXPECT_EQ(read_csv("a\rb\r\rc").value()[2][0].line, 4);
  EXPECT_EQ(read_csv("a\rb").value()[1][0].column, 1);
  EXPECT_EQ(read_csv("a\r\nb").value()[1][0].line, 2);
}

TEST(Csv, PassesOverEmptyLines) {
  EXPECT_EQ(texts(read_csv("")), Texts{});
  EXPECT_EQ(texts(read_csv("\n\r\n\n")), Texts{});
  EXPECT_EQ(texts(read_csv("a,\n\n,b")), (Texts{{"a", ""}, {"", "b"}}));
}

TEST(Csv, ARowThatShowsNothingIsNoRow) {
  EXPECT_EQ(texts(read_csv("a,b\n, \n\xC2\xA0,\xE2\x80\x8B\n　,\n1,2\n,,,,\n")), (Texts{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, TheHeaderTellsTheSeparator) {
  for (const char* separator : {",", "\t", ";", "，"}) {
    const std::string s = separator;
    EXPECT_EQ(texts(read_csv("\n指标" + s + "数\n\"a" + s + "b\"" + s + "1.5\n")), (Texts{{"指标", "数"}, {"a" + s + "b", "1.5"}})) << s;
    EXPECT_EQ(texts(read_csv("sep=" + s + "\r\n指标" + s + "数" + s + "\r\n")), (Texts{{"指标", "数", ""}})) << s;
  }
  EXPECT_EQ(texts(read_csv("a;b,c\n1;2,3")), (Texts{{"a;b", "c"}, {"1;2", "3"}}));
  EXPECT_EQ(texts(read_csv("\"a,b\"\tc\n1,2\t3")), (Texts{{"a,b", "c"}, {"1,2", "3"}}));
  EXPECT_EQ(texts(read_csv("\"sep=|\"\na|b")), (Texts{{"a", "b"}}));
  EXPECT_EQ(read_csv("sep=;\na;b\n").value()[0][1].line, 2);
  EXPECT_EQ(read_csv("老，幼").value()[0][1].column, 3);
}

TEST(Csv, OfAWideRowOnlyWhatShowsIsKept) {
  std::vector<CsvRow> rows;
  const auto refusal = each_csv_row("a" + std::string(100'000, ',') + "\n,b,,,, ,x,y\n", 2, [&](CsvRow& row) -> std::optional<Refusal> {
    rows.push_back(row);
    return std::nullopt;
  });
  EXPECT_FALSE(refusal);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].size(), 2u);
  ASSERT_EQ(rows[1].size(), 3u);
  EXPECT_EQ(rows[1][2].text, "x");
  EXPECT_EQ(rows[1][2].column, 9);
}

TEST(Csv, ARefusalOfARowEndsTheReading) {
  int taken = 0;
  const auto refusal = each_csv_row("a\nb\n\"", 2, [&](CsvRow&) -> std::optional<Refusal> { return ++taken == 2 ? std::optional(refuse("sheet.empty")) : std::nullopt; });
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, "sheet.empty");
}

TEST(Csv, NamesThePlaceOfAnError) {
  EXPECT_EQ(refusal_of("a,b\nc,\"d"), "2:3 csv.open_quote");
  EXPECT_EQ(refusal_of("a,b\n老\"幼,d"), "2:2 csv.stray_quote");
  EXPECT_EQ(refusal_of("\"a\"b"), "1:4 csv.stray_quote");
  EXPECT_EQ(refusal_of("a\nb\n\xFF"), "3:1 text.not_utf8");
  EXPECT_EQ(refusal_of(std::string_view("a\0b", 3)), "1:1 text.control_character");
}

TEST(Csv, GuardsAgainstFormulas) {
  for (const char* text : {"=1+1", "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠a"}) {
    const std::string cell = csv_cell(text);
    EXPECT_TRUE(cell.starts_with('\'') || cell.starts_with("\"'")) << cell;
  }
}

TEST(Csv, LeavesNumbersAndNamesUnguarded) {
  for (const char* text : {"-12.5", "-", "12", "老=幼", "a-b", "'s-Hertogenbosch"}) EXPECT_EQ(csv_cell(text), text);
}

// A text that already begins with an apostrophe before a formula must not lose it on the way back.
TEST(Csv, TheGuardComesOffOnceAndOnlyWhereItWasPut) {
  for (const char* text : {"'=1", "''=1", "=1", "'a", "'", "''", "'-5", "-5", "＝1", "'＝1"})
    EXPECT_EQ(without_formula_guard(csv_cell(text)), text);
}

TEST(Utf8, KnowsWellFormedText) {
  for (const char* text : {"", "a", "老幼", "𠮷", "\x7F", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(is_utf8(text)) << text;
}

TEST(Utf8, RefusesBrokenOverlongAndSurrogateForms) {
  for (const char* text : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                           "\xE8\x80", "\xE8\x80" "a", "a\xC3"})
    EXPECT_FALSE(is_utf8(text)) << text;
  EXPECT_FALSE(is_utf8(std::string_view("\0", 1)));
}

}  // namespace
}  // namespace laoyou
