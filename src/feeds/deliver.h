// A list that is at hand whole: taken in one go, without a job and without keeping its bytes.
#pragma once

#include "feeds/room.h"
#include "feeds/records.h"
#include "store/acting.h"

namespace laoyou::feeds {

/// Reads, considers and applies a list as a sent sheet is: in one command, so that it is there whole or not at all. `delivery` says whose list it is (feed,
/// region, day, file name, sender); its id and counts are given here. Refused as "feeds.feed_unknown", with every cause where it is no sheet of that feed, and
/// as the store refuses; single rows that are wrong are counted, as on the delivery's page.
CheckedResult<DeliveryCounts> deliver(const Services& services, const store::Acting& acting, Delivery delivery, std::string_view csv);

}  // namespace laoyou::feeds
