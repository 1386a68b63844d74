// By what a receiver knows that a message is ours: HMAC-SHA-256 over the time and the body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace laoyou::webhooks {

/// "v1=" and 64 hexadecimal digits: HMAC-SHA-256 with `secret` over "TIME.BODY", where TIME is `seconds` since 1970 as it stands in Laoyou-Time.
std::string signature(std::string_view secret, std::int64_t seconds, std::string_view body);

}  // namespace laoyou::webhooks
