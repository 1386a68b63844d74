#include "record/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>

#include "base/check.h"

namespace laoyou::record {
namespace {

using icu::UnicodeString;

/// NFKC and case folded away: "Ａ" and "a" are the same.
UnicodeString folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
  CHECK(U_SUCCESS(error));
  UnicodeString out = normalizer->normalize(UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), error);
  return U_SUCCESS(error) ? out : UnicodeString();
}

bool is_han(UChar32 character) { return u_hasBinaryProperty(character, UCHAR_UNIFIED_IDEOGRAPH); }
bool is_word(UChar32 character) { return u_isalnum(character) != 0; }

/// The pinyin of one character in plain letters ("wang"); a transliterator is slow, so each character is asked once.
const UnicodeString& pinyin(UChar32 character) {
  static std::mutex mutex;
  static std::map<UChar32, UnicodeString> known;
  static const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance("Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, error));
    CHECK(U_SUCCESS(error));
    return made;
  }();
  const std::lock_guard lock(mutex);
  const auto [place, fresh] = known.try_emplace(character);
  if (fresh) {
    place->second = UnicodeString(character);
    transliterator->transliterate(place->second);
  }
  return place->second;
}

void add_word(std::string& out, const UnicodeString& word) {
  if (word.isEmpty()) return;
  out += ' ';
  word.toUTF8String(out);
}

/// A run of letters and digits, taken apart into characters; a run of Latin letters is one piece.
struct Piece {
  UnicodeString text, sound;
};

std::vector<Piece> pieces_of(const UnicodeString& run) {
  std::vector<Piece> pieces;
  bool latin = false;
  for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1)) {
    const UChar32 character = run.char32At(i);
    if (is_han(character)) {
      pieces.push_back({UnicodeString(character), pinyin(character)});
      latin = false;
      continue;
    }
    if (!latin) pieces.emplace_back();
    latin = true;
    pieces.back().text.append(character);
    pieces.back().sound.append(character);
  }
  return pieces;
}

/// A long text is found by its beginnings at the first places only: an address of a hundred characters would cost five thousand.
constexpr std::size_t k_beginnings_max = 16;
constexpr std::int32_t k_word_length_max = 48;

void add_run(std::string& out, const UnicodeString& run) {
  const std::vector<Piece> pieces = pieces_of(run);
  const std::size_t beginnings = std::min(pieces.size(), k_beginnings_max);
  const auto add_from_each = [&](auto part) {
    for (std::size_t begin = 0; begin < beginnings; ++begin) {
      UnicodeString word;
      for (std::size_t i = begin; i < pieces.size() && word.length() < k_word_length_max; ++i) word.append(part(pieces[i]));
      add_word(out, word);
    }
  };
  add_from_each([](const Piece& piece) { return piece.text; });
  bool sounds = false;
  for (const Piece& piece : pieces) sounds = sounds || piece.text != piece.sound;
  if (!sounds) return;
  add_from_each([](const Piece& piece) { return piece.sound; });
  add_from_each([](const Piece& piece) { return UnicodeString(piece.sound.char32At(0)); });
}

/// Calls f(run) for each run of letters and digits.
template <class F>
void for_each_run(const UnicodeString& text, F&& f) {
  UnicodeString run;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    if (is_word(character)) {
      run.append(character);
    } else if (!run.isEmpty()) {
      f(run);
      run.remove();
    }
  }
  if (!run.isEmpty()) f(run);
}

}  // namespace

std::string search_text(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts)
    for_each_run(folded(text), [&](const UnicodeString& run) { add_run(out, run); });
  return out;
}

std::vector<std::string> search_words(std::string_view typed) {
  std::vector<std::string> words;
  for_each_run(folded(typed), [&](const UnicodeString& run) {
    UnicodeString cut = run;
    if (cut.length() > k_word_length_max) cut.truncate(k_word_length_max);
    std::string& word = words.emplace_back(" ");
    cut.toUTF8String(word);
  });
  return words;
}

}  // namespace laoyou::record
