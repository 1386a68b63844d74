#include "base/result.h"

#include "base/check.h"

namespace laoyou {

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where) {
  std::string text = "value taken from a refusal: " + refusal.code + " at " + refusal.place;
  for (const std::string& word : refusal.words) text += " " + word;
  fail_check(text.c_str(), where.file_name(), static_cast<int>(where.line()));
}

void throw_exception_from_error(const Refusals& refusals, const boost::source_location& where) {
  if (!refusals.empty()) throw_exception_from_error(refusals.front(), where);
  fail_check("value taken from an empty list of refusals", where.file_name(), static_cast<int>(where.line()));
}

}  // namespace laoyou
