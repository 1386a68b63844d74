#include "engines/siting/number_reader.h"

#include <charconv>
#include <cmath>

namespace laoyou::siting {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

std::string shown(std::string_view word) {
  constexpr std::size_t k_most_shown = 20;
  return std::string(word.substr(0, k_most_shown));
}

}  // namespace

std::string plain_number(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return error == std::errc() ? std::string(text, end) : std::string();
}

std::string NumberReader::place() const { return std::to_string(line_) + ":" + std::to_string(at_ - line_start_ + 1); }

bool NumberReader::at_end() {
  for (; at_ < text_.size() && is_space(text_[at_]); ++at_) {
    if (text_[at_] != '\n') continue;
    ++line_;
    line_start_ = at_ + 1;
  }
  return at_ == text_.size();
}

Refusal NumberReader::refusal(std::string_view code, std::vector<std::string> words) const {
  return at(word_place_, refuse(code, std::move(words)));
}

Result<std::string_view> NumberReader::next_word() {
  const bool ended = at_end();
  word_place_ = place();
  if (ended) return refusal("instance.ends_early", {});
  const std::size_t start = at_;
  while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
  return text_.substr(start, at_ - start);
}

Result<std::int64_t> NumberReader::whole(std::int64_t least, std::int64_t most) {
  const auto word = next_word();
  if (!word) return word.error();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), value);
  if (error == std::errc::invalid_argument || end != word->data() + word->size()) return refusal("instance.number_expected", {shown(*word)});
  if (error != std::errc() || value < least || value > most) {
    return refusal("instance.out_of_range", {shown(*word), std::to_string(least), std::to_string(most)});
  }
  return value;
}

Result<double> NumberReader::number(double least, double most) {
  const auto word = next_word();
  if (!word) return word.error();
  double value = 0;
  const auto [end, error] = std::from_chars(word->data(), word->data() + word->size(), value);
  if (error == std::errc::invalid_argument || end != word->data() + word->size()) return refusal("instance.number_expected", {shown(*word)});
  if (error != std::errc() || !(value >= least) || !(value <= most)) {
    return refusal("instance.out_of_range", {shown(*word), plain_number(least), plain_number(most)});
  }
  return value;
}

}  // namespace laoyou::siting
