// How deep a query nests, as far as its database cares.
#pragma once

#include <string_view>

namespace laoyou::rules {

/// An estimate, from above, of how many symbols SQLite's parser holds open at once, the command around them included; it gives up at some hundred
/// ("parser stack overflow"), between 111 and 160 of this count depending on the shape.
int sql_nesting(std::string_view query);

/// From here on a query is refused for SQLite.
constexpr int k_most_sqlite_nesting = 104;

}  // namespace laoyou::rules
