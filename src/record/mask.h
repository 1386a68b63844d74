// What of a personal text a screen shows without permission.
#pragma once

#include <string>
#include <string_view>

#include "record/dictionary.h"

namespace laoyou::record {

/// The masked text: 王*, 138****1234, 110105********002X, 北京市朝阳区****, or ****. A text too short to hide four characters of is masked whole;
/// of a short address at most half is shown. An empty text stays empty.
std::string masked(std::string_view text, Mask mask);

}  // namespace laoyou::record
