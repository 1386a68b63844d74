#include <algorithm>
#include <map>

#include "rules/columns/support.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {
namespace {

using Bounds = std::map<int, Wide>;

Wide find_bound(const Program& program, const Domain& domain, int value, Bounds& known);

Wide bound(const Program& program, const Domain& domain, int value, Bounds& known) {
  if (const auto found = known.find(value); found != known.end()) return found->second;
  const Wide made = find_bound(program, domain, value, known);
  known.emplace(value, made);
  return made;
}

Wide find_bound(const Program& program, const Domain& domain, int value, Bounds& known) {
  const Operation& operation = domain.operations[static_cast<std::size_t>(value)];
  const auto magnitude = [](std::int64_t number) { return number < 0 ? -Wide{number} : Wide{number}; };
  // No more than this matters, and sums of it stay within 128 bits.
  const auto of = [&](int reg) { return std::min<Wide>(bound(program, domain, reg, known), INT64_MAX); };
  Wide most = 0;
  switch (operation.op) {
    case Op::constant_value: return magnitude(operation.x);
    case Op::mask_as_value: return 1;
    case Op::negate:
    case Op::reached_value: return of(operation.a);
    case Op::add:
    case Op::subtract: return of(operation.a) + of(operation.b);
    case Op::multiply: return of(operation.a) * magnitude(operation.x);
    case Op::fallback_value: return std::max(of(operation.a), of(operation.b));
    case Op::load: {
      const Column& column = program.column(operation.record, operation.field);
      return column.type().kind == Kind::region ? Wide{INT64_MAX} : std::max(magnitude(column.least()), magnitude(column.greatest()));
    }
    case Op::table_value: {
      const DirectTable& table = program.tables[static_cast<std::size_t>(operation.table)];
      most = magnitude(table.if_missing.value_or(0));
      for (const std::int64_t entry : table.values) most = std::max(most, magnitude(entry));
      return most;
    }
    case Op::band_value: {
      const BandTable& table = program.bands[static_cast<std::size_t>(operation.table)];
      most = magnitude(table.otherwise.value_or(0));
      for (const BandTable::Band& band : table.bands) most = std::max(most, magnitude(band.value.value_or(0)));
      return most;
    }
    case Op::choose_value:
      for (std::size_t branch = 1; branch < operation.arguments.size(); branch += 2) most = std::max(most, of(operation.arguments[branch]));
      return std::max(most, of(operation.arguments.back()));
    default: return INT64_MAX;
  }
}

}  // namespace

std::int64_t bound_of(const Program& program, int domain, int value) {
  Bounds known;
  return static_cast<std::int64_t>(std::min<Wide>(bound(program, program.domains[static_cast<std::size_t>(domain)], value, known), INT64_MAX));
}

}  // namespace laoyou::rules
