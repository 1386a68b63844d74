// Who wants a digest by mail, and the digests that wait or went out.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::mail {

/// The address an account has given for its digest; sealed at rest.
struct MailAddress {
  Id<MailAddress> id;
  RegionCode region;  ///< the account's
  std::int64_t account = 0;
  std::string address;
  Instant given_at;
};
LAOYOU_RECORD(MailAddress, "mail_address", id, region, account, address, given_at)

enum class DigestState {
  waiting,    ///< to be sent, or to be tried again
  sent,       ///< taken by the mail server
  given_up,   ///< the server refused it for good, or the next day's took its place
};
LAOYOU_ENUM(DigestState, "digest_state", waiting, sent, given_up)

/// One day's digest to one account: at most one.
struct Digest {
  Id<Digest> id;
  RegionCode region;
  std::int64_t account = 0;
  Date day;
  DigestState state = DigestState::waiting;
  std::string subject, body;      ///< counts and kinds, no personal data
  std::int32_t tries = 0;
  Instant next_try_at;
  std::string last_failure;       ///< what the server, or the way to it, said
  std::optional<Instant> sent_at;
};
LAOYOU_RECORD(Digest, "mail_digest", id, region, account, day, state, subject, body, tries, next_try_at, last_failure, sent_at)

}  // namespace laoyou::mail
