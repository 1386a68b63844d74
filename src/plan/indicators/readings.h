// Reported values in the database: looking them up, reporting, correcting and importing them.
#pragma once

#include "http/answer.h"
#include "plan/indicators/indicator_state.h"
#include "plan/indicators/readings_view.h"
#include "plan/answers/requests.h"
#include "plan/answers/room.h"
#include "record/sheet.h"
#include "store/acting.h"

namespace laoyou::plan {

/// Every value of a plan for one region.
ChosenReadings readings_of_region(const ReadingsView& readings, const Plan& plan, RegionCode region);

/// Every value of a plan, or of one of its indicators, for a region's parts.
ChosenReadings readings_of_parts(const ReadingsView& readings, const Plan& plan, std::optional<std::string> indicator, RegionCode region,
                                 const std::vector<regions::Region>& parts);

ReadingRow reading_row(const Library& library, const ReportedValue& reading);
record::SheetFormat sheet_format(SheetKind kind);

CheckedResult<ReadingRow> report_reading(const Services& services, const store::Acting& acting, const ReportReadingRequest& request);
CheckedResult<ReadingRow> correct_reading(const Services& services, const store::Acting& acting, const CorrectReadingRequest& request);
Result<void> remove_reading(const Services& services, const store::Acting& acting, const ReadingIdRequest& request);
Result<http::Kept<ReadingList>> list_readings(const Services& services, const store::Acting& acting, const ListReadingsRequest& request);
Result<http::FileAnswer> export_readings(const Services& services, const store::Acting& acting, const ExportReadingsRequest& request);
Result<http::FileAnswer> reading_template(const Services& services, const store::Acting& acting, const ReadingTemplateRequest& request);
/// Takes the whole sheet or nothing; each wrong cell is named by row and column. A dry run tells what is to be confirmed, an import refuses it.
CheckedResult<ImportSummary> import_readings(const Services& services, const store::Acting& acting, const ImportReadingsRequest& request, std::string_view body);
/// The same sheet with every wrong cell marked and told, for correcting and sending again; nothing is stored. Refused as "readings.nothing_wrong".
CheckedResult<http::FileAnswer> marked_readings(const Services& services, const store::Acting& acting, const ImportReadingsRequest& request, std::string_view body, Language language);

}  // namespace laoyou::plan
