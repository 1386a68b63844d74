// Colleagues who are away and those who act in their place.
#pragma once

#include "cases/desk.h"

namespace laoyou::cases {

/// Those for whom the caller acts on that day, as the door would know them; a deputy's deputy is none of his.
std::vector<http::Caller> absent_colleagues(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, Date today);

/// As whom the caller comes to this case: himself where he may do something in it, else the first absent colleague who may, else himself if he sees it, else
/// the first colleague who does; nothing when none of them sees it. Colleagues are asked for only where the caller himself has nothing to do.
std::optional<http::Caller> as_whom(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, const OpenCase& open, Date today);
/// The same for one act: himself unless only a colleague may do it.
http::Caller as_whom(const Desk& desk, const store::Snapshot& snapshot, const http::Caller& caller, const OpenCase& open, const procedures::Event& event, Date today);

}  // namespace laoyou::cases
