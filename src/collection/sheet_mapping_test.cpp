// How somebody else's sheet is read, and how one goes back.
#include "collection/sheet_mapping.h"

#include <gmock/gmock.h>

#include "collection/marked_sheet.h"

namespace laoyou::collection {
namespace {

using testing::ElementsAre;

/// Stands for a register of the program.
struct Pupil {
  Id<Pupil> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::optional<Date> born;
};
LAOYOU_RECORD(Pupil, "test_pupil", id, version, region, name, born)

const Collection& pupils() {
  static const Collection made = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "test_pupil,*,学员,Pupil,,,internal,\n"
        "test_pupil,name,姓名,Name,,,internal,\n"
        "test_pupil,born,出生日期,Born,,,internal,\n");
    return Collection(collection<Pupil>("/api/pupils", {"学员", "Pupils"}).may(powers::Power::people_read, powers::Power::people_write));
  }();
  return made;
}

record::Sheet sheet_of(std::string_view csv) { return record::read_sheet(csv, record::SheetFormat::csv).value(); }

std::vector<std::string> labels(const record::Sheet& sheet) {
  std::vector<std::string> all;
  for (const record::SheetCell& cell : sheet.header) all.push_back(cell.text);
  return all;
}

TEST(AMappedBook, ExchangesHeadersCodesAndDays) {
  record::Sheet sheet = sheet_of("学生,生日,备注,错误\n甲,15/05/2024,x,旧\n");
  const std::vector<MappedColumn> columns{{"学生", "name", DayForm::as_typed, {{"甲", "王小明"}}}, {"生日", "born", DayForm::day_month_year, {}}, {"备注", "", DayForm::as_typed, {}}};
  const MappedBook book(sheet, columns, pupils());
  EXPECT_THAT(labels(sheet), ElementsAre("姓名", "出生日期", "", ""));
  EXPECT_THAT(book.header(sheet), ElementsAre("学生", "生日", "备注", "错误"));
  EXPECT_EQ(book.cell(sheet, 0, sheet.rows[0][0]).text, "王小明");
  EXPECT_EQ(book.cell(sheet, 1, sheet.rows[0][1]).text, "2024-05-15");
  EXPECT_TRUE(book.left_out(sheet, 2) && book.left_out(sheet, 3));
  EXPECT_FALSE(book.left_out(sheet, 0));
}

TEST(ADay, IsReadInTheFormOfItsColumn) {
  EXPECT_EQ(day_text("15/05/2024", DayForm::day_month_year), "2024-05-15");
  EXPECT_EQ(day_text("5.15.2024 08:30", DayForm::month_day_year), "2024-05-15");
  EXPECT_EQ(day_text(" 20240515 ", DayForm::eight_digits), "2024-05-15");
  for (const char* no_day : {"31/02/2024", "x", "", "15/05/24", "99999999999999/1/2024"}) EXPECT_EQ(day_text(no_day, DayForm::day_month_year), no_day);
  for (const char* no_day : {"2024515", "20241315", "2024-05-15"}) EXPECT_EQ(day_text(no_day, DayForm::eight_digits), no_day);
  EXPECT_EQ(day_text("15/05/2024", DayForm::as_typed), "15/05/2024");
}

TEST(AMapping, IsRefusedWhereItSaysNothingThatCanBe) {
  SheetMapping mapping;
  mapping.columns = {{"a", "name", {}, {}}, {"b", "name", {}, {}}, {"a", "nmae", {}, {}}, {"c", "version", {}, {}}, {"d", "", {}, {}}};
  std::vector<std::string> places;
  for (const Refusal& refusal : check_mapping(mapping, pupils())) places.push_back(refusal.place);
  EXPECT_THAT(places, ElementsAre("/name", "/columns/1/field", "/columns/2/header", "/columns/2/field", "/columns/3/field"));
}

TEST(AMapping, ThatKnowsMostOfASheetIsProposed) {
  std::vector<SheetMapping> all(3);
  all[0].columns = {{"学生", "name", {}, {}}};
  all[1].columns = {{"学生", "name", {}, {}}, {"生日", "born", {}, {}}, {"没有的", "", {}, {}}};
  all[2].columns = {{"学生", "name", {}, {}}, {"生日", "born", {}, {}}, {"没有的", "region", {}, {}}};
  EXPECT_EQ(best_mapping(all, sheet_of("学生,生日,备注\n")), &all[1]);
  EXPECT_EQ(best_mapping(all, sheet_of("姓名\n")), nullptr);
}

