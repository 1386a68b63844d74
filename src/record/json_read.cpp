#include "record/json_read.h"

namespace laoyou::record {

namespace json = boost::json;

Result<std::string> leaf_text(const json::value& value, JsonKind kind) {
  switch (kind) {
    case JsonKind::boolean:
      if (value.is_bool()) return std::string(value.get_bool() ? "true" : "false");
      return refuse("json.wrong_kind", {"flag"});
    case JsonKind::text:
      if (value.is_string()) return std::string(value.get_string());
      return refuse("json.wrong_kind", {"text"});
    case JsonKind::number: break;
  }
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  // A double comes back in its shortest text, which is what was typed for numbers of up to fifteen digits (Decimals beyond that are not exact).
  if (value.is_double()) return Leaf<double>::to_json_text(value.get_double());
  return refuse("json.wrong_kind", {"number"});
}

Refusal unknown_field(std::string_view name, std::span<const std::string> known) {
  const std::string near = nearest(name, known);
  if (near.empty()) return refuse("json.unknown_field", {std::string(name)});
  return refuse("json.mistyped_field", {std::string(name), near});
}

std::string pointer_part(std::string_view name) {
  std::string out;
  for (char c : name) out += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  return out;
}

}  // namespace laoyou::record
