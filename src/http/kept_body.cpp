#include "http/kept_body.h"

#include "http/content_hash.h"
#include "http/gzip.h"

namespace laoyou::http {

KeptBody::KeptBody(std::string text) : text_(std::move(text)), etag_(content_etag(text_)) {}

const std::string& KeptBody::gzipped() const {
  std::call_once(compressing_, [this] { gzipped_ = http::gzipped(text_); });
  return gzipped_;
}

}  // namespace laoyou::http
