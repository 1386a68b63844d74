// count(person where age >= 80), sum(beds of institution where …), latest(score of assessment by day).
#include "rules/text/parser.h"

namespace laoyou::rules {

ParsePtr Parser::aggregate(std::uint32_t begin, const std::string& function) {
  ParsedAggregate aggregate{function, nullptr, "", {}, nullptr, nullptr};
  open("(");
  if (function != "count" && function != "exists") {
    aggregate.value = expression();
    if (!aggregate.value || !expect("of")) return nullptr;
  }
  return aggregate_rows(begin, std::move(aggregate));
}

ParsePtr Parser::aggregate_rows(std::uint32_t begin, ParsedAggregate aggregate) {
  if (here().kind != TokenKind::name) {
    fail_here(refuse("rules.no_name", {found()}));
    return nullptr;
  }
  aggregate.record = here().text;
  aggregate.record_span = here().span;
  step();
  if (take("where") && !(aggregate.condition = expression())) return nullptr;
  if (aggregate.function == "latest" && (!expect("by", aggregate.condition ? "by" : "where by") || !(aggregate.order = expression()))) return nullptr;
  return close(")", aggregate.condition || aggregate.order ? ")" : "where )") ? make(begin, std::move(aggregate)) : nullptr;
}

}  // namespace laoyou::rules
