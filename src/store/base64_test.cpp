#include "store/base64.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

namespace laoyou::store {
namespace {

constexpr int k_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string sodium_text(const std::string& bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), k_variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), k_variant);
  text.pop_back();  // the end mark
  return text;
}

bool sodium_reads(const std::string& text) {
  std::string bytes(text.size() + 1, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  return sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &length, &end, k_variant) == 0 && end == text.data() + text.size();
}

RC_GTEST_PROP(Base64, WritesWhatLibsodiumWritesAndReadsItBack, (const std::string& bytes)) {
  const std::string text = base64(bytes);
  RC_ASSERT(text == sodium_text(bytes));
  std::string again;
  RC_ASSERT(read_base64(text, again) && again == bytes);
}

RC_GTEST_PROP(Base64, ReadsATextWhereverLibsodiumDoes, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ABCwxyz019-_")));
  std::string bytes;
  RC_ASSERT(read_base64(text, bytes) == sodium_reads(text));
}

TEST(Base64, RefusesWhatIsNoLetter) {
  std::string bytes;
  for (const char* text : {"ab+d", "ab/d", "ab=d", "ab d", "abcd==", "\xff\xff\xff\xff"}) EXPECT_FALSE(read_base64(text, bytes)) << text;
  EXPECT_TRUE(read_base64("", bytes));
}

}  // namespace
}  // namespace laoyou::store
