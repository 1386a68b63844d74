// Papers that were issued, so that anyone who holds one can ask whether it is real.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::papers {

/// One issued paper. It keeps what the paper says of itself on its head, never what stands in it.
struct IssuedPaper {
  Id<IssuedPaper> id;
  RegionCode region;
  std::string code;     ///< of the verification address: "4QK7-9M2T-XB3D"
  std::string issuer;
  std::string number;   ///< 发文字号; may be empty
  std::string title;
  Date issued_on;
  std::string hash;     ///< SHA-256 of the file, 64 hexadecimal digits
  std::int64_t issued_by = 0;  ///< the account
  std::optional<Instant> withdrawn_at;
};
LAOYOU_RECORD(IssuedPaper, "issued_paper", id, region, code, issuer, number, title, issued_on, hash, issued_by, withdrawn_at)

}  // namespace laoyou::papers
