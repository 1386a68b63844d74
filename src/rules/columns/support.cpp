#include "rules/columns/support.h"

#include <map>

namespace laoyou::rules {
namespace {

constexpr std::size_t k_most_ranges = 8;

class Support {
 public:
  Support(Compiler& compiler, int domain, bool exact = true) : compiler_(compiler), domain_(domain), exact_(exact) {}

  int zero(int value) {
    return known(zero_, value, [this, value] { return make_zero(value); });
  }

  int absent(int value) {
    return known(absent_, value, [this, value] { return make_absent(value); });
  }

 private:
  // Rules read the same rule in many places: each register is looked at once.
  template <class Result, class Make>
  static Result known(std::map<int, Result>& kept, int reg, const Make& make) {
    if (const auto found = kept.find(reg); found != kept.end()) return found->second;
    const Result made = make();
    kept.emplace(reg, made);
    return made;
  }

  int make_zero(int value) {
    const Operation operation = at(value);
    switch (operation.op) {
      case Op::constant_value: return operation.present && operation.x == 0 ? constant(true) : -1;
      case Op::multiply:
      case Op::negate: return zero(operation.a);
      case Op::add:
      case Op::subtract: return both(zero(operation.a), zero(operation.b));
      case Op::table_value: return table_where(operation, Value(0));
      case Op::choose_value: return zero_of_choice(operation);
      case Op::mask_as_value: return mask({.op = Op::certain, .a = mask({.op = Op::mask_not, .a = operation.a})});
      default: return -1;
    }
  }

  int make_absent(int value) {
    const Operation operation = at(value);
    switch (operation.op) {
      case Op::constant_value: return constant(!operation.present);
      case Op::multiply:
      case Op::negate: return absent(operation.a);
      case Op::add:
      case Op::subtract: return any(absent(operation.a), absent(operation.b));
      case Op::fallback_value: return both(absent(operation.a), absent(operation.b));
      case Op::table_value: return table_where(operation, Value());
      case Op::load: return absent_of_load(operation);
      case Op::choose_value: return absent_of_choice(operation);
      case Op::mask_as_value: return mask({.op = Op::mask_missing, .a = operation.a});
      default: return -1;
    }
  }

  Operation at(int reg) const { return compiler_.program().domains[static_cast<std::size_t>(domain_)].operations[static_cast<std::size_t>(reg)]; }
  int mask(Operation operation) {
    operation.holds = Holds::mask;
    return compiler_.emit(domain_, std::move(operation));
  }
  int constant(Value value) { return compiler_.constant(domain_, Holds::mask, value); }
  bool is(int reg, Value value) const { return at(reg).op == Op::constant_mask && (at(reg).present ? Value(at(reg).x) : Value()) == value; }

  int both(int left, int right) {
    if (left < 0 || right < 0) return -1;
    if (is(left, 1) || is(right, 0)) return right;
    if (is(right, 1) || is(left, 0)) return left;
    return mask({.op = Op::mask_and, .a = left, .b = right});
  }
  int any(int left, int right) {
    if (left < 0 || right < 0) return -1;
    if (is(left, 0) || is(right, 1)) return right;
    if (is(right, 0) || is(left, 1)) return left;
    return mask({.op = Op::mask_or, .a = left, .b = right});
  }

  bool has_missing(const Operation& operation) const {
    return compiler_.program().column(operation.record, operation.field).has_missing() || at(operation.a).op != Op::base;
  }

  // TRUE where the table gives `wanted`, FALSE elsewhere.
  int table_where(const Operation& operation, Value wanted) {
    const DirectTable table = compiler_.program().tables[static_cast<std::size_t>(operation.table)];
    Ranges found{{}, table.if_missing == wanted ? 1 : 0};
    DirectTable marks{table.least, {}, {}, true, found.if_missing};
    for (std::size_t entry = 0; entry < table.values.size(); ++entry) {
      const bool same = (table.present[entry] != 0 ? Value(table.values[entry]) : Value()) == wanted;
      marks.values.push_back(same ? 1 : 0);
      marks.present.push_back(1);
      if (!same) continue;
      const std::int64_t number = table.least + static_cast<std::int64_t>(entry);
      if (!found.ranges.empty() && found.ranges.back().second + 1 == number) found.ranges.back().second = number;
      else found.ranges.emplace_back(number, number);
    }
    if (found.ranges.empty() && (found.if_missing == Value(0) || !has_missing(operation))) return constant(0);
    const bool few = found.ranges.size() <= k_most_ranges;
    if (!few) compiler_.program().tables.push_back(std::move(marks));
    const int position = few ? compiler_.ranges(std::move(found)) : static_cast<int>(compiler_.program().tables.size()) - 1;
    return mask({.op = few ? Op::column_ranges : Op::table_mask, .a = operation.a, .record = operation.record, .field = operation.field, .table = position});
  }

