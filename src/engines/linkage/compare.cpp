#include "engines/linkage/compare.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/digits.h"
#include "base/id_number.h"
#include "engines/linkage/alike.h"
#include "engines/linkage/compare_chinese.h"
#include "engines/linkage/compare_words.h"

namespace laoyou::linkage {
namespace {

/// The positions at which two texts of one length differ.
int positions_apart(std::string_view a, std::string_view b) {
  int apart = 0;
  for (std::size_t i = 0; i < a.size(); ++i) apart += a[i] != b[i] ? 1 : 0;
  return apart;
}

/// Graded by slips of the pen: one, two, most positions equal.
Level level_of_number(std::string_view a, std::string_view b) {
  const int edits = edits_between(a, b, 2);
  if (edits == 1) return Level::close;
  if (edits == 2 && std::min(a.size(), b.size()) > 4) return Level::similar;
  const bool most_equal = a.size() == b.size() && 2 * positions_apart(a, b) <= static_cast<int>(a.size());
  return most_equal ? Level::faint : Level::differs;
}

/// Two valid numbers that differ are two persons' (differs); where one is not valid somebody mistyped, however far they are apart.
Level level_of_id_number(std::string_view a, std::string_view b) {
  if (IdNumber::parse(a) && IdNumber::parse(b)) return Level::differs;
  const Level level = level_of_number(a, b);
  return level == Level::differs ? Level::faint : level;
}

Level level_of_phone(std::string_view a, std::string_view b) {
  const int edits = edits_between(a, b, 2);
  if (edits == 1) return Level::close;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter >= 7 && (a.ends_with(b) || b.ends_with(a))) return Level::contained;  // with and without area code
  return edits == 2 && shorter >= 7 ? Level::similar : Level::differs;
}

Level level_of_code(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) >= 2 && edits_between(a, b, 1) == 1) return Level::close;
  std::size_t common = 0;
  while (common < std::min(a.size(), b.size()) && a[common] == b[common]) ++common;
  if (2 * common > std::max(a.size(), b.size())) return Level::contained;
  if (std::min(a.size(), b.size()) >= 3 && edits_between(a, b, 2) == 2) return Level::similar;
  return common >= 2 ? Level::faint : Level::differs;
}

Level level_of_date(std::string_view a, std::string_view b) {
  if (a.size() != 8 || b.size() != 8) return level_of_number(a, b) == Level::close ? Level::close : Level::differs;
  const bool same_year = a.substr(0, 4) == b.substr(0, 4), same_month = a.substr(4, 2) == b.substr(4, 2), same_day = a.substr(6) == b.substr(6);
  if (same_year && a.substr(4, 2) == b.substr(6) && a.substr(6) == b.substr(4, 2)) return Level::alias;  // day and month exchanged
  if (edits_between(a, b, 1) == 1) return Level::close;
  if (same_year + same_month + same_day == 2) return Level::similar;
  if (same_year) return Level::faint;
  return positions_apart(a, b) <= 2 ? Level::similar : Level::differs;
}

}  // namespace

Level level_between(FieldKind kind, std::string_view a, std::string_view b) {
  if (b < a) std::swap(a, b);  // whichever comes first, words are matched in one order
  switch (kind) {
    case FieldKind::name: return level_of_name(a, b);
    case FieldKind::names: return level_of_names(a, b);
    case FieldKind::chinese_name: return level_of_chinese_name(a, b);
    case FieldKind::date: return level_of_date(a, b);
    case FieldKind::number: return level_of_number(a, b);
    case FieldKind::id_number: return level_of_id_number(a, b);
    case FieldKind::phone: return level_of_phone(a, b);
    case FieldKind::text: return level_of_text(a, b);
    case FieldKind::code: return level_of_code(a, b);
    case FieldKind::address: return level_of_address(a, b);
    case FieldKind::category: break;
  }
  return Level::differs;
}

}  // namespace laoyou::linkage
