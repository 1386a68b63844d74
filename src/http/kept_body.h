// The body of an answer that is written once and sent many times.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "record/json_write.h"

namespace laoyou::http {

/// Bytes with their ETag and their compressed form. Safe across threads; shared by every answer that sends it.
class KeptBody {
 public:
  explicit KeptBody(std::string text);

  const std::string& text() const { return text_; }
  const std::string& etag() const { return etag_; }
  /// Compressed when it is first asked for.
  const std::string& gzipped() const;

 private:
  std::string text_;
  std::string etag_;
  mutable std::once_flag compressing_;
  mutable std::string gzipped_;
};

/// A handler's answer of type T that is written already, as anyone may see it: personal fields masked.
template <class T>
struct Kept {
  using Type = T;
  std::shared_ptr<const KeptBody> body;
};

template <class T>
Kept<T> keep(const T& value) {
  std::string text;
  record::write_json(text, value, record::View{});
  return {std::make_shared<const KeptBody>(std::move(text))};
}

}  // namespace laoyou::http
