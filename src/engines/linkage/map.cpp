#include "engines/linkage/map.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/embedded.h"

namespace laoyou::linkage {
namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 11> k_kinds = {{
    {"name", FieldKind::name}, {"names", FieldKind::names}, {"chinese_name", FieldKind::chinese_name}, {"date", FieldKind::date},
    {"number", FieldKind::number}, {"id_number", FieldKind::id_number}, {"phone", FieldKind::phone}, {"text", FieldKind::text},
    {"code", FieldKind::code}, {"category", FieldKind::category}, {"address", FieldKind::address}}};

constexpr std::array<std::string_view, k_levels> k_level_words = {"differs", "faint", "similar", "close", "alias", "contained", "crossed", "exact"};

}  // namespace

bool field_kind_of(std::string_view word, FieldKind& kind) {
  const auto* const found = std::find_if(k_kinds.begin(), k_kinds.end(), [&](const auto& known) { return known.first == word; });
  if (found == k_kinds.end()) return false;
  kind = found->second;
  return true;
}

std::string_view level_word(Level level) {
  return level == Level::missing ? std::string_view("missing") : k_level_words[static_cast<std::size_t>(level)];
}

}  // namespace laoyou::linkage
