#include "http/shown_texts.h"

#include "base/shown_text.h"
#include "record/json_read.h"

namespace laoyou::http {
namespace {

constexpr std::size_t k_most_told = 100;

void look_into(const boost::json::value& value, const std::string& place, Refusals& found) {
  if (found.size() >= k_most_told) return;
  if (const auto* text = value.if_string()) {
    if (const std::string sign = invisible_sign({text->data(), text->size()}); !sign.empty()) found.push_back(at(place, refuse("text.invisible_sign", {sign})));
  } else if (const auto* list = value.if_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) look_into((*list)[i], place + "/" + std::to_string(i), found);
  } else if (const auto* object = value.if_object()) {
    for (const auto& member : *object) look_into(member.value(), place + "/" + record::pointer_part(member.key()), found);
  }
}

}  // namespace

Refusals invisible_texts(const boost::json::value& body) {
  Refusals found;
  look_into(body, "", found);
  return found;
}

}  // namespace laoyou::http
