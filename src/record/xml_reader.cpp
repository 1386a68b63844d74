#include "record/xml_reader.h"

#include <charconv>

#include "base/csv.h"

namespace laoyou::record::xml {
namespace {

constexpr std::size_t k_depth_max = 64;
constexpr std::string_view k_blanks = " \t\r\n";

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Appends the character of a code point; false when XML has no such character.
bool append_character(std::string& out, unsigned long code) {
  const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  if (control || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return false;
  if (code < 0x80) {
    out += static_cast<char>(code);
    return true;
  }
  constexpr unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};  // RFC 3629: by how many bytes follow
  const int tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  out += static_cast<char>(leads[tails] | code >> (6 * tails));
  for (int tail = tails - 1; tail >= 0; --tail) out += static_cast<char>(0x80 | (code >> (6 * tail) & 0x3F));
  return true;
}

/// Appends what stands between & and ; (XML 1.0, 4.1 and 4.6).
bool append_entity(std::string& out, std::string_view entity) {
  if (entity == "lt") return append_character(out, '<');
  if (entity == "gt") return append_character(out, '>');
  if (entity == "amp") return append_character(out, '&');
  if (entity == "quot") return append_character(out, '"');
  if (entity == "apos") return append_character(out, '\'');
  if (!entity.starts_with('#')) return false;
  const bool hexadecimal = entity.starts_with("#x");
  const std::string_view digits = entity.substr(hexadecimal ? 2 : 1);
  unsigned long code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() && append_character(out, code);
}

/// Replaces `out` by the raw text with entities resolved and every line end as LF (XML 1.0, 2.11).
bool resolve(std::string& out, std::string_view raw) {
  out.clear();
  while (!raw.empty()) {
    const std::size_t plain = std::min(raw.find_first_of("&\r"), raw.size());
    out.append(raw.substr(0, plain));
    raw.remove_prefix(plain);
    if (raw.empty()) break;
    if (raw.front() == '\r') {
      out += '\n';
      raw.remove_prefix(raw.starts_with("\r\n") ? 2 : 1);
      continue;
    }
    const std::size_t end = raw.find(';');
    if (end == std::string_view::npos || !append_entity(out, raw.substr(1, end - 1))) return false;
    raw.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace

Reader::Reader(std::string_view document) : rest_(document), size_(document.size()) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  if (!is_utf8(rest_)) refuse("not UTF-8");
}

Piece Reader::next() {
  if (close_next_) {
    close_next_ = false;
    open_.pop_back();
    return Piece::close;
  }
  while (true) {
    if (open_.empty()) take_blanks();
    if (rest_.empty()) {
      if (!open_.empty()) refuse("ends inside an element");
      return Piece::end;
    }
    if (take("<?"))
      take_until("?>");
    else if (take("<!--"))
      take_until("-->");
    else if (rest_.starts_with("<![CDATA[") || !rest_.starts_with('<'))
      return read_text();
    else if (take("</"))
      return close();
    else if (rest_.starts_with("<!"))
      refuse("has a document type");
    else
      return open();
  }
}

const std::string* Reader::attribute(std::string_view name) const {
  for (std::size_t i = 0; i < attribute_count_; ++i)
    if (attributes_[i].first == name) return &attributes_[i].second;
  return nullptr;
}

void Reader::skip() {
  const std::size_t level = open_.size();
  while (open_.size() >= level) next();
}

std::string Reader::text_within() {
  const std::size_t level = open_.size();
  std::string all;
  while (open_.size() >= level)
    if (next() == Piece::text) all += text_;
  return all;
}

void Reader::refuse(const char* what) const { throw Malformed(std::string("XML ") + what + ", byte " + std::to_string(size_ - rest_.size())); }

bool Reader::take(std::string_view expected) {
  if (!rest_.starts_with(expected)) return false;
  rest_.remove_prefix(expected.size());
  return true;
}

void Reader::take_until(std::string_view end) { up_to(end); }

std::string_view Reader::up_to(std::string_view end) {
  const std::size_t at = rest_.find(end);
  if (at == std::string_view::npos) refuse("has something without an end");
  const std::string_view before = rest_.substr(0, at);
  rest_.remove_prefix(at + end.size());
  return before;
}

void Reader::take_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(k_blanks), rest_.size())); }

std::string_view Reader::take_name() {
  const std::size_t end = std::min(rest_.find_first_of(" \t\r\n/>=<\"'&"), rest_.size());
  if (end == 0) refuse("lacks a name");
  const std::string_view name = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return name;
}

Piece Reader::open() {
  rest_.remove_prefix(1);
  if (open_.size() >= k_depth_max) refuse("is nested too deeply");
  open_.push_back(take_name());
  attribute_count_ = 0;
  while (true) {
    take_blanks();
    if (take(">")) break;
    if (take("/>")) {
      close_next_ = true;
      break;
    }
    read_attribute();
  }
  name_ = local(open_.back());
  return Piece::open;
}

Piece Reader::close() {
  const std::string_view name = take_name();
  take_blanks();
  if (!take(">") || open_.empty() || open_.back() != name) refuse("closes what is not open");
  open_.pop_back();
  name_ = local(name);
  return Piece::close;
}

void Reader::read_attribute() {
  const std::string_view name = take_name();
  take_blanks();
  if (!take("=")) refuse("has an attribute without a value");
  take_blanks();
  const bool single = take("'");
  if (!single && !take("\"")) refuse("has an attribute without quotes");
  if (attribute_count_ == attributes_.size()) attributes_.emplace_back();
  auto& [known, value] = attributes_[attribute_count_++];
  known = local(name);
  if (!resolve(value, up_to(single ? "'" : "\""))) refuse("has an unknown entity");
}

Piece Reader::read_text() {
  if (open_.empty()) refuse("has text outside its elements");
  if (take("<![CDATA[")) {
    text_ = up_to("]]>");
    return Piece::text;
  }
  const std::size_t end = std::min(rest_.find('<'), rest_.size());
  if (!resolve(text_, rest_.substr(0, end))) refuse("has an unknown entity");
  rest_.remove_prefix(end);
  return Piece::text;
}

}  // namespace laoyou::record::xml
