// The world around the program failed: the disk is full, the database is gone, a deadline has passed. Rooms that touch the world
// derive their exceptions from WorldFailure; the door of the program catches it once and answers with its status and code.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace laoyou {

/// A failure that is neither the caller's fault nor our own mistake, and that may pass by itself.
class WorldFailure : public std::runtime_error {
 public:
  /// code: row of messages.csv, shown to the caller; detail: for the log alone, never with values of a person; status: HTTP, 500..599.
  WorldFailure(std::string code, const std::string& detail, int status = 503)
      : std::runtime_error(detail), code_(std::move(code)), status_(status) {}

  const std::string& code() const { return code_; }
  int status() const { return status_; }

 private:
  std::string code_;
  int status_;
};

}  // namespace laoyou
