// A running HTTP server: listener, threads, and an orderly end.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <prometheus/registry.h>
#include <string>
#include <vector>

#include "base/random.h"
#include "http/authenticator.h"
#include "http/limits.h"
#include "http/log.h"
#include "http/route.h"
#include "http/static_files.h"

namespace laoyou::http {

/// Files of a certificate.
struct TlsFiles {
  std::string certificate_chain;  ///< PEM, the server's own first
  std::string private_key;        ///< PEM
};

/// How a server runs.
struct ServerOptions {
  std::string address = "127.0.0.1";  ///< to listen on
  std::uint16_t port = 0;             ///< 0: any free one
  std::optional<TlsFiles> tls;        ///< nothing: plain HTTP
  int threads = 0;                    ///< serving connections; 0: one per processor
  int heavy_threads = 0;              ///< for heavy handlers; 0: one per processor
  Limits limits;
  bool stop_on_signals = false;       ///< SIGTERM and SIGINT begin the orderly end, SIGHUP begins the log file anew
  bool trusts_proxy = false;          ///< requests from this machine come through a proxy, whose X-Forwarded-* fields count
  bool metrics_for_all = false;       ///< /metrics answers other machines too
  std::vector<std::string> origins;   ///< see Admission
  std::string image_sources;          ///< see HeadFacts
};

/// What a server is made of. The references outlive it.
struct ServerParts {
  const Clock& clock;
  Random& random;
  Authenticator& authenticator;
  Log& log;
  RouteTable routes;   ///< of all rooms; /health, /metrics and /openapi.json are added
  StaticFiles pages;
  std::function<void()> probe = {};  ///< what GET /health tries; see BuiltIn
};

/// The server. Made, it listens; started, it answers; stopped, it finishes what it has begun.
class Server {
 public:
  /// Throws WorldFailure "http.port_taken" or "http.tls_files".
  Server(ServerOptions options, ServerParts parts);
  /// Stops and waits.
  ~Server();

  /// The port listened on.
  std::uint16_t port() const;
  /// Where other rooms add what they count.
  prometheus::Registry& metrics();
  /// Begins to answer, on threads of its own.
  void start();
  /// Begins the end: no new connections, requests in progress are finished, after Limits::draining_time they are cut. From any thread.
  void stop();
  /// Returns when the last connection has ended.
  void wait();

 private:
  class Machinery;
  std::unique_ptr<Machinery> machinery_;
};

}  // namespace laoyou::http
