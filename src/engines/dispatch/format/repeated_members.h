// Members that stand twice in one object of a JSON text: of such a pair a parser keeps one without a word.
#pragma once

#include <string_view>

#include "base/result.h"

namespace laoyou::dispatch {

/// "dispatch.json.repeated_member" for each, with its path; at most a hundred. The text must be sound JSON.
Refusals repeated_members(std::string_view text);

}  // namespace laoyou::dispatch
