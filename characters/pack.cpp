// Makes the table of Chinese characters at build time: for each its simplified form and its pinyin without tones, both as ICU has them
// (CLDR's Han-Latin and Traditional-Simplified). The program reads the table in place and needs no ICU.
//
// Layout: "count\n", then the syllables, one a line; then for each of U+4E00 … U+9FFF four bytes: simplified character and number of the
// syllable (0: none), each as 16 bits, low byte first.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr UChar32 k_first = 0x4E00, k_last = 0x9FFF;

/// Each character's form under a transform, as UTF-8.
std::vector<std::string> transformed(const char* transform) {
  UErrorCode failed = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(transform, UTRANS_FORWARD, failed));
  if (U_FAILURE(failed) != 0) throw std::runtime_error(std::string("ICU lacks ") + transform);
  icu::UnicodeString all;
  for (UChar32 character = k_first; character <= k_last; ++character) all.append(character).append(UChar32('\n'));
  rules->transliterate(all);
  std::string text;
  all.toUTF8String(text);
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  if (lines.size() != k_last - k_first + 1) throw std::runtime_error("a character vanished");
  return lines;
}

bool is_syllable(const std::string& text) {
  for (const char c : text)
    if (c < 'a' || c > 'z') return false;
  return !text.empty();
}

void put(std::string& bytes, unsigned value) {
  bytes += static_cast<char>(value & 0xFF);
  bytes += static_cast<char>(value >> 8);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::vector<std::string> pinyin = transformed("Han-Latin; Latin-ASCII"), simplified = transformed("Traditional-Simplified");
  std::map<std::string, unsigned> numbers;
  for (const std::string& syllable : pinyin)
    if (is_syllable(syllable)) numbers.emplace(syllable, 0);
  std::string bytes = std::to_string(numbers.size()) + "\n";
  unsigned number = 0;
  for (auto& [syllable, own] : numbers) {
    own = ++number;
    bytes += syllable + "\n";
  }
  for (std::size_t i = 0; i < pinyin.size(); ++i) {
    const icu::UnicodeString form = icu::UnicodeString::fromUTF8(simplified[i]);
    put(bytes, form.length() == 1 ? form[0] : static_cast<unsigned>(k_first) + static_cast<unsigned>(i));
    put(bytes, is_syllable(pinyin[i]) ? numbers[pinyin[i]] : 0);
  }
  std::ofstream file(words[1], std::ios::binary);
  file << bytes;
  return file.good() ? 0 : 1;
}
