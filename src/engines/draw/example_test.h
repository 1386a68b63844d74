// Lists for the tests: small ones made of chance, and the texts that go with them.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/messages.h"
#include "base/random.h"
#include "engines/draw/bundle.h"
#include "engines/draw/hash.h"

namespace laoyou::draw {

inline std::string told(const Refusals& refusals) {
  std::string text;
  for (const Refusal& refusal : refusals) text += refusal.code + " " + refusal.place + " " + message(refusal, Language::en) + "\n";
  return text;
}

struct Example {
  ListTexts texts;
  Announcement announcement{"第四季度 \"抽查\" <1>", "2026-12-01T02:00:00Z", "福彩3D & \\ 快乐8", "2026-12-03T13:15:00Z"};
  Outcome outcome{"482", "https://example.cn/?a=1&b=<2>", "2026-12-03T13:40:00Z"};
  ListText secrets{"secrets.csv", "office,secret\n纪委,\"tab-free, with comma\"\n民政局,s3cret\n"};
  ListText absent{"absent.csv", "inspector,reason\n"};
  int draws_left = 1;
  HashName hash = HashName::sha256;

  CheckedResult<Lists> lists() const { return read_lists(texts, {draws_left, hash}, ListForm::csv); }
  Commitment commitment() const {
    auto read = lists();
    EXPECT_TRUE(read) << told(read ? Refusals{} : read.error());
    auto made = commit(announcement, std::move(*read));
    EXPECT_TRUE(made) << told(made ? Refusals{} : made.error());
    return std::move(*made);
  }
  Bundle bundle() const {
    auto made = run(commitment(), outcome, secrets, absent);
    EXPECT_TRUE(made) << told(made ? Refusals{} : made.error());
    return std::move(*made);
  }
};

/// A draw of chance that can be carried out: two kinds, three grades, powers, limits, conflicts, absent inspectors.
inline Example example(SeededRandom& random, HashName hash = HashName::sha256) {
  Example made;
  made.hash = hash;
  const auto number = [&random](int bound) { return std::to_string(random.below(static_cast<std::uint64_t>(bound))); };
  const char* const powers[] = {"", "消防", "食品", "消防;食品"};
  made.draws_left = 1 + static_cast<int>(random.below(3));
  made.outcome.digits = number(1000);
  made.texts[0] = {"strata.csv", "kind,take,inspectors,powers\n养老,8,2," + std::string(powers[random.below(4)]) + "\n托育," + number(2) + "," + std::to_string(1 + random.below(2)) + ",\n"};
  made.texts[1] = {"grades.csv", "grade,lots,yearly_minimum\nA,2," + number(2) + "\nB,3,0\nC,5,0\n"};
  made.texts[2] = {"offices.csv", "office,commitment\n民政局," + hash_text(hash, "s3cret") + "\n纪委," + hash_text(hash, "tab-free, with comma") + "\n"};
  std::string targets = "id,name,kind,grade,visits,excluded,operator\n";
  const auto count = static_cast<int>(random.below(8));
  for (int target = 0; target < count; ++target) {
    const bool child = random.below(3) == 0;
    targets += "\"机构\"\"\\<" + std::to_string(target) + (child ? "\",\"a\\b<c>&\",托育," : "\",,养老,");  // a quote inside a cell is written twice
    targets += std::string(child ? "B" : random.below(2) == 0 ? "A" : "C") + "," + number(2) + "," + (random.below(6) == 0 ? "停业" : "") + "," + "举办者" + number(3) + "\n";
  }
  made.texts[3] = {"targets.csv", targets};
  made.texts[4] = {"inspectors.csv", "id,powers,most\n甲,消防,\n乙,食品,\n丙,消防;食品," + std::to_string(1 + random.below(3)) + "\n丁,,\n戊,消防," + std::to_string(1 + random.below(2)) + "\n己,食品;消防,\n庚,消防;食品,\n"};
  made.texts[5] = {"conflicts.csv", "inspector,operator,target,reason\n"};
  if (targets.find("举办者1") != std::string::npos) made.texts[5].text += "甲,举办者1,,亲属\n丁,举办者1,,曾任职\n";
  if (count > 0) made.texts[5].text += "乙,,\"机构\"\"\\<0\",上次检查\n";
  if (random.below(2) == 0) made.absent.text += "庚,病假\n丙,\n";
  return made;
}

}  // namespace laoyou::draw
