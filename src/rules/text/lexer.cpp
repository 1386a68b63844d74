#include "rules/text/lexer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "base/period.h"
#include "rules/text/character.h"
#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

constexpr std::array<std::string_view, 16> k_keywords{"and", "or", "not", "in",    "is", "else",  "within", "between", "where",
                                                      "by",  "of", "case", "first", "bands", "true", "false"};

/// Chinese keywords; two words in one become two tokens.
struct ChineseKeyword {
  std::string_view written, first, second;
};
constexpr std::array k_chinese_keywords{
    ChineseKeyword{"且", "and", ""},     ChineseKeyword{"或", "or", ""},        ChineseKeyword{"非", "not", ""}, ChineseKeyword{"属于", "in", ""},     ChineseKeyword{"不属于", "not", "in"},
    ChineseKeyword{"位于", "within", ""}, ChineseKeyword{"否则", "else", ""}, ChineseKeyword{"为", "is", ""}, ChineseKeyword{"为缺失", "is", "缺失"},
};

/// Signs and their twins, longer ones first. Full-width punctuation is what a Chinese keyboard gives.
constexpr std::pair<std::string_view, std::string_view> k_signs[] = {
    {"..", ".."}, {"!=", "!="}, {"<=", "<="}, {">=", ">="}, {"≠", "!="}, {"≤", "<="}, {"≥", ">="}, {"＜＝", "<="}, {"＞＝", ">="}, {"=", "="},  {"＝", "="},
    {"<", "<"},   {"＜", "<"},  {">", ">"},   {"＞", ">"},  {"+", "+"},  {"＋", "+"},  {"-", "-"},  {"－", "-"},    {"−", "-"},    {"*", "*"},  {"×", "*"},
    {"/", "/"},   {"÷", "/"},   {"(", "("},   {"（", "("},  {")", ")"},  {"）", ")"},  {"[", "["},  {"［", "["},    {"]", "]"},    {"］", "]"}, {"{", "{"},
    {"｛", "{"},  {"}", "}"},   {"｝", "}"},  {",", ","},   {"，", ","}, {"、", ","},  {":", ":"},  {"：", ":"},    {";", ";"},    {"；", ";"}, {".", "."},
};

bool is_keyword(std::string_view word) { return std::find(k_keywords.begin(), k_keywords.end(), word) != k_keywords.end(); }

const ChineseKeyword* chinese_keyword(std::string_view word) {
  const auto found = std::find_if(k_chinese_keywords.begin(), k_chinese_keywords.end(), [&](const ChineseKeyword& each) { return each.written == word; });
  return found == k_chinese_keywords.end() ? nullptr : found;
}

bool is_word_part(char32_t code) { return is_word_start(code) || is_ascii_digit(code); }
bool is_chinese_part(char32_t code) { return is_chinese(code) || is_ascii_digit(code); }

/// The word that starts at `offset`: ASCII, or Chinese characters with digits between them; 0 bytes when none starts there.
std::size_t word_length(std::string_view text, std::size_t offset) {
  const char32_t first = character_at(text, offset).code;
  if (is_word_start(first)) return run_length(text, offset, is_word_part);
  if (is_chinese(first)) return run_length(text, offset, is_chinese_part);
  return 0;
}

/// As word_length(), for what may stand behind a number: m², ㎡ and % too.
std::size_t unit_length(std::string_view text, std::size_t offset) {
  const Character first = character_at(text, offset);
  if (first.code == U'%' || first.code == U'％' || first.code == U'‰' || first.code == U'㎡') return first.bytes;
  if (is_chinese(first.code)) return run_length(text, offset, is_chinese);
  if (!is_word_start(first.code)) return 0;
  return run_length(text, offset, [](char32_t code) { return is_word_part(code) || code == U'²'; });
}