class AMarkedSheet : public testing::TestWithParam<record::SheetFormat> {
 protected:
  static record::Sheet written(const record::Sheet& sheet, const std::vector<RowMark>& marks, MarkedRows rows) {
    const std::vector<std::string> header = labels(sheet);
    std::string bytes;
    write_marked_sheet({sheet, header, marks, rows}, GetParam(), [&](std::string_view piece) { bytes += piece; }, [](std::int64_t) {});
    return record::read_sheet(bytes, GetParam()).value();
  }
  static std::vector<std::string> texts(const record::SheetRow& row) {
    std::vector<std::string> all;
    for (const record::SheetCell& cell : row) all.push_back(cell.text);
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Collection, AMarkedSheet, testing::Values(record::SheetFormat::csv, record::SheetFormat::xlsx),
                         [](const auto& parameter) { return parameter.param == record::SheetFormat::csv ? "csv" : "xlsx"; });

TEST_P(AMarkedSheet, SaysInPlaceWhatIsWrongAndIsReadBack) {
  const record::Sheet sheet = sheet_of("学生,错误,生日\n甲,旧,2024-13-01\n乙 & <丙>,旧,2024-05-15\n");
  const std::vector<std::string> header = labels(sheet);
  const RowMark mark = row_mark(sheet, header, 0, {at(sheet.place(sheet.rows[0][2].line, sheet.rows[0][2].column), refuse("date.malformed", {"2024-13-01"}))}, Language::zh);
  EXPECT_THAT(mark.positions, ElementsAre(2u));
  const record::Sheet all = written(sheet, {mark}, MarkedRows::all);
  EXPECT_THAT(texts(all.header), ElementsAre("学生", "生日", "错误"));
  ASSERT_EQ(all.rows.size(), 2u);
  EXPECT_THAT(texts(all.rows[0]), ElementsAre("甲", "2024-13-01", testing::StartsWith("生日：")));
  EXPECT_EQ(all.rows[1][0].text, "乙 & <丙>");
  const record::Sheet bad = written(sheet, {mark}, MarkedRows::refused_only);
  ASSERT_EQ(bad.rows.size(), 1u);
  EXPECT_EQ(bad.rows[0][0].text, "甲");
}

TEST(AStreamedWorkbook, HoldsWhateverTextThereIs) {
  std::string bytes;
  const auto writer = begin_sheet(record::SheetFormat::xlsx, {"甲", "乙"}, [&](std::string_view piece) { bytes += piece; });
  const std::vector<std::vector<std::string>> rows{{"=1+1", "'x"}, {" 前后空 ", "a\nb"}, {"_x0041_", std::string("a\x01") + "b"}, {"001", "1,234"}, {"", "末"}};
  for (const auto& row : rows) ASSERT_TRUE(writer->row(row));
  std::vector<std::string> wide(200, "x");
  ASSERT_TRUE(writer->row(wide));
  writer->finish();
  const Result<record::Sheet> sheet = record::read_sheet(bytes, record::SheetFormat::xlsx);
  ASSERT_TRUE(sheet.has_value());
  ASSERT_EQ(sheet->rows.size(), rows.size() + 1);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const auto cell = std::find_if(sheet->rows[r].begin(), sheet->rows[r].end(), [&](const record::SheetCell& each) { return each.column == static_cast<int>(c) + 1; });
      EXPECT_EQ(cell == sheet->rows[r].end() ? "" : cell->text, rows[r][c]) << r << "," << c;
    }
  EXPECT_EQ(sheet->rows.back().size(), 200u);
}

TEST(AStreamedWorkbook, TakesNoMoreRowsThanAWorksheetHas) {
  std::size_t bytes = 0;
  const auto writer = begin_sheet(record::SheetFormat::xlsx, {"甲"}, [&](std::string_view piece) { bytes += piece.size(); });
  for (int i = 1; i < 1'048'576; ++i) ASSERT_TRUE(writer->row({""}));
  EXPECT_FALSE(writer->row({""}));
  writer->finish();
}

}  // namespace
}  // namespace laoyou::collection
