// Literals of parameters: values and table keys as plans write them, where no other side tells what they are.
#pragma once

#include <optional>

#include "rules/text/number_literal.h"
#include "rules/text/parse_tree.h"
#include "rules/check/report.h"
#include "rules/schema/schema.h"

namespace laoyou::rules {

/// One literal and where it stands.
struct PlanLiteral {
  const SourceText* text = nullptr;
  ParsePtr parsed;
};

/// Reads literals that belong together (all values of one parameter, all keys of its table) into one type.
class PlanLiterals {
 public:
  PlanLiterals(const Schema& schema, Report& report) : schema_(schema), report_(report) {}

  /// Null literals are open ends and give nothing. Nothing at all after an error, which is then reported.
  std::optional<std::vector<Value>> read(const std::vector<PlanLiteral>& literals, Type& type);

 private:
  bool find_common_list(const std::vector<PlanLiteral>& literals);
  void refuse_code(const PlanLiteral& literal, const std::string& name);
  std::optional<TypedValue> read_one(const PlanLiteral& literal, const ParseNode& node);
  std::optional<TypedValue> read_name(const PlanLiteral& literal, const ParsedName& name);
  void refuse(const PlanLiteral& literal, std::string_view code, std::vector<std::string> words);

  const Schema& schema_;
  Report& report_;
  int list_ = -1;         ///< of names that stand alone
  bool regions_ = false;  ///< all literals are twelve digits
};

}  // namespace laoyou::rules
