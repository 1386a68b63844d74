#include "engines/dispatch/format/json_reader.h"

#include <algorithm>
#include <cmath>

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;

constexpr std::int64_t k_most = 10'000'000'000'000;
constexpr std::size_t k_deepest = 16;

std::string below(const std::string& path, std::string_view name) { return path + "/" + std::string(name); }

}  // namespace

JsonReader::JsonReader(const json::value& value, std::string path, Refusals& refusals)
    : object_(value.if_object()), path_(std::move(path)), refusals_(refusals) {
  if (object_ == nullptr) refusals_.push_back({"dispatch.json.wrong_type", path_, {"object"}});
}

const json::value* JsonReader::member(std::string_view name) {
  asked_.emplace_back(name);
  return object_ == nullptr ? nullptr : object_->if_contains(name);
}

bool JsonReader::has(std::string_view name) const { return object_ != nullptr && object_->contains(name); }

void JsonReader::refuse_member(std::string_view name, std::string_view code, std::vector<std::string> words) {
  refusals_.push_back({"dispatch.json." + std::string(code), below(path_, name), std::move(words)});
}

std::optional<std::int64_t> JsonReader::whole(const json::value& value, const std::string& path) {
  boost::system::error_code failed;
  const auto number = value.is_number() ? value.to_number<std::int64_t>(failed) : 0;
  if (!value.is_number() || failed) {
    refusals_.push_back({"dispatch.json.wrong_type", path, {"whole number"}});
    return std::nullopt;
  }
  if (number < -k_most || number > k_most) {
    refusals_.push_back({"dispatch.json.out_of_range", path, {std::to_string(number)}});
    return std::nullopt;
  }
  return number;
}

std::optional<std::int64_t> JsonReader::optional_integer(std::string_view name) {
  const json::value* value = member(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return whole(*value, below(path_, name));
}

std::int64_t JsonReader::integer(std::string_view name, std::int64_t absent) { return optional_integer(name).value_or(absent); }

std::int64_t JsonReader::integer(std::string_view name) {
  if (object_ != nullptr && !has(name)) refuse_member(name, "missing");
  return integer(name, 0);
}

double JsonReader::real(std::string_view name) {
  const json::value* value = member(name);
  boost::system::error_code failed;
  const double number = value != nullptr && value->is_number() ? value->to_number<double>(failed) : NAN;
  if (!std::isfinite(number)) refuse_member(name, "wrong_type", {"number"});
  return std::isfinite(number) ? number : 0;
}

bool JsonReader::boolean(std::string_view name, bool absent) {
  const json::value* value = member(name);
  if (value == nullptr) return absent;
  if (!value->is_bool()) refuse_member(name, "wrong_type", {"true or false"});
  return value->is_bool() ? value->as_bool() : absent;
}

std::string JsonReader::text(std::string_view name) {
  const json::value* value = member(name);
  if (value == nullptr) {
    if (object_ != nullptr) refuse_member(name, "missing");
    return {};
  }
  if (!value->is_string()) {
    refuse_member(name, "wrong_type", {"text"});
    return {};
  }
  return std::string(value->as_string());
}

int JsonReader::id(std::string_view name, const Ids& ids) {
  const json::value* value = member(name);
  if (value == nullptr || value->is_null()) return -1;
  const std::string wanted = text(name);
  const auto found = ids.find(wanted);
  if (found != ids.end()) return found->second;
  if (value->is_string()) refuse_member(name, "unknown_id", {wanted});
  return -1;
}

int JsonReader::required_id(std::string_view name, const Ids& ids) {
  if (object_ != nullptr && !has(name)) refuse_member(name, "missing");
  return std::max(0, id(name, ids));
}

void JsonReader::each(std::string_view name, const std::function<void(const json::value&, const std::string&)>& read) {
  const json::value* value = member(name);
  if (value == nullptr) return;
  const json::array* list = value->if_array();
  if (list == nullptr) return refuse_member(name, "wrong_type", {"list"});
  for (std::size_t i = 0; i < list->size(); ++i) read((*list)[i], below(path_, name) + "/" + std::to_string(i));
}

std::vector<std::string> JsonReader::text_list(std::string_view name) {
  std::vector<std::string> texts;
  each(name, [&](const json::value& value, const std::string& path) {
    if (value.is_string())
      texts.emplace_back(value.as_string());
    else
      refusals_.push_back({"dispatch.json.wrong_type", path, {"text"}});
  });
  return texts;
}

std::vector<int> JsonReader::id_list(std::string_view name, const Ids& ids) {
  std::vector<int> found;
  for (const std::string& wanted : text_list(name)) {
    const auto at = ids.find(wanted);
    if (at != ids.end())
      found.push_back(at->second);
    else
      refuse_member(name, "unknown_id", {wanted});
  }
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
  json::parse_options options;
  options.max_depth = k_deepest;
  boost::system::error_code failed;
  json::value value = json::parse(json::string_view(text.data(), text.size()), failed, {}, options);
  if (failed) return Refusals{{"dispatch.json.malformed", "", {failed.message()}}};
  return value;
}

}  // namespace laoyou::dispatch
