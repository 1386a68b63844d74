// What the room of benefits needs of the others.
#pragma once

#include "benefits/room.h"

namespace laoyou::app {

/// Cases say for whom something was asked: those that run, and those that ended well.
benefits::Services benefit_services(store::Store& store, plan::RunningPlans& plans, const facts::FactsKeeper& facts, const Clock& clock);

}  // namespace laoyou::app
