// What requests with an Idempotency-Key were answered, kept for a day in the database, so that a restart or another server knows it too.
#pragma once

#include "accounts/records.h"
#include "accounts/room.h"
#include "http/repeats.h"

namespace laoyou::accounts {

struct AnsweredRequest {
  Id<AnsweredRequest> id;
  RegionCode region;
  Id<Account> account;
  std::string key_hash;
  std::string fingerprint;
  std::optional<std::string> answer;  ///< nothing: it has begun, and how it ended is not known
  Instant created_at;
};
LAOYOU_RECORD(AnsweredRequest, "answered_request", id, region, account, key_hash, fingerprint, answer, created_at)

class StoredRepeats final : public http::Repeats {
 public:
  /// How long an answer is kept.
  static constexpr std::int64_t k_kept_ms = 24 * 3'600'000;

  explicit StoredRepeats(const Services& services) : services_(services) {}
  Result<std::optional<std::string>> begin(const http::KeyedRequest& request) override;
  void finish(const http::KeyedRequest& request, const std::string& answer) override;
  void abandon(const http::KeyedRequest& request) override;

 private:
  const Services& services_;
};

}  // namespace laoyou::accounts
