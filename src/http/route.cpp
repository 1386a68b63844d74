#include "http/route.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::http {

Route::Route(Verb verb, std::string path, Access access, Summary summary, RouteTypes types)
    : verb_(verb),
      path_(std::move(path)),
      access_(access),
      summary_(std::move(summary)),
      types_(std::move(types)),
      body_kind_(verb == Verb::post || verb == Verb::put ? BodyKind::json : BodyKind::none),
      storing_(verb == Verb::get ? Storing::revalidated : Storing::never) {
  CHECK(!path_.empty() && path_.front() == '/');
  CHECK(!summary_.zh.empty() && !summary_.en.empty());
  for (std::string_view segment : path_segments(path_)) {
    if (segment.front() != '{') continue;
    CHECK(segment.size() > 2 && segment.back() == '}');
    path_fields_.emplace_back(segment.substr(1, segment.size() - 2));
  }
}

Route&& Route::handled_by(Handler handler) && {
  CHECK(!waiting_handler_);  // a handler may be put around the one before
  handler_ = std::move(handler);
  return std::move(*this);
}

Route&& Route::handled_by(WaitingHandler handler) && {
  CHECK(!handler_ && !waiting_handler_);
  waiting_handler_ = std::move(handler);
  workplace_ = Workplace::door;
  return std::move(*this);
}

Route&& Route::body_limit(std::size_t bytes) && {
  CHECK(body_kind_ != BodyKind::none && bytes > 0);
  body_bytes_max_ = bytes;
  return std::move(*this);
}

Route&& Route::takes_file(std::vector<std::string> media_types, std::size_t bytes) && {
  CHECK(body_kind_ == BodyKind::json && !media_types.empty() && bytes > 0);
  body_kind_ = BodyKind::file;
  media_types_ = std::move(media_types);
  body_bytes_max_ = bytes;
  return std::move(*this);
}

Route&& Route::received_by(MakeBodySink make_sink) && {
  CHECK(body_kind_ == BodyKind::file && make_sink);
  make_sink_ = std::move(make_sink);
  return std::move(*this);
}

Route&& Route::heavy() && {
  CHECK(handler_ != nullptr);  // a waiting handler hands its heavy parts to the pool itself
  workplace_ = Workplace::pool;
  return std::move(*this);
}

Route&& Route::at_door() && {
  workplace_ = Workplace::door;
  return std::move(*this);
}

Route&& Route::creates() && {
  success_status_ = 201;
  return std::move(*this);
}

Route&& Route::never_stored() && {
  storing_ = Storing::never;
  return std::move(*this);
}

Route&& Route::refuses(int status, std::string code) && {
  CHECK(status >= 400 && status <= 599);
  refusals_.push_back({status, std::move(code)});
  return std::move(*this);
}

int Route::status_of(const std::string& code) const {
  for (const DeclaredRefusal& refusal : refusals_) {
    if (refusal.code == code) return refusal.status;
  }
  return code.ends_with(".not_found") ? 404 : 422;
}

std::vector<std::string_view> path_segments(std::string_view path) {
  std::vector<std::string_view> segments;
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
    if (!path.empty()) {
      path.remove_prefix(1);
      if (path.empty()) segments.emplace_back();  // a slash at the end is a segment of its own: "/api/plans/" is another path
    }
  }
  return segments;
}

}  // namespace laoyou::http
