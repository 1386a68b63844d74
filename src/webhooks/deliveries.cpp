// What waits for webhooks, and its sending.
#include "notices/tell.h"
#include "webhooks/post.h"
#include "webhooks/records.h"
#include "webhooks/room.h"
#include "webhooks/signature.h"

#include <algorithm>

namespace laoyou::webhooks {
namespace {

using store::Filter;
using store::Scope;
using store::Snapshot;
using store::Writing;

constexpr notices::Kind k_webhook_away{"notice.webhook_away", notices::Importance::urgent};
constexpr std::int64_t k_minute_ms = 60'000;
constexpr std::int32_t k_tries_before_alarm = 6;

store::Actor program() { return {0, "system", "webhooks"}; }
std::string outage(Id<Webhook> webhook) { return notices::cause("webhook", webhook.number); }

bool wants(const Webhook& webhook, const Happening& happening) {
  const bool named = webhook.procedures.empty() || std::find(webhook.procedures.begin(), webhook.procedures.end(), happening.procedure) != webhook.procedures.end();
  return named && webhook.region.contains(happening.region);
}

std::int64_t pause_ms(std::int32_t tries) { return std::min<std::int64_t>(360, std::int64_t{1} << std::min(tries - 1, 9)) * k_minute_ms; }

Filter running() { return Filter().is_absent("ended_at"); }

/// What goes out to one webhook now.
struct Bundle {
  Webhook webhook;
  std::vector<WebhookDelivery> deliveries;
};

/// Webhooks that are due, claimed: for a while nobody else comes to them. What is sent twice all the same carries the same id.
std::vector<Bundle> claim_due(const Services& services) {
  constexpr std::int64_t k_at_once = 50, k_claim_ms = 10 * k_minute_ms;
  std::vector<Bundle> claimed;
  const auto claim = [&](Writing& writing) -> Result<void> {
    claimed.clear();
    for (Webhook webhook : writing.select<Webhook>(Scope::country(), running().at_most("next_try_at", writing.now()))) {
      auto waiting = writing.select<WebhookDelivery>(Scope::country(), Filter().equals("webhook", webhook.id).equals("waiting", true).order_by("id").page(0, k_at_once));
      if (waiting.empty()) continue;
      webhook.next_try_at = writing.now().plus_milliseconds(k_claim_ms);
      writing.update(webhook);
      claimed.push_back({std::move(webhook), std::move(waiting)});
    }
    return {};
  };
  services.store.write(program(), claim).result().value();
  return claimed;
}

std::string send(const Services& services, const Webhook& webhook, const WebhookDelivery& delivery) {
  const std::int64_t seconds = services.clock.now().milliseconds / 1'000;
  Post message;
  message.url = webhook.url;
  message.body = delivery.body;
  message.own_network = services.own_network();
  message.headers = {"Content-Type: application/json", "User-Agent: laoyou", "Laoyou-Delivery: " + std::to_string(delivery.id.number), "Laoyou-Time: " + std::to_string(seconds),
                     "Laoyou-Signature: " + signature(webhook.secret, seconds, delivery.body)};
  return post(message);
}

void note_outcome(const Services& services, const Bundle& bundle, std::size_t taken, const std::string& failure) {
  const auto note = [&](Writing& writing) -> Result<void> {
    for (std::size_t i = 0; i < taken; ++i) {
      WebhookDelivery delivery = bundle.deliveries[i];
      delivery.waiting = false;
      delivery.taken_at = writing.now();
      writing.update(delivery);
    }
    Webhook webhook = *writing.find(Scope::country(), bundle.webhook.id);
    if (taken > 0) webhook.last_taken_at = writing.now();
    if (taken > 0) webhook.tries = 0;
    webhook.tries += failure.empty() ? 0 : 1;
    webhook.last_failure = failure;
    webhook.next_try_at = failure.empty() ? writing.now() : writing.now().plus_milliseconds(pause_ms(webhook.tries));
    writing.update(webhook);
    if (failure.empty()) notices::settle(writing, outage(webhook.id));
    if (webhook.tries > k_tries_before_alarm)
      notices::tell(writing, {k_webhook_away, outage(webhook.id), writing.now().beijing_day().text(), notices::Addressee::holders(powers::Power::accounts_manage), webhook.region, {webhook.name, failure}, {}, "/webhooks"});
    return {};
  };
  services.store.write(program(), note).result().value();
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  return {store::table<Webhook>({store::indexed({"next_try_at"})}), store::table<WebhookDelivery>({store::indexed({"webhook", "waiting"}), store::indexed({"webhook", "queued_at"})})};
}

void queue(Writing& caller, const Happening& happening) {
  Writing writing = caller.beyond_scope();
  for (const Webhook& webhook : writing.select<Webhook>(Scope::country(), running())) {
    if (!wants(webhook, happening)) continue;
    writing.insert(WebhookDelivery{writing.new_id<WebhookDelivery>(), happening.region, webhook.id, happening.body(), writing.now(), true, std::nullopt});
  }
}

std::size_t send_due(const Services& services) {
  std::size_t all = 0;
  for (const Bundle& bundle : claim_due(services)) {
    std::size_t taken = 0;
    std::string failure;
    while (taken < bundle.deliveries.size() && failure.empty()) {
      failure = send(services, bundle.webhook, bundle.deliveries[taken]);
      if (failure.empty()) ++taken;
    }
    note_outcome(services, bundle, taken, failure);
    all += taken;
  }
  return all;
}

}  // namespace laoyou::webhooks
