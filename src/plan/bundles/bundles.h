// Making the next bundle, and taking one that came from below.
#pragma once

#include "plan/bundles/bundle_record.h"
#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::plan {

/// What has changed of the plan's values within the region since the last bundle, as the next one. Refused as "bundles.nothing_new".
Result<SentBundle> next_bundle(store::Store& store, const store::Actor& actor, const std::string& plan, RegionCode region);
/// One that was made before. Refused as "bundles.not_found".
Result<SentBundle> made_bundle(store::Store& store, const std::string& plan, RegionCode region, std::int64_t number);

/// Loads it whole or not at all, and a second time not again. `scope`: who hands it in, and so where its values may lie. Refused as read_bundle() does, and as
/// "bundles.unknown_source", "bundles.outside", "bundles.gap" (an earlier one has not come yet), "bundles.other_under_number", "plan.not_found".
Result<BundleTaken> take_bundle(store::Store& store, const store::Actor& actor, const Library& library, RegionCode scope, std::string_view text);

/// From now on bundles signed with that key are taken, for places within the region. Refused as "bundles.no_key" or "store.duplicate".
Result<void> trust_bundles(store::Store& store, const store::Actor& actor, const TrustBundlesRequest& request);
/// What this server signs with; made when there is none yet.
std::string own_bundle_key(store::Store& store, const store::Actor& actor);

}  // namespace laoyou::plan
