// The room of mail (邮件): once a day a digest of the inbox to those who asked for it. Its public face.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "http/caller.h"
#include "http/route.h"
#include "mail/smtp.h"
#include "store/store.h"

namespace laoyou::mail {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  const Clock& clock;
  /// An open account as the door would know it; nothing for one that is closed or may do nothing.
  std::function<std::optional<http::Caller>(std::int64_t account)> caller_of;
  std::optional<SmtpServer> server;  ///< nothing: no mail goes out, and everybody is told so
  std::string address_of_pages;      ///< "https://laoyou.example.cn", stands in the digest; may be empty
};

/// Writes the digest of a day for everyone who asked for one and has something open; once for each account and day, whoever else tries. Those of days
/// before that still wait are given up. How many were written.
std::size_t write_digests(const Services& services, Date today);

/// Sends what is due to be sent. A server that is away is tried again after 1, 2, 4 … 60 minutes; after an hour of that administrators are told in their
/// inbox, until a message is taken. How many were taken.
std::size_t send_due(const Services& services);

/// /api/mail…
http::RouteTable routes(Services services);

}  // namespace laoyou::mail
