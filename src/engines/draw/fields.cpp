#include "engines/draw/fields.h"

#include "base/csv.h"
#include "engines/draw/hash.h"

namespace laoyou::draw {
namespace {

constexpr std::string_view k_open = "{\n", k_between = ",\n", k_close = "}\n";
constexpr std::string_view k_less_than = "\\u003c";  // so that the text can stand inside a page

void add_quoted(std::string& text, std::string_view value) {
  text += '"';
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else if (c == '<') {
      text += k_less_than;
    } else {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
  }
  text += '"';
}

void add_field(std::string& text, const Field& field) {
  add_quoted(text, field.name);
  text += ':';
  add_quoted(text, field.value);
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

/// Takes a quoted text off the front; false where none stands there.
bool take_quoted(std::string_view& text, std::string& value) {
  if (!take(text, "\"")) return false;
  while (!text.empty()) {
    if (take(text, "\"")) return true;
    if (take(text, "\\n")) {
      value += '\n';
    } else if (take(text, "\\t")) {
      value += '\t';
    } else if (take(text, k_less_than)) {
      value += '<';
    } else {
      if (take(text, "\\") && !text.starts_with('"') && !text.starts_with('\\')) return false;
      if (static_cast<unsigned char>(text.front()) < 0x20) return false;
      value += text.front();
      text.remove_prefix(1);
    }
  }
  return false;
}

}  // namespace

std::string begin_fields(const std::vector<Field>& fields) {
  std::string text(k_open);
  for (const Field& field : fields) {
    if (&field != &fields.front()) text += k_between;
    add_field(text, field);
  }
  return text;
}

void add_fields(std::string& text, const std::vector<Field>& fields) {
  for (const Field& field : fields) {
    text += k_between;
    add_field(text, field);
  }
}

void seal_fields(std::string& text, std::string_view name, HashName hash) { add_fields(text, {{std::string(name), hash_text(hash, text)}}); }

void end_fields(std::string& text) { text += k_close; }

Result<std::vector<Field>> read_fields(std::string_view text) {
  std::vector<Field> fields;
  const auto refused = [&fields] { return at(std::to_string(fields.size() + 2) + ":1", refuse("draw.not_a_bundle")); };
  if (!is_utf8(text) || !take(text, k_open)) return at("1:1", refuse("draw.not_a_bundle"));
  for (;;) {
    Field field;
    if (!take_quoted(text, field.name) || !take(text, ":") || !take_quoted(text, field.value)) return refused();
    if (text == k_close) {
      fields.push_back(std::move(field));
      return fields;
    }
    if (!take(text, k_between)) return refused();
    fields.push_back(std::move(field));
  }
}

}  // namespace laoyou::draw
