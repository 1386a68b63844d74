// Regions are twelve digits of text: within is a prefix. In a known region it is a range, which an index can serve.
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

/// How many digits of a region name it: 2, 4, 6, 9 or 12, none for the country (region_code.h).
std::string significant_digits(const std::string& region) {
  return "case when " + region + " = '000000000000' then 0 when substr(" + region + ", 3) = '0000000000' then 2 when substr(" + region +
         ", 5) = '00000000' then 4 when substr(" + region + ", 7) = '000000' then 6 when substr(" + region + ", 10) = '000' then 9 else 12 end";
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Within& what) {
  const std::string operand = writer.write(what.operand, scope);
  if (const std::optional<Value> known = writer.known(*what.outer)) {
    if (!*known) return writer.missing(node.type.kind);
    const RegionCode outer = RegionCode::from_number(**known);
    return "(" + operand + " between " + writer.text(outer.text()) + " and " + writer.text(RegionCode::from_number(outer.end_number() - 1).text()) + ")";
  }
  return writer.bind(operand, [&](const std::string& inner) {
    return writer.bind_all({writer.write(what.outer, scope)}, [&](const std::vector<std::string>& outer) {
      return writer.bind_all({outer[0], significant_digits(outer[0])}, [&](const std::vector<std::string>& names) {
        return "substr(" + inner + ", 1, " + names[1] + ") = substr(" + names[0] + ", 1, " + names[1] + ")";
      });
    });
  });
}

}  // namespace laoyou::rules
