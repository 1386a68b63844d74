#include "base/messages.h"

#include <map>

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

std::string fill(const std::string& sentence, const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool gap = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    const std::size_t index = gap ? static_cast<std::size_t>(sentence[i + 1] - '0') : 0;
    if (!gap || index > 9) {
      out += sentence[i];
      continue;
    }
    if (index < words.size()) out += words[index];
    i += 2;
  }
  return out;
}

}  // namespace

std::string message(std::string_view code, const std::vector<std::string>& words, Language language) {
  const auto found = sentences().find(code);
  if (found == sentences().end()) return std::string(code);
  return fill(language == Language::zh ? found->second.zh : found->second.en, words);
}

std::string message(const Refusal& refusal, Language language) { return message(refusal.code, refusal.words, language); }

bool has_message(std::string_view code) { return sentences().contains(code); }

}  // namespace laoyou
