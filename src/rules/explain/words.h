// The words that explanations are made of: values, fields, parameters and rows as an official reads them.
#pragma once

#include "base/messages.h"
#include "rules/explain/explain.h"

namespace laoyou::rules {

/// Says things of one book and its facts in one language.
class ExplainWords {
 public:
  ExplainWords(const Book& book, const Facts& facts, Language language) : book_(book), facts_(facts), language_(language) {}

  /// A row of messages.csv with its gaps filled.
  std::string say(std::string_view code, const std::vector<std::string>& words = {}) const { return message(code, words, language_); }

  std::string value(Type type, Value value) const;
  /// "80..89", "100..", "中度失能"
  std::string range(Type type, Value low, Value high) const;
  /// An exact number of a total in the rule's unit ("36.5%", "1200.00元"), rounded for reading; "没有值" for nothing.
  std::string number(Type type, const std::string& unit, const std::optional<Rational>& number) const;

  std::string field(int record, int field) const;
  std::string record(int record) const;
  /// "老年人 1001"; the row's number in tables without ids.
  std::string row(RowAt row) const;
  /// "老年人 1001 的年龄"
  std::string fact(const FactPlace& place) const;
  /// The name, or the key where there is none.
  std::string rule_name(int rule) const;
  /// "从 2022-01-01 起，桂民发〔2022〕1 号"
  std::string version(const DatedValue& version) const;
  /// Documents and clause of a rule; empty when it names none.
  std::string basis(const Rule& rule) const;
  /// The rule's own words for a node.
  std::string written(int rule, const Node& node) const;
  std::string listed(const std::vector<std::string>& words) const;

  const Book& book() const { return book_; }
  Language language() const { return language_; }

 private:
  const std::string& label(const std::string& zh, const std::string& en, const std::string& name) const;

  const Book& book_;
  const Facts& facts_;
  Language language_;
};

}  // namespace laoyou::rules
