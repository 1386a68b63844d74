#include "engines/dispatch/format/json_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engines/dispatch/format/repeated_members.h"

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

constexpr std::int64_t k_most = 10'000'000'000'000;
constexpr std::size_t k_deepest = 16;

std::string below(const std::string& path, std::string_view name) { return path + "/" + std::string(name); }

/// A value as people write it: 310.5 and not 3.105E2; at most a line of it.
std::string shown(const json::value& value) {
  constexpr std::size_t most = 40;
  if (!value.is_double()) {
    const std::string text = json::serialize(value);
    return text.size() <= most ? text : "…";
  }
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value.as_double());
  return {text.data(), end.ptr};
}

}  // namespace

std::optional<std::int64_t> whole_number(const json::value& value, const std::string& path, Refusals& refusals) {
  const auto refuse_as = [&](std::string_view code, std::vector<std::string> words) -> std::optional<std::int64_t> {
    refusals.push_back({"dispatch.json." + std::string(code), path, std::move(words)});
    return std::nullopt;
  };
  if (!value.is_number()) return refuse_as("not_number", {shown(value)});
  const double rough = value.to_number<double>();
  if (std::abs(rough) > static_cast<double>(k_most)) return refuse_as("out_of_range", {shown(value), std::to_string(-k_most), std::to_string(k_most)});
  if (rough != std::trunc(rough)) return refuse_as("not_whole", {shown(value)});
  return value.is_double() ? static_cast<std::int64_t>(rough) : value.to_number<std::int64_t>();
}

JsonReader::JsonReader(const json::value& value, std::string path, Refusals& refusals)
    : object_(value.if_object()), path_(std::move(path)), refusals_(refusals) {
  if (object_ == nullptr) refusals_.push_back({"dispatch.json.not_object", path_, {}});
}

const json::value* JsonReader::member(std::string_view name) {
  asked_.emplace_back(name);
  return has(name) ? object_->if_contains(name) : nullptr;
}

bool JsonReader::has(std::string_view name) const {
  const json::value* value = object_ == nullptr ? nullptr : object_->if_contains(name);
  return value != nullptr && !value->is_null();
}

bool JsonReader::require(std::string_view name) {
  if (object_ != nullptr && !has(name)) refuse_member(name, "missing");
  return has(name);
}

void JsonReader::refuse_member(std::string_view name, std::string_view code, std::vector<std::string> words) {
  refusals_.push_back({"dispatch.json." + std::string(code), below(path_, name), std::move(words)});
}

void JsonReader::head(std::string_view format) {
  if (text("format") != format && has("format")) refuse_member("format", "wrong_format", {std::string(format)});
  if (integer("version") != 1 && has("version")) refuse_member("version", "wrong_format", {"1"});
}

std::optional<std::int64_t> JsonReader::optional_integer(std::string_view name) {
  const json::value* value = member(name);
  return value == nullptr ? std::nullopt : whole_number(*value, below(path_, name), refusals_);
}

std::int64_t JsonReader::integer(std::string_view name, std::int64_t absent) { return optional_integer(name).value_or(absent); }

std::int64_t JsonReader::integer(std::string_view name) {
  require(name);
  return integer(name, 0);
}

std::int64_t JsonReader::integer_within(std::string_view name, std::int64_t absent, std::int64_t least, std::int64_t most) {
  const std::int64_t number = integer(name, absent);
  if (number < least || number > most) refuse_member(name, "out_of_range", {std::to_string(number), std::to_string(least), std::to_string(most)});
  return std::clamp(number, least, most);
}

double JsonReader::real(std::string_view name) {
  const json::value* value = member(name);
  boost::system::error_code failed;
  const double number = value != nullptr && value->is_number() ? value->to_number<double>(failed) : NAN;
  if (!std::isfinite(number)) refuse_member(name, "not_number", {value == nullptr ? "null" : shown(*value)});
  return std::isfinite(number) ? number : 0;
}

