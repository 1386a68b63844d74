#include "engines/linkage/pattern.h"

#include <algorithm>

#include "engines/linkage/compare.h"

namespace laoyou::linkage {

Level Comparer::level(int field, Code a, Code b) const {
  if (a == 0 || b == 0) return Level::missing;
  if (a == b) return Level::exact;
  const Values& values = records_->values(field);
  return level_between(values.kind(), values.text(a), values.text(b));
}

bool Comparer::is_crossed(int field, int partner, const Code* a, const Code* b) const {
  const auto crosses = [&](Code one, Code other) { return one != 0 && one == other; };
  const bool there = crosses(a[field], b[partner]), back = crosses(a[partner], b[field]);
  if (there && back) return true;
  if (!there && !back) return false;
  // One is the same; the other may have a slip or be absent.
  const Level other = there ? level(field, a[partner], b[field]) : level(field, a[field], b[partner]);
  return other == Level::missing || other >= Level::close;
}

Pattern Comparer::compare(Row a_row, Row b_row) const {
  const Code* const a = records_->codes(a_row);
  const Code* const b = records_->codes(b_row);
  const std::vector<Field>& fields = records_->map().fields;
  Pattern pattern = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) pattern |= Pattern{static_cast<std::uint8_t>(level(static_cast<int>(i), a[i], b[i]))} << (4 * i);
  for (int field = 0; field < static_cast<int>(fields.size()); ++field) {
    const int partner = fields[static_cast<std::size_t>(field)].crossed;
    if (partner <= field) continue;
    const Level own = level_in(pattern, field), other = level_in(pattern, partner);
    const auto is_far = [](Level level) { return level < Level::close || level == Level::missing; };
    if (!is_far(own) || !is_far(other) || !is_crossed(field, partner, a, b)) continue;
    pattern = (pattern & ~(Pattern{15} << (4 * field))) | Pattern{static_cast<std::uint8_t>(Level::crossed)} << (4 * field);
    pattern |= Pattern{15} << (4 * partner);
  }
  return pattern;
}

int evidence_against(const Map& map, Pattern pattern) {
  for (std::size_t i = 0; i < map.against.size(); ++i) {
    const auto& conditions = map.against[i].conditions;
    const bool holds = std::all_of(conditions.begin(), conditions.end(), [pattern](const Against::Condition& condition) {
      return (condition.levels >> static_cast<int>(level_in(pattern, condition.field)) & 1) != 0;
    });
    if (holds) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace laoyou::linkage
