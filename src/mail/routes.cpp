#include <algorithm>

#include "http/declare_route.h"
#include "mail/records.h"
#include "mail/requests.h"
#include "mail/room.h"
#include "store/actor_of.h"

namespace laoyou::mail {
namespace {

using http::Context;
using store::actor_of;
using store::Filter;
using store::Scope;
using store::Snapshot;
using store::Writing;

Filter own(const Context& context) { return Filter().equals("account", context.caller().account); }

/// "zh***@example.cn"
std::string masked_address(const std::string& address) {
  const std::size_t at = address.find('@');
  return address.substr(0, std::min<std::size_t>(2, at / 2)) + "***" + address.substr(at);
}

Result<OwnMail> own_mail(const Services& services, Context& context) {
  return services.store.read([&](Snapshot& snapshot) {
    OwnMail answer;
    answer.offered = services.server.has_value();
    const auto kept = snapshot.first<MailAddress>(Scope::country(), own(context));
    answer.asked_for = kept.has_value();
    if (kept) answer.address = masked_address(kept->address);
    const auto last = snapshot.first<Digest>(Scope::country(), own(context).equals("state", DigestState::sent).order_by("day", store::Order::falling));
    if (last) answer.last_sent_at = last->sent_at;
    return answer;
  });
}

Result<void> keep_address(const Services& services, Context& context, const MailAddressRequest& request) {
  if (!is_mail_address(request.address)) return at("/address", refuse("mail.malformed_address"));
  const auto keep = [&](Writing& writing) -> Result<void> {
    auto kept = writing.first<MailAddress>(Scope::country(), own(context));
    MailAddress address = kept.value_or(MailAddress{});
    address.region = context.caller().scope;
    address.account = context.caller().account;
    address.address = request.address;
    address.given_at = writing.now();
    if (!kept) address.id = writing.new_id<MailAddress>();
    if (kept)
      writing.update(address);
    else
      writing.insert(address);
    return {};
  };
  return services.store.write(actor_of(context), keep).result();
}

Result<void> forget_address(const Services& services, Context& context) {
  const auto forget = [&](Writing& writing) -> Result<void> {
    if (const auto kept = writing.first<MailAddress>(Scope::country(), own(context))) writing.remove(kept->id);
    return {};
  };
  return services.store.write(actor_of(context), forget).result();
}

Result<MailState> mail_state(const Services& services, Context& context) {
  const Scope scope = Scope::of_account(context.caller().scope);
  return services.store.read([&](Snapshot& snapshot) {
    MailState state;
    state.configured = services.server.has_value();
    state.addresses = snapshot.count<MailAddress>(scope);
    const auto of = [&](DigestState which) { return snapshot.count<Digest>(scope, Filter().equals("state", which).equals("day", context.now().beijing_day())); };
    state.waiting = of(DigestState::waiting);
    state.sent = of(DigestState::sent);
    state.given_up = of(DigestState::given_up);
    const auto worst = snapshot.first<Digest>(scope, Filter().equals("state", DigestState::waiting).order_by("tries", store::Order::falling));
    if (!worst || worst->tries == 0) return state;
    state.tries = worst->tries;
    state.last_failure = worst->last_failure;
    state.next_try_at = worst->next_try_at;
    return state;
  });
}

}  // namespace

http::RouteTable routes(Services services) {
  const http::Access people = http::signed_in().in_person();
  http::RouteTable table;
  table.push_back(http::get("/api/mail/address", people, {"自己的邮件摘要", "One's own digest by mail"}, [services](Context& context) { return own_mail(services, context); })
                      .never_stored());
  table.push_back(http::put("/api/mail/address", people, {"订阅邮件摘要", "Ask for a daily digest"},
                            [services](Context& context, const MailAddressRequest& request) { return keep_address(services, context, request); }));
  table.push_back(http::remove("/api/mail/address", people, {"停用邮件摘要", "No digest any more"}, [services](Context& context) { return forget_address(services, context); }));
  table.push_back(http::get("/api/mail/state", http::needs({powers::Power::accounts_manage}), {"邮件发送情况", "How the sending of mail goes"},
                            [services](Context& context) { return mail_state(services, context); })
                      .never_stored());
  return table;
}

}  // namespace laoyou::mail
