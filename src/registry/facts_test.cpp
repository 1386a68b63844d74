#include "registry/facts.h"

#include <gtest/gtest.h>

#include <set>

#include "registry/resident.h"
#include "record/record_info.h"
#include "rules/facts/described_schema.h"

namespace laoyou::registry {
namespace {

using rules::Kind;

TEST(FactsSchema, ARuleFindsFieldsByNameAndByChineseLabel) {
  const rules::Schema& schema = facts_schema();
  const rules::RecordKind& resident = schema.records[static_cast<std::size_t>(schema.find_record("居民"))];
  EXPECT_EQ(resident.name, "resident");
  ASSERT_GE(resident.find("出生日期"), 0);
  EXPECT_EQ(resident.find("出生日期"), resident.find("born"));
  EXPECT_EQ(resident.fields[static_cast<std::size_t>(resident.find("born"))].type, (rules::Type{Kind::date}));
  EXPECT_EQ(resident.fields[static_cast<std::size_t>(resident.find("hardship_destitute"))].zh, "特困");
}

TEST(FactsSchema, AFieldsUnitIsItsDictionaryRows) {
  const rules::Schema& schema = facts_schema();
  const rules::RecordKind& development = schema.records[static_cast<std::size_t>(schema.find_record("development"))];
  const rules::Type area = development.fields[static_cast<std::size_t>(development.find("elderly_area_m2"))].type;
  EXPECT_EQ(rules::type_text(schema, area), "quantity m²");
}

TEST(FactsSchema, ReferencesLeadToTheirRecords) {
  const rules::Schema& schema = facts_schema();
  const rules::RecordKind& bed = schema.records[static_cast<std::size_t>(schema.find_record("bed"))];
  const rules::Type institution = bed.fields[static_cast<std::size_t>(bed.find("institution"))].type;
  EXPECT_EQ(institution.kind, Kind::id);
  EXPECT_EQ(institution.detail, schema.find_record("institution"));
}

TEST(FactsSchema, NoNameOfAPersonIsAFact) {
  for (const rules::RecordKind& record : facts_schema().records)
    for (const rules::Field& field : record.fields)
      if (field.type.kind == Kind::text) {
        const auto* entry = record::dictionary().find(record.name, field.name);
        ASSERT_NE(entry, nullptr) << record.name << "." << field.name;
        EXPECT_FALSE(entry->masked()) << record.name << "." << field.name;
      }
}

TEST(FactsSchema, LabelsWithinARecordAreDifferent) {
  for (const rules::RecordKind& record : facts_schema().records) {
    std::set<std::string> labels;
    for (const rules::Field& field : record.fields) EXPECT_TRUE(labels.insert(field.zh).second) << record.name << "." << field.name << " " << field.zh;
  }
}

TEST(FactsSchema, EveryRegisterHasALabel) {
  for (const rules::RecordKind& record : facts_schema().records) EXPECT_NE(record.zh, "") << record.name;
}

TEST(FactsSchema, AResidentsValuesStandInTheOrderOfItsFields) {
  Resident resident;
  resident.id = {17};
  resident.born = Date::parse("1940-05-01").value();
  resident.hardship.destitute = true;
  resident.monthly_income = Fen::parse("800元").value();
  rules::TextPool texts;
  std::vector<rules::Value> values;
  rules::values_of(resident, texts, values);
  const rules::RecordKind& kind = facts_schema().records[0];
  ASSERT_EQ(values.size(), kind.fields.size());
  const auto value = [&](std::string_view field) { return values[static_cast<std::size_t>(kind.find(field))]; };
  EXPECT_EQ(value("id"), 17);
  EXPECT_EQ(value("born"), Date::parse("1940-05-01").value().days());
  EXPECT_EQ(value("hardship_destitute"), 1);
  EXPECT_EQ(value("hardship_low_income"), std::nullopt);
  EXPECT_EQ(value("monthly_income"), 80000);
  EXPECT_EQ(value("sex"), std::nullopt);
}

}  // namespace
}  // namespace laoyou::registry
