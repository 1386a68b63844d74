#include "http/target.h"

#include <algorithm>

#include "base/csv.h"

namespace laoyou::http {

namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; });
}

/// Adds one "name=value" of a query.
Result<void> add_parameter(std::string_view piece, TextFields& query) {
  const std::size_t equals = std::min(piece.find('='), piece.size());
  auto name = percent_decoded(piece.substr(0, equals), PlusMeans::space);
  auto value = percent_decoded(equals < piece.size() ? piece.substr(equals + 1) : std::string_view{}, PlusMeans::space);
  if (!name || !value) return refuse("http.target_malformed");
  const bool twice = std::any_of(query.begin(), query.end(), [&](const auto& field) { return field.first == *name; });
  if (twice) return at("/" + *name, refuse("http.parameter_twice", {*name}));
  query.emplace_back(std::move(*name), std::move(*value));
  return {};
}

}  // namespace

bool is_utf8(std::string_view text) { return laoyou::is_utf8(text); }

std::optional<std::string> percent_decoded(std::string_view text, PlusMeans plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (text[index] == '+' && plus == PlusMeans::space) {
      decoded += ' ';
    } else if (text[index] != '%') {
      decoded += text[index];
    } else {
      if (index + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[index + 1]);
      const int low = hex_value(text[index + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      index += 2;
    }
  }
  if (has_control(decoded) || !is_utf8(decoded)) return std::nullopt;
  return decoded;
}

namespace {

/// "http://host/path?query" as "/path?query"; a client may send either (RFC 9112, 3.2.2). Unchanged when it is no absolute form.
std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const bool named = target.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), target.begin(), [](char own, char given) {
                         return own == (given >= 'A' && given <= 'Z' ? static_cast<char>(given + ('a' - 'A')) : given);
                       });
    if (!named) continue;
    target.remove_prefix(scheme.size());
    const std::size_t authority = std::min(target.find_first_of("/?"), target.size());
    if (authority == 0) return {};
    target.remove_prefix(authority);
    return target.empty() ? std::string_view("/") : target;  // "http://host?x" is no target (RFC 9112 wants the path)
  }
  return target;
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  target = without_authority(target);
  if (target.empty() || target.front() != '/') return refuse("http.target_malformed");
  Target parts;
  const std::size_t question = std::min(target.find('?'), target.size());
  parts.path = target.substr(0, question);
  if (question == target.size()) return parts;
  std::string_view rest = target.substr(question + 1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    if (end > 0) {
      auto added = add_parameter(rest.substr(0, end), parts.query);
      if (!added) return added.error();
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

}  // namespace laoyou::http
