// The circular on a period (通报): who has reported, where each place stands, what lags. A draft follows the values; an issued one stays as it was printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/paper_format.h"
#include "plan/answers/matrix_records.h"
#include "plan/signing/report_requests.h"

namespace laoyou::plan {

/// An issued circular.
struct Circular {
  Id<Circular> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string plan;
  Period period;
  std::string number;  ///< 发文字号
  std::string title;
  std::string issuer;
  Date issued_on;
  std::int64_t issued_by = 0;  ///< the account
  std::string paper_code;      ///< by which anyone verifies the paper
  std::string paper;           ///< the PDF as it was printed, base64
};
LAOYOU_RECORD(Circular, "circular", id, version, region, plan, period, number, title, issuer, issued_on, issued_by, paper_code, paper)

struct CircularRequest {
  std::string plan;
  std::optional<RegionCode> region;
  Period period;
};
LAOYOU_RECORD(CircularRequest, "circular_request", plan, region, period)

struct CircularPaperRequest {
  std::string plan;
  std::optional<RegionCode> region;
  Period period;
  std::optional<http::PaperFormat> format;  ///< without one: pdf
};
LAOYOU_RECORD(CircularPaperRequest, "circular_paper_request", plan, region, period, format)

struct IssueCircularRequest {
  std::string plan;
  std::optional<RegionCode> region;
  Period period;
  std::string number;                 ///< 发文字号
  std::string issuer;                 ///< 发文机关
  std::optional<std::string> demands; ///< what the places are asked to do; a paragraph a line
};
LAOYOU_RECORD(IssueCircularRequest, "issue_circular_request", plan, region, period, number, issuer, demands)

struct CircularListRequest {
  std::string plan;
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(CircularListRequest, "circular_list_request", plan, region)

struct CircularIdRequest {
  std::string plan;
  Id<Circular> id;
};
LAOYOU_RECORD(CircularIdRequest, "circular_id_request", plan, id)

/// An indicator that is behind at the whole or in one of its parts.
struct LaggingIndicator {
  std::string indicator;
  std::string name;
  std::optional<std::string> name_en;
  std::string unit;
  std::optional<Target> target;
  std::optional<Decimal> value;
  Light light = Light::not_reported;
  std::vector<std::string> places;  ///< those behind
};
LAOYOU_RECORD(LaggingIndicator, "lagging_indicator", indicator, name, name_en, unit, target, value, light, places)

/// What the circular says as of now.
struct CircularDraft {
  std::string plan_title;
  ReportList reports;
  LightCounts lights;                 ///< of the region itself
  std::vector<MatrixColumn> columns;  ///< of its parts
  std::vector<LaggingIndicator> lagging;
};
LAOYOU_RECORD(CircularDraft, "circular_draft", plan_title, reports, lights, columns, lagging)

struct CircularRow {
  Id<Circular> id;
  RegionCode region;
  std::string region_name;
  Period period;
  std::string number;
  std::string title;
  std::string issuer;
  Date issued_on;
  std::string paper_code;
};
LAOYOU_RECORD(CircularRow, "circular_row", id, region, region_name, period, number, title, issuer, issued_on, paper_code)

struct CircularList {
  std::vector<CircularRow> rows;
};
LAOYOU_RECORD(CircularList, "circular_list", rows)

}  // namespace laoyou::plan
