#include "http/answer.h"

#include "http/kept_body.h"

namespace laoyou::http {

namespace {

bool is_attribute_char(unsigned char byte) {
  if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return true;
  return byte == '.' || byte == '-' || byte == '_' || byte == '~';
}

/// The name as the extended value of RFC 8187.
std::string extended_value(std::string_view name) {
  constexpr char k_digits[] = "0123456789ABCDEF";
  std::string value = "UTF-8''";
  for (unsigned char byte : name) {
    if (is_attribute_char(byte)) {
      value += static_cast<char>(byte);
    } else {
      value += '%';
      value += k_digits[byte >> 4];
      value += k_digits[byte & 15];
    }
  }
  return value;
}

}  // namespace

std::string_view Answer::bytes() const {
  if (kept) return gzipped ? kept->gzipped() : kept->text();
  return standing_body.empty() ? std::string_view(body) : standing_body;
}

Answer file_answer(FileAnswer file) {
  Answer answer;
  answer.content_type = std::move(file.content_type);
  answer.body = std::move(file.bytes);
  answer.storing = Storing::never;
  answer.headers.emplace_back("Content-Disposition", "attachment; filename*=" + extended_value(file.file_name));
  return answer;
}

}  // namespace laoyou::http
