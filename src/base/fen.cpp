#include "base/fen.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {
namespace {

struct MoneyUnit {
  std::string_view suffix;
  std::int64_t fen;
};
// Longest suffix first: 万元 ends in 元.
constexpr MoneyUnit k_units[] = {{"亿元", 10'000'000'000}, {"万元", 1'000'000}, {"元", 100}};

/// The fen that the places behind the point spell, each a tenth of the one before it; false when the last of them is less than a fen.
bool read_places(std::string_view places, std::int64_t unit_fen, std::int64_t& fen) {
  std::int64_t worth = unit_fen;
  for (char c : places) {
    if (c != '0' && worth % 10 != 0) return false;
    worth /= 10;
    fen += (c - '0') * worth;
  }
  return true;
}

}  // namespace

Result<Fen> Fen::create(std::int64_t fen) {
  if (fen > k_limit || fen < -k_limit) return refuse("money.too_large", {std::to_string(fen)});
  Fen money;
  money.fen_ = fen;
  return money;
}

Result<Fen> Fen::parse(std::string_view text) {
  std::int64_t unit_fen = 100;
  std::string_view number = text;
  for (const MoneyUnit& unit : k_units) {
    if (!number.ends_with(unit.suffix)) continue;
    unit_fen = unit.fen;
    number.remove_suffix(unit.suffix.size());
    break;
  }
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  const std::size_t dot = std::min(number.find('.'), number.size());
  const std::string_view whole = number.substr(0, dot), places = number.substr(std::min(dot + 1, number.size()));
  std::int64_t part = 0;
  if (!all_digits(whole) || (dot < number.size() && !all_digits(places)) || !read_places(places, unit_fen, part))
    return refuse("money.malformed", {std::string(text)});
  __int128 fen = 0;
  for (std::size_t i = 0; i < whole.size() && fen <= k_limit; ++i) fen = fen * 10 + (whole[i] - '0');
  fen = fen * unit_fen + part;
  if (fen > k_limit) return refuse("money.too_large", {std::string(text)});
  return create(static_cast<std::int64_t>(negative ? -fen : fen));
}

std::string Fen::yuan_text() const {
  const std::int64_t size = fen_ < 0 ? -fen_ : fen_;
  const std::string places = std::to_string(size % 100 + 100).substr(1);
  return (fen_ < 0 ? "-" : "") + std::to_string(size / 100) + "." + places;
}

// Both amounts are within k_limit, far from the end of int64: the sum cannot overflow before create() looks at it.
Result<Fen> Fen::plus(Fen other) const { return create(fen_ + other.fen_); }
Result<Fen> Fen::minus(Fen other) const { return create(fen_ - other.fen_); }

Result<Fen> Fen::times(std::int64_t factor) const {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(fen_, factor, &product)) return refuse("money.too_large", {std::to_string(factor)});
  return create(product);
}

Result<Fen> Fen::scaled(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const {
  CHECK(denominator > 0);
  const __int128 product = static_cast<__int128>(fen_) * numerator;
  const __int128 rough = product / denominator;
  if (rough > k_limit || rough < -k_limit) return refuse("money.too_large", {std::to_string(numerator)});
  return create(divide_rounded(product, denominator, rounding));
}

std::vector<Fen> split(Fen total, std::span<const std::int64_t> weights) {
  __int128 weight_sum = 0;
  for (std::int64_t weight : weights) {
    CHECK(weight >= 0);
    weight_sum += weight;
  }
  CHECK(weight_sum > 0);
  std::vector<std::int64_t> parts;
  std::vector<__int128> rests;
  std::int64_t given = 0;
  const std::int64_t sign = total.count() < 0 ? -1 : 1;
  for (std::int64_t weight : weights) {
    const __int128 share = static_cast<__int128>(total.count() * sign) * weight;
    parts.push_back(static_cast<std::int64_t>(share / weight_sum));
    rests.push_back(share % weight_sum);
    given += parts.back();
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
  for (std::int64_t left = total.count() * sign - given, i = 0; i < left; ++i) ++parts[order[static_cast<std::size_t>(i)]];
  std::vector<Fen> out;
  for (std::int64_t part : parts) out.push_back(Fen::create(part * sign).value());
  return out;
}

}  // namespace laoyou
