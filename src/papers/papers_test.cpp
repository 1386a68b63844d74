#include <gmock/gmock.h>

#include "papers/code.h"
#include "papers/room.h"
#include "store/digest.h"
#include "store/testing/store_fixture.h"

namespace laoyou::papers {

using store::database_name;
using store::DatabaseKind;

TEST(PaperCodes, AreReadAsPeopleTypeThem) {
  SeededRandom random(3);
  for (int i = 0; i < 200; ++i) {
    const std::string code = new_code(random);
    EXPECT_EQ(code.size(), 14u);
    EXPECT_EQ(read_code(code), code);
    std::string typed;
    for (const char c : code)
      if (c != '-') typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    EXPECT_EQ(read_code(" " + typed + " "), code);
  }
  for (const char* wrong : {"", "4QK7-9M2T-XB3", "4QK7-9M2T-XB3DD", "4QK7-9M2T-XB3U", "文件"}) EXPECT_EQ(read_code(wrong), std::nullopt) << wrong;
}

class AnIssuedPaper : public store::OnBothDatabases {};
RUN_ON_BOTH_DATABASES(AnIssuedPaper);

TEST_P(AnIssuedPaper, IsKeptByItsHeadAndTheHashOfItsFileNotByItsContent) {
  const auto kept = store::Store::open(options, clock, random, papers::tables());
  const Services services{*kept, random, "https://laoyou.example.cn"};
  print::Paper paper;
  paper.issuer = "柳州市民政局";
  paper.title = "备案回执";
  paper.blocks.push_back(print::Paragraph{"申请人张三。"});
  const Issued issued = print_with_code(services, paper);
  const auto command = [&](store::Writing& writing) -> Result<void> {
    keep(writing, issued, paper, region("450203000000"));
    return {};
  };
  ASSERT_TRUE(kept->write(actor(), command).done());
  const auto found = kept->read([&](store::Snapshot& snapshot) { return snapshot.select<IssuedPaper>(store::Scope::country()); });
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, issued.code);
  EXPECT_EQ(found[0].issued_by, 7);
  EXPECT_EQ(found[0].hash, store::Digest(store::DigestAlgorithm::sha256).bytes(issued.pdf).finish());
  EXPECT_THAT(kept->read([](store::Snapshot& snapshot) { return *snapshot.journal(store::Scope::country(), {}).at(0).after; }), testing::Not(testing::HasSubstr("张三")));
}

}  // namespace laoyou::papers
