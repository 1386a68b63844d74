// Bundles (数据包): the values that count, sent up from one server to the next, numbered and signed. What was sent, what was taken, and whose word is taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/leaf.h"

namespace laoyou::plan {

/// What this server signs with (Ed25519, RFC 8032); one for each server.
struct BundleKey {
  Id<BundleKey> id;
  RegionCode region;
  std::string public_key;  ///< 64 hexadecimal digits
  std::string secret_key;  ///< sealed
};
LAOYOU_RECORD(BundleKey, "bundle_key", id, region, public_key, secret_key)

/// A server whose bundles are taken, for places within `region`.
struct BundleSource {
  Id<BundleSource> id;
  RegionCode region;
  std::string name;
  std::string public_key;
};
LAOYOU_RECORD(BundleSource, "bundle_source", id, region, name, public_key)

/// A bundle that was made here. It is kept, so that one that got lost on the way is sent again as it was.
struct SentBundle {
  Id<SentBundle> id;
  RegionCode region;
  std::string plan;
  std::int64_t number = 0;         ///< 1, 2, 3 … for each plan and region
  Instant made_at;
  std::int64_t up_to_entry = 0;    ///< the last journal entry that went into it
  std::int64_t values = 0;
  std::string text;
};
LAOYOU_RECORD(SentBundle, "sent_bundle", id, region, plan, number, made_at, up_to_entry, values, text)

/// A bundle that was taken here.
struct TakenBundle {
  Id<TakenBundle> id;
  RegionCode region;
  std::string plan;
  std::string public_key;
  std::int64_t number = 0;
  std::string hash;  ///< SHA-256 of its text
  Instant taken_at;
  std::int64_t values = 0;
};
LAOYOU_RECORD(TakenBundle, "taken_bundle", id, region, plan, public_key, number, hash, taken_at, values)

/// The first line of a bundle.
struct BundleHead {
  std::int32_t format = 1;
  std::string plan;
  RegionCode region;
  std::int64_t number = 0;
  Instant made_at;
  std::int64_t values = 0;
  std::string public_key;
};
LAOYOU_RECORD(BundleHead, "bundle_head", format, plan, region, number, made_at, values, public_key)

/// A line of it: one value as it stood, or, without a value, one that was taken out.
struct BundleValue {
  std::string indicator;
  RegionCode region;
  Period period;
  std::optional<Decimal> value;
  std::optional<std::string> source;
  std::optional<Date> counted_on;
  std::optional<std::string> reporter;
  std::optional<bool> synthetic;
};
LAOYOU_RECORD(BundleValue, "bundle_value", indicator, region, period, value, source, counted_on, reporter, synthetic)

struct BundleRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<std::int64_t> number;  ///< one that was made before; without it the next
};
LAOYOU_RECORD(BundleRequest, "bundle_request", plan, region, number)

struct BundleRow {
  std::string plan;
  RegionCode region;
  std::string region_name;
  std::int64_t number = 0;
  Instant at;
  std::int64_t values = 0;
};
LAOYOU_RECORD(BundleRow, "bundle_row", plan, region, region_name, number, at, values)

struct BundleSourceRow {
  RegionCode region;
  std::string name;
  std::string public_key;
};
LAOYOU_RECORD(BundleSourceRow, "bundle_source_row", region, name, public_key)

/// What went up and what came in.
struct BundleList {
  std::optional<std::string> public_key;  ///< what this server signs with, once it has made a bundle
  std::vector<BundleRow> sent;
  std::vector<BundleRow> taken;
  std::vector<BundleSourceRow> sources;
};
LAOYOU_RECORD(BundleList, "bundle_list", public_key, sent, taken, sources)

/// What became of a bundle that was handed in.
struct BundleTaken {
  std::string plan;
  RegionCode region;
  std::int64_t number = 0;
  bool taken_before = false;  ///< nothing was done: it is here already
  std::int64_t changed = 0;   ///< values that are other than before
};
LAOYOU_RECORD(BundleTaken, "bundle_taken", plan, region, number, taken_before, changed)

struct TrustBundlesRequest {
  RegionCode region;
  std::string name;
  std::string public_key;
};
LAOYOU_RECORD(TrustBundlesRequest, "trust_bundles_request", region, name, public_key)

}  // namespace laoyou::plan
