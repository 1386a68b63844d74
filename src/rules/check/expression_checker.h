// One expression from its parse tree to its typed tree. A node that cannot be typed is reported once and comes back as null; whatever holds
// it comes back as null too, without another word. Each kind of node has its file: check_*.cpp, names.cpp.
#pragma once

#include "rules/check/book_draft.h"
#include "rules/ranges/condition_ranges.h"
#include "rules/value/conversion.h"
#include "rules/check/meaning.h"
#include "rules/text/number_literal.h"
#include "rules/check/scope.h"
#include "rules/schema/type_words.h"

namespace laoyou::rules {

/// No number of a rule may be able to leave this (int64 ends at 9.2 × 10^18).
constexpr std::int64_t k_largest_bound = 4'000'000'000'000'000'000;

/// True for kinds whose values can be less and greater: numbers, days, periods.
bool is_ordered(Kind kind);

class ExpressionChecker {
 public:
  ExpressionChecker(BookDraft& draft, const SourceText& text, const NodeNumbers& numbers) : draft_(draft), text_(text), numbers_(numbers) {}

  /// The whole expression of a rule over the one row of the scope, or of a total.
  NodePtr check_whole(const ParsePtr& root, const Scope& scope);

 private:
  NodePtr check(const ParsePtr& node, const Scope& scope, const Hint& hint = {});
  /// A boolean: where-conditions, the conditions of cases.
  NodePtr check_condition(const ParsePtr& node, const Scope& scope);
  using Pair = std::pair<NodePtr, NodePtr>;

  // check_literal.cpp
  NodePtr check_number(const ParseNode& at, const ParsedNumber& number, const Hint& hint);
  NodePtr check_text(const ParseNode& at, const ParsedText& text, const Hint& hint);
  NodePtr check_date(const ParseNode& at, const ParsedDate& date);
  NodePtr check_period(const ParseNode& at, const ParsedPeriod& period);

  // names.cpp
  NodePtr check_name(const ParseNode& at, const ParsedName& name, const Scope& scope, const Hint& hint);
  NodePtr code_by_hint(const ParseNode& at, const std::string& word, const Hint& hint);
  NodePtr read_rule(const ParseNode& at, int rule, const Path& path);
  NodePtr read_field(const ParseNode& at, int record, int field, const Path& path);
  NodePtr read_parameter(const ParseNode& at, int parameter);
  NodePtr read_context(const ParseNode& at, ContextRead::What what);
  NodePtr unknown_name(const ParseNode& at, const ParsedName& name, const Scope& scope, const Hint& hint, const Meaning& meaning);
  std::vector<std::string> code_names(int list) const;
  void refuse_name(const ParseNode& at, const std::string& name, const std::vector<std::string>& known);
  bool waits_for_type(const ParseNode& node, const Scope& scope) const;

  // check_arithmetic.cpp
  NodePtr check_unary(const ParseNode& at, const ParsedUnary& unary, const Scope& scope, const Hint& hint);
  NodePtr check_sum(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint);
  NodePtr check_product(const ParseNode& at, const ParsedBinary& binary, const Scope& scope);
  NodePtr bounded(const ParseNode& at, Type type, __int128 bound, decltype(Node::what) what);

  // check_scale.cpp
  NodePtr check_round(const ParseNode& at, const ParsedCall& call, const Scope& scope);
  NodePtr scaled(const ParseNode& at, Scale scale, const std::vector<Type>& above, const std::vector<Type>& below, const ParseNode& inside);

  // check_total.cpp
  NodePtr check_total(const ParsePtr& node, const Scope& scope);
  NodePtr total_name(const ParseNode& at, const ParsedName& name, const Scope& scope);
  NodePtr total_arithmetic(const ParseNode& at, const ParsedBinary& binary, const Scope& scope);
  NodePtr in_plain_unit(const ParseNode& at, TotalArithmetic product, Type type);

  // check_comparison.cpp
  NodePtr check_binary(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint);
  NodePtr check_logic(const ParseNode& at, const ParsedBinary& binary, const Scope& scope);
  NodePtr check_comparison(const ParseNode& at, const ParsedBinary& binary, const Scope& scope);
  NodePtr check_within(const ParseNode& at, const ParsedBinary& binary, const Scope& scope);
  NodePtr check_fallback(const ParseNode& at, const ParsedBinary& binary, const Scope& scope, const Hint& hint);
  bool comparable(const ParseNode& at, const std::string& sign, const Node& left, const Node& right);

