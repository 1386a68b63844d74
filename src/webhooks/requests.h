// What the routes of webhooks are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::webhooks {

struct NewWebhook {
  std::string name;
  std::string url;
  std::optional<std::string> procedures;  ///< keys, separated by spaces; nothing: all
};
LAOYOU_RECORD(NewWebhook, "new_webhook", name, url, procedures)

/// Told once, when it is made.
struct WebhookSecret {
  std::string id;
  std::string secret;
};
LAOYOU_RECORD(WebhookSecret, "webhook_secret", id, secret)

struct WebhookRequest {
  std::int64_t id = 0;
};
LAOYOU_RECORD(WebhookRequest, "webhook_request", id)

/// One webhook and how it goes with it.
struct WebhookRow {
  std::string id;
  RegionCode region;
  std::string name, url;
  std::vector<std::string> procedures;
  Instant made_at;
  std::int64_t waiting = 0;
  std::int32_t tries = 0;
  std::optional<std::string> last_failure;
  std::optional<Instant> next_try_at;  ///< while something waits
  std::optional<Instant> last_taken_at;
};
LAOYOU_RECORD(WebhookRow, "webhook_row", id, region, name, url, procedures, made_at, waiting, tries, last_failure, next_try_at, last_taken_at)

struct WebhookList {
  std::vector<WebhookRow> rows;
  bool own_network = false;  ///< addresses of the own network, and without TLS, are allowed on this server
};
LAOYOU_RECORD(WebhookList, "webhook_list", rows, own_network)

struct DeliveryRow {
  std::string id;
  Instant queued_at;
  bool waiting = false;
  std::optional<Instant> taken_at;
  std::string body;
};
LAOYOU_RECORD(DeliveryRow, "webhook_delivery_row", id, queued_at, waiting, taken_at, body)

struct DeliveryList {
  std::vector<DeliveryRow> rows;
};
LAOYOU_RECORD(DeliveryList, "webhook_delivery_list", rows)

}  // namespace laoyou::webhooks
