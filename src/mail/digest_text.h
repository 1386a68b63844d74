// What a digest says: how much is open, by group and kind. No names, places or sentences: mail passes through strangers' hands.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "notices/requests.h"

namespace laoyou::mail {

struct DigestText {
  std::string subject, body;
};

/// `kinds`: codes of kinds with how many are open. `address_of_pages` may be empty.
DigestText digest_text(const notices::InboxCounts& counts, const std::vector<std::pair<std::string, std::int64_t>>& kinds, Date day, const std::string& address_of_pages);

}  // namespace laoyou::mail
