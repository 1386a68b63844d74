#include "record/xml_reader.h"

#include <algorithm>
#include <charconv>

#include "base/csv.h"

namespace laoyou::record::xml {
namespace {

constexpr std::size_t k_depth_max = 64;
constexpr std::size_t k_token_bytes_max = 1 << 20;
constexpr std::string_view k_blanks = " \t\r\n";

std::string_view local(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Appends the character of a code point; false when XML has no such character.
bool append_code(std::string& out, unsigned long code) {
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
  if (entity == "lt") return append_code(out, '<');
  if (entity == "gt") return append_code(out, '>');
  if (entity == "amp") return append_code(out, '&');
  if (entity == "quot") return append_code(out, '"');
  if (entity == "apos") return append_code(out, '\'');
  if (!entity.starts_with('#')) return false;
  const bool hexadecimal = entity.starts_with("#x");
  const std::string_view digits = entity.substr(hexadecimal ? 2 : 1);
  unsigned long code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  return error == std::errc() && end == digits.data() + digits.size() && append_code(out, code);
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

/// How much of a text can be resolved while more is to come: up to an entity or a line end that may be cut.
std::size_t whole_entities(std::string_view text) {
  constexpr std::size_t longest_entity = 12;
  const std::size_t begin = text.find_last_of("&\r");
  const bool cut = begin != std::string_view::npos && begin > 0 && text.size() - begin < longest_entity &&
                   (text[begin] == '\r' ? begin + 1 == text.size() : text.find(';', begin) == std::string_view::npos);
  return cut ? begin : text.size();
}

}  // namespace

Reader::Reader(std::string_view document) : rest_(document), taken_(document.size()) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  if (!is_utf8(rest_)) refuse("not UTF-8");
}

// Nothing is taken yet: a reader may be moved before its first piece.
Reader::Reader(Source source) : source_(std::move(source)), started_(false) {}

void Reader::start() {
  started_ = true;
  while (taken_ < 3 && fill()) {
  }
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

/// Appends what the source gives next to what is left; false at the end.
bool Reader::fill() {
  if (!source_) return false;
  const std::string_view piece = source_();
  if (piece.empty()) {
    source_ = nullptr;
    if (!cut_.empty()) refuse("not UTF-8");
    return false;
  }
  taken_ += piece.size();
  buffer_.erase(0, buffer_.size() - rest_.size());
  const std::size_t start = buffer_.size();
  buffer_.append(cut_).append(piece);
  cut_.clear();
  std::size_t tails = 0;
  while (tails < 3 && start + tails + 1 < buffer_.size() && (static_cast<unsigned char>(buffer_[buffer_.size() - 1 - tails]) & 0xC0) == 0x80) ++tails;
  const auto lead = static_cast<unsigned char>(buffer_[buffer_.size() - 1 - tails]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length > tails + 1) {
    cut_ = buffer_.substr(buffer_.size() - 1 - tails);
    buffer_.resize(buffer_.size() - 1 - tails);
  }
  rest_ = buffer_;
  if (!is_utf8(rest_.substr(start))) refuse("not UTF-8");
  return true;
}

/// Where the tag, comment or instruction that begins here ends; npos when that is still to come.
std::size_t Reader::token_end() const {
  if (rest_.starts_with("<?")) return rest_.find("?>");
  if (rest_.starts_with("<!--")) return rest_.find("-->", 4);
  if (rest_.starts_with("<![CDATA[")) return rest_.find("]]>");
  char quote = 0;
  for (std::size_t i = 1; i < rest_.size(); ++i) {
    const char c = rest_[i];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == '>')
      return i;
  }
  return std::string_view::npos;
}

/// Takes from the source until what begins here is there as a whole: a tag, or some text without a cut entity or line end.
void Reader::gather_token() {
  while (source_) {
    constexpr std::size_t longest_mark = 9;  // <![CDATA[
    const bool text = !rest_.empty() && rest_.front() != '<';
    if (text && (rest_.find('<') != std::string_view::npos || rest_.size() >= k_token_bytes_max / 16)) return;
    if (!text && rest_.size() >= longest_mark && token_end() != std::string_view::npos) return;
    if (rest_.size() > k_token_bytes_max) refuse("has something too long");
    fill();
  }
}

Piece Reader::next() {
  if (!started_) start();
  if (close_next_) {
    close_next_ = false;
    name_ = local(open_.back());
    open_.pop_back();
    return Piece::close;
  }
  while (true) {
    do {
      if (open_.empty()) take_blanks();
    } while (rest_.empty() && fill());
    if (rest_.empty()) {
      if (!open_.empty()) refuse("ends inside an element");
      return Piece::end;
    }
    gather_token();
    if (take("<?"))
      up_to("?>");
    else if (take("<!--"))
      up_to("-->");
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
  while (open_.size() >= level) {
    if (next() != Piece::text) continue;
    all += text_;
    if (all.size() > k_token_bytes_max) refuse("has a text that is too long");
  }
  return all;
}

void Reader::refuse(const char* what) const { throw Malformed(std::string("XML ") + what + ", byte " + std::to_string(taken_ - rest_.size())); }

bool Reader::take(std::string_view expected) {
  if (!rest_.starts_with(expected)) return false;
  rest_.remove_prefix(expected.size());
  return true;
}

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
  open_.emplace_back(take_name());
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
  std::size_t end = std::min(rest_.find('<'), rest_.size());
  if (end == rest_.size() && source_) end = whole_entities(rest_);
  if (!resolve(text_, rest_.substr(0, end))) refuse("has an unknown entity");
  rest_.remove_prefix(end);
  return Piece::text;
}

}  // namespace laoyou::record::xml
