#include "http/static_files.h"

#include "base/check.h"

namespace laoyou::http {

StaticFiles::StaticFiles(std::span<const StaticFile> files) {
  for (const StaticFile& file : files) {
    CHECK(file.path.starts_with('/') && !file.content_type.empty() && !file.hash.empty());
    CHECK(files_.emplace(file.path, &file).second);
  }
}

const StaticFile* StaticFiles::find(std::string_view path) const {
  const auto found = files_.find(path == "/" ? std::string_view("/index.html") : path);
  return found == files_.end() ? nullptr : found->second;
}

Answer StaticFiles::answer(const StaticFile& file, bool gzip_accepted) {
  Answer answer;
  answer.content_type = file.content_type;
  answer.gzipped = gzip_accepted && !file.gzip_bytes.empty();
  answer.standing_body = answer.gzipped ? file.gzip_bytes : file.bytes;
  answer.varies = !file.gzip_bytes.empty();
  answer.etag = "W/\"" + std::string(file.hash) + "\"";
  answer.storing = file.path.starts_with("/assets/") ? Storing::immutable : Storing::revalidated;
  return answer;
}

}  // namespace laoyou::http
