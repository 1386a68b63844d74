#include "engines/linkage/keys.h"

#include <algorithm>

#include "engines/linkage/characters.h"
#include "engines/linkage/parallel.h"
#include "engines/linkage/words.h"

namespace laoyou::linkage {
namespace {

bool is_chinese(FieldKind kind) { return kind == FieldKind::chinese_name || kind == FieldKind::address; }

/// The first or last characters; a shorter text is taken whole.
std::string end_piece(FieldKind kind, std::string_view text, const KeyPart& part) {
  const auto length = static_cast<std::size_t>(part.length);
  if (!is_chinese(kind)) {
    if (text.size() <= length) return std::string(text);
    return std::string(part.cut == Cut::first ? text.substr(0, length) : text.substr(text.size() - length));
  }
  const std::u32string characters = characters_of(text);
  const std::size_t kept = std::min(length, characters.size());
  return utf8_of(std::u32string_view(characters).substr(part.cut == Cut::first ? 0 : characters.size() - kept, kept));
}

// Soundex (Russell and Odell 1918): the first letter, then three figures for groups of consonants.
std::string soundex(std::string_view word) {
  constexpr std::string_view groups = "01230120022455012623010202";
  std::string code;
  char last = '0';
  for (const char c : word) {
    if (c < 'a' || c > 'z') continue;
    const char group = groups[static_cast<std::size_t>(c - 'a')];
    if (code.empty()) code += c;
    else if (group != '0' && group != last && code.size() < 4) code += group;
    if (c != 'h' && c != 'w') last = group;
  }
  return code;
}

std::string sound_piece(FieldKind kind, std::string_view text) {
  if (!is_chinese(kind)) return soundex(text);
  std::string sound = name_pinyin(characters_of(text));
  std::erase(sound, ' ');
  return sound;
}

/// The first letters of the words (or of the pinyin), in alphabetical order, so that the order of names does not matter.
std::string initials_piece(FieldKind kind, std::string_view text) {
  const std::string sound = is_chinese(kind) ? name_pinyin(characters_of(text)) : std::string(text);
  const Words words(sound);
  std::string initials;
  for (std::size_t i = 0; i < words.count; ++i) initials += words.words[i].front();
  std::sort(initials.begin(), initials.end());
  return initials;
}

std::string word_piece(std::string_view text, Cut cut) {
  const Words words(text);
  if (words.count == 0) return {};
  if (cut == Cut::last_word) return std::string(words.words[words.count - 1]);
  return std::string(*std::max_element(words.words.begin(), words.words.begin() + static_cast<std::ptrdiff_t>(words.count), [](std::string_view one, std::string_view other) {
    return std::pair(one.size(), one) < std::pair(other.size(), other);
  }));
}

}  // namespace

std::string piece_of(FieldKind kind, std::string_view text, const KeyPart& part) {
  switch (part.cut) {
    case Cut::whole: return std::string(text);
    case Cut::first:
    case Cut::last: return end_piece(kind, text, part);
    case Cut::sound: return sound_piece(kind, text);
    case Cut::year: return std::string(text.substr(0, 4));
    case Cut::month_day: return text.size() == 8 ? std::string(text.substr(4)) : std::string();
    case Cut::initials: return initials_piece(kind, text);
    case Cut::longest_word:
    case Cut::last_word: return word_piece(text, part.cut);
  }
  return {};
}

Keys::Keys(const Records& records) : records_(&records) {
  for (const KeyRule& rule : records.map().rules) {
    by_rule_.emplace_back();
    for (const KeyPart& part : rule.parts) {
      const auto known = std::find_if(pieces_.begin(), pieces_.end(), [&](const Pieces& pieces) {
        return pieces.part.field == part.field && pieces.part.cut == part.cut && pieces.part.length == part.length;
      });
      by_rule_.back().push_back(static_cast<std::size_t>(known - pieces_.begin()));
      if (known == pieces_.end()) pieces_.push_back({part, {}});
    }
  }
  update(threads_here());
}

void Keys::update(std::size_t threads) {
  in_turn(pieces_.size(), threads, [this](std::size_t place) {
    Pieces& pieces = pieces_[place];
    const Values& values = records_->values(pieces.part.field);
    if (pieces.hashes.empty()) pieces.hashes.reserve(values.size());
    for (auto code = static_cast<Code>(pieces.hashes.size()); code < values.size(); ++code) {
      const std::string_view text = values.text(code);
      const std::uint64_t hash = pieces.part.cut == Cut::whole ? (text.empty() ? 0 : hash_of(text)) : [&] {
        const std::string piece = piece_of(values.kind(), text, pieces.part);
        return piece.empty() ? 0 : hash_of(piece);
      }();
      pieces.hashes.push_back(hash);
    }
  });
}

Key Keys::key(std::size_t rule, Row row) const {
  Key key = rule + 1;
  for (const std::size_t place : by_rule_[rule]) {
    const Pieces& pieces = pieces_[place];
    const std::uint64_t hash = pieces.hashes[records_->codes(row)[pieces.part.field]];
    if (hash == 0) return 0;
    key = mixed(key, hash);
  }
  return key == 0 ? 1 : key;
}

}  // namespace laoyou::linkage
