#include "engines/linkage/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/random.h"
#include "engines/linkage/alike.h"
#include "engines/linkage/characters.h"
#include "engines/linkage/normal_text.h"

namespace laoyou::linkage {
namespace {

Level level(FieldKind kind, std::string_view a, std::string_view b) { return level_between(kind, normal_text(kind, a), normal_text(kind, b)); }

TEST(Compare, chinese_names_by_sound_characters_and_order) {
  const auto kind = FieldKind::chinese_name;
  EXPECT_EQ(normal_text(kind, "張 偉"), normal_text(kind, "张伟"));
  EXPECT_EQ(level(kind, "张伟", "张炜"), Level::alias);
  EXPECT_EQ(level(kind, "单雄信", "Shan Xiongxin"), Level::alias);
  EXPECT_EQ(level(kind, "欧阳娜娜", "ouyang nana"), Level::alias);
  EXPECT_EQ(level(kind, "张小明", "小明张"), Level::crossed);
  EXPECT_EQ(level(kind, "张伟", "Wei Zhang"), Level::crossed);
  EXPECT_EQ(level(kind, "王建国", "王建军"), Level::close);
  EXPECT_EQ(level(kind, "王建国", "王丽"), Level::faint);
  EXPECT_EQ(level(kind, "王建国", "李丽娜"), Level::differs);
}

TEST(Compare, latin_names_by_slips_and_short_forms) {
  EXPECT_EQ(level(FieldKind::name, "William", "Bill"), Level::alias);
  EXPECT_EQ(level(FieldKind::name, "Bill", "Will"), Level::alias);
  EXPECT_EQ(level(FieldKind::name, "mitchell", "mitchlel"), Level::close);
  EXPECT_EQ(level(FieldKind::name, "J", "john"), Level::contained);
  EXPECT_EQ(level(FieldKind::names, "john henry smith", "smith, john"), Level::contained);
  EXPECT_EQ(level(FieldKind::name, "deakin", "sophie"), Level::differs);
}

TEST(Compare, dates_by_exchanged_and_mistyped_figures) {
  EXPECT_EQ(normal_text(FieldKind::date, "1950年2月3日"), "19500203");
  EXPECT_EQ(level(FieldKind::date, "1950-02-03", "1950-03-02"), Level::alias);
  EXPECT_EQ(level(FieldKind::date, "1950-02-03", "1950-02-08"), Level::close);
  EXPECT_EQ(level(FieldKind::date, "1950-02-13", "1950-02-31"), Level::close);
  EXPECT_EQ(level(FieldKind::date, "1950-02-03", "1950-11-29"), Level::faint);
  EXPECT_EQ(level(FieldKind::date, "1950-02-03", "1987-11-29"), Level::differs);
}

TEST(Compare, identity_numbers_differ_only_where_both_are_valid) {
  EXPECT_EQ(level(FieldKind::id_number, "11010519491231002X", "440524188001010014"), Level::differs);
  EXPECT_EQ(level(FieldKind::id_number, "11010519491231002X", "110105194912310021"), Level::close);
  EXPECT_EQ(level(FieldKind::id_number, "11010519491231002X", "440524"), Level::faint);
  EXPECT_EQ(normal_text(FieldKind::id_number, "110105491231002"), "11010519491231002X");
}

TEST(Compare, phones_with_and_without_codes) {
  EXPECT_EQ(normal_text(FieldKind::phone, "+86 138-0000-0001"), "13800000001");
  EXPECT_EQ(level(FieldKind::phone, "0571-88886666", "88886666"), Level::contained);
  EXPECT_EQ(level(FieldKind::phone, "13800000001", "13800000010"), Level::close);
}

TEST(Compare, addresses_by_their_parts) {
  const auto kind = FieldKind::address;
  EXPECT_EQ(level(kind, "杭州市西湖区文三路12号3栋501室", "文三路12号3幢501"), Level::contained);
  EXPECT_EQ(level(kind, "文三路12号3栋501室", "文三路12号"), Level::close);
  EXPECT_EQ(level(kind, "文三路12号3栋501室", "文三路12号3栋502室"), Level::similar);
  EXPECT_EQ(level(kind, "文三路12号3栋501室", "古墩路7号"), Level::differs);
}

TEST(Compare, is_the_same_whichever_comes_first) {
  SeededRandom random(1);
  const std::vector<std::string> words = {"anna", "ann", "smith", "smyth", "jo", "john", "张伟", "伟张", "张炜", "李", "12号", "3栋", "1950", "0203", "x", " ", "路"};
  for (int i = 0; i < 20000; ++i) {
    std::string a, b;
    for (std::uint64_t k = random.below(4) + 1; k > 0; --k) a += words[random.below(words.size())];
    for (std::uint64_t k = random.below(4) + 1; k > 0; --k) b += words[random.below(words.size())];
    for (int kind = 0; kind <= static_cast<int>(FieldKind::address); ++kind) {
      const std::string first = normal_text(static_cast<FieldKind>(kind), a), second = normal_text(static_cast<FieldKind>(kind), b);
      if (first.empty() || second.empty() || first == second) continue;
      EXPECT_EQ(level_between(static_cast<FieldKind>(kind), first, second), level_between(static_cast<FieldKind>(kind), second, first)) << first << " / " << second << " kind " << kind;
    }
  }
}

/// The definition, recursively.
int edits_by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
  const auto rest = [](std::string_view text, std::size_t from) { return text.substr(from); };
  int best = std::min(edits_by_definition(rest(a, 1), b), edits_by_definition(a, rest(b, 1))) + 1;
  best = std::min(best, edits_by_definition(rest(a, 1), rest(b, 1)) + (a[0] == b[0] ? 0 : 1));
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) best = std::min(best, edits_by_definition(rest(a, 2), rest(b, 2)) + 1);
  return best;
}

TEST(Alike, edits_are_those_of_the_definition) {
  SeededRandom random(2);
  for (int i = 0; i < 3000; ++i) {
    std::string a, b;
    for (std::uint64_t k = random.below(7); k > 0; --k) a += static_cast<char>('a' + random.below(3));
    for (std::uint64_t k = random.below(7); k > 0; --k) b += static_cast<char>('a' + random.below(3));
    const int edits = edits_by_definition(a, b);
    EXPECT_EQ(edits_between(a, b, 9), edits) << a << " " << b;
    EXPECT_EQ(edits_between(a, b, 1), std::min(edits, 2));
    EXPECT_EQ(edits_between(std::u32string(a.begin(), a.end()), std::u32string(b.begin(), b.end()), 9), edits);
  }
}

TEST(Characters, family_names_have_readings_of_their_own) {
  EXPECT_EQ(name_pinyin(U"单田芳"), "shan tian fang");
  EXPECT_EQ(name_pinyin(U"尉迟恭"), "yu chi gong");
  EXPECT_EQ(name_pinyin(U"王单"), "wang dan");
  EXPECT_EQ(simplified(U'張'), U'张');
}

}  // namespace
}  // namespace laoyou::linkage
