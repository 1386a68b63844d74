// Made-up units with accounts, so that an institution's head, a family, a street and a village can be looked through (演示).
#pragma once

#include <string>
#include <vector>

#include "accounts/room.h"
#include "plan/stack/library.h"

namespace laoyou::app {

/// An account that was made, for the list that `laoyou demo` prints.
struct DemoOfficeAccount {
  std::string name, role;
  RegionCode region;
};

/// In Yufeng district of Liuzhou: a unit and an account for the first made-up elderly home, one resident's family, a street and a village; only those that are not
/// there yet are made. Without made-up registers there, the street and the village alone.
Result<std::vector<DemoOfficeAccount>> fill_offices(store::Store& store, accounts::Accounts& accounts, const store::Actor& actor, const plan::Library& library,
                                                    const std::string& password);

}  // namespace laoyou::app
