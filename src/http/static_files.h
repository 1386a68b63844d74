// The web pages that are part of the program: looked up by path, answered from memory, compressed when the program was built.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "http/answer.h"

namespace laoyou::http {

/// One embedded file; all views live as long as the program.
struct StaticFile {
  std::string_view path;          ///< "/assets/index-4f3a.js"
  std::string_view content_type;  ///< "text/javascript; charset=utf-8"
  std::string_view bytes;
  std::string_view gzip_bytes;    ///< empty when compressing did not pay
  std::string_view hash;          ///< of bytes, of letters and digits; becomes the ETag
};

/// The embedded files by path.
class StaticFiles {
 public:
  StaticFiles() = default;
  explicit StaticFiles(std::span<const StaticFile> files);

  /// The file of a request's path; "/" is "/index.html". Null when there is none.
  const StaticFile* find(std::string_view path) const;
  /// The page that every address of the application opens with; null when there are no pages.
  const StaticFile* index() const { return find("/index.html"); }

  /// The answer with a file's content; files under /assets/ carry their hash in their name and are never asked for again.
  static Answer answer(const StaticFile& file, bool gzip_accepted);

 private:
  std::unordered_map<std::string_view, const StaticFile*> files_;
};

}  // namespace laoyou::http
