// The target of a request ("/api/plans/karamay?region=650204000000"), taken apart without trusting a byte of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace laoyou::http {

/// Names and texts, decoded, in the order written.
using TextFields = std::vector<std::pair<std::string, std::string>>;

/// A request target in its parts.
struct Target {
  std::string_view path;  ///< still encoded, points into the request
  TextFields query;
};

/// Splits a target in origin form or absolute form ("http://host/…"). Refused as "http.target_malformed" when it is neither, holds a bad escape, a control
/// character or text that is not UTF-8, or names a query parameter twice ("http.parameter_twice", with its name).
Result<Target> parse_target(std::string_view target);

/// Resolves %XX escapes; nothing when an escape is bad, or the outcome holds a control character or is not UTF-8. '+' stands for a
/// space only in a query.
enum class PlusMeans { plus, space };
std::optional<std::string> percent_decoded(std::string_view text, PlusMeans plus);

/// Whether `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

}  // namespace laoyou::http
