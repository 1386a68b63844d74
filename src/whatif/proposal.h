// A variant that somebody proposes: kept with what it gave on that day, and carried into the plan by whoever may.
#pragma once

#include "record/leaf.h"
#include "whatif/requests.h"

namespace laoyou::whatif {

enum class ProposalState { open, carried, withdrawn };
LAOYOU_ENUM(ProposalState, "proposal_state", open, carried, withdrawn)

struct Proposal {
  Id<Proposal> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string plan;
  std::string title;
  std::optional<std::string> reason;
  Period period;
  std::string variant;                 ///< whatif::Variant as JSON
  std::string result;                  ///< whatif::VariantAnswer as JSON, of the day it was made
  std::int64_t journal_sequence = 0;   ///< the last change of the registers that is in it
  ProposalState state = ProposalState::open;
  std::int64_t made_by = 0;            ///< account
  Instant made_at;
  std::optional<std::int64_t> carried_by;
  std::optional<Instant> carried_at;
  std::optional<std::string> carried_digest;  ///< of the difference that was shown and written
};
LAOYOU_RECORD(Proposal, "proposal", id, version, region, plan, title, reason, period, variant, result, journal_sequence, state, made_by, made_at, carried_by, carried_at,
              carried_digest)

struct NewProposalRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Period> period;
  std::string title;
  std::optional<std::string> reason;
  Variant variant;
};
LAOYOU_RECORD(NewProposalRequest, "new_proposal_request", plan, region, period, title, reason, variant)

struct ProposalsRequest {
  std::string plan;
};
LAOYOU_RECORD(ProposalsRequest, "proposals_request", plan)

struct ProposalLine {
  std::string id;
  std::int32_t version = 0;
  std::string title;
  std::optional<std::string> reason;
  RegionCode region;
  std::string region_name;
  Period period;
  ProposalState state = ProposalState::open;
  std::string made_by_name;
  Instant made_at;
  std::optional<std::string> carried_by_name;
  std::optional<Instant> carried_at;
};
LAOYOU_RECORD(ProposalLine, "proposal_line", id, version, title, reason, region, region_name, period, state, made_by_name, made_at, carried_by_name, carried_at)

struct ProposalList {
  std::vector<ProposalLine> rows;
};
LAOYOU_RECORD(ProposalList, "proposal_list", rows)

struct ProposalRequest {
  std::string plan;
  std::int64_t id = 0;
};
LAOYOU_RECORD(ProposalRequest, "proposal_request", plan, id)

/// The lines that carrying it would change; asked for with the day and the document that set the new figures.
struct DifferenceRequest {
  std::string plan;
  std::int64_t id = 0;
  Date from;
  std::string document;
  std::optional<std::string> clause;  ///< of this plan, that sets figures of a lower layer
};
LAOYOU_RECORD(DifferenceRequest, "proposal_difference_request", plan, id, from, document, clause)

enum class LineKind { same, removed, added };
LAOYOU_ENUM(LineKind, "plan_line_kind", same, removed, added)

struct DifferenceLine {
  LineKind kind = LineKind::same;
  std::int32_t number = 0;  ///< in the new file; of a removed line in the old one
  std::string text;
};
LAOYOU_RECORD(DifferenceLine, "plan_line", kind, number, text)

struct Difference {
  std::string file;
  std::string digest;  ///< SHA-256 of the old and the new file: what is carried is what was shown
  std::vector<DifferenceLine> lines;
};
LAOYOU_RECORD(Difference, "plan_difference", file, digest, lines)

struct ProposalDetail {
  ProposalLine head;
  Variant variant;
  VariantAnswer result;
};
LAOYOU_RECORD(ProposalDetail, "proposal_detail", head, variant, result)

struct CarryRequest {
  std::string plan;
  std::int64_t id = 0;
  std::int32_t version = 0;
  Date from;
  std::string document;
  std::optional<std::string> clause;  ///< as in DifferenceRequest
  std::string digest;
};
LAOYOU_RECORD(CarryRequest, "carry_proposal_request", plan, id, version, from, document, clause, digest)

struct WithdrawRequest {
  std::string plan;
  std::int64_t id = 0;
  std::int32_t version = 0;
};
LAOYOU_RECORD(WithdrawRequest, "withdraw_proposal_request", plan, id, version)

}  // namespace laoyou::whatif
