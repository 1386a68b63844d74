// Where a large body goes as it arrives, so that it is never whole in memory.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace laoyou::http {

class Context;

/// Takes the body of one request. Its functions are called one after another, on threads that may wait for the disk.
class BodySink {
 public:
  virtual ~BodySink() = default;
  /// The next bytes. What it throws is answered as if the handler had thrown it, and no more is handed over.
  virtual void take(std::string_view bytes) = 0;
};

/// Makes the sink of an admitted request; may throw likewise.
using MakeBodySink = std::function<std::shared_ptr<BodySink>(Context&)>;

}  // namespace laoyou::http
