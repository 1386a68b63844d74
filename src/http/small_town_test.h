// A small server for the tests of this room: a few routes, an account for each power, two pages.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "http/declare_route.h"
#include "http/event_hub.h"
#include "http/testing/loopback_client.h"
#include "http/testing/route_walk.h"
#include "http/server.h"

namespace laoyou::http {

struct NurseryRequest {
  RegionCode region;
  std::optional<std::int32_t> places;
};
LAOYOU_RECORD(NurseryRequest, "nursery_request", region, places)

struct NamedRequest {
  std::string name;
};
LAOYOU_RECORD(NamedRequest, "named_request", name)

struct Nursery {
  std::string name;
  RegionCode region;
  std::int32_t places = 0;
};
LAOYOU_RECORD(Nursery, "nursery", name, region, places)

struct NurseryList {
  std::vector<Nursery> rows;
};
LAOYOU_RECORD(NurseryList, "nursery_list", rows)

struct FileRequest {
  std::string format;
};
LAOYOU_RECORD(FileRequest, "file_request", format)

/// An account of the town.
struct TownAccount {
  std::string name;  ///< its token too
  powers::Powers powers;
};

/// One for each single power, named like it; "nothing" has none and "everything" all.
std::vector<TownAccount> town_accounts();

/// Knows the accounts of the town; the scope is the city 650200000000.
class TownAuthenticator final : public Authenticator {
 public:
  boost::asio::awaitable<std::optional<Caller>> authenticate(const Credentials& credentials) override;
  std::atomic<bool> ended{false};  ///< every session has ended
  std::atomic<bool> moved{false};  ///< every account sees another city
  std::atomic<bool> away{false};   ///< nobody can be looked up
};

/// What the handlers of the town may be told to do, and what they have seen.
struct TownState {
  EventHub hub;
  std::atomic<bool> database_gone{false};
  std::atomic<int> handled{0};
  std::function<bool()> meet = [] { return true; };     ///< what POST /api/meet waits for on a thread of its own
  std::function<void(std::function<void(int)>)> later;  ///< how GET /api/later gets its answer
};

/// The routes of the town; `state` outlives them.
RouteTable town_routes(TownState& state);

/// A running server.
class SmallTown {
 public:
  explicit SmallTown(ServerOptions options = {}, LogTarget log = LogTarget::nowhere, const std::string& log_file = {});
  ~SmallTown();

  std::uint16_t port() const { return server_->port(); }
  Server& server() { return *server_; }
  TownState& state() { return state_; }
  TownAuthenticator& authenticator() { return authenticator_; }
  void stop();

  /// A request by one of town_accounts(), with its CSRF token.
  ClientRequest as(std::string_view account, ClientRequest request) const;
  ClientAnswer ask(const ClientRequest& request) const { return ask_once(port(), request); }
  std::vector<WalkingSession> sessions() const;
  static std::vector<RouteDescription> descriptions();

 private:
  SystemClock clock_;
  SeededRandom random_{1};
  TownAuthenticator authenticator_;
  TownState state_;
  Log log_;
  std::unique_ptr<Server> server_;
};

/// Options whose waits are short enough for tests.
ServerOptions hasty_options();

}  // namespace laoyou::http