/// Length of a date or period written without blanks: 2025-06-30, 2025-06, 2025-Q3, 2025-H1; else 0.
std::size_t calendar_length(std::string_view text) {
  const auto fits = [&](std::string_view pattern) {
    if (text.size() < pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (pattern[i] == '9' ? !is_ascii_digit(static_cast<unsigned char>(text[i])) : text[i] != pattern[i]) return false;
    return pattern.size() == text.size() || !is_word_part(static_cast<unsigned char>(text[pattern.size()]));
  };
  for (std::string_view pattern : {"9999-99-99", "9999-Q9", "9999-H9", "9999-99"})
    if (fits(pattern)) return pattern.size();
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  boost::system::result<std::vector<Token>, Misread> run() {
    for (skip_blanks(); offset_ < text_.size() && !misread_; skip_blanks()) read_token();
    if (misread_) return *misread_;
    add(TokenKind::end, "", 0);
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return text_.substr(offset_); }

  void skip_blanks() {
    for (;;) {
      offset_ += run_length(text_, offset_, is_blank);
      if (character_at(text_, offset_).code != U'#') return;
      offset_ += run_length(text_, offset_, [](char32_t code) { return code != U'\n'; });
    }
  }

  void refuse_here(Refusal refusal, std::size_t offset) { misread_ = Misread{std::move(refusal), offset}; }

  Token& add(TokenKind kind, std::string_view text, std::size_t bytes) {
    const auto begin = static_cast<std::uint32_t>(offset_);
    offset_ += bytes;
    return tokens_.emplace_back(Token{kind, std::string(text), "", {begin, static_cast<std::uint32_t>(offset_)}});
  }

  void read_token() {
    const Character first = character_at(text_, offset_);
    if (is_ascii_digit(first.code)) return read_number();
    if (first.code == U'"') return read_text("\"");
    if (first.code == U'“') return read_text("”");
    if (const std::size_t bytes = word_length(text_, offset_)) return read_word(text_.substr(offset_, bytes));
    for (const auto& [written, sign] : k_signs)
      if (rest().starts_with(written)) return void(add(TokenKind::sign, sign, written.size()));
    refuse_here(refuse("rules.unknown_character", {std::string(text_.substr(offset_, first.bytes))}), offset_);
  }

  void read_word(std::string_view word) {
    const ChineseKeyword* chinese = chinese_keyword(word);
    if (chinese == nullptr) return void(add(is_keyword(word) ? TokenKind::sign : TokenKind::name, word, word.size()));
    add(TokenKind::sign, chinese->first, word.size());
    if (chinese->second.empty()) return;
    Token second = tokens_.back();
    second.text = chinese->second;
    if (!is_keyword(second.text)) second.kind = TokenKind::name;
    tokens_.push_back(std::move(second));
  }

  void read_text(std::string_view closing) {
    const std::size_t opening = character_at(text_, offset_).bytes;
    const std::size_t end = text_.find(closing, offset_ + opening);
    const std::string_view content = rest().substr(opening, end == std::string_view::npos ? end : end - offset_ - opening);
    // A text ends on its line, or one forgotten quote would swallow the rest of the rule.
    if (end == std::string_view::npos || content.find('\n') != std::string_view::npos)
      return refuse_here(refuse("rules.unclosed", {std::string(text_.substr(offset_, opening))}), offset_);
    add(TokenKind::text, content, opening + content.size() + closing.size());
  }

  void read_number() {
    if (const std::size_t bytes = calendar_length(rest())) return read_calendar(rest().substr(0, bytes));
    std::size_t bytes = run_length(text_, offset_, is_ascii_digit);
    if (const std::size_t places = rest().substr(bytes).starts_with(".") ? run_length(text_, offset_ + bytes + 1, is_ascii_digit) : 0) bytes += 1 + places;
    add(TokenKind::number, rest().substr(0, bytes), bytes);
    read_unit();
  }

  /// A word directly behind a number must be a unit or a keyword; behind one blank it is taken only when it is a unit.
  void read_unit() {
    const std::size_t blank = rest().starts_with(" ") ? 1 : 0;
    const std::size_t bytes = unit_length(text_, offset_ + blank);
    const std::string_view word = text_.substr(offset_ + blank, bytes);
    if (bytes == 0) return;
    if (find_unit(word) >= 0) {
      tokens_.back().unit = word;
      offset_ += blank + bytes;
      tokens_.back().span.end = static_cast<std::uint32_t>(offset_);
    } else if (blank == 0 && !is_keyword(word) && chinese_keyword(word) == nullptr) {
      refuse_here(refuse("rules.unknown_unit", {std::string(word)}), offset_);
    }
  }

  void read_calendar(std::string_view written) {
    const bool day = written.size() == 10;
    const Result<Period> period = Period::parse(written);
    if (!period) return refuse_here(period.error(), offset_);
    add(day ? TokenKind::date : TokenKind::period, written, written.size());
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::vector<Token> tokens_;
  std::optional<Misread> misread_;
};

}  // namespace

boost::system::result<std::vector<Token>, Misread> tokens_of(std::string_view text) { return Lexer(text).run(); }

void throw_exception_from_error(const Misread& misread, const boost::source_location& where) { laoyou::throw_exception_from_error(misread.refusal, where); }

bool is_name(std::string_view text) { return !text.empty() && word_length(text, 0) == text.size() && !is_keyword(text) && chinese_keyword(text) == nullptr; }

}  // namespace laoyou::rules
