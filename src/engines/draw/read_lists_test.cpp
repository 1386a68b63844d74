#include "engines/draw/read_lists.h"

#include "engines/draw/example_test.h"

namespace laoyou::draw {
namespace {

const std::string k_hash(64, 'a'), k_other_hash(64, 'b');

ListTexts texts() {
  return {{{"strata.csv", "kind,take,inspectors,powers\nhome,2,2,fire\n"},
           {"grades.csv", "grade,lots,yearly_minimum\nA,1,1\nB,3,2\n"},
           {"offices.csv", "office,commitment\none," + k_hash + "\ntwo," + k_other_hash + "\n"},
           {"targets.csv", "id,kind,grade,visits,operator\nx,home,A,1,Wang\ny,home,B,1,Wang\nz,home,A,1,Li\n"},
           {"inspectors.csv", "id,powers,most\np,fire,\nq,fire;food,3\nr,,\ns,,\n"},
           {"conflicts.csv", "inspector,target,operator,reason\np,,Wang,kin\nr,z,,last visited\n"}}};
}

std::vector<std::string> wrong(const ListTexts& lists, int draws_left = 2) {
  const auto read = read_lists(lists, {draws_left}, ListForm::csv);
  std::vector<std::string> said;
  for (const Refusal& refusal : read ? Refusals{} : read.error()) {
    said.push_back(refusal.code + " " + refusal.place);
    EXPECT_TRUE(has_message(refusal.code)) << refusal.code;
  }
  return said;
}

using Said = std::vector<std::string>;

TEST(ReadLists, a_conflict_with_an_operator_becomes_one_with_each_of_its_places_and_its_reason_is_not_published) {
  const auto lists = read_lists(texts(), {2}, ListForm::csv);
  ASSERT_TRUE(lists) << told(lists.error());
  EXPECT_EQ(lists->conflicts, (std::vector<Conflict>{{"p", "x"}, {"p", "y"}, {"r", "z"}}));
  for (const std::string& text : published(*lists)) {
    EXPECT_EQ(text.find("Wang"), std::string::npos);
    EXPECT_EQ(text.find("kin"), std::string::npos);
  }
}

TEST(ReadLists, an_unknown_column_is_refused_by_name_with_the_nearest) {
  ListTexts lists = texts();
  lists[3].text.replace(0, lists[3].text.find('\n'), "id,kind,grades,visits,colour");
  lists[4].text.replace(0, lists[4].text.find('\n'), "id,powers,powers");
  const auto read = read_lists(lists, {2}, ListForm::csv);
  ASSERT_FALSE(read);
  EXPECT_NE(told(read.error()).find("did you mean “grade”"), std::string::npos) << told(read.error());
  const Said said = wrong(lists);
  EXPECT_EQ(Said(said.begin(), said.begin() + 4), (Said{"sheet.mistyped_column targets.csv:1:9", "sheet.unknown_column targets.csv:1:23", "sheet.missing_column targets.csv:1:1",
                                                        "sheet.repeated_column inspectors.csv:1:11"}));
}

TEST(ReadLists, every_fault_of_every_list_is_told_at_once_with_its_place) {
  ListTexts lists = texts();
  lists[0].text += "home,-1,1,fire;food\n";
  lists[1].text += "C,0,\n,1,1\n";
  lists[2].text = "office,commitment\none,ABC\n";
  lists[3].text += "x,hone,D,many,\n\" u\",home,A,0,,7\n";
  lists[4].text += "\"a,b\",,0\n";
  lists[5].text += "nobody,x,,\nq,,,\n";
  EXPECT_EQ(wrong(lists), (Said{"draw.row_repeated strata.csv:3:1", "draw.number_expected strata.csv:3:6", "draw.powers_exceed_inspectors strata.csv:3:11",
                                "draw.number_expected grades.csv:4:3", "draw.cell_empty grades.csv:5:1", "draw.hash_expected offices.csv:2:5", "draw.offices_too_few offices.csv:1:1",
                                "draw.row_too_long targets.csv:6:16", "draw.row_repeated targets.csv:5:1", "draw.mistyped_name targets.csv:5:3", "draw.unknown_name targets.csv:5:8",
                                "draw.number_expected targets.csv:5:10", "draw.text_refused targets.csv:6:1", "draw.name_refused inspectors.csv:6:1", "draw.number_expected inspectors.csv:6:8",
                                "draw.unknown_name conflicts.csv:4:1", "draw.conflict_with_nothing conflicts.csv:5:1"}));
}

TEST(ReadLists, more_places_due_than_drawn_are_refused_before_the_seed_exists) {
  ListTexts lists = texts();
  lists[3].text = "id,kind,grade,visits,operator\nx,home,A,0,Wang\ny,home,B,1,Wang\nz,home,A,0,Li\n";
  EXPECT_EQ(wrong(lists, 1), (Said{"draw.take_below_due strata.csv:1:1"}));
  EXPECT_EQ(wrong(lists, 2), (Said{}));
}

TEST(ReadLists, a_place_to_which_no_lawful_pair_can_go_is_refused_before_the_seed_exists) {
  ListTexts lists = texts();
  lists[5].text += "q,,Wang,\n";
  EXPECT_EQ(wrong(lists), (Said{"draw.nobody_may inspectors.csv:1:1", "draw.nobody_may inspectors.csv:1:1"}));
  lists[3].text = "id,kind,grade,visits,operator,excluded\nx,home,A,0,Wang,closed\ny,home,B,1,Wang,closed\nz,home,A,0,Li,\n";
  EXPECT_EQ(wrong(lists), (Said{}));
}

}  // namespace
}  // namespace laoyou::draw
