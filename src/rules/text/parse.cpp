#include "rules/text/parse.h"

#include <algorithm>

#include "base/csv.h"
#include "rules/text/parse_children.h"
#include "rules/text/parser.h"

namespace laoyou::rules {

void Parser::step() {
  previous_end_ = here().span.end;
  if (here().kind != TokenKind::end) ++position_;
}

bool Parser::take(std::string_view sign) {
  if (!at(sign)) return false;
  step();
  return true;
}

bool Parser::expect(std::string_view sign, std::string_view all_expected) {
  if (take(sign)) return true;
  fail_here(refuse("rules.unexpected", {found(), std::string(all_expected.empty() ? sign : all_expected)}));
  return false;
}

void Parser::open(std::string_view bracket) {
  const std::size_t position = position_;
  if (expect(bracket)) open_brackets_.push_back(position);
}

bool Parser::close(std::string_view bracket, std::string_view all_expected) {
  if (misread_ || !expect(bracket, all_expected)) return false;
  open_brackets_.pop_back();
  return true;
}

std::string Parser::found() const { return here().unit.empty() || here().kind != TokenKind::number ? here().text : here().text + here().unit; }

void Parser::fail(Refusal refusal, std::size_t offset) {
  if (!misread_) misread_ = Misread{std::move(refusal), offset};
}

void Parser::fail_here(Refusal refusal) {
  if (here().kind != TokenKind::end) return fail(std::move(refusal), here().span.begin);
  if (open_brackets_.empty()) return fail(refuse("rules.not_finished"), here().span.begin);
  const Token& bracket = tokens_[open_brackets_.back()];
  fail(refuse("rules.unclosed", {bracket.text}), bracket.span.begin);
}

ParsePtr Parser::make(std::uint32_t begin, decltype(ParseNode::what) what) {
  if (misread_) return nullptr;
  ParseNode node{{begin, previous_end_}, std::move(what)};
  for_each_child(node, [&](const ParsePtr& child) { node.height = std::max(node.height, child->height + 1); });
  if (node.height > k_max_depth) fail(refuse("rules.too_deep", {std::to_string(k_max_depth)}), begin);
  if (++nodes_ > k_max_nodes) fail(refuse("rules.too_long"), begin);
  return misread_ ? nullptr : std::make_shared<const ParseNode>(std::move(node));
}

bool Parser::enter() {
  if (++levels_ > k_max_depth) fail(refuse("rules.too_deep", {std::to_string(k_max_depth)}), here().span.begin);
  return !misread_;
}

ParsePtr Parser::read_whole() {
  ParsePtr tree = expression();
  if (!misread_ && here().kind != TokenKind::end) fail_here(refuse("rules.left_over", {found()}));
  return misread_ ? nullptr : tree;
}

std::optional<ParsedRange> Parser::read_whole_range() {
  std::optional<ParsedRange> whole = range();
  if (!misread_ && here().kind != TokenKind::end) fail_here(refuse("rules.left_over", {found()}));
  if (misread_) return std::nullopt;
  return whole;
}

namespace {

Refusals misread_at(const SourceText& source, const Misread& misread) { return {at(source.place(misread.offset), misread.refusal)}; }

/// The text as tokens, once it is known to be short and well-formed.
CheckedResult<std::vector<Token>> read_tokens(const SourceText& source) {
  if (source.text.size() > k_max_text_bytes) return Refusals{at(source.place(0), refuse("rules.too_long"))};
  if (!is_utf8(source.text)) return Refusals{at(source.place(0), refuse("text.not_utf8"))};
  auto tokens = tokens_of(source.text);
  if (!tokens) return misread_at(source, tokens.error());
  return std::move(*tokens);
}

}  // namespace

CheckedResult<ParsePtr> parse(const SourceText& source) {
  auto tokens = read_tokens(source);
  if (!tokens) return std::move(tokens.error());
  Parser parser(std::move(*tokens));
  ParsePtr tree = parser.read_whole();
  if (parser.misread()) return misread_at(source, *parser.misread());
  return tree;
}

CheckedResult<ParsedRange> parse_range(const SourceText& source) {
  auto tokens = read_tokens(source);
  if (!tokens) return std::move(tokens.error());
  Parser parser(std::move(*tokens));
  const std::optional<ParsedRange> range = parser.read_whole_range();
  if (!range) return misread_at(source, *parser.misread());
  return *range;
}

}  // namespace laoyou::rules
