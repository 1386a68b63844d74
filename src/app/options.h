// The words of a command line: options "--name value" or "--name=value", switches "--name", and the words between them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "base/result.h"

namespace laoyou::app {

class Options {
 public:
  /// Refused as "option.unknown", "option.mistyped", "option.takes_no_value", "option.missing_value" or "option.repeated".
  static Result<Options> read(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches);

  const std::vector<std::string>& words() const { return words_; }
  bool has(std::string_view name) const { return values_.contains(name); }
  std::optional<std::string> value(std::string_view name) const;

 private:
  std::vector<std::string> words_;
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace laoyou::app
