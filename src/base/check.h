// CHECK states what must hold whatever the input: it guards against our own mistakes and stays on in release builds.
// It is never used on input; a wrong input is a Refusal (result.h).
#pragma once

#include <stdexcept>

namespace laoyou {

/// Thrown by a failed CHECK. The door of the program catches it, undoes the transaction and answers with a reference number.
class BrokenInvariant : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws BrokenInvariant naming the condition and its place in the source.
[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace laoyou

#define CHECK(condition) (static_cast<bool>(condition) ? void(0) : ::laoyou::fail_check(#condition, __FILE__, __LINE__))
