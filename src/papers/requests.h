// What the routes of papers are asked and what they answer.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::papers {

struct IssuePaperRequest {
  RegionCode region;
  std::string paper;  ///< as print/paper_json.h reads it
};
LAOYOU_RECORD(IssuePaperRequest, "issue_paper_request", region, paper)

struct PaperCodeRequest {
  std::string code;
};
LAOYOU_RECORD(PaperCodeRequest, "paper_code_request", code)

/// What anyone is told of an issued paper.
struct PublicPaper {
  std::string code;
  std::string issuer, number, title;
  Date issued_on;
  std::string hash;
  std::optional<Instant> withdrawn_at;
};
LAOYOU_RECORD(PublicPaper, "public_paper", code, issuer, number, title, issued_on, hash, withdrawn_at)

}  // namespace laoyou::papers
