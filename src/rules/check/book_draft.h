// A book while it is being checked: what is known of its parameters and rules so far. Rules are checked when first asked for, so that each
// stands behind those it reads; a rule that is asked for while it is being checked closes a cycle.
#pragma once

#include <set>

#include "rules/tree/book.h"
#include "rules/tree/node_numbers.h"
#include "rules/check/report.h"

namespace laoyou::rules {

struct DraftParameter {
  Parameter parameter;
  bool known = false;      ///< false: its errors are reported, whoever reads it stays silent
  std::int64_t bound = 0;  ///< greatest |value| of all its versions
};

struct DraftRule {
  enum class State { waiting, working, done };

  const RuleSource* source = nullptr;
  int record = -1;
  bool readable = false;  ///< the text parsed and the record exists
  ParsePtr parsed;
  NodeNumbers numbers;
  State state = State::waiting;
  NodePtr tree;       ///< null after an error
  int position = -1;  ///< in `finished`
};

/// A rule that reads another one twice doubles its cost; twenty such steps are a million visits a row.
constexpr std::int64_t k_largest_cost = 1'000'000;

class BookDraft {
 public:
  BookDraft(const BookSource& source, const Schema& schema) : source(source), schema(schema) {}

  const BookSource& source;
  const Schema& schema;
  Report report;
  std::vector<DraftParameter> parameters;  ///< as in source.parameters
  std::vector<DraftRule> rules;            ///< as in source.rules
  std::vector<Rule> finished;              ///< every rule behind those it reads
  std::set<int> parameters_read;

  /// The plain parameters whose figures the tree depends on, also through the rules it reads.
  std::set<int> parameters_of(const Node& tree) const;

  /// Nodes that an evaluation of the tree may visit for one row, those of the rules it reads included; never above k_largest_cost + 1.
  std::int64_t cost_of(const Node& tree) const;

  /// To be called once `rules` are there, before anything is looked up.
  void remember_names();
  /// Position in `parameters` by key or name, or -1.
  int find_parameter(const std::string& key_or_name) const;
  /// Position in `rules` of a rule over `record` (-1: a total) by key or name, or -1.
  int find_rule(int record, const std::string& key_or_name) const;

  /// The rule, checked. `from` and `offset` say where it is asked for: the place of a cycle.
  const DraftRule& checked_rule(int rule, const SourceText& from, std::size_t offset);
  /// Checks the rule unless that is done.
  void check_rule(int rule);

 private:
  void finish(DraftRule& rule);
  std::string way_round(int rule) const;

  std::vector<std::int64_t> finished_costs_;        ///< cost_of() each of `finished`
  std::vector<std::set<int>> finished_parameters_;  ///< parameters_of() each of `finished`
  std::map<std::string, int> parameter_names_;
  std::map<std::pair<int, std::string>, int> rule_names_;
  std::vector<int> working_;  ///< rules being checked, outermost first
};

}  // namespace laoyou::rules
