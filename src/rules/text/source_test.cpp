#include "rules/text/source.h"

#include <gtest/gtest.h>

namespace laoyou::rules {

TEST(SourceText, APlaceIsCountedInCharactersFromTheFilesStart) {
  const SourceText text{"年龄 > 8\n且 b", "a.yaml", 5, 10, 3};
  EXPECT_EQ(text.place(0), "a.yaml:5:10");
  EXPECT_EQ(text.place(7), "a.yaml:5:13") << "two Chinese characters are six bytes";
  EXPECT_EQ(text.place(10), "a.yaml:5:16") << "the line's end belongs to the line";
  EXPECT_EQ(text.place(11), "a.yaml:6:3");
  EXPECT_EQ(text.place(15), "a.yaml:6:5");
  EXPECT_EQ(text.place(16), "a.yaml:6:6");
  EXPECT_EQ(text.place(999), "a.yaml:6:6") << "beyond the end is the end";
}

}  // namespace laoyou::rules
