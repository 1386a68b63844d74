// The plans in force. Reading them costs nothing; a reload replaces them all at once, or, when a folder has errors, none.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>

#include "plan/stack/library.h"

namespace laoyou::plan {

class RunningPlans {
 public:
  /// `folder` holds plan folders, or is one.
  explicit RunningPlans(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Loads the folder anew. All refusals at once, and then the plans that ran before still run. The first layout of facts stays for good: the server's
  /// columns are made by it. Safe across threads.
  CheckedResult<void> reload();
  /// Those in force; never null after the first successful reload().
  std::shared_ptr<const Library> current() const { return library_.load(); }

 private:
  std::filesystem::path folder_;
  std::mutex reloading_;
  std::atomic<std::shared_ptr<const Library>> library_;
};

}  // namespace laoyou::plan
