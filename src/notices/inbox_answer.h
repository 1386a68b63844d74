// An inbox in the words of the screen.
#pragma once

#include "notices/inbox.h"
#include "notices/room.h"

namespace laoyou::notices {

/// What a kind is called: the row "notice_kind.X" beside "notice.X".
std::string kind_name(std::string_view kind, Language language);

/// The sentence of a notice.
std::string title(const Notice& notice, Language language);

/// Asks for names, so not from within a snapshot.
InboxPage inbox_page(const Services& services, const Entries& entries, Date today);

}  // namespace laoyou::notices