bool JsonReader::boolean(std::string_view name, bool absent) {
  const json::value* value = member(name);
  if (value == nullptr) return absent;
  if (!value->is_bool()) refuse_member(name, "not_flag");
  return value->is_bool() ? value->as_bool() : absent;
}

std::string JsonReader::text(std::string_view name) {
  const json::value* value = member(name);
  if (!require(name)) return {};
  if (!value->is_string()) {
    refuse_member(name, "not_text");
    return {};
  }
  return std::string(value->as_string());
}

int JsonReader::id(std::string_view name, const Ids& ids) {
  const json::value* value = member(name);
  if (value == nullptr) return -1;
  const std::string wanted = text(name);
  const auto found = ids.find(wanted);
  if (found != ids.end()) return found->second;
  if (value->is_string()) refuse_member(name, "unknown_id", {wanted});
  return -1;
}

int JsonReader::required_id(std::string_view name, const Ids& ids) {
  require(name);
  return std::max(0, id(name, ids));
}

void JsonReader::each(std::string_view name, const std::function<void(const json::value&, const std::string&)>& read) {
  const json::value* value = member(name);
  if (value == nullptr) return;
  const json::array* list = value->if_array();
  if (list == nullptr) return refuse_member(name, "not_list");
  for (std::size_t i = 0; i < list->size(); ++i) read((*list)[i], below(path_, name) + "/" + std::to_string(i));
}

std::vector<std::string> JsonReader::text_list(std::string_view name) {
  std::vector<std::string> texts;
  each(name, [&](const json::value& value, const std::string& path) {
    if (value.is_string())
      texts.emplace_back(value.as_string());
    else
      refusals_.push_back({"dispatch.json.not_text", path, {}});
  });
  return texts;
}

std::vector<int> JsonReader::id_list(std::string_view name, const Ids& ids) {
  std::vector<int> found;
  each(name, [&](const json::value& value, const std::string& path) {
    if (!value.is_string()) return refusals_.push_back({"dispatch.json.not_text", path, {}});
    const std::string wanted(value.as_string());
    const auto at = ids.find(wanted);
    if (at == ids.end()) return refusals_.push_back({"dispatch.json.unknown_id", path, {wanted}});
    found.push_back(at->second);
  });
  return found;
}

void JsonReader::finish() {
  if (object_ == nullptr) return;
  for (const auto& entry : *object_)
    if (std::find(asked_.begin(), asked_.end(), std::string_view(entry.key())) == asked_.end()) refuse_member(entry.key(), "unknown_member");
}

Ids gather_ids(const json::value& root, std::string_view list, Refusals& refusals) {
  Ids ids;
  const json::object* object = root.if_object();
  const json::value* value = object ? object->if_contains(list) : nullptr;
  const json::array* items = value ? value->if_array() : nullptr;
  if (items == nullptr) return ids;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const json::object* item = (*items)[i].if_object();
    const json::value* id = item ? item->if_contains("id") : nullptr;
    if (id == nullptr || !id->is_string()) continue;  // the reader of the item says so
    if (!ids.emplace(std::string(id->as_string()), static_cast<int>(i)).second)
      refusals.push_back({"dispatch.json.repeated_id", "/" + std::string(list) + "/" + std::to_string(i) + "/id", {std::string(id->as_string())}});
  }
  return ids;
}

CheckedResult<json::value> parse_json(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  json::parse_options options;
  options.max_depth = k_deepest;
  json::parser parser({}, options);
  boost::system::error_code failed;
  std::size_t read = parser.write_some(text.data(), text.size(), failed);
  if (!failed && read < text.size()) failed = json::error::extra_data;
  if (failed) {
    const std::string_view before = text.substr(0, read);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column = read - (before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1) + 1;
    return Refusals{{"dispatch.json.malformed", "", {failed.message(), std::to_string(line), std::to_string(column)}}};
  }
  Refusals repeated = repeated_members(text);
  if (!repeated.empty()) return repeated;
  return parser.release();
}

}  // namespace laoyou::dispatch
