// Bytes as text, base64 with the alphabet of addresses and without padding (RFC 4648 section 5). What is sealed is written so: unlike libsodium's own, which
// takes the same time whatever the text, since what is sealed needs no hiding.
#pragma once

#include <string>
#include <string_view>

namespace laoyou::store {

std::string base64(std::string_view bytes);
/// False for a text that base64() never gives.
bool read_base64(std::string_view text, std::string& bytes);

}  // namespace laoyou::store
