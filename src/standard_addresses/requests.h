// What the room's routes are asked and what they answer.
#pragma once

#include "standard_addresses/records.h"

namespace laoyou::standard_addresses {

struct MatchesRequest {
  std::optional<RegionCode> region;
  std::optional<AddressCertainty> certainty;
  std::optional<AddressOwner> owner;
  std::optional<bool> open;  ///< those that wait for a clerk, unless another is said
  std::optional<std::int64_t> after;
};
LAOYOU_RECORD(MatchesRequest, "address_matches_request", region, certainty, owner, open, after)

struct MatchRow {
  Id<AddressMatch> id;
  RegionCode region;
  std::string region_name;
  AddressOwner owner = AddressOwner::household;
  std::string subject;          ///< id of the record
  std::string address;          ///< masked, but on its own page
  AddressCertainty certainty = AddressCertainty::none;
  AddressDoubt doubt = AddressDoubt::nothing;
  std::int32_t score = 0;
  bool open = false, by_hand = false;
  std::optional<std::string> standard;  ///< the standard address, in words
  Instant placed_at;
};
LAOYOU_RECORD(MatchRow, "address_match_row", id, region, region_name, owner, subject, address, certainty, doubt, score, open, by_hand, standard, placed_at)

struct CertaintyCount {
  AddressCertainty certainty = AddressCertainty::none;
  std::int64_t addresses = 0;
};
LAOYOU_RECORD(CertaintyCount, "address_certainty_count", certainty, addresses)

struct MatchList {
  std::vector<MatchRow> rows;
  std::int64_t total = 0, open = 0;    ///< under the filters; waiting for a clerk, of all
  std::vector<CertaintyCount> counts;  ///< of all in the place, the surest first
  std::int64_t base = 0;               ///< standard addresses in the place
  std::optional<std::int64_t> next;
};
LAOYOU_RECORD(MatchList, "address_match_list", rows, total, open, counts, base, next)

struct MatchRequest {
  Id<AddressMatch> id;
};
LAOYOU_RECORD(MatchRequest, "address_match_request", id)

/// A piece of the address as it was read.
struct ReadPart {
  std::string part;  ///< addresses::part_name()
  std::string text;
};
LAOYOU_RECORD(ReadPart, "address_read_part", part, text)

/// A part of the written address beside the standard one's.
struct PartAgreement {
  std::string part, written, known;
  std::string agreement;  ///< same, differs, not_in_base
  std::int32_t weight = 0;
};
LAOYOU_RECORD(PartAgreement, "address_part_agreement", part, written, known, agreement, weight)

/// A standard address that may be the one.
struct Candidate {
  Id<StandardAddress> id;
  std::string text, region_name;
  double longitude = 0, latitude = 0;
  bool fits = false;  ///< as well as any other, or it is the one
};
LAOYOU_RECORD(Candidate, "address_candidate", id, text, region_name, longitude, latitude, fits)

/// What a clerk types who looks for a standard address for this one.
struct AddressSearchRequest {
  Id<AddressMatch> id;
  std::string text;  ///< pieces of road, estate, number, village
};
LAOYOU_RECORD(AddressSearchRequest, "address_search_request", id, text)

struct AddressSearch {
  std::vector<Candidate> rows;  ///< the best first
  bool more = false;            ///< there are others that are not listed
};
LAOYOU_RECORD(AddressSearch, "address_search", rows, more)

struct MatchPage {
  MatchRow row;
  std::optional<double> longitude, latitude;
  std::optional<Id<StandardAddress>> chosen;
  std::optional<std::string> decided_by_name;
  std::vector<ReadPart> read;
  std::vector<PartAgreement> agreements;
  std::vector<Candidate> candidates;
};
LAOYOU_RECORD(MatchPage, "address_match_page", row, longitude, latitude, chosen, decided_by_name, read, agreements, candidates)

/// A standard address, or a point; neither: back to what the program finds.
struct DecideMatch {
  Id<AddressMatch> id;
  std::optional<Id<StandardAddress>> standard_address;
  std::optional<double> longitude, latitude;
};
LAOYOU_RECORD(DecideMatch, "address_decide_request", id, standard_address, longitude, latitude)

/// What the job did.
struct MatchReport {
  std::int64_t addresses = 0, changed = 0, open = 0;
};
LAOYOU_RECORD(MatchReport, "address_match_report", addresses, changed, open)

}  // namespace laoyou::standard_addresses
