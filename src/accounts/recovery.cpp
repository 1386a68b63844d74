#include "accounts/recovery.h"

#include <array>

#include "accounts/token.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_letters = "23456789abcdefghjkmnpqrstuvwxyz0";  // 32: without i, l, o, 1; zero stands for the letter too
constexpr std::size_t k_codes = 10, k_length = 12, k_group = 4;

}  // namespace

std::vector<std::string> new_recovery_codes(Random& random) {
  std::vector<std::string> codes(k_codes);
  for (std::string& code : codes) {
    std::array<std::byte, k_length> bytes{};
    random.fill(bytes);
    for (std::size_t i = 0; i < k_length; ++i) {
      if (i > 0 && i % k_group == 0) code += '-';
      // 32 letters: five bits of a byte choose one without bias.
      code += k_letters[std::to_integer<std::size_t>(bytes[i]) % k_letters.size()];
    }
  }
  return codes;
}

std::string recovery_hash(std::string_view typed) {
  std::string plain;
  for (char letter : typed) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == 'o') letter = '0';
    if (letter == '-' || letter == ' ') continue;
    if (k_letters.find(letter) == std::string_view::npos) return {};
    plain += letter;
  }
  return plain.size() == k_length ? token_hash(plain) : std::string();
}

}  // namespace laoyou::accounts
