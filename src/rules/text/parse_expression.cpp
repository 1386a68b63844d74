// Signs between values, from the loosest to the tightest.
#include <array>

#include "rules/text/parser.h"

namespace laoyou::rules {
namespace {

constexpr std::array<std::string_view, 6> k_comparisons{"=", "!=", "<", "<=", ">", ">="};

}  // namespace

ParsePtr Parser::expression() {
  const Level level(*this);
  return level ? otherwise_level() : nullptr;
}

/// left-hand chains: a - b - c is (a - b) - c.
template <class Operand>
ParsePtr Parser::left_chain(std::initializer_list<std::string_view> signs, Operand operand) {
  const std::uint32_t begin = here().span.begin;
  ParsePtr left = (this->*operand)();
  while (left) {
    const auto* sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view each) { return at(each); });
    if (sign == signs.end()) return left;
    step();
    ParsePtr right = (this->*operand)();
    left = right ? make(begin, ParsedBinary{std::string(*sign), left, right}) : nullptr;
  }
  return nullptr;
}

ParsePtr Parser::otherwise_level() { return left_chain({"else"}, &Parser::or_level); }

ParsePtr Parser::or_level() { return left_chain({"or"}, &Parser::and_level); }

ParsePtr Parser::and_level() { return left_chain({"and"}, &Parser::not_level); }

ParsePtr Parser::not_level() {
  if (!at("not")) return comparison();
  const Level level(*this);
  if (!level) return nullptr;
  const std::uint32_t begin = here().span.begin;
  step();
  ParsePtr operand = not_level();
  return operand ? make(begin, ParsedUnary{"not", operand}) : nullptr;
}

ParsePtr Parser::sum() { return left_chain({"+", "-"}, &Parser::product); }

ParsePtr Parser::product() { return left_chain({"*", "/"}, &Parser::unary); }

ParsePtr Parser::unary() {
  if (!at("-")) return value();
  const Level level(*this);
  if (!level) return nullptr;
  const std::uint32_t begin = here().span.begin;
  step();
  ParsePtr operand = unary();
  return operand ? make(begin, ParsedUnary{"-", operand}) : nullptr;
}

ParsePtr Parser::comparison() {
  const std::uint32_t begin = here().span.begin;
  const auto comparing = [&] { return here().kind == TokenKind::sign && std::find(k_comparisons.begin(), k_comparisons.end(), here().text) != k_comparisons.end(); };
  ParsePtr left = sum();
  if (!left) return nullptr;
  ParsePtr compared = left;
  if (comparing() || at("within")) {
    const std::string sign = here().text;
    step();
    ParsePtr right = sum();
    compared = right ? make(begin, ParsedBinary{sign, left, right}) : nullptr;
  } else if (at("in") || at("not")) {
    const bool negated = take("not");
    compared = expect("in") ? membership(begin, left, negated) : nullptr;
  } else if (take("between")) {
    compared = between(begin, left);
  } else if (take("is")) {
    compared = is_missing(begin, left);
  }
  if (compared && compared != left && (comparing() || at("in") || at("within") || at("between") || at("is") || at("not")))
    fail_here(refuse("rules.chained_comparison", {found()}));
  return misread_ ? nullptr : compared;
}

ParsePtr Parser::membership(std::uint32_t begin, ParsePtr operand, bool negated) {
  ParsedIn in{std::move(operand), {}, negated};
  const bool list = at("(");
  if (list) open("(");
  do {
    const std::optional<ParsedRange> next = range();
    if (!next) return nullptr;
    in.ranges.push_back(*next);
  } while (list && take(","));
  if (list && !close(")", ", )")) return nullptr;
  return make(begin, std::move(in));
}

ParsePtr Parser::between(std::uint32_t begin, ParsePtr operand) {
  ParsePtr low = sum();
  if (!low || !expect("and")) return nullptr;
  ParsePtr high = sum();
  if (!high) return nullptr;
  ParsedIn in{std::move(operand), {}, false};
  in.ranges.push_back({std::move(low), std::move(high)});
  return make(begin, std::move(in));
}

ParsePtr Parser::is_missing(std::uint32_t begin, ParsePtr operand) {
  if (here().kind != TokenKind::name || (here().text != "missing" && here().text != "缺失")) {
    fail_here(refuse("rules.unexpected", {found(), "missing"}));
    return nullptr;
  }
  step();
  return make(begin, ParsedCall{"missing", {std::move(operand)}});
}

}  // namespace laoyou::rules
