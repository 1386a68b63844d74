// Where other systems are told of what happens, and what waits for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::webhooks {

/// An address of another system that is told of events (订阅). It is never removed, so that what it was told stays known.
struct Webhook {
  Id<Webhook> id;
  RegionCode region;                    ///< it is told of cases within
  std::string name;
  std::string url;
  std::string secret;                   ///< signs what is sent; sealed at rest
  std::vector<std::string> procedures;  ///< keys; empty: all
  std::int64_t made_by = 0;
  Instant made_at;
  std::optional<Instant> ended_at;
  std::int32_t tries = 0;               ///< in vain since something was last taken
  Instant next_try_at;
  std::string last_failure;             ///< what the other side, or the way to it, said
  std::optional<Instant> last_taken_at;
};
LAOYOU_RECORD(Webhook, "webhook", id, region, name, url, secret, procedures, made_by, made_at, ended_at, tries, next_try_at, last_failure, last_taken_at)

/// One event on its way to one webhook. All of a webhook go out in the order of their ids.
struct WebhookDelivery {
  Id<WebhookDelivery> id;
  RegionCode region;
  Id<Webhook> webhook;
  std::string body;                   ///< JSON without personal data
  Instant queued_at;
  bool waiting = true;
  std::optional<Instant> taken_at;    ///< neither waiting nor taken: passed over by hand, or its webhook ended
};
LAOYOU_RECORD(WebhookDelivery, "webhook_delivery", id, region, webhook, body, queued_at, waiting, taken_at)

}  // namespace laoyou::webhooks
