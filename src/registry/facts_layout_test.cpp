#include "registry/facts_layout.h"

#include <gtest/gtest.h>

#include "registry/facts.h"

namespace laoyou::registry {
namespace {

using record::ExtensionKind;

record::Extension field(std::string record, std::string name, ExtensionKind kind, record::Privacy privacy = record::Privacy::internal, std::string unit = "") {
  record::Extension made;
  made.record = record;
  made.kind = kind;
  made.entry = {std::move(record), "x_town_" + name, name + "的标签", name, std::move(unit), "2", privacy, record::Mask::all};
  if (kind == ExtensionKind::choice) made.choices = {{"own", "自营", "Own"}, {"leased", "委托", "Leased"}};
  return made;
}

const rules::RecordKind& institution(const rules::Schema& schema) { return schema.records[static_cast<std::size_t>(schema.find_record("institution"))]; }

std::string type_of(const rules::Schema& schema, const char* name) {
  const int found = institution(schema).find(name);
  return found < 0 ? "none" : type_text(schema, institution(schema).fields[static_cast<std::size_t>(found)].type);
}

TEST(AFactsLayout, HasTheRegistersOwnFieldsAndListsWhereTheyAlwaysAre) {
  const FactsLayout layout({field("bed", "b", ExtensionKind::choice), field("institution", "a", ExtensionKind::whole)});
  const rules::Schema &own = facts_schema(), &with = layout.schema();
  ASSERT_EQ(with.records.size(), own.records.size());
  for (std::size_t record = 0; record < own.records.size(); ++record)
    for (std::size_t at = 0; at < own.records[record].fields.size(); ++at) {
      EXPECT_EQ(with.records[record].fields[at].name, own.records[record].fields[at].name);
      EXPECT_EQ(with.records[record].fields[at].type, own.records[record].fields[at].type);
    }
  for (std::size_t list = 0; list < own.code_lists.size(); ++list) EXPECT_EQ(with.code_lists[list].name, own.code_lists[list].name);
}

TEST(AFactsLayout, GivesEachKindItsTypeAndNoneToATextThatNamesAPerson) {
  const FactsLayout layout({field("institution", "whole", ExtensionKind::whole), field("institution", "area", ExtensionKind::decimal, record::Privacy::open, "m²"),
                            field("institution", "share", ExtensionKind::decimal, record::Privacy::open, "%"), field("institution", "money", ExtensionKind::money),
                            field("institution", "minutes", ExtensionKind::minutes), field("institution", "day", ExtensionKind::day), field("institution", "period", ExtensionKind::period),
                            field("institution", "region", ExtensionKind::region), field("institution", "yes", ExtensionKind::yes_no), field("institution", "choice", ExtensionKind::choice),
                            field("institution", "code", ExtensionKind::credit_code), field("institution", "note", ExtensionKind::text),
                            field("institution", "contact", ExtensionKind::text, record::Privacy::personal), field("institution", "debt", ExtensionKind::money, record::Privacy::sensitive)});
  const rules::Schema& schema = layout.schema();
  EXPECT_EQ(type_of(schema, "x_town_whole"), "integer");
  EXPECT_EQ(type_of(schema, "x_town_area"), "quantity m²");
  EXPECT_EQ(type_of(schema, "x_town_share"), "ratio");
  EXPECT_EQ(type_of(schema, "x_town_money"), "money");
  EXPECT_EQ(type_of(schema, "x_town_minutes"), "quantity min");
  EXPECT_EQ(type_of(schema, "x_town_day"), "date");
  EXPECT_EQ(type_of(schema, "x_town_period"), "period");
  EXPECT_EQ(type_of(schema, "x_town_region"), "region");
  EXPECT_EQ(type_of(schema, "x_town_yes"), "boolean");
  EXPECT_EQ(type_of(schema, "x_town_choice"), "code x_town_choice");
  EXPECT_EQ(type_of(schema, "x_town_code"), "text");
  EXPECT_EQ(type_of(schema, "x_town_note"), "text");
  EXPECT_EQ(type_of(schema, "x_town_contact"), "none");
  const rules::Field& debt = institution(schema).fields[static_cast<std::size_t>(institution(schema).find("x_town_debt"))];
  EXPECT_TRUE(debt.sealed) << "SQL cannot read it";
  EXPECT_FALSE(debt.required);
  EXPECT_EQ(layout.storage().multipliers[static_cast<std::size_t>(schema.find_record("institution"))].size(), institution(schema).fields.size());
}

TEST(AFactsLayout, TwoRecordsWithTheSameFieldShareItsChoicesWhereTheyAreTheSame) {
  record::Extension other = field("staff", "way", ExtensionKind::choice);
  other.choices.pop_back();
  const FactsLayout layout({field("institution", "way", ExtensionKind::choice), field("bed", "way", ExtensionKind::choice), other});
  EXPECT_EQ(layout.schema().code_lists.size(), facts_schema().code_lists.size() + 2);
  EXPECT_GE(layout.schema().find_code_list("staff_x_town_way"), 0);
}

TEST(TheSchemaOfABook, KeepsPlacesAndHidesWhatOtherPlansAdd) {
  const record::Extension mine = field("institution", "mine", ExtensionKind::whole), others = field("institution", "others", ExtensionKind::choice);
  const FactsLayout layout({others, mine});
  const rules::Schema schema = schema_for(layout, {mine});
  EXPECT_EQ(institution(schema).find("x_town_others"), -1);
  EXPECT_EQ(institution(schema).find("others的标签"), -1);
  EXPECT_EQ(institution(schema).find(""), -1);
  EXPECT_EQ(schema.find_code_list("x_town_others"), -1);
  EXPECT_EQ(institution(schema).find("x_town_mine"), institution(layout.schema()).find("x_town_mine"));
  EXPECT_EQ(institution(schema).fields.size(), institution(layout.schema()).fields.size());
}

TEST(TheSchemaOfABook, TellsWhatNeedsARestart) {
  const record::Extension known = field("institution", "known", ExtensionKind::choice), fresh = field("institution", "fresh", ExtensionKind::whole);
  record::Extension turned = known, widened = known, relabelled = known;
  turned.kind = ExtensionKind::text;
  turned.choices.clear();
  widened.choices.push_back({"lent", "借用", "Lent"});
  relabelled.choices[0].zh = "自办";
  const FactsLayout layout({known});
  const auto needs_restart = [&](const record::Extension& now) {
    const rules::Schema schema = schema_for(layout, {now});
    return institution(schema).fields[static_cast<std::size_t>(institution(schema).find(now.entry.field))].needs_restart;
  };
  EXPECT_FALSE(needs_restart(known));
  EXPECT_FALSE(needs_restart(relabelled));
  EXPECT_TRUE(needs_restart(turned));
  EXPECT_TRUE(needs_restart(widened));
  EXPECT_TRUE(needs_restart(fresh));
}

}  // namespace
}  // namespace laoyou::registry
