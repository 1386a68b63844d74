#include "accounts/repeats.h"

#include "accounts/token.h"

namespace laoyou::accounts {
namespace {

store::Actor actor_of(const http::KeyedRequest& request) { return {request.account, "system", "idempotency"}; }

store::Filter same_key(const http::KeyedRequest& request) {
  store::Filter filter;
  filter.equals("account", Id<Account>{request.account}).equals("key_hash", token_hash(request.key));
  return filter;
}

/// What came of the first, or how to go on.
Result<std::optional<std::string>> answer_of(const AnsweredRequest& first, const http::KeyedRequest& request) {
  if (first.fingerprint != request.fingerprint) return refuse("http.idempotency_key_reused");
  if (!first.answer) return refuse("http.idempotency_unfinished");
  return std::optional<std::string>(first.answer);
}

}  // namespace

Result<std::optional<std::string>> StoredRepeats::begin(const http::KeyedRequest& request) {
  std::optional<AnsweredRequest> first;
  const store::WriteOutcome outcome = services_.store.write(actor_of(request), [&](store::Writing& writing) -> Result<void> {
    const Instant gone{writing.now().milliseconds - k_kept_ms};
    store::Filter old;
    old.equals("account", Id<Account>{request.account}).less("created_at", gone);
    for (const AnsweredRequest& each : writing.select<AnsweredRequest>(store::Scope::country(), old)) writing.remove(each.id);
    first = writing.first<AnsweredRequest>(store::Scope::country(), same_key(request));
    if (first) return {};
    writing.insert(AnsweredRequest{writing.new_id<AnsweredRequest>(), request.region, Id<Account>{request.account}, token_hash(request.key), request.fingerprint, std::nullopt,
                                   writing.now()});
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  if (!first) return std::optional<std::string>();
  return answer_of(*first, request);
}

void StoredRepeats::finish(const http::KeyedRequest& request, const std::string& answer) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(request), [&](store::Writing& writing) -> Result<void> {
    auto first = writing.first<AnsweredRequest>(store::Scope::country(), same_key(request));
    if (first) first->answer = answer;
    if (first) writing.update(*first);
    return {};
  });
  static_cast<void>(outcome.result());
}

void StoredRepeats::abandon(const http::KeyedRequest& request) {
  const store::WriteOutcome outcome = services_.store.write(actor_of(request), [&](store::Writing& writing) -> Result<void> {
    if (const auto first = writing.first<AnsweredRequest>(store::Scope::country(), same_key(request))) writing.remove(first->id);
    return {};
  });
  static_cast<void>(outcome.result());
}

}  // namespace laoyou::accounts
