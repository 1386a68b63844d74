#include "base/messages.h"

#include <map>
#include <optional>

#include "base/check.h"
#include "base/csv.h"
#include "base/embedded.h"

LAOYOU_EMBEDDED(messages_csv)

namespace laoyou {
namespace {

struct Sentence {
  std::string zh, en;
};

using Sentences = std::map<std::string, Sentence, std::less<>>;

Sentences load() {
  Sentences sentences;
  const auto rows = read_csv(messages_csv()).value();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(rows[i].size() == 3);
    sentences[rows[i][0].text] = {rows[i][1].text, rows[i][2].text};
  }
  return sentences;
}

const Sentences& sentences() {
  static const Sentences loaded = load();
  return loaded;
}

/// What stands in a sentence for a word: "{0}" the word itself, "{0:kind}" what messages.csv says of kind.WORD.
struct Gap {
  std::size_t word;
  std::string_view family;  ///< empty: the word itself
  std::size_t length;       ///< of the gap, both braces counted
};

std::optional<Gap> gap_at(std::string_view sentence, std::size_t at) {
  if (sentence[at] != '{' || at + 2 >= sentence.size() || sentence[at + 1] < '0' || sentence[at + 1] > '9') return std::nullopt;
  const std::size_t word = static_cast<std::size_t>(sentence[at + 1] - '0');
  if (sentence[at + 2] == '}') return Gap{word, {}, 3};
  const std::size_t end = sentence.find('}', at);
  if (sentence[at + 2] != ':' || end == std::string_view::npos) return std::nullopt;
  return Gap{word, sentence.substr(at + 3, end - at - 3), end - at + 1};
}

std::string_view in(const Sentence& sentence, Language language) { return language == Language::zh ? sentence.zh : sentence.en; }

std::string word_of_family(std::string_view family, const std::string& word, Language language) {
  const auto found = sentences().find(std::string(family) + "." + word);
  return found == sentences().end() ? word : std::string(in(found->second, language));
}

std::string fill(const Sentence& both, const std::vector<std::string>& words, Language language) {
  const std::string_view sentence = in(both, language);
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::optional<Gap> gap = gap_at(sentence, i);
    if (!gap) {
      out += sentence[i];
      continue;
    }
    if (gap->word < words.size()) out += gap->family.empty() ? words[gap->word] : word_of_family(gap->family, words[gap->word], language);
    i += gap->length - 1;
  }
  return out;
}

}  // namespace

std::string message(std::string_view code, const std::vector<std::string>& words, Language language) {
  const auto found = sentences().find(code);
  if (found == sentences().end()) return std::string(code);
  return fill(found->second, words, language);
}

std::string message(const Refusal& refusal, Language language) { return message(refusal.code, refusal.words, language); }

bool has_message(std::string_view code) { return sentences().contains(code); }

}  // namespace laoyou
