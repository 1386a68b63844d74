// What the routes of exchange are asked.
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::exchange {

enum class ExchangeForm { dhis2, adx };
LAOYOU_ENUM(ExchangeForm, "exchange_form", dhis2, adx)

enum class ValuesFrom { reported, computed };
LAOYOU_ENUM(ValuesFrom, "values_from", reported, computed)

/// Computed values need a period.
struct DataValuesRequest {
  std::string plan;
  ExchangeForm format = ExchangeForm::dhis2;
  std::optional<RegionCode> region;
  std::optional<Period> period;
  std::optional<ValuesFrom> values;
};
LAOYOU_RECORD(DataValuesRequest, "data_values_request", plan, format, region, period, values)

struct TakeValuesRequest {
  std::string plan;
  ExchangeForm format = ExchangeForm::dhis2;
  std::optional<bool> dry_run;
  std::optional<bool> confirmed;
};
LAOYOU_RECORD(TakeValuesRequest, "take_values_request", plan, format, dry_run, confirmed)

}  // namespace laoyou::exchange
