// Recursive descent over the tokens of one expression. The first refusal ends the reading: every function then gives back nothing.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/text/lexer.h"
#include "rules/text/parse_tree.h"

namespace laoyou::rules {

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  /// A whole text: one expression, or one range, and nothing behind it.
  ParsePtr read_whole();
  std::optional<ParsedRange> read_whole_range();
  const std::optional<Misread>& misread() const { return misread_; }

 private:
  // Expressions, from the loosest sign to the tightest (parse_expression.cpp).
  ParsePtr expression();
  ParsePtr otherwise_level();
  ParsePtr or_level();
  ParsePtr and_level();
  ParsePtr not_level();
  ParsePtr comparison();
  ParsePtr sum();
  ParsePtr product();
  ParsePtr unary();
  template <class Operand>
  ParsePtr left_chain(std::initializer_list<std::string_view> signs, Operand operand);
  ParsePtr membership(std::uint32_t begin, ParsePtr operand, bool negated);
  ParsePtr between(std::uint32_t begin, ParsePtr operand);
  ParsePtr is_missing(std::uint32_t begin, ParsePtr operand);

  // Values (parse_value.cpp).
  ParsePtr value();
  bool starts_value() const;
  ParsePtr bracketed();
  ParsePtr named();
  ParsePtr lookup(std::uint32_t begin, const std::string& table);
  ParsePtr call(std::uint32_t begin, const std::string& function);
  ParsePtr literal();

  // Aggregates (parse_aggregate.cpp).
  ParsePtr aggregate(std::uint32_t begin, const std::string& function);
  ParsePtr aggregate_rows(std::uint32_t begin, ParsedAggregate aggregate);

  // case, first, bands and their ranges (parse_cases.cpp).
  ParsePtr cases(bool ordered);
  ParsePtr bands();
  std::optional<ParsedRange> range();
  bool row_end();

  // Tokens and refusals (parse.cpp).
  const Token& here() const { return tokens_[position_]; }
  const Token& following() const { return tokens_[std::min(position_ + 1, tokens_.size() - 1)]; }
  bool at(std::string_view sign) const { return here().kind == TokenKind::sign && here().text == sign; }
  void step();
  bool take(std::string_view sign);
  bool expect(std::string_view sign, std::string_view all_expected = "");
  void open(std::string_view bracket);
  bool close(std::string_view bracket, std::string_view all_expected = "");
  std::string found() const;
  void fail(Refusal refusal, std::size_t offset);
  /// Says that something else should stand here; at the end of the text, that a bracket is open or the expression not finished.
  void fail_here(Refusal refusal);
  ParsePtr make(std::uint32_t begin, decltype(ParseNode::what) what);
  bool enter();

  /// Counts the levels of brackets and signs that are being read.
  class Level {
   public:
    explicit Level(Parser& parser) : parser_(parser), entered_(parser.enter()) {}
    ~Level() { --parser_.levels_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    explicit operator bool() const { return entered_; }

   private:
    Parser& parser_;
    bool entered_;
  };

  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  std::uint32_t previous_end_ = 0;  ///< byte behind the last token taken
  int levels_ = 0;
  std::size_t nodes_ = 0;
  std::vector<std::size_t> open_brackets_;  ///< positions of tokens
  std::optional<Misread> misread_;
};

}  // namespace laoyou::rules
