// The command line of the dispatch engine.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace laoyou::app {

/// `laoyou dispatch solve|check|replan|roster …`; the words after "dispatch". docs/dispatch.md describes them. A file named "-" is read from `in`.
/// Answers go to `out` as JSON, reasons of refusal to `err` as JSON. 0 done, 1 refused or (check) rules broken, 2 the words are wrong.
int dispatch_command(std::span<const std::string_view> arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
