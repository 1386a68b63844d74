#include "print/zip_archive.h"

#include <gtest/gtest.h>

namespace laoyou::print {
namespace {

std::string refused(const std::string& bytes, const ZipLimits& limits = {}) {
  const auto read = read_zip(bytes, limits);
  return read ? "" : read.error().code;
}

TEST(ZipArchives, GiveBackWhatWasWritten) {
  const std::vector<ZipEntry> entries{{"a.xml", "<a/>"}, {"目录/二.txt", std::string(100'000, 'x')}, {"empty", ""}};
  const auto read = read_zip(write_zip(entries)).value();
  ASSERT_EQ(read.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(read[i].name, entries[i].name);
    EXPECT_EQ(read[i].bytes, entries[i].bytes);
  }
  EXPECT_EQ(write_zip(entries), write_zip(entries)) << "the same bytes each time";
}

TEST(ZipArchives, ABombIsRefusedBeforeItIsUnpacked) {
  const std::string bomb = write_zip({{"bomb", std::string(40u << 20, '\0')}});
  EXPECT_LT(bomb.size(), 100'000u);
  EXPECT_EQ(refused(bomb), "zip.too_large") << "one entry";
  EXPECT_EQ(refused(write_zip({{"dense", std::string(5u << 20, '\0')}})), "zip.too_large") << "grows too much";
  std::vector<ZipEntry> many;
  for (int i = 0; i < 2001; ++i) many.push_back({std::to_string(i), ""});
  EXPECT_EQ(refused(write_zip(many)), "zip.too_large") << "too many entries";
  ZipLimits little;
  little.all_bytes = 10;
  EXPECT_EQ(refused(write_zip({{"a", "123456"}, {"b", "123456"}}), little), "zip.too_large") << "all together";
  little.archive_bytes = 20;
  EXPECT_EQ(refused(write_zip({{"a", "123456"}}), little), "zip.too_large") << "packed already";
}

TEST(ZipArchives, NamesThatLeaveTheirFolderAreRefused) {
  for (const char* name : {"../a", "a/../../b", "/etc/passwd", "a\\b", "c:/a"}) EXPECT_EQ(refused(write_zip({{name, "x"}})), "zip.wrong_name") << name;
}

TEST(ZipArchives, ADamagedOneIsRefusedWhereverItIsCutOrFlipped) {
  const std::string whole = write_zip({{"a.xml", "some text that is long enough"}, {"b.xml", "more of it"}});
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(refused(whole.substr(0, size)), "") << size;
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    std::string flipped = whole;
    flipped[byte] = static_cast<char>(flipped[byte] ^ 0x55);
    static_cast<void>(refused(flipped));  // refused or not, but never a crash
  }
}

}  // namespace
}  // namespace laoyou::print
