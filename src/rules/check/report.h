// Collects everything that is wrong with a book, each refusal with its place, and gives it back in the order of the files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/text/source.h"

namespace laoyou::rules {

class Report {
 public:
  /// Notes a refusal said of the byte at `offset` of `text`. The same refusal of the same place is noted once.
  void add(const SourceText& text, std::size_t offset, std::string_view code, std::vector<std::string> words = {});
  /// Notes refusals that have their places already.
  void add(const Refusals& refusals);

  bool empty() const { return refusals_.empty(); }
  /// By file, line, column; those of one place in the order they were noted.
  Refusals in_order() const;

 private:
  Refusals refusals_;
};

}  // namespace laoyou::rules
