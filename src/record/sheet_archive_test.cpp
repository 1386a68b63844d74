#include "record/sheet_archive.h"

#include <gtest/gtest.h>

#include "record/sheet.h"

namespace laoyou::record::xlsx {
namespace {

const std::string& workbook() {
  static const std::string bytes = write_sheet({{"名称", ""}}, {{"龙潭"}}, SheetFormat::xlsx);
  return bytes;
}

/// The workbook with the four bytes at `offset` within its first directory entry set to `value`.
std::string with_entry(std::size_t offset, std::uint32_t value) {
  std::string bytes = workbook();
  const std::size_t entry = bytes.find(std::string_view("PK\x01\x02", 4));
  for (std::size_t i = 0; i < 4; ++i) bytes[entry + offset + i] = static_cast<char>(value >> (8 * i));
  return bytes;
}

TEST(SheetArchive, AWholeWorkbookUnpacksToAFewThousandBytes) {
  ASSERT_TRUE(unpacked_bytes(workbook()));
  EXPECT_GT(*unpacked_bytes(workbook()), workbook().size());
  EXPECT_LT(*unpacked_bytes(workbook()), 100'000u);
}

TEST(SheetArchive, SaysWhatABombWouldUnpackTo) { EXPECT_GT(unpacked_bytes(with_entry(24, 0xF0000000)).value(), 0xF0000000u); }

// A file of 390 kB held 400 MB of blanks and cost six seconds.
TEST(SheetArchive, ALargePartOfNothingIsNotUnpacked) {
  const std::string part = "[Content_Types].xml";
  EXPECT_NO_THROW(Archive(workbook()).part(part));
  EXPECT_NO_THROW(Archive(with_entry(24, 31U << 20)).part(part));
  EXPECT_THROW(Archive(with_entry(24, 400U << 20)).part(part), OutOfProportion);
}

// Found by fuzzing: liborcus takes memory for the packed size before it looks whether the archive is that long.
TEST(SheetArchive, AnEntryLongerThanTheArchiveIsNoEntry) {
  EXPECT_FALSE(unpacked_bytes(with_entry(20, 0xFFFFFE58)));
  EXPECT_FALSE(unpacked_bytes(with_entry(42, 0xFFFFFFF0)));
  EXPECT_FALSE(unpacked_bytes(with_entry(42, 1)));
}

// Found by fuzzing: a directory of nothing that begins after the end of the file.
TEST(SheetArchive, ADirectoryOfNothingBeyondTheEndIsNoDirectory) {
  const std::string end("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\x72\x73\x69\x3c\0\0", 22);
  EXPECT_FALSE(unpacked_bytes(end));
  EXPECT_FALSE(read_sheet(end, SheetFormat::xlsx));
}

TEST(SheetArchive, ABrokenDirectoryIsNoDirectory) {
  EXPECT_FALSE(unpacked_bytes(""));
  EXPECT_FALSE(unpacked_bytes("PK\x05\x06"));
  EXPECT_FALSE(unpacked_bytes(with_entry(0, 0)));
  EXPECT_FALSE(unpacked_bytes(with_entry(28, 0xFFFFFFFF)));
  for (std::size_t size = 0; size < workbook().size(); size += 97) EXPECT_FALSE(unpacked_bytes(workbook().substr(0, size))) << size;
}

}  // namespace
}  // namespace laoyou::record::xlsx
