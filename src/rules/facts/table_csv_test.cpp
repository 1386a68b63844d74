// Bare CSV tables: types written or guessed, values exact, bad cells refused where they stand.
#include "rules/facts/table_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/messages.h"
#include "base/period.h"
#include "rules/facts/csv_header.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

struct Read {
  Schema schema;
  TextPool texts;
  ReadTable table;
  std::string refusal;

  const Field& field(std::string_view name) const {
    const RecordKind& record = schema.records.at(static_cast<std::size_t>(table.record));
    return record.fields.at(static_cast<std::size_t>(record.find(name)));
  }
  std::vector<Value> values(std::string_view name) const {
    const RecordKind& record = schema.records.at(static_cast<std::size_t>(table.record));
    const Column& column = table.columns.at(static_cast<std::size_t>(record.find(name)));
    std::vector<Value> all;
    for (std::size_t row = 0; row < column.rows(); ++row) all.push_back(column.at(row));
    return all;
  }
};

Read read(const std::string& text, Schema schema = {}) {
  Read result{std::move(schema), {}, {}, ""};
  auto table = read_table_csv(text, "person.csv", "person", result.schema, result.texts);
  if (table)
    result.table = std::move(*table);
  else
    result.refusal = table.error()[0].place + ": " + message(table.error()[0], Language::en);
  return result;
}

std::string guessed(const std::string& cells) {
  const Read result = read("x\n" + cells);
  return result.refusal.empty() ? type_text(result.schema, result.field("x").type) : result.refusal;
}

Schema register_of_people() {
  Schema schema;
  schema.code_lists.push_back({"care_grade", {{"mild", "轻度", ""}, {"moderate", "中度", ""}}});
  RecordKind person{"person", "老人", "", {}, 0, 1};
  person.fields = {{"id", {Kind::id, 0}, "编号", "", false}, {"region", {Kind::region, -1}, "区划", "", false}, {"grade", {Kind::code, 0}, "等级", "", false},
                   {"income", {Kind::money, -1}, "收入", "", false}};
  schema.records.push_back(person);
  schema.records.push_back({"visit", "", "", {}, -1, -1});
  return schema;
}

using testing::ElementsAre;

}  // namespace

TEST(TableCsv, WhatNobodySeesMakesNoSecondCodeAndNoRow) {
  const Read people = read("grade,age\n重度,81\n重度 ,82\n\u3000重度,\u00a083\n,\n \u3000,,,\n");
  EXPECT_EQ(people.schema.code_lists.at(0).codes.size(), 1u);
  EXPECT_EQ(people.table.rows, 3u);
  EXPECT_EQ(type_text(people.schema, people.field("age").type), "integer");
}

TEST(TableCsv, TypesAreGuessedFromTheCells) {
  EXPECT_EQ(guessed("1\n-2\n\n300000\n"), "integer");
  EXPECT_EQ(guessed("1\n2.5\n"), "ratio");
  EXPECT_EQ(guessed("55%\n"), "ratio");
  EXPECT_EQ(guessed("2025-06-30\n"), "date");
  EXPECT_EQ(guessed("2025-06\n2025-Q3\n"), "period");
  EXPECT_EQ(guessed("true\nfalse\n"), "boolean");
  EXPECT_EQ(guessed("是\n否\n"), "boolean");
  EXPECT_EQ(guessed("mild\nsevere\nmild\n"), "code person_x");
  EXPECT_EQ(guessed("007\n008\n"), "code person_x") << "leading zeros are no number";
  EXPECT_EQ(guessed("1\nmild\n"), "code person_x");
  EXPECT_EQ(guessed("2025-06-30\nunknown\n"), "code person_x");
}

TEST(TableCsv, MoreThanAThousandDifferentTextsAreNoCodeList) {
  std::string cells;
  for (std::size_t i = 0; i < k_most_codes; ++i) cells += "name" + std::to_string(i) + "\n";
  EXPECT_EQ(guessed(cells), "code person_x");
  const Read result = read("x\n" + cells + "one more\n");
  EXPECT_EQ(type_text(result.schema, result.field("x").type), "text");
  EXPECT_TRUE(result.schema.code_lists.empty());
  EXPECT_EQ(result.texts.at(*result.values("x").back()), "one more");
}

