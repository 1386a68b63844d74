// How long a term is, as a document says it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "record/describe.h"

namespace laoyou::procedures {

enum class LengthUnit {
  working_days,   ///< 工作日, by the State Council's yearly notice
  calendar_days,  ///< 日
  half_days,      ///< 半个工作日
  hours,          ///< 小时, of the clock
  minutes         ///< 分钟
};
LAOYOU_ENUM(LengthUnit, "length_unit", working_days, calendar_days, half_days, hours, minutes)

struct Length {
  std::int32_t count = 0;  ///< 1..3660
  LengthUnit unit = LengthUnit::working_days;
  bool operator==(const Length&) const = default;

  /// Reads "5 working days", "5个工作日", "30 days", "30日", "3 half days", "1 hour", "1小时", "30 minutes". Refused as
  /// "procedures.malformed_length".
  static Result<Length> parse(std::string_view text);
  /// "5个工作日" or "5 working days".
  std::string zh() const;
  std::string en() const;
};

}  // namespace laoyou::procedures
