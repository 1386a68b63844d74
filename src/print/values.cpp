#include "print/values.h"

#include <array>
#include <charconv>

namespace laoyou::print {

const boost::json::value* Values::find(std::string_view name) const {
  if (name == ".") return around_.back();
  const std::string_view first = name.substr(0, name.find('.'));
  for (auto inner = around_.rbegin(); inner != around_.rend(); ++inner) {
    const boost::json::object* object = (*inner)->if_object();
    const boost::json::value* found = object == nullptr ? nullptr : object->if_contains(first);
    if (found == nullptr) continue;
    for (std::string_view rest = name.substr(first.size()); !rest.empty() && found != nullptr;) {
      rest.remove_prefix(1);
      const std::string_view step = rest.substr(0, rest.find('.'));
      object = found->if_object();
      found = object == nullptr ? nullptr : object->if_contains(step);
      rest.remove_prefix(step.size());
    }
    return found;
  }
  return nullptr;
}

std::optional<std::string> printed(const boost::json::value& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return std::string(value.as_string());
  if (value.is_int64() || value.is_uint64()) return boost::json::serialize(value);
  if (value.is_double()) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value.as_double(), std::chars_format::fixed);
    if (error == std::errc()) return std::string(digits.data(), end);
  }
  return std::nullopt;
}

bool is_there(const boost::json::value* value) {
  if (value == nullptr || value->is_null()) return false;
  if (value->is_bool()) return value->as_bool();
  if (value->is_string()) return !value->as_string().empty();
  return !value->is_array() || !value->as_array().empty();
}

}  // namespace laoyou::print
