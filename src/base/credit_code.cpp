#include "base/credit_code.h"

namespace laoyou {
namespace {

// GB 32100-2015: the alphabet in the order of its values; the weight of position i is 3^i mod 31.
constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::string capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

}  // namespace

Result<CreditCode> CreditCode::parse(std::string_view text) {
  std::string code = capitals(text);
  if (code.size() != 18 || code.find_first_not_of(k_alphabet) != std::string::npos) return refuse("credit_code.malformed", {std::string(text)});
  std::size_t sum = 0, weight = 1;
  for (std::size_t i = 0; i < 17; ++i) {
    sum += k_alphabet.find(code[i]) * weight;
    weight = weight * 3 % 31;
  }
  if (k_alphabet[(31 - sum % 31) % 31] != code[17]) return refuse("credit_code.wrong_check", {std::string(text)});
  CreditCode valid;
  valid.text_ = std::move(code);
  return valid;
}

}  // namespace laoyou
