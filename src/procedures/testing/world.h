// What surrounds procedures in tests: a few registers and the nation's own roles.
#pragma once

#include <fstream>
#include <sstream>

#include "base/csv.h"
#include "base/messages.h"
#include "powers/powers.h"
#include "procedures/check_procedure.h"
#include "procedures/read_procedure.h"
#include "rules/value/unit.h"

namespace laoyou::procedures::testing {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline rules::Schema registers_schema() {
  using rules::Kind;
  const rules::Type square_metres{Kind::quantity, static_cast<std::int16_t>(rules::canonical_unit(rules::find_unit("m²")))};
  rules::RecordKind institution{"institution", "机构", "Institutions", {}};
  institution.fields = {{"id", {Kind::id, 0}, "编号", "Id", false, true},
                        {"region", {Kind::region}, "所在地", "Region", false, true},
                        {"filed", {Kind::boolean}, "已备案", "Filed"},
                        {"floor_area_m2", square_metres, "建筑面积", "Floor area"},
                        {"leased_premises", {Kind::boolean}, "租赁场地", "Leased"},
                        {"stars", {Kind::integer}, "星级", "Stars"}};
  institution.id_field = 0;
  institution.region_field = 1;
  return {{institution}, {}};
}

inline std::vector<powers::Role> national_roles() {
  std::vector<powers::Role> roles;
  const auto rows = read_csv(file_text("plans/national/roles.csv")).value();
  for (std::size_t row = 1; row < rows.size(); ++row) {
    powers::Role role;
    role.role = rows[row][0].text;
    if (const auto kind = record::Leaf<powers::OfficeKind>::from_json_text(rows[row][3].text)) role.unit_kind = *kind;
    std::string powers = rows[row][4].text;
    std::replace(powers.begin(), powers.end(), ';', ' ');
    if (const auto read = powers::Powers::parse(powers)) role.powers = read->list();
    roles.push_back(std::move(role));
  }
  return roles;
}

inline const World& world() {
  static const rules::Schema k_schema = registers_schema();
  static const World k_world{k_schema, {{"institution", powers::Power::places_write, {"stars"}}}, national_roles(), {}};
  return k_world;
}

struct Checked {
  Procedure procedure;
  Refusals refusals;
};

inline Checked checked(const std::string& file, std::string_view text) {
  Checked result;
  result.procedure = read_procedure(file, text, result.refusals);
  if (result.refusals.empty()) check_procedure(result.procedure, world(), result.refusals);
  return result;
}

/// "LINE:COLUMN code(words)" for each refusal, a line each.
inline std::string told(const Refusals& refusals) {
  std::string all;
  for (const Refusal& refusal : refusals) {
    const std::size_t file_end = refusal.place.find(".yaml:");
    all += (all.empty() ? "" : "\n") + (file_end == std::string::npos ? refusal.place : refusal.place.substr(file_end + 6)) + " " + refusal.code;
    for (std::size_t word = 0; word < refusal.words.size(); ++word) all += (word == 0 ? "(" : ", ") + refusal.words[word];
    if (!refusal.words.empty()) all += ")";
  }
  return all;
}

}  // namespace laoyou::procedures::testing
