// A bundle as text: a line of JSON for its head, one for each value, and last the signature over all before it.
#pragma once

#include "base/result.h"
#include "plan/bundles/bundle_record.h"

namespace laoyou::plan {

struct Bundle {
  BundleHead head;
  std::vector<BundleValue> values;
};

/// A fresh key pair; both in hexadecimal digits.
BundleKey new_bundle_key();
/// Signed with the secret key; head.values and head.public_key are filled in.
std::string bundle_text(Bundle bundle, const BundleKey& key);

/// Refused as "bundles.cut" (its end is missing), "bundles.altered" (the signature is not that of the text) or "bundles.unreadable".
/// Whether the key is one to be trusted is for the caller to say.
Result<Bundle> read_bundle(std::string_view text);
std::string bundle_hash(std::string_view text);

}  // namespace laoyou::plan
