#include <algorithm>

#include "http/asked_number.h"
#include "http/declare_route.h"
#include "notices/acts.h"
#include "notices/addressee.h"
#include "notices/inbox_answer.h"
#include "store/actor_of.h"

namespace laoyou::notices {
namespace {

using http::Context;
using store::actor_of;
using store::Snapshot;
using store::Writing;

Result<InboxPage> list(const Services& services, Context& context, const InboxRequest& request) {
  constexpr std::int32_t k_rows_default = 50, k_rows_max = 200;
  Wanted wanted{request.view.value_or(InboxView::open), request.group, request.kind, std::nullopt, 0};
  if (wanted.view != InboxView::open) wanted.group.reset();
  const Result<std::int32_t> rows = http::asked_number("rows", request.rows, k_rows_default, 1, k_rows_max);
  if (!rows) return rows.error();
  wanted.rows = static_cast<std::size_t>(*rows);
  if (request.after) {
    const Result<Mark> mark = Mark::parse(*request.after);
    if (!mark) return mark.error();
    wanted.after = *mark;
  }
  const Date today = context.now().beijing_day();
  const Entries entries = services.store.read([&](Snapshot& snapshot) { return Inbox(snapshot, context.caller(), today).page(wanted); });
  return inbox_page(services, entries, today);
}

Result<InboxCounts> counts(const Services& services, Context& context) {
  return services.store.read([&](Snapshot& snapshot) { return Inbox(snapshot, context.caller(), context.now().beijing_day()).counts(); });
}

Result<InboxKinds> kinds(const Services& services, Context& context) {
  InboxKinds kinds;
  const auto counted = services.store.read([&](Snapshot& snapshot) { return Inbox(snapshot, context.caller(), context.now().beijing_day()).kinds(); });
  for (const auto& [kind, count] : counted) kinds.rows.push_back({kind, kind_name(kind, Language::zh), kind_name(kind, Language::en), count});
  return kinds;
}

Result<Colleagues> colleagues(const Services& services, Context& context) {
  const http::Caller& caller = context.caller();
  Colleagues answer;
  if (caller.unit == 0) return answer;
  answer.rows = services.colleagues(caller.unit, caller.scope);
  std::erase_if(answer.rows, [&](const Colleague& each) { return each.account == std::to_string(caller.account); });
  return answer;
}

Result<void> act(const Services& services, Context& context, const std::function<Result<void>(Writing&)>& change) {
  return services.store.write(actor_of(context), change).result();
}

Result<void> hand_on(const Services& services, Context& context, const DelegateRequest& request) {
  constexpr std::size_t k_note_bytes_max = 600;
  if (request.note && request.note->size() > k_note_bytes_max) return at("/note", refuse("text.too_long", {std::to_string(k_note_bytes_max)}));
  const Result<Colleagues> known = colleagues(services, context);
  const auto chosen = std::find_if(known->rows.begin(), known->rows.end(), [&](const Colleague& each) { return each.account == request.account; });
  if (chosen == known->rows.end()) return at("/account", refuse("notices.not_of_unit"));
  return act(services, context, [&](Writing& writing) { return delegate(writing, context.caller(), std::stoll(chosen->account), request); });
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  // The first index of each serves lists and counts alike: whoever counts reads nothing but the index.
  return {store::table<Notice>({store::unique({"once"}), store::indexed({"addressee", "open", "place", "id", "region", "kind"}), store::indexed({"cause"}),
                               store::indexed({"open", "told_at"})}),
          store::table<NoticeState>({store::unique({"notice", "account"}), store::indexed({"account", "open", "hidden_until"}), store::indexed({"account", "open", "done_place"})})};
}

http::RouteTable routes(Services services) {
  const http::Access everyone = http::signed_in();
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/inbox", everyone, {"待办和消息", "What waits for the caller, the most pressing first"},
                [services](Context& context, const InboxRequest& request) { return list(services, context, request); })
          .never_stored());
  add(http::get("/api/inbox/counts", everyone, {"待办件数", "How many open ones there are, by group"}, [services](Context& context) { return counts(services, context); })
          .never_stored());
  add(http::get("/api/inbox/kinds", everyone, {"待办的种类", "Kinds of the open ones"}, [services](Context& context) { return kinds(services, context); }).never_stored());
  add(http::get("/api/inbox/colleagues", everyone, {"本单位的其他账号", "To whom a notice can be handed on"}, [services](Context& context) { return colleagues(services, context); })
          .never_stored());
  add(http::post("/api/inbox/read", everyone, {"标为已读", "Mark as read"}, [services](Context& context, const NoticesRequest& request) {
    return act(services, context, [&](Writing& writing) { return mark_read(writing, context.caller(), request.notices); });
  }));
  add(http::post("/api/inbox/done", everyone, {"办结", "Done with"}, [services](Context& context, const NoticesRequest& request) {
    return act(services, context, [&](Writing& writing) { return mark_done(writing, context.caller(), request.notices); });
  }));
  add(http::post("/api/inbox/reopen", everyone, {"恢复待办", "Open again"}, [services](Context& context, const NoticesRequest& request) {
        return act(services, context, [&](Writing& writing) { return reopen(writing, context.caller(), request.notices); });
      }).refuses(409, "notices.settled"));
  add(http::post("/api/inbox/snooze", everyone, {"暂缓", "Out of sight until a day"}, [services](Context& context, const SnoozeRequest& request) {
        return act(services, context, [&](Writing& writing) { return snooze(writing, context.caller(), request); });
      }).refuses(409, "notices.settled"));
  add(http::post("/api/inbox/delegate", everyone, {"转交", "Hand on to a colleague"}, [services](Context& context, const DelegateRequest& request) {
        return hand_on(services, context, request);
      }).refuses(409, "notices.settled"));
  return table;
}

}  // namespace laoyou::notices
