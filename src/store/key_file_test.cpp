#include "store/key_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/failure.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::store {
namespace {

using std::filesystem::perms;

class AKeyFile : public testing::Test {
 protected:
  std::string refusal() {
    try {
      read_key_file(path);
      return "";
    } catch (const StoreDamaged& refused) {
      return refused.code();
    }
  }
  TemporaryDirectory directory;
  std::filesystem::path path = directory.path() / "keys" / "laoyou.key";
  SecureRandom random;
};

TEST_F(AKeyFile, is_made_for_its_owner_alone_and_reads_back) {
  const MasterKey made = create_key_file(path, random);
  EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write);
  EXPECT_EQ(read_key_file(path), made);
}

TEST_F(AKeyFile, is_never_overwritten) {
  const MasterKey made = create_key_file(path, random);
  EXPECT_EQ(create_key_file(path, random), made);
}

TEST_F(AKeyFile, is_refused_when_missing_open_to_others_or_damaged) {
  EXPECT_EQ(refusal(), "store.key_missing");
  create_key_file(path, random);
  EXPECT_EQ(refusal(), "");
  std::filesystem::permissions(path, perms::group_read, std::filesystem::perm_options::add);
  EXPECT_EQ(refusal(), "store.key_exposed");
  std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
  std::ofstream(path) << "laoyou key 1 abc\n";
  EXPECT_EQ(refusal(), "store.key_wrong");
}

}  // namespace
}  // namespace laoyou::store
