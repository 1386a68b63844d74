// One row of a room's route table: what may be asked, by whom, and who answers. Rows are made with get(), post(), put() and remove()
// of declare_route.h; from them come the dispatch, the authorisation, the API document and the test that walks every route.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "http/access.h"
#include "http/answer.h"
#include "http/body_sink.h"
#include "http/context.h"
#include "http/target.h"
#include "http/verb.h"

namespace laoyou::http {

/// One line on what a route is for, in both languages.
struct Summary {
  std::string zh;
  std::string en;
};

/// What a handler's request is filled from.
struct Incoming {
  TextFields fields;                    ///< of path and query
  const boost::json::object* body = nullptr;  ///< JSON body; null when there is none
};

/// Which body a route takes.
enum class BodyKind { none, json, file };

/// Where a handler runs.
enum class Workplace {
  waiting,  ///< on one of many threads that may wait: for the disk, a database, a queue
  door,     ///< on the threads that serve connections: short work in memory
  pool      ///< on the pool for heavy work (large exports), as wide as there are processors
};

/// A member of a request, for the API document.
struct DescribedField {
  std::string name;
  std::string zh, en;  ///< labels
  bool required = false;
  boost::json::object schema;
};

/// How a route's types are described; components collects the schemas of records by name.
struct RouteTypes {
  std::function<std::vector<DescribedField>(boost::json::object& components)> request;
  std::function<boost::json::object(boost::json::object& components)> answer;  ///< empty for files and streams
  std::string answer_content_type = "application/json";
};

/// A refusal the handler may give, with the status it is answered with.
struct DeclaredRefusal {
  int status;
  std::string code;
};

/// A declared route.
class Route {
 public:
  using Handler = std::function<Reply(Context&, const Incoming&)>;
  using WaitingHandler = std::function<boost::asio::awaitable<Reply>(Context&, const Incoming&)>;

  /// path: "/api/plans/{plan}"; a name in braces stands for one segment.
  Route(Verb verb, std::string path, Access access, Summary summary, RouteTypes types);

  Route&& handled_by(Handler handler) &&;
  Route&& handled_by(WaitingHandler handler) &&;
  /// The largest body taken, in bytes.
  Route&& body_limit(std::size_t bytes) &&;
  /// The body is a file of one of these media types and is not parsed; query parameters are allowed beside it.
  Route&& takes_file(std::vector<std::string> media_types, std::size_t bytes) &&;
  /// The file goes to a sink as it arrives instead of into memory; the handler finds it as Context::sink().
  Route&& received_by(MakeBodySink make_sink) &&;
  /// The handler works long on the processor.
  Route&& heavy() &&;
  /// The handler never waits, not even for the database: it needs no other thread.
  Route&& at_door() &&;
  /// The handler makes something new: its answer is 201.
  Route&& creates() &&;
  /// The answer is never kept by a browser, nor compressed: it holds personal data or secrets.
  Route&& never_stored() &&;
  /// A refusal of this code is answered with this status. Codes not declared: 404 when they end in ".not_found", else 422.
  Route&& refuses(int status, std::string code) &&;

  Verb verb() const { return verb_; }
  const std::string& path() const { return path_; }
  const Access& access() const { return access_; }
  const Summary& summary() const { return summary_; }
  const RouteTypes& types() const { return types_; }
  BodyKind body_kind() const { return body_kind_; }
  std::size_t body_bytes_max() const { return body_bytes_max_; }
  const std::vector<std::string>& media_types() const { return media_types_; }
  /// Empty: the body is kept in memory.
  const MakeBodySink& make_sink() const { return make_sink_; }
  Workplace workplace() const { return workplace_; }
  Storing storing() const { return storing_; }
  /// Of an answer that is no refusal.
  int success_status() const { return success_status_; }
  const std::vector<DeclaredRefusal>& refusals() const { return refusals_; }
  /// Exactly one of the two is set.
  const Handler& handler() const { return handler_; }
  const WaitingHandler& waiting_handler() const { return waiting_handler_; }
  /// Names in braces, in the order of the path.
  const std::vector<std::string>& path_fields() const { return path_fields_; }
  /// The status of a refusal given by the handler.
  int status_of(const std::string& code) const;

 private:
  Verb verb_;
  std::string path_;
  Access access_;
  Summary summary_;
  RouteTypes types_;
  std::vector<std::string> path_fields_;
  BodyKind body_kind_;
  std::size_t body_bytes_max_ = 256 * 1024;
  std::vector<std::string> media_types_;
  MakeBodySink make_sink_;
  Workplace workplace_ = Workplace::waiting;
  Storing storing_;
  int success_status_ = 200;
  std::vector<DeclaredRefusal> refusals_;
  Handler handler_;
  WaitingHandler waiting_handler_;
};

/// A room's routes.
using RouteTable = std::vector<Route>;

/// The segments of a path: "/api/plans" has two.
std::vector<std::string_view> path_segments(std::string_view path);

}  // namespace laoyou::http