  // check_in.cpp
  /// One range or value of a list, checked.
  struct Member {
    ParsePtr written_low, written_high;
    NodePtr low, high;    ///< null: open end; the same node for a single value
    bool period = false;  ///< low is a period that the day must lie in
  };
  NodePtr check_in(const ParseNode& at, const ParsedIn& in, const Scope& scope);
  std::optional<Member> check_member(const ParsedRange& range, const Scope& scope, const NodePtr& operand);
  NodePtr end_of_period(const ParseNode& at, const NodePtr& period, DateFunction which);
  bool members_in_one_type(NodePtr& operand, std::vector<Member>& members);
  NodePtr membership(const ParseNode& at, const NodePtr& operand, const std::vector<Member>& members);
  NodePtr between(const ParseNode& at, const NodePtr& operand, const Member& ends);

  // check_case.cpp, check_bands.cpp
  NodePtr check_case(const ParseNode& at, const ParsedCase& choice, const Scope& scope, const Hint& hint);
  NodePtr check_bands(const ParseNode& at, const ParsedBands& bands, const Scope& scope, const Hint& hint);
  NodePtr check_lookup(const ParseNode& at, const ParsedLookup& lookup, const Scope& scope);
  std::optional<std::pair<Value, Value>> constant_range(const Member& member);
  bool sort_rows(std::vector<TableRow>& rows, const ParsedBands& bands);
  std::vector<NodePtr> results_in_one_type(const std::vector<ParsePtr>& results, std::vector<NodePtr> nodes);
  std::vector<NodePtr> check_results(const std::vector<ParsePtr>& results, const Scope& scope, const Hint& hint);

  // case_proof.cpp
  std::vector<Date> days_to_prove(const std::vector<NodePtr>& conditions) const;
  ConditionRanges ranges_on(Date day, ConditionRanges::Switches switches);
  bool prove_possible(const ParseNode& place, const NodePtr& condition);
  bool prove_exclusive(const ParsedCase& written_case, const std::vector<NodePtr>& conditions);
  bool prove_reachable(const ParsedCase& written_case, const std::vector<NodePtr>& conditions);
  bool prove_case(const ParsedCase& written_case, const std::vector<NodePtr>& conditions);
  std::string example_of(const Box& box) const;

  // check_call.cpp, check_aggregate.cpp
  NodePtr check_call(const ParseNode& at, const ParsedCall& call, const Scope& scope);
  NodePtr check_aggregate(const ParseNode& at, const ParsedAggregate& aggregate, const Scope& scope);
  void refuse_record(const ParsedAggregate& aggregate);
  std::optional<int> relation(const ParsedAggregate& aggregate, int record, int row);
  NodePtr check_value(Function function, const ParsedAggregate& aggregate, const Scope& inside);
  NodePtr check_order(const ParsedAggregate& aggregate, const Scope& inside);

  // types
  Pair check_pair(const ParsePtr& left, const ParsePtr& right, const Scope& scope, const Hint& hint = {});
  /// Both in one type, or nulls and a refusal.
  Pair in_one_type(const Pair& pair, const ParsedBinary& places);
  /// The node in the type, with a Widen where needed; null, without a word, when there is no exact way.
  NodePtr converted(const NodePtr& node, Type type);
  bool require(const NodePtr& node, const ParseNode& place, Kind wanted);
  bool require_number(const NodePtr& node, const ParseNode& place);
  void refuse_types(const ParseNode& place, Type found, Type wanted);
  void refuse(const ParseNode& place, std::string_view code, std::vector<std::string> words = {});

  NodePtr make(const ParseNode& at, Type type, std::int64_t bound, decltype(Node::what) what);
  NodePtr literal(const ParseNode& at, Type type, std::int64_t value);
  std::string written(const ParseNode& node) const;
  std::string type_name(Type type) const { return type_words(draft_.schema, type); }

  BookDraft& draft_;
  const SourceText& text_;
  const NodeNumbers& numbers_;
  std::vector<const Parameter*> parameters_of_draft_;
};

}  // namespace laoyou::rules
