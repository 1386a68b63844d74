// What a request wants done. HEAD is answered as GET without the body; every other method of HTTP is refused.
#pragma once

#include <string_view>

namespace laoyou::http {

/// The methods a route can be declared for.
enum class Verb { get, post, put, remove };

/// How many verbs there are.
inline constexpr int k_verb_count = 4;

/// "GET", "POST", "PUT" or "DELETE".
constexpr std::string_view text(Verb verb) {
  constexpr std::string_view k_texts[k_verb_count] = {"GET", "POST", "PUT", "DELETE"};
  return k_texts[static_cast<int>(verb)];
}

}  // namespace laoyou::http
