// Recovery codes: ten words for the day the phone with the one-time codes is lost, each good once. Only their hashes are kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace laoyou::accounts {

/// Ten fresh codes as people write them down: "7kq4-m2xp-9hwt", 60 bits each, of letters and digits that cannot be mistaken for each other.
std::vector<std::string> new_recovery_codes(Random& random);

/// What is kept of a code, however it was typed (capitals, blanks, hyphens); empty where it has not the shape of one.
std::string recovery_hash(std::string_view typed);

}  // namespace laoyou::accounts
