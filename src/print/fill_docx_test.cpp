#include "print/fill_docx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "print/docx_test.h"

namespace laoyou::print {
namespace {

using testing::HasSubstr;

boost::json::object values(std::string_view json) { return boost::json::parse(json).as_object(); }

std::string filled(const std::string& body, std::string_view json) { return text_of(fill_docx(docx(body), values(json)).value()); }

/// "place code" of each fault.
std::vector<std::string> faults(const std::string& document, std::string_view json) {
  std::vector<std::string> all;
  const CheckedResult<std::string> result = fill_docx(document, values(json));
  if (result) return all;
  const Refusals refusals = result.error();
  for (const Refusal& refusal : refusals) all.push_back((refusal.place.empty() ? "" : refusal.place + " ") + refusal.code);
  return all;
}

TEST(FillingATemplate, PlaceholdersAreFilledAlsoWhereWordHasSplitThem) {
  EXPECT_EQ(filled("<w:p>" + run("姓名：{") + run("{na", "<w:b/>") + "<w:proofErr w:type=\"spellStart\"/>" + run("me}") + run("}，") + run("{{ child.born }}") + "</w:p>",
                   R"({"name":"张三","child":{"born":"2025-01-02"}})"),
            "姓名：张三，2025-01-02\n");
}

TEST(FillingATemplate, TheTextTakesTheShapeOfTheRunWhereThePlaceholderBegins) {
  const std::string out = fill_docx(docx("<w:p>" + run("{{name", "<w:b/>") + run("}}", "<w:i/>") + "</w:p>"), values(R"({"name":"张三"})")).value();
  EXPECT_THAT(part_of(out, "word/document.xml"), HasSubstr("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">张三</w:t>"));
}

TEST(FillingATemplate, SignsOfXmlAndLineEndsArriveAsTheyAre) {
  const std::string out = fill_docx(docx(paragraph("{{a}}-{{b}}")), values(R"({"a":"<&>\"{{b}}","b":"一\n二"})")).value();
  EXPECT_EQ(text_of(out), "&lt;&amp;&gt;\"{{b}}-一\n二\n") << "a value is never read as a mark";
  EXPECT_THAT(part_of(out, "word/document.xml"), HasSubstr("<w:br/>"));
}

TEST(FillingATemplate, NumbersAreWrittenPlainlyAndNullAsNothing) {
  EXPECT_EQ(filled(paragraph("{{a}} {{b}} {{c}}|{{d}}|"), R"({"a":3,"b":95.5,"c":1234567890.25,"d":null})"), "3 95.5 1234567890.25||\n");
}

TEST(FillingATemplate, ATableRowIsRepeatedForEachAndSeesWhatStandsAround) {
  const std::string row = "<w:tr>" + cell(paragraph("{{#children}}{{name}}")) + cell(paragraph("{{place}} {{age}}{{/children}}")) + "</w:tr>";
  const std::string head = "<w:tr>" + cell(paragraph("名")) + cell(paragraph("园")) + "</w:tr>";
  EXPECT_EQ(filled(table(head + row), R"({"place":"红星","children":[{"name":"甲","age":1},{"name":"乙","age":2}]})"), "名\n园\n甲\n红星 1\n乙\n红星 2\n");
  EXPECT_EQ(filled(table(head + row), R"({"place":"红星","children":[]})"), "名\n园\n");
}

TEST(FillingATemplate, ParagraphsBetweenMarksAreRepeatedNestedAndConditional) {
  const std::string body = paragraph("{{#units}}") + paragraph("{{name}}：") + paragraph("{{#beds}}") + paragraph("床 {{.}}") + paragraph("{{/beds}}") + paragraph("{{^beds}}") +
                           paragraph("没有床位") + paragraph("{{/beds}}") + paragraph("{{/units}}") + paragraph("完");
  EXPECT_EQ(filled(body, R"({"units":[{"name":"A","beds":["1","2"]},{"name":"B","beds":[]}]})"), "A：\n床 1\n床 2\nB：\n没有床位\n完\n");
  const std::string condition = paragraph("{{#urgent}}") + paragraph("加急") + paragraph("{{/urgent}}");
  EXPECT_EQ(filled(condition, R"({"urgent":true})"), "加急\n");
  EXPECT_EQ(filled(condition, R"({"urgent":false})"), "");
}

TEST(FillingATemplate, ATableWithinARepeatedPartIsFilledEachTime) {
  const std::string row = "<w:tr>" + cell(paragraph("{{#rows}}{{x}}{{/rows}}")) + "</w:tr>";
  EXPECT_EQ(filled(paragraph("{{#parts}}") + table(row) + paragraph("{{/parts}}"), R"({"parts":[{"rows":[{"x":1},{"x":2}]},{"rows":[{"x":3}]}]})"), "1\n2\n3\n");
}

TEST(FillingATemplate, EveryFaultIsNamedAtOnceWithItsParagraph) {
  const std::string body = paragraph("好 {{name}}") + paragraph("编号 {{numbr}}") + paragraph("{{#list}}") + paragraph("{{name}}") + paragraph("{{/lists}}") + paragraph("{{list2}}") +
                           paragraph("{{ name") + paragraph("前{{#name}}中{{/name}}后");
  EXPECT_THAT(faults(docx(body), R"({"name":"x","list":[1],"list2":[1]})"),
              testing::UnorderedElementsAre("word/document.xml:2 print.unknown_placeholder", "word/document.xml:3 print.not_closed", "word/document.xml:5 print.closes_nothing",
                                            "word/document.xml:6 print.not_a_text", "word/document.xml:7 print.stray_braces", "word/document.xml:8 print.within_a_sentence"));
}

TEST(FillingATemplate, AFaultInARepeatedRowIsToldOnce) {
  const std::string row = "<w:tr>" + cell(paragraph("{{#rows}}{{x}}{{wrong}}{{/rows}}")) + "</w:tr>";
  EXPECT_THAT(faults(docx(table(row)), R"({"rows":[{"x":1},{"x":2}]})"), testing::ElementsAre("word/document.xml:1 print.unknown_placeholder"));
}

TEST(FillingATemplate, HeadersAreFilledToo) {
  std::vector<ZipEntry> entries = docx_entries(paragraph("{{a}}"));
  entries.push_back({"word/header1.xml", "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + paragraph("第 {{number}} 号") + "</w:hdr>"});
  const std::string out = fill_docx(write_zip(entries), values(R"({"a":"x","number":"7"})")).value();
  EXPECT_THAT(part_of(out, "word/header1.xml"), HasSubstr("第 7 号"));
}

TEST(FillingATemplate, AQrCodeIsAPictureWithItsRelation) {
  const std::string out = fill_docx(docx(paragraph("核验{{qr:address}}")), values(R"({"address":"https://laoyou.example.cn/verify/AB12"})")).value();
  EXPECT_EQ(text_of(out), "核验\n");
  EXPECT_THAT(part_of(out, "word/_rels/document.xml.rels"), HasSubstr("Target=\"media/laoyou_qr_1.png\""));
  EXPECT_THAT(part_of(out, "word/document.xml"), HasSubstr("r:embed=\"laoyouQr1\""));
  EXPECT_THAT(part_of(out, "[Content_Types].xml"), HasSubstr("Extension=\"png\""));
  EXPECT_TRUE(part_of(out, "word/media/laoyou_qr_1.png").starts_with("\x89PNG"));
}

TEST(FillingATemplate, MacrosEmbeddedThingsAndOtherFilesAreRefused) {
  std::vector<ZipEntry> macros = docx_entries(paragraph("x"));
  macros.push_back({"word/vbaProject.bin", "x"});
  EXPECT_THAT(faults(write_zip(macros), "{}"), testing::ElementsAre("print.macros"));
  std::vector<ZipEntry> objects = docx_entries(paragraph("x"));
  objects.push_back({"word/embeddings/oleObject1.bin", "x"});
  EXPECT_THAT(faults(write_zip(objects), "{}"), testing::ElementsAre("print.macros"));
  EXPECT_THAT(faults(write_zip({{"a.txt", "x"}}), "{}"), testing::ElementsAre("print.not_a_document"));
  EXPECT_THAT(faults("not a zip", "{}"), testing::ElementsAre("zip.not_an_archive"));
  std::vector<ZipEntry> entities = docx_entries("");
  entities[2].bytes = "<!DOCTYPE a [<!ENTITY b \"c\">]>" + entities[2].bytes;
  EXPECT_THAT(faults(write_zip(entities), "{}"), testing::ElementsAre("print.not_a_document"));
}

TEST(FillingATemplate, AControlCharacterInAValueIsRefusedSinceNoDocumentCanHoldIt) {
  EXPECT_THAT(faults(docx(paragraph("{{a}}")), R"({"a":"x\u0001"})"), testing::ElementsAre("word/document.xml:1 print.control_character"));
}

}  // namespace
}  // namespace laoyou::print
