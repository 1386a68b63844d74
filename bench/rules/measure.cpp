#include "measure.h"

#include <fstream>
#include <string>

namespace laoyou::bench {
namespace {

std::size_t status_kilobytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == name) {
      std::size_t kilobytes = 0;
      status >> kilobytes;
      return kilobytes;
    }
  return 0;
}

}  // namespace

std::size_t resident_bytes() { return status_kilobytes("VmRSS:") * 1024; }
std::size_t peak_bytes() { return status_kilobytes("VmHWM:") * 1024; }
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace laoyou::bench
