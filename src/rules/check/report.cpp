#include "rules/check/report.h"

#include <algorithm>
#include <tuple>

#include "base/digits.h"

namespace laoyou::rules {
namespace {

/// Takes the number behind the last colon off the text; 0 when there is none.
long take_number(std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return 0;
  const std::string digits = text.substr(colon + 1);
  if (!all_digits(digits) || digits.size() > 9) return 0;
  text.resize(colon);
  return digits_value(digits);
}

/// "rules.yaml:12:5" as file, line and column, so that line 9 stands before line 10.
std::tuple<std::string, long, long> position(std::string place) {
  const long column = take_number(place);
  const long line = take_number(place);
  return {std::move(place), line, column};
}

}  // namespace

void Report::add(const SourceText& text, std::size_t offset, std::string_view code, std::vector<std::string> words) {
  Refusal refusal(std::string(code), text.place(offset), std::move(words));
  if (std::find(refusals_.begin(), refusals_.end(), refusal) == refusals_.end()) refusals_.push_back(std::move(refusal));
}

void Report::add(const Refusals& refusals) { refusals_.insert(refusals_.end(), refusals.begin(), refusals.end()); }

Refusals Report::in_order() const {
  Refusals sorted = refusals_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Refusal& left, const Refusal& right) { return position(left.place) < position(right.place); });
  return sorted;
}

}  // namespace laoyou::rules
