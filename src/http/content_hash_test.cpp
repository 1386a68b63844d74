#include "http/content_hash.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace laoyou::http {

TEST(ContentEtag, IsWeakQuotedAndOfOneLength) {
  for (std::size_t size : {0, 1, 15, 16, 17, 1000}) {
    const std::string etag = content_etag(std::string(size, 'x'));
    EXPECT_EQ(etag.size(), 36u);
    EXPECT_EQ(etag.substr(0, 3), "W/\"");
  }
}

TEST(ContentEtag, ZerosAtTheEndAndEachSingleByteCount) {
  std::set<std::string> seen;
  for (std::size_t size = 0; size < 64; ++size) EXPECT_TRUE(seen.insert(content_etag(std::string(size, '\0'))).second);
  const std::string page(200, 'a');
  for (std::size_t place = 0; place < page.size(); ++place) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string other = page;
      other[place] = static_cast<char>(other[place] ^ (1 << bit));
      EXPECT_TRUE(seen.insert(content_etag(other)).second) << place << " " << bit;
    }
  }
}

RC_GTEST_PROP(ContentEtag, EqualContentsHaveEqualTagsAndOthersDoNot, (const std::string& left, const std::string& right)) {
  RC_ASSERT((left == right) == (content_etag(left) == content_etag(right)));
  RC_ASSERT(content_etag(left) == content_etag(std::string(left)));
}

}  // namespace laoyou::http
