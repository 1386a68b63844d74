#include "app/engine_command.h"

#include <fstream>
#include <ostream>
#include <sstream>

#include "base/messages.h"

namespace laoyou::app {

Result<std::string> read_whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return at(path, refuse("file.unreadable"));
  std::ostringstream text;
  if (file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
  if (file.bad() || !text) return at(path, refuse("file.unreadable"));
  return text.str();
}

Result<void> write_whole_file(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) return at(path, refuse("file.unwritable"));
  return {};
}

int say_refused(const Refusals& refusals, std::ostream& err) {
  for (const Refusal& refusal : refusals) {
    err << refusal.code << (refusal.place.empty() ? "" : " " + refusal.place) << ": " << message(refusal, Language::zh) << "\n";
  }
  return 1;
}

}  // namespace laoyou::app
