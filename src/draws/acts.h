// What people do with a draw: fix it, draw, replace those who cannot go; and how it is shown.
#pragma once

#include "draws/room.h"
#include "store/acting.h"

namespace laoyou::draws {

/// Fixes and publishes lists and rule. Refused as lists_of(), and as "draw.time_order" where the event lies before now.
CheckedResult<DrawDetail> commit(const Services& services, const store::Acting& acting, const NewDrawRequest& request);

/// Draws by what the event gave. Refused as draw::run(), as "draws.not_found", and as "draws.already_drawn": a draw is drawn once.
CheckedResult<DrawDetail> run(const Services& services, const store::Acting& acting, const RunDrawRequest& request);

/// The same draw with those who cannot go replaced by the next tickets. Refused as draw::run(), "draws.not_found", "draws.not_drawn".
CheckedResult<DrawDetail> replace(const Services& services, const store::Acting& acting, const ReplaceRequest& request);

DrawLine line_of(const Services& services, const InspectionDraw& draw);

/// With everything that its texts say. Refused as draw::verify() where a kept text was altered.
CheckedResult<DrawDetail> detail_of(const Services& services, const InspectionDraw& draw);

}  // namespace laoyou::draws
