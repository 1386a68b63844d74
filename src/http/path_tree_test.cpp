#include "http/path_tree.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace laoyou::http {

namespace {

int route_of(const PathTree& tree, Verb verb, std::string_view path, std::vector<std::string_view>* values = nullptr) {
  std::vector<std::string_view> found;
  const RoutesOfPath* routes = tree.find(path, found);
  if (values != nullptr) *values = found;
  return routes == nullptr ? -2 : (*routes)[static_cast<std::size_t>(verb)];
}

PathTree sample() {
  PathTree tree;
  tree.add(Verb::get, "/api/regions/{region}", 0);
  tree.add(Verb::get, "/api/regions/search", 1);
  tree.add(Verb::get, "/api/regions/{region}/children", 2);
  tree.add(Verb::put, "/api/regions/{other}", 3);
  tree.add(Verb::get, "/health", 4);
  return tree;
}

}  // namespace

TEST(PathTree, ANameIsPreferredToAPlaceholder) {
  const PathTree tree = sample();
  EXPECT_EQ(route_of(tree, Verb::get, "/api/regions/search"), 1);
  EXPECT_EQ(route_of(tree, Verb::get, "/api/regions/65"), 0);
}

TEST(PathTree, APlaceholderIsTriedWhereTheNameLeadsNowhere) {
  const PathTree tree = sample();
  std::vector<std::string_view> values;
  EXPECT_EQ(route_of(tree, Verb::get, "/api/regions/search/children", &values), 2);
  EXPECT_EQ(values, std::vector<std::string_view>{"search"});
}

TEST(PathTree, VerbsOfOnePathStandTogetherWhateverTheirPlaceholdersAreCalled) {
  const PathTree tree = sample();
  EXPECT_EQ(route_of(tree, Verb::put, "/api/regions/65"), 3);
  EXPECT_EQ(route_of(tree, Verb::remove, "/api/regions/65"), -1);
}

TEST(PathTree, APathThatIsLongerShorterOrEmptyWithinIsUnknown) {
  const PathTree tree = sample();
  for (const char* path : {"/", "/api", "/api/regions", "/api/regions/", "/api/regions//children", "/health/", "/health/x", "health", "", "//health"}) {
    EXPECT_EQ(route_of(tree, Verb::get, path), -2) << path;
  }
}

TEST(PathTree, TheSamePathAndVerbTwiceIsOurOwnMistake) {
  PathTree tree = sample();
  EXPECT_THROW(tree.add(Verb::get, "/api/regions/{anything}", 9), BrokenInvariant);
}

}  // namespace laoyou::http