  int absent_of_load(const Operation& operation) {
    if (!has_missing(operation)) return constant(0);
    return mask({.op = Op::column_ranges, .a = operation.a, .record = operation.record, .field = operation.field, .table = compiler_.ranges({{}, 1})});
  }

  int zero_of_choice(const Operation& operation) {
    Operation chosen{.op = Op::choose_mask, .present = operation.present};
    bool some = false;
    const auto zero_or_false = [&](int value) {
      const int found = zero(value);
      some = some || (found >= 0 && !is(found, 0));
      return found >= 0 ? found : constant(0);
    };
    for (std::size_t branch = 0; branch + 1 < operation.arguments.size(); branch += 2) {
      chosen.arguments.push_back(exact_ ? operation.arguments[branch] : cheaper(operation.arguments[branch]));
      chosen.arguments.push_back(zero_or_false(operation.arguments[branch + 1]));
    }
    chosen.arguments.push_back(zero_or_false(operation.arguments.back()));
    return some ? mask({.op = Op::certain, .a = mask(std::move(chosen))}) : -1;
  }

  // Missing also where the choice itself could not be made.
  int absent_of_choice(const Operation& operation) {
    Operation chosen{.op = Op::choose_mask, .present = operation.present};
    for (std::size_t branch = 0; branch < operation.arguments.size(); ++branch) {
      const bool condition = branch % 2 == 0 && branch + 1 < operation.arguments.size();
      int argument = condition ? operation.arguments[branch] : absent(operation.arguments[branch]);
      if (argument < 0) return -1;
      if (branch % 2 == 1 && excludes(operation.arguments[branch - 1], argument)) argument = constant(0);
      chosen.arguments.push_back(argument);
    }
    if (never_missing(chosen)) return constant(0);
    if (chosen.arguments.size() == 3 && is(chosen.arguments[1], 0) && is(chosen.arguments[2], 0)) return undecided(chosen.arguments[0]);
    const int present = mask({.op = Op::certain, .a = mask({.op = Op::mask_not, .a = mask(std::move(chosen))})});
    return mask({.op = Op::mask_not, .a = present});
  }

  // Whether no row for which `condition` is TRUE has `other` TRUE, as two ranges of one column tell: nursing[grade] is missing only for grades
  // that the condition before it leaves out.
  bool excludes(int condition, int other) const {
    const Operation left = at(condition), right = at(other);
    if (left.op == Op::mask_and) return excludes(left.a, other) || excludes(left.b, other);
    if (left.op != Op::column_ranges || right.op != Op::column_ranges || left.a != right.a || left.record != right.record || left.field != right.field) return false;
    const Ranges &ranges = compiler_.program().ranges[static_cast<std::size_t>(left.table)], &others = compiler_.program().ranges[static_cast<std::size_t>(right.table)];
    if (ranges.if_missing == Value(1) && others.if_missing == Value(1)) return false;
    for (const auto& [low, high] : ranges.ranges)
      for (const auto& [other_low, other_high] : others.ranges)
        if (low <= other_high && other_low <= high) return false;
    return true;
  }

  // The field whose missing values alone the mask marks, or -1.
  int field_missing(int reg) const {
    const Operation operation = at(reg);
    if (operation.op != Op::column_ranges || at(operation.a).op != Op::base) return -1;
    const Ranges& ranges = compiler_.program().ranges[static_cast<std::size_t>(operation.table)];
    return ranges.ranges.empty() && ranges.if_missing == Value(1) ? operation.field : -1;
  }

  // All conditions decided for every row, and no result missing.
  bool never_missing(const Operation& chosen) const {
    for (std::size_t branch = 0; branch < chosen.arguments.size(); ++branch) {
      const bool condition = branch % 2 == 0 && branch + 1 < chosen.arguments.size();
      if (condition ? !always_decided(chosen.arguments[branch]) : !is(chosen.arguments[branch], 0)) return false;
    }
    return true;
  }

  bool always_decided(int reg) const {
    return known(decided_, reg, [this, reg] { return find_decided(reg); });
  }
  bool find_decided(int reg) const {
    const Operation operation = at(reg);
    switch (operation.op) {
      case Op::constant_mask: return operation.present;
      case Op::certain:
      case Op::mask_missing:
      case Op::value_missing: return true;
      case Op::mask_not: return always_decided(operation.a);
      case Op::mask_and:
      case Op::mask_or:
      case Op::mask_equal: return always_decided(operation.a) && always_decided(operation.b);
      case Op::column_ranges: return !has_missing(operation) || compiler_.program().ranges[static_cast<std::size_t>(operation.table)].if_missing.has_value();
      default: return false;
    }
  }

