// The commands of the program. Each is a function from words and streams to an exit code, so that tests call it without a process.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace laoyou::app {

using Words = std::span<const std::string_view>;

/// Exit codes: 0 done, 1 refused (the reason is on `err` or, for plan check, on `out`), 2 the words were wrong.
using Command = int (*)(Words words, std::istream& in, std::ostream& out, std::ostream& err);

int serve_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int plan_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int journal_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int backup_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int restore_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int account_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);
int demo_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
