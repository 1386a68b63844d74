// Typed tree → operations (column_program.h): one function for each group of node kinds, each giving the register that holds the node's value.
#pragma once

#include <algorithm>
#include <map>
#include <tuple>

#include "base/period.h"
#include "rules/columns/program.h"

namespace laoyou::rules {

class Compiler {
 public:
  Compiler(const Book& book, const Facts& facts, const Period& period);

  /// A domain over the rows of a record; its register 0 is `base`.
  int add_domain(int record);
  /// Registers of a node over the rows of a domain made by add_domain(): a boolean's mask, anything else's value.
  int compile(int domain, const Node& node);
  /// As compile(), booleans as values 0 and 1.
  int compile_value(int domain, const Node& node);

  /// Domains inside come with their schedules; those of add_domain() are scheduled by the caller, who knows which registers it wants.
  Program& program() { return program_; }
  const Book& book() const { return book_; }
  /// Adds an operation, or finds the equal one.
  int emit(int domain, Operation operation);
  int constant(int domain, Holds holds, Value value);
  int ranges(Ranges ranges);

 private:
  /// A row at hand: its register in the domain in which it was met first.
  struct Row {
    int domain, rows, record;
    bool operator<(const Row& other) const { return std::tie(domain, rows, record) < std::tie(other.domain, other.rows, other.record); }
  };
  /// Where a node is compiled: the domain that runs and the rows around it, the one at hand last.
  struct Place {
    int domain;
    std::vector<Row> rows;
    bool operator<(const Place& other) const { return std::tie(domain, rows) < std::tie(other.domain, other.rows); }
  };

  int value(const Place& place, const Node& node);
  int mask(const Place& place, const Node& node);
  int either(const Place& place, const Node& node);  // mask for booleans, else value
  int make_value(const Place& place, const Node& node);
  int make_mask(const Place& place, const Node& node);
  int lift(int domain, const Row& row);
  Row follow(const Place& place, const Path& path, int& reached);
  int read_field(const Place& place, const FieldRead& what);
  int read_rule(const Place& place, const RuleRead& what, bool as_mask);
  int band_lookup(const Place& place, const Node& key, BandTable bands);
  int bands(const Place& place, const Bands& what, Type type);
  int branches(const Place& place, const Case& what, Type type);
  int related(const Place& place, const Related& what);
  Value parameter(int parameter) const;

  // One overload a node kind whose result is a value, respectively a mask.
  struct ValueVisit;
  struct MaskVisit;

  const Book& book_;
  const Facts& facts_;
  Period period_;
  Program program_;
  std::map<std::tuple<const Node*, Place, bool>, int> known_;
  std::vector<std::multimap<std::size_t, int>> same_;  // by domain: operations by hash
};

}  // namespace laoyou::rules