  // TRUE where the mask is missing, FALSE elsewhere; without the values of a column where its validity is enough.
  int undecided(int reg) {
    return known(undecided_, reg, [this, reg] { return make_undecided(reg); });
  }
  int make_undecided(int reg) {
    if (always_decided(reg)) return constant(0);
    const Operation operation = at(reg);
    if (operation.op == Op::mask_not) return undecided(operation.a);
    if (operation.op == Op::column_ranges)
      return mask({.op = Op::column_ranges, .a = operation.a, .record = operation.record, .field = operation.field, .table = compiler_.ranges({{}, 1})});
    if (operation.op == Op::mask_and || operation.op == Op::mask_or)
      for (const auto& [one, other] : {std::pair(operation.a, operation.b), std::pair(operation.b, operation.a)})
        if (always_decided(other)) return both(undecided(one), operation.op == Op::mask_and ? other : mask({.op = Op::mask_not, .a = other}));
    return mask({.op = Op::mask_missing, .a = reg});
  }

 public:
  // Told by narrow columns, or by no more of a wide one than whether it has a value.
  bool is_cheap(int reg) const {
    return known(cheap_, reg, [this, reg] { return find_cheap(reg); });
  }

 private:
  bool find_cheap(int reg) const {
    const Operation operation = at(reg);
    switch (operation.op) {
      case Op::constant_mask: return true;
      case Op::column_ranges:
        return at(operation.a).op == Op::base && (compiler_.program().column(operation.record, operation.field).width() <= Width::u16 ||
                                                  compiler_.program().ranges[static_cast<std::size_t>(operation.table)].ranges.empty());
      case Op::mask_missing:
      case Op::certain:
      case Op::mask_not: return is_cheap(operation.a);
      case Op::mask_and:
      case Op::mask_or: return is_cheap(operation.a) && is_cheap(operation.b);
      default: return false;
    }
  }

  // A mask that says less, but nothing else: where one side of an `and` is cheap, the other counts as missing.
  int cheaper(int reg) {
    return known(cheaper_, reg, [this, reg] { return make_cheaper(reg); });
  }
  int make_cheaper(int reg) {
    const Operation operation = at(reg);
    if (operation.op == Op::mask_or) return mask({.op = Op::mask_or, .a = cheaper(operation.a), .b = cheaper(operation.b)});
    if (operation.op == Op::mask_not) return mask({.op = Op::mask_not, .a = cheaper(operation.a)});
    if (operation.op != Op::mask_and) return reg;
    const bool left = is_cheap(operation.a), right = is_cheap(operation.b);
    if (left && right) return reg;
    if (left || right) return mask({.op = Op::mask_and, .a = left ? operation.a : operation.b, .b = constant({})});
    return mask({.op = Op::mask_and, .a = cheaper(operation.a), .b = cheaper(operation.b)});
  }

  Compiler& compiler_;
  int domain_;
  bool exact_;
  std::map<int, int> zero_, absent_, undecided_, cheaper_;
  mutable std::map<int, bool> decided_, cheap_;

  friend AbsentCount laoyou::rules::count_of_absent(Compiler&, int, int);
};

}  // namespace

int zero_of(Compiler& compiler, int domain, int value, bool exact) { return Support(compiler, domain, exact).zero(value); }
int absent_of(Compiler& compiler, int domain, int value) { return Support(compiler, domain).absent(value); }

bool reads_wide_columns(Compiler& compiler, int domain, int mask) { return !Support(compiler, domain).is_cheap(mask); }

AbsentCount count_of_absent(Compiler& compiler, int domain, int absent) {
  Support support(compiler, domain);
  const Operation operation = support.at(absent);
  if (support.is(absent, 0)) return {};
  if (const int field = support.field_missing(absent); field >= 0) return {field, {}};
  if (operation.op != Op::mask_or) return {-1, {{absent, 1}}};
  for (const auto& [one, other] : {std::pair(operation.a, operation.b), std::pair(operation.b, operation.a)}) {
    const int field = support.field_missing(one);
    // What both say is rare, and the other mask's rows are often counted for another sum.
    if (field >= 0) return {field, {{other, 1}, {support.both(one, other), -1}}};
  }
  return {-1, {{absent, 1}}};
}

int undecided_field(const Program& program, int domain, int condition) {
  const auto& operations = program.domains[static_cast<std::size_t>(domain)].operations;
  const Operation& operation = operations[static_cast<std::size_t>(condition)];
  if (operation.op == Op::mask_not) return undecided_field(program, domain, operation.a);
  if (operation.op != Op::column_ranges || operations[static_cast<std::size_t>(operation.a)].op != Op::base) return -1;
  return program.ranges[static_cast<std::size_t>(operation.table)].if_missing ? -1 : operation.field;
}

}  // namespace laoyou::rules
