#include "plan/folder/yaml_read.h"

#include <gtest/gtest.h>

namespace laoyou::plan {
namespace {

/// "place: code" of the one refusal a text gets.
std::string refusal_of(std::string_view text) {
  Refusals refusals;
  EXPECT_FALSE(parse_yaml(text, refusals).has_value()) << text;
  EXPECT_EQ(refusals.size(), 1u) << text;
  return refusals.empty() ? "" : refusals.front().place + ": " + refusals.front().code;
}

}  // namespace

TEST(YamlText, ASignThatBelongsNowhereIsRefusedAtItsPlace) {
  EXPECT_EQ(refusal_of(","), "1:1: yaml.not_a_mapping");
  EXPECT_EQ(refusal_of("\n  ,25instrument: a.m\n"), "2:3: yaml.not_a_mapping");
}

TEST(YamlText, WhatFollowsTheDocumentIsRefusedWhereItBegins) {
  EXPECT_EQ(refusal_of("plan: town\n---\nplan: village\n"), "2:1: yaml.second_document");
  EXPECT_EQ(refusal_of("---\nplan: town\n---\nplan: village\n"), "3:1: yaml.second_document");
}

TEST(YamlText, AControlCharacterIsToldWithItsLine) {
  EXPECT_EQ(refusal_of(std::string_view("plan: town\nname: a\0b\n", 21)), "2:1: text.control_character");
  EXPECT_EQ(refusal_of("plan: \xff\n"), "1:1: text.not_utf8");
}

TEST(YamlText, WhatIsNoMappingIsRefused) {
  EXPECT_EQ(refusal_of(""), "1:1: yaml.not_a_mapping");
  EXPECT_EQ(refusal_of("# nothing\n"), "1:1: yaml.not_a_mapping");
  EXPECT_EQ(refusal_of("- a\n- b\n"), "1:1: yaml.not_a_mapping");
}

}  // namespace laoyou::plan
