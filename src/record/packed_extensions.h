// Fields of plans (扩展字段) as text: kept beside what reads them, since a plan may drop or change them later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/extension.h"

namespace laoyou::record {

/// What rules must know of the fields; equal fields give equal text.
std::string pack_extensions(const std::vector<Extension>& fields);
/// The fields again; nothing where the text is damaged.
std::optional<std::vector<Extension>> unpack_extensions(std::string_view text);

/// Both together: the second's as they are, with the choices that the first's had beside; behind them those that the first alone has.
std::vector<Extension> extensions_of_both(const std::vector<Extension>& first, std::vector<Extension> second);

}  // namespace laoyou::record
