// /api/webhooks…: for who manages accounts, since what is sent leaves the platform.
#include <boost/url/parse.hpp>

#include "http/declare_route.h"
#include "record/sheet_rows.h"
#include "store/actor_of.h"
#include "webhooks/records.h"
#include "webhooks/requests.h"
#include "webhooks/room.h"

namespace laoyou::webhooks {
namespace {

using http::Context;
using store::Filter;
using store::Scope;
using store::Snapshot;
using store::Writing;

Scope within(const Context& context) { return Scope::of_account(context.caller().scope); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    if (c != ' ' && c != ',' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// "https://host…" without user, password or fragment; "http://" too where the own network may be called.
bool well_shaped(const std::string& text, bool own_network) {
  constexpr std::size_t k_bytes_max = 500;
  const auto url = boost::urls::parse_uri(text);
  if (!url || text.size() > k_bytes_max || url->host().empty() || url->has_userinfo() || url->has_fragment()) return false;
  return url->scheme() == "https" || (own_network && url->scheme() == "http");
}

WebhookRow row_of(Snapshot& snapshot, const Webhook& webhook) {
  WebhookRow row;
  row.id = std::to_string(webhook.id.number);
  row.region = webhook.region;
  row.name = webhook.name;
  row.url = webhook.url;
  row.procedures = webhook.procedures;
  row.made_at = webhook.made_at;
  row.waiting = snapshot.count<WebhookDelivery>(Scope::country(), Filter().equals("webhook", webhook.id).equals("waiting", true));
  row.tries = webhook.tries;
  if (!webhook.last_failure.empty()) row.last_failure = webhook.last_failure;
  if (row.waiting > 0) row.next_try_at = webhook.next_try_at;
  row.last_taken_at = webhook.last_taken_at;
  return row;
}

Result<WebhookList> list(const Services& services, Context& context) {
  return services.store.read([&](Snapshot& snapshot) {
    WebhookList answer;
    answer.own_network = services.own_network();
    for (const Webhook& webhook : snapshot.select<Webhook>(within(context), Filter().is_absent("ended_at").order_by("id"))) answer.rows.push_back(row_of(snapshot, webhook));
    return answer;
  });
}

Result<WebhookSecret> make(const Services& services, Context& context, const NewWebhook& request) {
  constexpr std::size_t k_name_bytes_max = 120, k_secret_bytes = 32;
  if (request.name.empty() || request.name.size() > k_name_bytes_max) return at("/name", refuse("webhooks.name"));
  if (!well_shaped(request.url, services.own_network())) return at("/url", refuse("webhooks.url"));
  Webhook webhook;
  webhook.region = context.caller().scope;
  webhook.name = request.name;
  webhook.url = request.url;
  webhook.secret = random_token(services.random, k_secret_bytes);
  webhook.procedures = words_of(request.procedures.value_or(""));
  webhook.made_by = context.caller().account;
  const auto keep = [&](Writing& writing) -> Result<void> {
    webhook.id = writing.new_id<Webhook>();
    webhook.made_at = webhook.next_try_at = writing.now();
    writing.insert(webhook);
    return {};
  };
  if (const Result<void> kept = services.store.write(store::acting_of(context), keep).result(); !kept) return kept.error();
  return WebhookSecret{std::to_string(webhook.id.number), webhook.secret};
}

/// Changes a webhook of the caller's place that has not ended.
Result<void> change(const Services& services, Context& context, std::int64_t id, const std::function<void(Writing&, Webhook&)>& how) {
  const auto write = [&](Writing& writing) -> Result<void> {
    auto webhook = writing.find(within(context), Id<Webhook>{id});
    if (!webhook || webhook->ended_at) return refuse("webhooks.not_found");
    how(writing, *webhook);
    writing.update(*webhook);
    return {};
  };
  return services.store.write(store::acting_of(context), write).result();
}

std::vector<WebhookDelivery> waiting(const Writing& writing, Id<Webhook> webhook, std::int64_t rows) {
  return writing.select<WebhookDelivery>(Scope::country(), Filter().equals("webhook", webhook).equals("waiting", true).order_by("id").page(0, rows));
}

Result<void> end(const Services& services, Context& context, const WebhookRequest& request) {
  return change(services, context, request.id, [](Writing& writing, Webhook& webhook) {
    webhook.ended_at = writing.now();
    constexpr std::int64_t k_all = 100'000;
    for (WebhookDelivery each : waiting(writing, webhook.id, k_all)) {
      each.waiting = false;
      writing.update(each);
    }
  });
}

Result<void> try_now(const Services& services, Context& context, const WebhookRequest& request) {
  return change(services, context, request.id, [](Writing& writing, Webhook& webhook) { webhook.next_try_at = writing.now(); });
}

/// What the other side will never take holds up all that comes after it, until somebody passes it over.
Result<void> pass_over(const Services& services, Context& context, const WebhookRequest& request) {
  return change(services, context, request.id, [](Writing& writing, Webhook& webhook) {
    for (WebhookDelivery each : waiting(writing, webhook.id, 1)) {
      each.waiting = false;
      writing.update(each);
    }
    webhook.next_try_at = writing.now();
  });
}

Result<DeliveryList> deliveries(const Services& services, Context& context, const WebhookRequest& request) {
  return services.store.read([&](Snapshot& snapshot) -> Result<DeliveryList> {
    const auto webhook = snapshot.find(within(context), Id<Webhook>{request.id});
    if (!webhook) return refuse("webhooks.not_found");
    constexpr std::int64_t k_rows = 50;
    DeliveryList answer;
    for (const WebhookDelivery& each : snapshot.select<WebhookDelivery>(Scope::country(), Filter().equals("webhook", webhook->id).order_by("queued_at", store::Order::falling).page(0, k_rows)))
      answer.rows.push_back({std::to_string(each.id.number), each.queued_at, each.waiting, each.taken_at, each.body});
    return answer;
  });
}

}  // namespace

http::RouteTable routes(const Services& services) {
  const http::Access managers = http::needs({powers::Power::accounts_manage}).in_person();
  http::RouteTable table;
  table.push_back(http::get("/api/webhooks", managers, {"事件订阅", "Webhooks"}, [services](Context& context) { return list(services, context); }).never_stored());
  table.push_back(http::post("/api/webhooks", managers, {"新增事件订阅", "A new webhook"}, [services](Context& context, const NewWebhook& request) { return make(services, context, request); }).creates().never_stored());
  table.push_back(http::remove("/api/webhooks/{id}", managers, {"停止事件订阅", "End a webhook"}, [services](Context& context, const WebhookRequest& request) { return end(services, context, request); }));
  table.push_back(http::post("/api/webhooks/{id}/retry", managers, {"立即重试", "Try again now"}, [services](Context& context, const WebhookRequest& request) { return try_now(services, context, request); }));
  table.push_back(http::post("/api/webhooks/{id}/skip", managers, {"跳过最早一条", "Pass over the oldest that waits"},
                             [services](Context& context, const WebhookRequest& request) { return pass_over(services, context, request); }));
  table.push_back(http::get("/api/webhooks/{id}/deliveries", managers, {"最近的事件", "The latest events"},
                            [services](Context& context, const WebhookRequest& request) { return deliveries(services, context, request); })
                      .never_stored());
  return table;
}

}  // namespace laoyou::webhooks
