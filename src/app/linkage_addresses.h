#pragma once

#include <iosfwd>

namespace laoyou::app {

/// Reads addresses, one a line, and writes CSV: province, city, district, code (of the deepest place known), street. Gives the exit code 0.
int read_addresses(std::istream& in, std::ostream& out);

}  // namespace laoyou::app
