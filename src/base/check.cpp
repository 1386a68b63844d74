#include "base/check.h"

#include <string>

namespace laoyou {

void fail_check(const char* condition, const char* file, int line) {
  throw BrokenInvariant(std::string(file) + ":" + std::to_string(line) + ": broken invariant: " + condition);
}

}  // namespace laoyou
