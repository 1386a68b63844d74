// What the room of exchange needs of the others.
#pragma once

#include "exchange/room.h"
#include "plan/answers/room.h"

namespace laoyou::app {

/// Values that come in are taken as reported ones.
exchange::Services exchange_services(const plan::Services& plans);

}  // namespace laoyou::app
