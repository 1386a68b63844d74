#include "http/negotiation.h"

#include <algorithm>
#include <optional>

namespace laoyou::http {

namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Cuts the piece before the next `separator` off the front of `rest`.
std::string_view next_piece(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return without_spaces(piece);
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return lower(a) == lower(b); });
}

/// The weight of an element "name;q=0.5" in thousandths; 1000 when none is written.
int weight_thousandths(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = next_piece(parameters, ';');
    if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') continue;
    int weight = 0;
    int place = 1000;
    for (char digit : parameter.substr(2)) {
      if (digit == '.') continue;
      if (digit < '0' || digit > '9' || place == 0) break;
      weight += (digit - '0') * place;
      place /= 10;
    }
    return weight;
  }
  return 1000;
}

std::optional<Language> language_of(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (equal_ignoring_case(primary, "zh")) return Language::zh;
  if (equal_ignoring_case(primary, "en")) return Language::en;
  return std::nullopt;
}

}  // namespace

Language preferred_language(std::string_view accept_language) {
  Language best = Language::zh;
  int best_weight = 0;
  while (!accept_language.empty()) {
    std::string_view element = next_piece(accept_language, ',');
    const std::string_view tag = next_piece(element, ';');
    const int weight = weight_thousandths(element);
    const std::optional<Language> language = language_of(tag);
    if (language && weight > best_weight) {
      best = *language;
      best_weight = weight;
    }
  }
  return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
  while (!accept_encoding.empty()) {
    std::string_view element = next_piece(accept_encoding, ',');
    const std::string_view coding = next_piece(element, ';');
    if (equal_ignoring_case(coding, "gzip")) return weight_thousandths(element) > 0;
  }
  return false;
}

bool accepts_html(std::string_view accept) {
  while (!accept.empty()) {
    std::string_view element = next_piece(accept, ',');
    if (equal_ignoring_case(next_piece(element, ';'), "text/html")) return true;
  }
  return false;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  const auto opaque = [](std::string_view tag) { return tag.substr(0, 2) == "W/" ? tag.substr(2) : tag; };
  while (!if_none_match.empty()) {
    const std::string_view tag = next_piece(if_none_match, ',');
    if (tag == "*" || opaque(tag) == opaque(etag)) return true;
  }
  return false;
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const std::string_view pair = next_piece(cookies, ';');
    if (pair.size() > name.size() && pair[name.size()] == '=' && pair.substr(0, name.size()) == name) return pair.substr(name.size() + 1);
  }
  return {};
}

bool is_media_type(std::string_view content_type, std::string_view media_type) {
  return equal_ignoring_case(next_piece(content_type, ';'), media_type);
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  unsigned difference = 0;
  for (std::size_t index = 0; index < left.size(); ++index) {
    difference |= static_cast<unsigned char>(left[index]) ^ static_cast<unsigned char>(right[index]);
  }
  return difference == 0;
}

}  // namespace laoyou::http