TEST(TableCsv, AGuessFromTheFirstRowsIsGivenUpWhenALaterRowDisproves) {
  std::string cells;
  for (int i = 0; i < 3000; ++i) cells += std::to_string(i) + ",2025-01-01\n";
  const Read result = read("number,day\n" + cells + "2.5,2025-01-02\n,never\n");
  EXPECT_EQ(type_text(result.schema, result.field("number").type), "ratio");
  EXPECT_EQ(type_text(result.schema, result.field("day").type), "code person_day");
  EXPECT_EQ(result.values("number")[2], 2 * k_millionths);
  EXPECT_EQ(result.values("number")[3000], 2'500'000);
  EXPECT_EQ(result.values("number")[3001], Value());
  EXPECT_EQ(result.table.rows, 3002u);
}

TEST(TableCsv, TheCellThatIsUnlikeTheOthersIsKept) {
  const auto odd = [](const std::string& cells) {
    const Read result = read("x\n" + cells);
    return result.table.odd_cells.empty() ? std::string() : result.table.odd_cells.at(0).cell.place + " " + result.table.odd_cells.at(0).cell.words.at(0);
  };
  EXPECT_EQ(odd("81\n—\n90\n"), "person.csv:3:1 —");
  EXPECT_EQ(odd("—\n81\n\n81岁\n90\n12\n"), "person.csv:2:1 —");
  EXPECT_EQ(odd("1\n070\n2\n"), "person.csv:3:1 070");
  EXPECT_EQ(odd("2025-01-01\n2025-01-02\n2025年\n"), "person.csv:4:1 2025年");
  EXPECT_EQ(odd("mild\nsevere\n1\n"), "") << "most are codes";
  EXPECT_EQ(odd("1\n2\n3\n"), "");
  EXPECT_EQ(odd("A1\n7\nB2\n"), "");
}

