// What stands between signs: literals, names, lookups, calls, brackets.
#include <algorithm>
#include <array>

#include "rules/text/parser.h"

namespace laoyou::rules {
namespace {

constexpr std::array<std::string_view, 9> k_aggregates{"count", "exists", "sum", "avg", "min", "max", "share", "distinct", "latest"};

}  // namespace

bool Parser::starts_value() const {
  if (here().kind == TokenKind::end) return false;
  if (here().kind != TokenKind::sign) return true;
  constexpr std::array<std::string_view, 7> k_starts{"(", "-", "case", "first", "bands", "true", "false"};
  return std::find(k_starts.begin(), k_starts.end(), here().text) != k_starts.end();
}

ParsePtr Parser::value() {
  switch (here().kind) {
    case TokenKind::name: return named();
    case TokenKind::number:
    case TokenKind::date:
    case TokenKind::period:
    case TokenKind::text: return literal();
    case TokenKind::sign: break;
    case TokenKind::end: break;
  }
  if (at("(")) return bracketed();
  if (at("case") || at("first")) return cases(at("first"));
  if (at("bands")) return bands();
  if (at("true") || at("false")) return literal();
  fail_here(refuse("rules.no_value", {found()}));
  return nullptr;
}

ParsePtr Parser::literal() {
  const Token token = here();
  step();
  switch (token.kind) {
    case TokenKind::number: return make(token.span.begin, ParsedNumber{token.text, token.unit});
    case TokenKind::date: return make(token.span.begin, ParsedDate{token.text});
    case TokenKind::period: return make(token.span.begin, ParsedPeriod{token.text});
    case TokenKind::text: return make(token.span.begin, ParsedText{token.text});
    default: return make(token.span.begin, ParsedBoolean{token.text == "true"});
  }
}

ParsePtr Parser::bracketed() {
  open("(");
  ParsePtr inner = expression();
  return inner && close(")") ? inner : nullptr;
}

ParsePtr Parser::named() {
  const Token name = here();
  step();
  if (at("[")) return lookup(name.span.begin, name.text);
  if (at("(")) return call(name.span.begin, name.text);
  ParsedName parts{{name.text}};
  while (take(".")) {
    if (here().kind != TokenKind::name) {
      fail_here(refuse("rules.no_name", {found()}));
      return nullptr;
    }
    parts.parts.push_back(here().text);
    step();
  }
  return make(name.span.begin, std::move(parts));
}

ParsePtr Parser::lookup(std::uint32_t begin, const std::string& table) {
  open("[");
  ParsePtr key = expression();
  return key && close("]") ? make(begin, ParsedLookup{table, key}) : nullptr;
}

ParsePtr Parser::call(std::uint32_t begin, const std::string& function) {
  if (std::find(k_aggregates.begin(), k_aggregates.end(), function) != k_aggregates.end()) return aggregate(begin, function);
  ParsedCall call{function == "缺失" ? "missing" : function, {}};
  open("(");
  if (!at(")")) {
    do {
      ParsePtr argument = expression();
      if (!argument) return nullptr;
      call.arguments.push_back(std::move(argument));
    } while (take(","));
  }
  return close(")", ", )") ? make(begin, std::move(call)) : nullptr;
}

}  // namespace laoyou::rules
