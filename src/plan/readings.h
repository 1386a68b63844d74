// Reported values in the database: looking them up, reporting, correcting and importing them.
#pragma once

#include "http/context.h"
#include "plan/indicator_state.h"
#include "plan/requests.h"
#include "plan/room.h"

namespace laoyou::plan {

/// Every value of a plan for one region, by indicator.
std::map<std::string, std::vector<IndicatorReading>> readings_of_region(store::Reading& reading, const Plan& plan, RegionCode region);

/// Every value of one indicator for the parts of a region, by part.
std::map<RegionCode, std::vector<IndicatorReading>> readings_of_parts(store::Reading& reading, const Plan& plan, std::string_view indicator, RegionCode region,
                                                                       const std::vector<regions::Region>& parts);

/// Refused when the plan does not know the indicator, or the region is none of the plan's or lies deeper than the indicator is reported.
/// Places name the field ("/indicator", "/region").
Refusals check_reading(const Library& library, const Plan& plan, std::string_view indicator, RegionCode region, std::string_view source);

/// Tells open screens that values of a plan have changed for a region.
void tell_change(const Services& services, std::string_view plan, RegionCode region);
ReadingRow reading_row(const Services& services, const Library& library, const IndicatorReading& reading);
store::Actor actor_of(const http::Context& context);

CheckedResult<ReadingRow> report_reading(const Services& services, http::Context& context, const ReportReadingRequest& request);
Result<ReadingRow> correct_reading(const Services& services, http::Context& context, const CorrectReadingRequest& request);
Result<void> remove_reading(const Services& services, http::Context& context, const ReadingIdRequest& request);
Result<http::Kept<ReadingList>> list_readings(const Services& services, http::Context& context, const ListReadingsRequest& request);
Result<http::FileAnswer> export_readings(const Services& services, http::Context& context, const ExportReadingsRequest& request);
Result<http::FileAnswer> reading_template(const ReadingTemplateRequest& request);
/// Takes the whole sheet or nothing; each wrong cell is named by row and column.
CheckedResult<ImportSummary> import_readings(const Services& services, http::Context& context, const ImportReadingsRequest& request);

}  // namespace laoyou::plan
