#include "http/gzip.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

namespace laoyou::http {

namespace {

std::string unpacked(std::string packed, std::size_t size_max) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string out(size_max + 1, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return ended == Z_STREAM_END ? out : "not whole";
}

}  // namespace

RC_GTEST_PROP(Gzip, WhatIsCompressedComesBackAsItWas, (const std::string& text)) { RC_ASSERT(unpacked(gzipped(text), text.size()) == text); }

TEST(Gzip, TextShrinksAndTheNextAnswerKnowsNothingOfTheLast) {
  const std::string page(100'000, 'a');
  EXPECT_LT(gzipped(page).size(), 2000u);
  EXPECT_EQ(gzipped("abc"), gzipped("abc"));
}

TEST(Gzip, OnlyTextsAreWorthCompressing) {
  EXPECT_TRUE(is_compressible("application/json"));
  EXPECT_TRUE(is_compressible("text/html; charset=utf-8"));
  EXPECT_FALSE(is_compressible("image/png"));
  EXPECT_FALSE(is_compressible("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
}

}  // namespace laoyou::http
