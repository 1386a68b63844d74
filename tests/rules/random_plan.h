// Random plans as a plan would write them: parameters with dates, tables, rules over records and totals, as source text.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "rules/schema/schema.h"
#include "rules/text/source.h"

namespace laoyou::rules {

/// Writes expressions of a wanted type. Mostly such as the checker accepts; what it refuses (overlapping cases, numbers that may grow too large)
/// the caller leaves out.
class RandomPlan {
 public:
  RandomPlan(const Schema& schema, SeededRandom& random);

  /// A plain parameter or a table, with one to three dates, at times with an end.
  ParameterSource parameter();
  /// A rule over a record.
  RuleSource row_rule();
  /// Aggregates and arithmetic over them.
  RuleSource total();

  /// What later expressions may read.
  void accept(const ParameterSource& parameter);
  void accept(const RuleSource& rule);
  const BookSource& source() const { return source_; }

 private:
  using Rows = std::vector<int>;  // records of the rows around an expression, innermost first
  struct KnownParameter {
    std::string key, name;
    Type type;
    std::optional<Type> key_type;
  };
  struct KnownRule {
    std::string key, name;
    int record = -1;
    Type type;
  };

  std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  std::string word(const char* english, const char* chinese) { return chance(25) ? chinese : english; }
  std::string called(const std::string& key, const std::string& name) { return !name.empty() && chance(25) ? name : key; }

  // random_plan.cpp
  Type random_type();
  std::string number_name(const char* stem, std::size_t number) const;
  std::vector<std::string> names_of(Type type, const Rows& rows);
  std::string leaf(Type type, const Rows& rows);
  std::string read(Type type, const Rows& rows);

  // random_literal.cpp
  std::string literal(Type type);
  std::string decimal(std::int64_t bound);
  std::string range(Type type);
  std::vector<std::string> disjoint_ranges(Type type, std::size_t count);
  std::string threshold(Type type, std::int64_t number);

  // random_expression.cpp
  std::string expression(Type type, int depth, const Rows& rows);
  std::string composite(Type type, int depth, const Rows& rows);
  std::string choice(Type type, int depth, const Rows& rows);
  std::string bands(Type type, int depth, const Rows& rows);
  std::string lookup(Type type, int depth, const Rows& rows);
  std::string numeric(Type type, int depth, const Rows& rows);
  std::string rounded(Type type, int depth, const Rows& rows);
  std::string date(int depth, const Rows& rows);
  std::string integer_call(int depth, const Rows& rows);

  // random_condition.cpp
  std::string condition(int depth, const Rows& rows);
  std::string comparison(int depth, const Rows& rows);
  std::string membership(int depth, const Rows& rows);

  // random_aggregate.cpp
  std::string related(Type type, int depth, const Rows& rows);
  std::string aggregate(Type type, int depth);
  std::string total_expression(Type type, int depth);
  std::string where(int record, int depth, const Rows& rows);

  const Schema& schema_;
  SeededRandom& random_;
  BookSource source_;
  Type next_type_;  // of the rule or parameter last made
  std::optional<Type> next_key_type_;
  int next_record_ = -1;
  std::vector<KnownParameter> parameters_;
  std::vector<KnownRule> rules_;
};

}  // namespace laoyou::rules
