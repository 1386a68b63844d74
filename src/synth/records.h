// The records of a synthetic city, in the order in which they can be stored: what one names comes before it.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "registry/consent.h"
#include "registry/contact.h"
#include "registry/device.h"
#include "registry/locality.h"
#include "registry/place_parts.h"
#include "registry/residence.h"
#include "registry/service.h"
#include "registry/staff_parts.h"
#include "registry/standing.h"
#include "registry/stay.h"

namespace laoyou::synth {

using Record = std::variant<registry::Household, registry::Resident, registry::Assessment, registry::Contact, registry::Standing, registry::Residence, registry::Consent,
                            registry::Device, registry::Institution, registry::CareClass, registry::Permit, registry::Offer, registry::Price, registry::OperatingContract,
                            registry::Staff, registry::Certificate, registry::Training, registry::Bed, registry::Slot, registry::Stay, registry::Attendance, registry::Visit,
                            registry::ServiceOrder, registry::HomeAdaptation, registry::Locality, registry::Development, registry::FundUse>;

using Records = std::vector<Record>;

/// Takes some thousands at a time.
using Sink = std::function<void(Records&&)>;

}  // namespace laoyou::synth
