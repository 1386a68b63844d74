// An upload on its way in: a sink for the body of a route that takes a file.
#pragma once

#include "files/room.h"
#include "files/spool.h"
#include "http/body_sink.h"

namespace laoyou::files {

class Upload final : public http::BodySink {
 public:
  explicit Upload(const Services& services) : spool_(spool_directory(services.store), services.random) {}
  void take(std::string_view bytes) override { spool_.append(bytes); }
  const Spool& spool() const { return spool_; }

 private:
  /// Beside the database where that is a file, since the system's directory for such things may be memory.
  static std::filesystem::path spool_directory(store::Store& store) {
    const store::DatabaseAddress& address = store.address();
    return address.kind == store::DatabaseKind::sqlite && address.vfs.empty() ? address.directory() : std::filesystem::temp_directory_path();
  }
  Spool spool_;
};

}  // namespace laoyou::files
