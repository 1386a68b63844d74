#include "record/sheet_xlsx_styles.h"

#include <gtest/gtest.h>

namespace laoyou::record::xlsx {
namespace {

TEST(SheetXlsxStyles, AFormatSaysWhatItsNumberIs) {
  for (const char* code : {"General", "G/通用格式", "0", "0.00", "#,##0", "@", "0.00E+00", "0.0\"%\"", "¥#,##0.00", "0\\%", "[Red]0", "0!.0,\"万\"", "#,##0\"元\"", "# ?/?"})
    EXPECT_EQ(shown_as(code), ShownAs::number) << code;
  for (const char* code : {"0%", "0.0%", "0.00%;-0.00%", "[Red]0%"}) EXPECT_EQ(shown_as(code), ShownAs::percent) << code;
  for (const char* code : {"yyyy-mm-dd", "yyyy/m/d;@", "m/d/yy h:mm", "yyyy\"年\"m\"月\"d\"日\";@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "d-mmm", "e\"年\"m\"月\"d\"日\"", "YYYY-MM-DD"})
    EXPECT_EQ(shown_as(code), ShownAs::day) << code;
  for (const char* code : {"yyyy-mm", "yyyy\"年\"m\"月\"", "mmm-yy", "[$-804]yyyy\"年\"m\"月\";@", "yyyy\\-mm"}) EXPECT_EQ(shown_as(code), ShownAs::month) << code;
  for (const char* code : {"yyyy", "yyyy\"年\""}) EXPECT_EQ(shown_as(code), ShownAs::year) << code;
  for (const char* code : {"h:mm", "h:mm AM/PM", "mm:ss.0", "[h]:mm", "hh\"时\"mm\"分\""}) EXPECT_EQ(shown_as(code), ShownAs::time) << code;
}

TEST(SheetXlsxStyles, CellFormatsAreReadInTheirOrder) {
  EXPECT_EQ(read_styles(xml::Reader("<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                                    "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='57'/><xf/></cellXfs></styleSheet>")),
            (std::vector<ShownAs>{ShownAs::number, ShownAs::month, ShownAs::percent, ShownAs::day, ShownAs::month, ShownAs::number}));
}

TEST(SheetXlsxStyles, ADateShowsAsMuchAsItsFormatDoes) {
  EXPECT_EQ(shown_date(46157, ShownAs::day), "2026-05-15");
  EXPECT_EQ(shown_date(46157.5, ShownAs::day), "2026-05-15");
  EXPECT_EQ(shown_date(46143, ShownAs::month), "2026-05");
  EXPECT_EQ(shown_date(46143, ShownAs::year), "2026");
  EXPECT_EQ(shown_date(0.354166666666667, ShownAs::time), "08:30:00");
  EXPECT_EQ(shown_date(60, ShownAs::day), "");
  EXPECT_EQ(shown_date(-1, ShownAs::day), "");
}

}  // namespace
}  // namespace laoyou::record::xlsx
