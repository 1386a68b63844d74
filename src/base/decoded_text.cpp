#include "base/decoded_text.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "base/csv.h"

namespace laoyou {
namespace {

Refusal at_line(std::string_view text, std::size_t offset, Refusal refusal) {
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
  return at(std::to_string(line) + ":1", std::move(refusal));
}

/// The bytes as UTF-8; nothing where they are not of that encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  const iconv_t converter = ::iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string text;
  char* from = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  bool good = true;
  while (good && left > 0) {
    char block[16384];
    char* to = block;
    std::size_t room = sizeof block;
    good = ::iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1) || errno == E2BIG;
    text.append(block, sizeof block - room);
  }
  ::iconv_close(converter);
  if (!good) return std::nullopt;
  return text;
}

/// True when the first line is UTF-8 with signs that GB 18030 would hardly spell by chance: a file damaged further down, not another encoding.
bool begins_as_utf8(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  return is_utf8(line) && std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
}

Refusal broken_line(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (!is_utf8(text.substr(start, end - start))) break;
    start = end + 1;
  }
  return at_line(text, std::min(start, text.size()), refuse("text.not_utf8"));
}

}  // namespace

Result<std::string_view> decoded_text(std::string_view bytes, std::string& storage) {
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
  if (little || big) {
    std::optional<std::string> plain = converted(bytes.substr(2), little ? "UTF-16LE" : "UTF-16BE");
    if (!plain) return at("1:1", refuse("text.not_utf8"));
    text = storage = std::move(*plain);
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) return at_line(text, zero, refuse("text.control_character"));
  if (is_utf8(text)) return text;
  const bool marked = text.size() != bytes.size();
  if (marked || begins_as_utf8(text)) return broken_line(text);
  std::optional<std::string> plain = converted(text, "GB18030");
  if (!plain) return broken_line(text);
  storage = std::move(*plain);
  return std::string_view(storage);
}

}  // namespace laoyou
