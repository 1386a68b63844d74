// What the mail routes are asked and what they answer.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::mail {

struct MailAddressRequest {
  std::string address;
};
LAOYOU_RECORD(MailAddressRequest, "mail_address_request", address)

/// One's own digest.
struct OwnMail {
  bool offered = false;                ///< whether this platform sends mail at all
  bool asked_for = false;
  std::optional<std::string> address;  ///< masked
  std::optional<Instant> last_sent_at;
};
LAOYOU_RECORD(OwnMail, "own_mail", offered, asked_for, address, last_sent_at)

/// How the sending goes, for administrators.
struct MailState {
  bool configured = false;
  std::int64_t addresses = 0;
  std::int64_t waiting = 0, sent = 0, given_up = 0;  ///< of today's digests
  std::int32_t tries = 0;                   ///< the most of one that waits
  std::optional<std::string> last_failure;  ///< of that one
  std::optional<Instant> next_try_at;
};
LAOYOU_RECORD(MailState, "mail_state", configured, addresses, waiting, sent, given_up, tries, last_failure, next_try_at)

}  // namespace laoyou::mail
