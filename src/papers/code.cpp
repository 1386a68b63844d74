#include "papers/code.h"

#include <array>

namespace laoyou::papers {
namespace {

constexpr std::string_view k_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t k_length = 12, k_group = 4;

std::string grouped(std::string_view plain) {
  std::string code;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i > 0 && i % k_group == 0) code += '-';
    code += plain[i];
  }
  return code;
}

}  // namespace

std::string new_code(Random& random) {
  std::array<std::byte, k_length> bytes{};
  random.fill(bytes);
  std::string plain;
  // 32 letters: five bits of a byte choose one without bias.
  for (const std::byte byte : bytes) plain += k_letters[std::to_integer<std::size_t>(byte) % k_letters.size()];
  return grouped(plain);
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string plain;
  for (char letter : typed) {
    if (letter == '-' || letter == ' ') continue;
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O') letter = '0';
    if (letter == 'I' || letter == 'L') letter = '1';
    if (k_letters.find(letter) == std::string_view::npos) return std::nullopt;
    plain += letter;
  }
  return plain.size() == k_length ? std::optional(grouped(plain)) : std::nullopt;
}

}  // namespace laoyou::papers
