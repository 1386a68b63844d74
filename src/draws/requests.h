// What the routes of draws are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draws/records.h"

namespace laoyou::draws {

/// The places of one kind, drawn among themselves.
struct DrawKind {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  std::int32_t take = 0;
  std::int32_t inspectors = 0;
  std::optional<std::string> powers;  ///< each held by one of those sent, parted by ";"
};
LAOYOU_RECORD(DrawKind, "draw_kind", kind, take, inspectors, powers)

/// What a credit grade means for the draw; no grade: places that have none.
struct DrawGrade {
  std::optional<registry::CreditGrade> credit;
  std::int32_t lots = 1;
  std::int32_t yearly_minimum = 0;
};
LAOYOU_RECORD(DrawGrade, "draw_grade", credit, lots, yearly_minimum)

struct DrawOffice {
  std::string office, commitment;
};
LAOYOU_RECORD(DrawOffice, "draw_office", office, commitment)

struct NewDrawRequest {
  std::optional<RegionCode> region;
  std::string title;
  std::string event;
  Instant event_time;
  DrawHash hash = DrawHash::sha256;
  std::int32_t draws_left = 1;
  std::vector<DrawKind> kinds;
  std::vector<DrawGrade> grades;
  std::vector<DrawOffice> offices;
};
LAOYOU_RECORD(NewDrawRequest, "new_draw_request", region, title, event, event_time, hash, draws_left, kinds, grades, offices)

struct ListDrawsRequest {
  std::optional<std::int32_t> page;
};
LAOYOU_RECORD(ListDrawsRequest, "list_draws_request", page)

struct DrawRequest {
  std::int64_t id = 0;
};
LAOYOU_RECORD(DrawRequest, "draw_request", id)

struct OfficeSecret {
  std::string office, secret;
};
LAOYOU_RECORD(OfficeSecret, "office_secret", office, secret)

struct RunDrawRequest {
  std::int64_t id = 0;
  std::int32_t version = 0;
  std::string digits, source;
  Instant taken;
  std::vector<OfficeSecret> secrets;
};
LAOYOU_RECORD(RunDrawRequest, "run_draw_request", id, version, digits, source, taken, secrets)

/// All who cannot go, those named before among them.
struct ReplaceRequest {
  std::int64_t id = 0;
  std::int32_t version = 0;
  std::vector<std::string> absent;  ///< numbers of inspectors
};
LAOYOU_RECORD(ReplaceRequest, "replace_inspectors_request", id, version, absent)

/// What anyone may know of a draw.
struct DrawLine {
  std::string id;
  std::int32_t version = 0;
  std::string title;
  RegionCode region;
  std::string region_name;
  DrawState state = DrawState::committed;
  std::string event;
  Instant event_time, published;
  std::string commitment_hash;
  std::optional<Instant> drawn_at;
};
LAOYOU_RECORD(DrawLine, "draw_line", id, version, title, region, region_name, state, event, event_time, published, commitment_hash, drawn_at)

struct DrawList {
  std::vector<DrawLine> rows;
  std::int64_t total = 0;
  std::int32_t page = 1, page_rows = 0;
};
LAOYOU_RECORD(DrawList, "draw_list", rows, total, page, page_rows)

/// A place that was drawn.
struct DrawnPlace {
  std::string kind;
  std::int32_t number = 0;
  std::string id, name;
  bool due = false;
  std::string ticket;
  std::vector<std::string> drawn, going;
  std::int32_t missing = 0;  ///< seats for which nobody was left
};
LAOYOU_RECORD(DrawnPlace, "drawn_place", kind, number, id, name, due, ticket, drawn, going, missing)

struct DrawDetail {
  DrawLine head;
  std::int64_t places = 0, inspectors = 0, conflicts = 0;  ///< in the lists
  std::vector<DrawOffice> offices;
  std::vector<std::string> inspector_numbers;
  std::optional<std::string> digits, source, taken, seed;
  std::vector<std::string> absent;
  std::vector<DrawnPlace> drawn;
};
LAOYOU_RECORD(DrawDetail, "draw_detail", head, places, inspectors, conflicts, offices, inspector_numbers, digits, source, taken, seed, absent, drawn)

}  // namespace laoyou::draws
