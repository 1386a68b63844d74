// Writing the digests of a day, and sending them.
#include "mail/digest_text.h"
#include "mail/records.h"
#include "mail/room.h"
#include "notices/inbox.h"
#include "notices/tell.h"

#include <algorithm>
#include <ctime>

namespace laoyou::mail {
namespace {

using store::Filter;
using store::Scope;
using store::Snapshot;
using store::Writing;

constexpr notices::Kind k_mail_away{"notice.mail_away", notices::Importance::urgent};
const std::string k_outage = "mail:server";
constexpr std::int64_t k_minute_ms = 60'000;

store::Actor program() { return {0, "system", "mail"}; }

std::optional<Digest> digest_for(const Services& services, const MailAddress& to, Date today) {
  const auto caller = services.caller_of(to.account);
  if (!caller) return std::nullopt;
  const DigestText text = services.store.read([&](Snapshot& snapshot) {
    const notices::Inbox inbox(snapshot, *caller, today);
    const notices::InboxCounts counts = inbox.counts();
    return counts.open == 0 ? DigestText{} : digest_text(counts, inbox.kinds(), today, services.address_of_pages);
  });
  if (text.subject.empty()) return std::nullopt;
  Digest digest;
  digest.region = to.region;
  digest.account = to.account;
  digest.day = today;
  digest.subject = text.subject;
  digest.body = text.body;
  return digest;
}

/// RFC 5322, 3.3, in the time of Beijing.
std::string mail_date(Instant at) {
  const std::time_t seconds = at.milliseconds / 1000 + 8 * 3600;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  constexpr std::array k_days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d +0800", k_days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                k_months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::int64_t pause_ms(std::int32_t tries) { return std::min<std::int64_t>(60, std::int64_t{1} << std::min(tries - 1, 6)) * k_minute_ms; }

/// Due digests, claimed: whoever comes at the same time finds them tried already.
std::vector<std::pair<Digest, std::string>> claim_due(const Services& services) {
  constexpr std::int64_t k_at_once = 20;
  std::vector<std::pair<Digest, std::string>> claimed;
  const auto claim = [&](Writing& writing) -> Result<void> {
    claimed.clear();
    const auto due = writing.select<Digest>(Scope::country(), Filter().equals("state", DigestState::waiting).at_most("next_try_at", writing.now()).page(0, k_at_once));
    for (Digest digest : due) {
      const auto to = writing.first<MailAddress>(Scope::country(), Filter().equals("account", digest.account));
      ++digest.tries;
      digest.next_try_at = writing.now().plus_milliseconds(pause_ms(digest.tries));
      if (!to) digest.state = DigestState::given_up;  // the account wants none any more
      writing.update(digest);
      if (to) claimed.emplace_back(digest, to->address);
    }
    return {};
  };
  services.store.write(program(), claim).result().value();
  return claimed;
}

void note_outcome(const Services& services, Digest digest, const SendingOutcome& outcome) {
  const auto note = [&](Writing& writing) -> Result<void> {
    digest.last_failure = outcome.detail;
    if (outcome.sending == Sending::taken) digest.sent_at = writing.now();
    if (outcome.sending == Sending::taken) digest.state = DigestState::sent;
    if (outcome.sending == Sending::refused) digest.state = DigestState::given_up;
    writing.update(digest);
    constexpr std::int32_t k_tries_before_alarm = 6;  // 1 + 2 + 4 + 8 + 16 + 32 minutes
    if (outcome.sending == Sending::taken) notices::settle(writing, k_outage);
    if (outcome.sending == Sending::later && digest.tries > k_tries_before_alarm)
      notices::tell(writing, {k_mail_away, k_outage, writing.now().beijing_day().text(), notices::Addressee::holders(powers::Power::accounts_manage), RegionCode(), {outcome.detail}, {}, "/inbox"});
    return {};
  };
  services.store.write(program(), note).result().value();
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  return {store::table<MailAddress>({store::unique({"account"})}), store::table<Digest>({store::unique({"account", "day"}), store::indexed({"state", "next_try_at"})})};
}

std::size_t write_digests(const Services& services, Date today) {
  if (!services.server) return 0;
  const auto wanted = services.store.read([](Snapshot& snapshot) { return snapshot.select<MailAddress>(Scope::country()); });
  std::vector<Digest> fresh;
  for (const MailAddress& to : wanted)
    if (auto digest = digest_for(services, to, today)) fresh.push_back(std::move(*digest));
  std::size_t written = 0;
  const auto keep = [&](Writing& writing) -> Result<void> {
    written = 0;
    for (Digest old : writing.select<Digest>(Scope::country(), Filter().equals("state", DigestState::waiting).less("day", today))) {
      old.state = DigestState::given_up;
      writing.update(old);
    }
    for (Digest& digest : fresh) {
      if (writing.count<Digest>(Scope::country(), Filter().equals("account", digest.account).equals("day", today)) > 0) continue;
      digest.id = writing.new_id<Digest>();
      digest.next_try_at = writing.now();
      writing.insert(digest);
      ++written;
    }
    return {};
  };
  services.store.write(program(), keep).result().value();
  return written;
}

std::size_t send_due(const Services& services) {
  if (!services.server) return 0;
  std::size_t taken = 0;
  for (const auto& [digest, address] : claim_due(services)) {
    const std::string host = services.server->from.substr(services.server->from.find('@') + 1);
    const SendingOutcome outcome = send(*services.server, {address, digest.subject, digest.body, "digest-" + std::to_string(digest.id.number) + "@" + host, mail_date(services.clock.now())});
    taken += outcome.sending == Sending::taken ? 1 : 0;
    note_outcome(services, digest, outcome);
  }
  return taken;
}

}  // namespace laoyou::mail
