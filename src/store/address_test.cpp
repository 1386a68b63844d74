#include "store/address.h"

#include <gtest/gtest.h>

namespace laoyou::store {
namespace {

TEST(AnAddress, chooses_the_database) {
  const auto sqlite = DatabaseAddress::parse("sqlite:/data/laoyou.db?vfs=slow&checkpoint_pages=8");
  ASSERT_TRUE(sqlite);
  EXPECT_EQ(sqlite->kind, DatabaseKind::sqlite);
  EXPECT_EQ(sqlite->location, "/data/laoyou.db");
  EXPECT_EQ(sqlite->directory(), "/data");
  EXPECT_EQ(sqlite->vfs, "slow");
  EXPECT_EQ(sqlite->checkpoint_pages, 8);
  const auto postgres = DatabaseAddress::parse("postgresql://laoyou@localhost/laoyou");
  ASSERT_TRUE(postgres);
  EXPECT_EQ(postgres->kind, DatabaseKind::postgresql);
  EXPECT_EQ(DatabaseAddress::parse("sqlite:laoyou.db")->directory(), ".");
}

TEST(AnAddress, that_is_none_is_refused) {
  for (const char* text : {"", "sqlite:", "/data/laoyou.db", "mysql://x", "sqlite:a?colour=red", "sqlite:a?checkpoint_pages=many", "sqlite:a?"})
    EXPECT_FALSE(DatabaseAddress::parse(text)) << text;
}

}  // namespace
}  // namespace laoyou::store
