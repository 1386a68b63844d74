#include "record/json_read.h"

#include <boost/json/stream_parser.hpp>

namespace laoyou::record {

namespace json = boost::json;

Result<json::value> parse_json_text(std::string_view text) {
  json::parse_options options;
  options.max_depth = 32;
  json::error_code error;
  json::stream_parser parser({}, options);
  const std::size_t read = parser.write_some(text, error);
  if (!error && read < text.size()) error = json::error::extra_data;
  if (!error) parser.finish(error);
  if (error == json::error::too_deep) return refuse("json.too_deep");
  if (error) return at("byte " + std::to_string(read), refuse("json.malformed", {error.message()}));
  return parser.release();
}

Result<std::string> leaf_text(const json::value& value, JsonKind kind) {
  switch (kind) {
    case JsonKind::boolean:
      if (value.is_bool()) return std::string(value.get_bool() ? "true" : "false");
      return refuse("json.wrong_kind", {"true / false"});
    case JsonKind::text:
      if (value.is_string()) return std::string(value.get_string());
      return refuse("json.wrong_kind", {"text"});
    case JsonKind::number: break;
  }
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  // A double comes back in its shortest text, which is what was typed for numbers of up to fifteen digits.
  if (value.is_double()) return Leaf<double>::to_json_text(value.get_double());
  return refuse("json.wrong_kind", {"number"});
}

Refusal unknown_field(std::string_view name, std::span<const std::string> known) {
  const std::string near = nearest(name, known);
  return refuse("json.unknown_field", {std::string(name), near.empty() ? "" : message("hint.nearest", {near}, Language::zh)});
}

}  // namespace laoyou::record
