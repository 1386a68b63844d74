// Printed papers, read back by poppler and zbar.
#include "print/paper_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "print/paper_json.h"
#include "print/said_by_test.h"

namespace laoyou::print {
namespace {

using testing::HasSubstr;

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

Paper notice() {
  Paper paper;
  paper.issuer = "柳州市民政局";
  paper.number = "柳民发〔2026〕17号";
  paper.title = "关于开展养老机构消防安全检查的通知";
  paper.recipient = "各县、区民政局";
  paper.blocks.push_back(Heading{1, "一、检查范围"});
  paper.blocks.push_back(Paragraph{"全市已备案的养老机构，含社区日间照料中心 Day Care（95.5 %）。"});
  paper.signed_by = "柳州市民政局";
  paper.signed_on = "2026年11月29日";
  return paper;
}

TEST(PrintedPapers, ThePrintedTextIsWhatWentIn) {
  const PrintedPaper printed = print_paper(notice(), official_layout());
  EXPECT_EQ(printed.pages, 1);
  EXPECT_EQ(without_blanks(said_by("pdftotext -raw {} -", printed.pdf)),
            "柳州市民政局柳民发〔2026〕17号关于开展养老机构消防安全检查的通知各县、区民政局：一、检查范围全市已备案的养老机构，含社区日间照料中心DayCare（95.5%）。柳州市民政局2026年11月29日—1—");
}

TEST(PrintedPapers, EveryFontIsEmbeddedAsASubset) {
  const std::string fonts = said_by("pdffonts {}", print_paper(notice(), official_layout()).pdf);
  std::istringstream lines(fonts);
  int seen = 0;
  std::string line;
  for (int i = 0; std::getline(lines, line); ++i) {
    if (i < 2) continue;
    EXPECT_THAT(line, HasSubstr("yes yes yes")) << "embedded, a subset, with its characters named";
    ++seen;
  }
  EXPECT_GE(seen, 2) << fonts;
  EXPECT_LT(print_paper(notice(), official_layout()).pdf.size(), 200'000u);
}

TEST(PrintedPapers, ATableGoesOnOverPagesUnderItsHeadAndLosesNoRow) {
  Paper paper = notice();
  Table table{{"序号", "机构", "床位"}, {}, {1, 4, 1}};
  for (int i = 1; i <= 150; ++i) table.rows.push_back({std::to_string(i), "第" + std::to_string(i) + "养老院，地址在一条名字很长的路上，因此要占两行", "R" + std::to_string(i) + "x"});
  paper.blocks.push_back(table);
  const PrintedPaper printed = print_paper(paper, official_layout());
  EXPECT_GT(printed.pages, 4);
  const std::string text = said_by("pdftotext -raw {} -", printed.pdf);
  for (int i = 1; i <= 150; ++i) EXPECT_THAT(text, HasSubstr("R" + std::to_string(i) + "x"));
  const std::size_t heads = times(without_blanks(text), "序号机构床位");
  EXPECT_GE(heads, static_cast<std::size_t>(printed.pages) - 1);
  for (int page = 1; page <= printed.pages; ++page) EXPECT_THAT(text, HasSubstr("— " + std::to_string(page) + " —"));
}

TEST(PrintedPapers, ALongTextIsSetOverPagesWithoutALineLost) {
  Paper paper = notice();
  std::string whole;
  for (int i = 0; i < 120; ++i) {
    const std::string text = "这是第" + std::to_string(i) + "段，讲的是托位、床位与补贴，句子够长，总要换行，所以一页放不下。";
    paper.blocks.push_back(Paragraph{text});
    whole += text;
  }
  const PrintedPaper printed = print_paper(paper, official_layout());
  std::string text = without_blanks(said_by("pdftotext -raw {} -", printed.pdf));
  for (int page = 1; page <= printed.pages; ++page) {
    const std::string number = "—" + std::to_string(page) + "—";
    ASSERT_THAT(text, HasSubstr(number));
    text.replace(text.find(number), number.size(), "");
  }
  EXPECT_THAT(text, HasSubstr(whole));
}

TEST(PrintedPapers, TheCodeAtItsEndIsReadBackFromThePage) {
  Paper paper = notice();
  paper.verify_address = "https://laoyou.example.cn/verify/4QK7-9M2T-XB3D";
  paper.verify_words = "扫码核验本文件";
  const std::string pdf = print_paper(paper, official_layout()).pdf;
  EXPECT_THAT(without_blanks(said_by("pdftotext -raw {} -", pdf)), HasSubstr("扫码核验本文件https://laoyou.example.cn/verify/4QK7-9M2T-XB3D"));
  const std::string read = said_by("pdftoppm -r 150 -png {} /tmp/laoyou_qr_test && zbarimg -q --raw /tmp/laoyou_qr_test-*.png 2>/dev/null; rm -f /tmp/laoyou_qr_test-*.png", pdf);
  EXPECT_EQ(read, *paper.verify_address + "\n");
}

TEST(PrintedPapers, APaperAsJsonNamesEveryFault) {
  const auto wrong = read_paper(boost::json::parse(R"({"tittle":"x","blocks":[{"paragraph":1},{"table":{"head":["a","b"],"rows":[["1"]],"widths":[0,1]}},{"picture":"x"}]})").as_object());
  ASSERT_FALSE(wrong);
  std::vector<std::string> all;
  const Refusals refusals = wrong.error();
  for (const Refusal& each : refusals) all.push_back(each.place + " " + each.code);
  EXPECT_THAT(all, testing::UnorderedElementsAre("/tittle print.unknown_field", " json.missing_field", "/blocks/0/paragraph print.not_a_text", "/blocks/1/table/rows/0 print.row_length",
                                                 "/blocks/1/table/widths print.not_a_width", "/blocks/2/picture print.unknown_field", "/blocks/2 json.missing_field"));
}

TEST(PrintedPapers, TheLayoutOfOfficialPapersIsThatOfTheStandard) {
  const PaperLayout& layout = official_layout();
  EXPECT_EQ(layout.width_mm, 210);
  EXPECT_EQ(layout.lines, 22);
  EXPECT_EQ(layout.characters * layout.body_pt * 25.4 / 72 < layout.text_width_mm + 2.5, true) << "28 characters of 三号 fill a line";
}

}  // namespace
}  // namespace laoyou::print