TEST(TableCsv, TypesWrittenInTheHeaderAreKept) {
  const Read result = read("income:money,budget:万元,rate:ratio,county:region,area:m²,stay:小时,beds:张,ok:boolean,grade:code,note:text,month:period,sister:person\n"
                           "1234.5,2250,55%,450203,35.5,1.5,3,1,A,甲,2025-06,7\n"
                           "50元,0.0001,1,450203001002,,,,0,B,乙,2025-Q3,\n");
  EXPECT_EQ(result.refusal, "");
  EXPECT_THAT(result.values("income"), ElementsAre(123450, 5000));
  EXPECT_THAT(result.values("budget"), ElementsAre(2'250'000'000, 100));
  EXPECT_THAT(result.values("rate"), ElementsAre(550'000, 1'000'000));
  EXPECT_THAT(result.values("county"), ElementsAre(450203000000, 450203001002));
  EXPECT_EQ(type_text(result.schema, result.field("area").type), "quantity m²");
  EXPECT_THAT(result.values("area"), ElementsAre(35'500'000, Value()));
  EXPECT_EQ(type_text(result.schema, result.field("stay").type), "quantity h");
  EXPECT_THAT(result.values("beds"), ElementsAre(3, Value()));
  EXPECT_THAT(result.values("ok"), ElementsAre(1, 0));
  EXPECT_THAT(result.values("grade"), ElementsAre(0, 1));
  EXPECT_EQ(result.texts.at(*result.values("note")[1]), "乙");
  EXPECT_THAT(result.values("month"), ElementsAre(pack_period(Period::month(2025, 6)), pack_period(Period::parse("2025-Q3").value())));
}

TEST(TableCsv, ARegisteredRecordKeepsItsTypesAndItsOtherFields) {
  const Read result = read("等级,income,age\n中度,100,80\nmild,,81\n", register_of_people());
  ASSERT_EQ(result.refusal, "");
  EXPECT_EQ(result.table.record, 0);
  EXPECT_THAT(result.values("grade"), ElementsAre(1, 0));
  EXPECT_THAT(result.values("income"), ElementsAre(10'000, Value()));
  EXPECT_THAT(result.values("age"), ElementsAre(80, 81));
  EXPECT_THAT(result.values("region"), ElementsAre(Value(), Value()));
  EXPECT_EQ(result.schema.records[0].id_field, -1) << "the file has no ids";
  EXPECT_EQ(result.schema.records[0].region_field, 1);
}

TEST(TableCsv, QuotesMarksAndLineEndsAreReadAsEverywhere) {
  const Read result = read("\xEF\xBB\xBFname,x\r\n\"a, \"\"b\"\"\nc\",1\r\n\r\n\"\",2\rplain,\"3\"");
  ASSERT_EQ(result.refusal, "");
  EXPECT_THAT(result.values("x"), ElementsAre(1, 2, 3));
  EXPECT_EQ(result.schema.code_lists.at(0).codes.at(0).name, "a, \"b\"\nc");
  EXPECT_THAT(result.values("name"), ElementsAre(0, Value(), 1));
}

TEST(TableCsv, WhatIsWrongIsRefusedWithFileLineAndColumn) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "person.csv:1:1: the table is empty"},
      {"a,a\n", "person.csv:1:3: the column “a” appears twice"},
      {"a b\n", "person.csv:1:1: “a b” cannot name a column; it must be one word that is no keyword"},
      {"a,and\n", "person.csv:1:3: “and” cannot name a column; it must be one word that is no keyword"},
      {"a,b:moneys\n", "person.csv:1:3: “moneys” is no type; write integer or money or ratio or date or period or boolean or code or region or text or a unit or a list or a record"},
      {"a,b\n1,2\n3\n", "person.csv:3:1: this row has 1 cells and the header 2"},
      {"a,b\n1,2,3\n", "person.csv:2:1: this row has 3 cells and the header 2"},
      {"名,收入:money\n甲乙,1\n甲,1.234\n", "person.csv:3:3: “1.234” is no value of this column (money)"},
      {"a:integer\n1000000000001\n", "person.csv:2:1: “1000000000001” is no value of this column (integer)"},
      {"a:integer\n1.5\n", "person.csv:2:1: “1.5” is no value of this column (integer)"},
      {"a:ratio\n1.1234567\n", "person.csv:2:1: “1.1234567” is no value of this column (ratio)"},
      {"a:region\n45020\n", "person.csv:2:1: “45020” is no value of this column (region)"},
      {"a:date\n2025-02-30\n", "person.csv:2:1: there is no such day as 2025-02-30"},
      {"a:boolean\nperhaps\n", "person.csv:2:1: “perhaps” is no value of this column (boolean)"},
      {"a,b\n\"x\ny\",\"z", "person.csv:3:4: this quote is never closed"},
      {"a\nx\"y\n", "person.csv:2:2: a quote inside a cell: quote the whole cell and double the quote"},
      {"a:text\n\xff\n", "person.csv:2:1: the encoding is unknown or damaged: save the file as UTF-8"},
      {"id,a\n1,2\n2,3\n1,4\n", "person.csv:4:1: the id 1 stands twice"},
      {"id,a\n,2\n", "person.csv:2:1: “id” is required"},
      {"id\n-1\n", "person.csv:2:1: “-1” is no value of this column (id)"},
  };
  for (const auto& [text, refusal] : rows) EXPECT_EQ(read(text).refusal, refusal) << text;
  std::string wide = "c0";
  for (std::size_t i = 1; i <= k_most_columns; ++i) wide += ",c" + std::to_string(i);
  EXPECT_EQ(read(wide).refusal, "person.csv:1:4891: the table has more than 2000000000 rows or 1000 columns");
  EXPECT_EQ(read("grade\nsevere\n", register_of_people()).refusal, "person.csv:2:1: “severe” is not in the list of codes (code care_grade)");
}

TEST(TableCsv, TablesBecomeFactsBesideEmptyOnes) {
  Read result = read("id,income:money\n7,100\n5,200\n", register_of_people());
  ASSERT_EQ(result.refusal, "");
  std::vector<ReadTable> tables;
  tables.push_back(std::move(result.table));
  const Facts facts = facts_of(result.schema, std::move(tables), std::move(result.texts));
  ASSERT_EQ(facts.tables.size(), 2u);
  EXPECT_EQ(facts.tables[0].rows(), 2u);
  EXPECT_EQ(facts.tables[0].find(5), 1);
  EXPECT_EQ(facts.tables[1].rows(), 0u);
}

}  // namespace laoyou::rules
