#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/embedded.h"
#include "engines/linkage/map.h"
#include "engines/tables/column_table.h"

LAOYOU_EMBEDDED(febrl_map_csv)
LAOYOU_EMBEDDED(historical_map_csv)
LAOYOU_EMBEDDED(residents_map_csv)

namespace laoyou::linkage {
namespace {

constexpr std::size_t k_fields_max = 16, k_rules_max = 32;

constexpr std::array<std::pair<std::string_view, Cut>, 8> k_cuts = {{{"first", Cut::first}, {"last", Cut::last}, {"sound", Cut::sound}, {"year", Cut::year},
    {"month_day", Cut::month_day}, {"initials", Cut::initials}, {"longest_word", Cut::longest_word}, {"last_word", Cut::last_word}}};

std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; end != std::string_view::npos; text.remove_prefix(std::min(text.size(), end + 1))) {
    end = text.find(separator);
    parts.push_back(text.substr(0, end));
  }
  return parts;
}

/// Reads a map's rows into `map` and notes what is wrong.
class MapReader {
 public:
  explicit MapReader(const tables::ColumnTable& table) : table_(table) {}

  CheckedResult<Map> read() {
    for (std::size_t row = 0; row < table_.rows(); ++row)
      if (table_.text(row, "use") == "field") take_field(row);
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string& use = table_.text(row, "use");
      if (use == "id") {
        map_.left_id = table_.text(row, "column");
        map_.right_id = right_column(row);
      } else if (use == "key") {
        take_rule(row);
      } else if (use == "against") {
        take_against(row);
      } else if (use == "missing") {
        map_.missing.push_back(table_.text(row, "name"));
      } else if (use == "set") {
        take_setting(row);
      } else if (use == "field") {
        take_partner(row);
      } else {
        wrong(row, "use", "linkage.use_unknown");
      }
    }
    if (wrong_.empty() && (map_.fields.empty() || map_.rules.empty())) wrong_.push_back(refuse("linkage.map_empty"));
    if (map_.fields.size() > k_fields_max) wrong_.push_back(refuse("linkage.too_many", {"field", std::to_string(k_fields_max)}));
    if (map_.rules.size() > k_rules_max) wrong_.push_back(refuse("linkage.too_many", {"key", std::to_string(k_rules_max)}));
    if (!wrong_.empty()) return wrong_;
    share_pools();
    return map_;
  }

 private:
  void wrong(std::size_t row, std::string_view column, std::string_view code, std::string_view found = {}) {
    wrong_.push_back(table_.refused(row, column, code, {std::string(found.empty() ? table_.text(row, column) : found)}));
  }

  const std::string& right_column(std::size_t row) const {
    return table_.text(row, table_.text(row, "right_column").empty() ? "column" : "right_column");
  }

  std::optional<int> field_called(std::string_view name) const {
    for (std::size_t i = 0; i < map_.fields.size(); ++i)
      if (map_.fields[i].name == name) return static_cast<int>(i);
    return std::nullopt;
  }

  void take_field(std::size_t row) {
    Field field;
    field.name = table_.text(row, "name");
    if (field.name.empty()) field.name = table_.text(row, "column");
    field.left_column = table_.text(row, "column");
    if (field.left_column.empty()) field.left_column = field.name;
    field.right_column = table_.text(row, "right_column").empty() ? field.left_column : table_.text(row, "right_column");
    if (!field_kind_of(table_.text(row, "kind"), field.kind)) wrong(row, "kind", "linkage.kind_unknown");
    if (field_called(field.name)) wrong(row, "name", "linkage.field_repeated", field.name);
    map_.fields.push_back(std::move(field));
  }

  void take_partner(std::size_t row) {
    const std::string& with = table_.text(row, "with");
    if (with.empty()) return;
    const auto partner = field_called(with);
    const std::string& name = table_.text(row, table_.text(row, "name").empty() ? "column" : "name");
    const auto own = field_called(name);
    if (!partner || !own || *partner == *own) return wrong(row, "with", "linkage.field_unknown");
    map_.fields[static_cast<std::size_t>(*own)].crossed = *partner;
    map_.fields[static_cast<std::size_t>(*partner)].crossed = *own;
  }

  /// "surname:first3"
  void take_part(std::size_t row, std::string_view text, KeyRule& rule) {
    const std::size_t colon = text.find(':');
    const auto field = field_called(text.substr(0, colon));
    if (!field) return wrong(row, "name", "linkage.field_unknown", text.substr(0, colon));
    KeyPart part{*field, Cut::whole, 0};
    if (colon != std::string_view::npos) {
      const std::string_view word = text.substr(colon + 1), letters = word.substr(0, word.find_first_of("0123456789"));
      const auto* const cut = std::find_if(k_cuts.begin(), k_cuts.end(), [&](const auto& known) { return known.first == letters; });
      const std::string_view digits = word.substr(letters.size());
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), part.length);
      const bool measured = cut != k_cuts.end() && (cut->second == Cut::first || cut->second == Cut::last);
      const bool is_length = error == std::errc() && end == digits.data() + digits.size() && part.length > 0 && part.length < 100;
      if (cut == k_cuts.end() || measured != is_length || (!measured && !digits.empty())) return wrong(row, "name", "linkage.cut_unknown", word);
      part.cut = cut->second;
    }
    rule.parts.push_back(part);
  }

  void take_rule(std::size_t row) {
    KeyRule rule;
    rule.name = table_.text(row, "name");
    for (const std::string_view text : pieces_of(rule.name, '+')) take_part(row, text, rule);
    map_.rules.push_back(std::move(rule));
  }

  /// "name=differs|faint+birth=exact"
  void take_against(std::size_t row) {
    Against against;
    against.name = table_.text(row, "name");
    for (const std::string_view text : pieces_of(against.name, '+')) {
      const std::size_t equals = std::min(text.find('='), text.size());
      const auto field = field_called(text.substr(0, equals));
      if (!field) return wrong(row, "name", "linkage.field_unknown", text.substr(0, equals));
      Against::Condition condition{*field, 0};
      for (const std::string_view word : pieces_of(text.substr(std::min(text.size(), equals + 1)), '|')) {
        int level = 0;
        while (level < k_levels && level_word(static_cast<Level>(level)) != word) ++level;
        if (level == k_levels && word != level_word(Level::missing)) return wrong(row, "name", "linkage.level_unknown", word);
        condition.levels |= static_cast<std::uint16_t>(1U << (level == k_levels ? static_cast<int>(Level::missing) : level));
      }
      against.conditions.push_back(condition);
    }
    map_.against.push_back(std::move(against));
  }

  void take_setting(std::size_t row) {
    const std::string& name = table_.text(row, "name");
    const auto share = [&](double& value) {
      const auto number = table_.number(row, "kind", 0, 1);
      if (number) value = *number;
      else wrong_.push_back(number.error());
    };
    if (name == "one_to_one") map_.one_to_one = table_.text(row, "kind") == "yes";
    else if (name == "certain") share(map_.certain);
    else if (name == "possible") share(map_.possible);
    else if (name == "key_limit") {
      const auto number = table_.whole_number(row, "kind", 100000);
      if (number) map_.key_limit = static_cast<int>(*number);
      else wrong_.push_back(number.error());
    } else {
      wrong(row, "name", "linkage.setting_unknown");
    }
  }

  void share_pools() {
    for (std::size_t i = 0; i < map_.fields.size(); ++i) {
      const int partner = map_.fields[i].crossed;
      map_.fields[i].pool = partner >= 0 && partner < static_cast<int>(i) ? map_.fields[static_cast<std::size_t>(partner)].pool : map_.pools++;
    }
  }

  const tables::ColumnTable& table_;
  Map map_;
  Refusals wrong_;
};

}  // namespace

CheckedResult<Map> read_map(std::string_view csv) {
  const auto table = tables::ColumnTable::read(
      csv, {tables::needed("use", {"用途"}), tables::needed("name", {"名称"}), tables::wanted("kind", {"类型"}), tables::wanted("column", {"列"}),
            tables::wanted("right_column", {"另一列"}), tables::wanted("with", {"互换"})});
  if (!table) return Refusals{table.error()};
  return MapReader(*table).read();
}

std::string_view map_of_format(std::string_view format) {
  if (format == "febrl") return febrl_map_csv();
  if (format == "historical") return historical_map_csv();
  if (format == "residents") return residents_map_csv();
  return {};
}

}  // namespace laoyou::linkage
