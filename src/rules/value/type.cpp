#include "rules/value/type.h"

#include <limits>

#include "rules/value/period_value.h"

namespace laoyou::rules {

std::int64_t field_bound(Kind kind) {
  switch (kind) {
    case Kind::boolean: return 1;
    case Kind::integer: return 10'000'000'000;  // above any count of people, so that ten billion of anything can be multiplied by a unit
    case Kind::money:
    case Kind::ratio:
    case Kind::quantity: return 1'000'000'000'000'000;
    case Kind::date: return 2'932'896;         // 9999-12-31
    case Kind::period: return 8 * 2'932'897;   // pack_period() keeps a day and three bits
    case Kind::code: return 32'767;            // Type::detail counts lists the same way
    case Kind::region: return 999'999'999'999;  // twelve digits
    case Kind::text: return 4'294'967'295;
    case Kind::id: return std::numeric_limits<std::int64_t>::max();
  }
  return 0;
}

bool is_numeric(Kind kind) { return kind == Kind::integer || kind == Kind::money || kind == Kind::ratio || kind == Kind::quantity; }

}  // namespace laoyou::rules
