#include "funds/payment_file.h"

#include <gmock/gmock.h>

#include "funds/testing/small_city.h"

namespace laoyou::funds {
namespace {

std::vector<plan::BankColumn> layout(const std::string& name) {
  std::vector<plan::BankColumn> all;
  for (const auto& row : testing::karamay()->content.bank_columns) all.push_back(row.value);
  return layout_columns(all, name);
}

const PaymentFileHead k_head{Period::month(2025, 6), "高龄津贴"};

}  // namespace

TEST(PaymentFile, StandsInTheColumnsOfItsLayout) {
  const auto file = payment_file(layout("bank_list"), k_head, {{"a-1", "甲", "6222", "银行", testing::yuan(50)}}).value();
  EXPECT_THAT(file, ::testing::HasSubstr("序号,业务参考号,户名,账号,开户行,金额,用途,所属期"));
  EXPECT_THAT(file, ::testing::HasSubstr("1,a-1,甲,6222,银行,50.00,高龄津贴,2025-06"));
}

TEST(PaymentFile, OfFixedWidthHasLinesOfOneLength) {
  const auto file = payment_file(layout("bank_fixed"), k_head, {{"a-1", "甲", "6222", "银行", testing::yuan(50)}, {"a-2", "乙乙", "62229", "银行", testing::yuan(100)}}).value();
  ASSERT_EQ(file.size(), 2U * (6 + 32 + 60 + 12 + 64 + 3 + 2));
  EXPECT_TRUE(file.starts_with("0000016222 "));
  EXPECT_THAT(file, ::testing::HasSubstr("000000005000a-1 "));
  const auto wide = payment_file(layout("bank_fixed"), k_head, {{"a-1", std::string(61, 'x'), "6222", "", testing::yuan(1)}});
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.error()[0].code, "funds.too_wide");
}

TEST(BankAnswer, IsReadWithItsReasons) {
  const auto answers = read_bank_answer(layout("bank_answer"), "业务参考号,处理结果,失败原因\na-1,成功,\na-2,失败,账户已销户\n").value();
  EXPECT_THAT(answers, ::testing::ElementsAre(BankAnswer{"a-1", true, ""}, BankAnswer{"a-2", false, "账户已销户"}));
}

TEST(BankAnswer, WithoutItsColumnsOrWithALineTwiceIsRefusedWithThePlace) {
  const auto missing = read_bank_answer(layout("bank_answer"), "参考号,失败原因\na-1,\n");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().size(), 2U);
  const auto twice = read_bank_answer(layout("bank_answer"), "业务参考号,处理结果,失败原因\na-1,成功,\na-1,成功,\n,成功,\n");
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error(), ::testing::ElementsAre(::testing::Field(&Refusal::code, "funds.answer_repeated"), ::testing::Field(&Refusal::code, "funds.answer_without_reference")));
}

}  // namespace laoyou::funds
