// Papers as .docx: read back as XML, and printed by LibreOffice where it is installed.
#include "print/paper_docx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "print/docx_test.h"
#include "print/paper_pdf.h"
#include "print/said_by_test.h"

namespace laoyou::print {
namespace {

using testing::HasSubstr;

Drawing square_with_words() {
  Drawing drawing{200, 100, {}};
  DrawnPath square = rectangle(10, 10, 180, 80);
  square.fill = ink(0x0E6E6E, 0.3);
  drawing.shapes = {square, DrawnSign{SignShape::triangle, {40, 50}, 5, ink(0xC8641B)}, DrawnWords{"比例尺 500 米", {100, 50}, 9, Align::centre, {}, false, true}};
  return drawing;
}

Paper paper_with_everything() {
  Paper paper;
  paper.issuer = "柳州市民政局";
  paper.number = "柳民发〔2026〕17号";
  paper.title = "养老托育年度展望";
  paper.recipient = "各县、区民政局";
  paper.blocks = {Heading{1, "一、人口"}, Heading{2, "（一）口径"}, Paragraph{"60岁以上 <20,000 人 & 更多\n第二段"}, Table{{"年份", "人数"}, {{"2026", "20,000"}, {"2027", "21,000"}}, {1, 2}},
                  Figure{square_with_words(), "图1 范围"}};
  paper.signed_by = "柳州市民政局";
  paper.signed_on = "2026年11月30日";
  return paper;
}

TEST(PaperAsDocx, SaysInOrderWhatThePaperSays) {
  EXPECT_EQ(text_of(paper_docx(paper_with_everything(), official_layout())),
            "柳州市民政局\n柳民发〔2026〕17号\n养老托育年度展望\n各县、区民政局：\n一、人口\n（一）口径\n60岁以上 &lt;20,000 人 &amp; 更多\n第二段\n年份\n人数\n2026\n20,000\n2027\n21,000\n\n\n图1 范围\n\n柳州市民政局\n2026年11月30日\n");
}

TEST(PaperAsDocx, HeadingsTablesAndPicturesAreWhatAWordProcessorKnows) {
  const std::string document = paper_docx(paper_with_everything(), official_layout()), body = part_of(document, "word/document.xml");
  EXPECT_THAT(body, HasSubstr("<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">一、人口"));
  EXPECT_THAT(body, HasSubstr("<w:tblHeader/>")) << "a table's head stands again on each page";
  EXPECT_THAT(body, HasSubstr("descr=\"图1 范围\"")) << "who does not see the picture is told what it shows";
  EXPECT_THAT(part_of(document, "word/_rels/document.xml.rels"), HasSubstr("Id=\"rIdPicture1\""));
  EXPECT_TRUE(part_of(document, "word/media/picture1.png").starts_with("\x89PNG"));
  EXPECT_EQ(document, paper_docx(paper_with_everything(), official_layout())) << "the same paper gives the same bytes";
}

TEST(PaperAsDocx, ACharacterThatXmlCannotHoldIsLeftOut) {
  Paper paper;
  paper.title = "一\x01二";
  EXPECT_THAT(text_of(paper_docx(paper, official_layout())), HasSubstr("一二"));
}

TEST(PaperAsDocx, LibreOfficeReadsAllOfItOnAsManyPagesAsWePrint) {
  if (!has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string pdf = printed_by_libreoffice(paper_docx(paper_with_everything(), official_layout()));
  const std::string text = without_blanks(said_by("pdftotext -raw {} -", pdf));
  for (const char* part : {"柳州市民政局柳民发〔2026〕17号养老托育年度展望各县、区民政局：一、人口（一）口径", "60岁以上<20,000人&更多", "年份人数202620,000202721,000", "图1范围", "2026年11月30日", "—1—"})
    EXPECT_THAT(text, HasSubstr(part));
  EXPECT_THAT(said_by("pdfimages -list {}", pdf), HasSubstr("image")) << "the picture is on the page";
  EXPECT_THAT(said_by("pdfinfo {}", pdf), HasSubstr("Pages:           " + std::to_string(print_paper(paper_with_everything(), official_layout()).pages)));
}

TEST(Drawings, ArePrintedWithinAPaperAndAloneAndTheirWordsAreWords) {
  const std::string page = print_paper(paper_with_everything(), official_layout()).pdf;
  EXPECT_THAT(without_blanks(said_by("pdftotext -raw {} -", page)), HasSubstr("比例尺500米图1范围"));
}

}  // namespace
}  // namespace laoyou::print
