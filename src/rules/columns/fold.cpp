#include "rules/columns/fold.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "rules/columns/frame.h"

namespace laoyou::rules {
namespace {

/// What an operation depends on: nothing, the rows `rows` through one column, or more than that.
struct Depends {
  enum class On { nothing, column, more } on = On::nothing;
  int rows = -1, record = -1, field = -1;
  bool operator==(const Depends&) const = default;
};

Depends both(const Depends& left, const Depends& right) {
  if (left.on == Depends::On::nothing) return right;
  if (right.on == Depends::On::nothing || left == right) return left;
  return {Depends::On::more};
}

/// The numbers a column's array may hold at these rows: a missing one holds 0, and so does a row that a path did not reach.
struct Numbers {
  std::int64_t least, greatest;
};

class Fold {
 public:
  Fold(Compiler& compiler, int domain) : compiler_(compiler), domain_(domain) {}

  void run(const std::vector<int*>& roots) {
    std::vector<int> wanted;
    for (const int* root : roots) wanted.push_back(*root);
    Schedule order = schedule(operations_of(), wanted);
    // Constants are in no order; they stay what they are. Related aggregates keep rows for the domains inside them, which stay too.
    for (const int at : order.constants) keep(at, {});
    for (const int at : order.order) rewrite(at);
    for (int* root : roots)
      if (*root >= 0) *root = folded(new_of(*root));
  }

 private:
  const Domain& operations_of() const { return compiler_.program().domains[static_cast<std::size_t>(domain_)]; }
  Operation operation(int at) const { return operations_of().operations[static_cast<std::size_t>(at)]; }
  bool is_constant(int at) const { return operation(at).op == Op::constant_value || operation(at).op == Op::constant_mask; }
  Value constant_of(int at) const { return operation(at).present ? Value(operation(at).x) : Value(); }

  int new_of(int at) const { return new_.at(at); }
  void keep(int at, Depends depends) { set(at, at, depends); }
  void set(int before, int after, Depends depends) {
    new_[before] = after;
    depends_[after] = depends;
  }

  void rewrite(int at) {
    Operation rewritten = operation(at);
    if (rewritten.holds == Holds::rows) return keep(at, {Depends::On::more});
    Depends depends;
    if (rewritten.op == Op::load) {
      depends = {Depends::On::column, rewritten.a, rewritten.record, rewritten.field};
    } else {
      const bool plain = rewritten.op != Op::related_value && rewritten.op != Op::reached_value && rewritten.op != Op::reached_mask;
      each_input(rewritten, [&](int& input) { input = new_of(input); });
      each_input(rewritten, [&](int& input) { depends = both(depends, depends_.at(input)); });
      if (!plain) depends = {Depends::On::more};
      if (depends.on == Depends::On::more) each_input(rewritten, [&](int& input) { input = folded(input); });
    }
    if (rewritten.op == Op::related_value) return replace_in_place(at, std::move(rewritten));
    if (depends.on == Depends::On::nothing) return set(at, evaluate_constant(compiler_.emit(domain_, std::move(rewritten))), {});
    if (const std::optional<int> simpler = simplify(rewritten)) return set(at, *simpler, depends_.at(*simpler));
    if (depends.on == Depends::On::column && !numbers(depends))
      if (const std::optional<int> direct = as_column_ranges(rewritten)) return set(at, *direct, {Depends::On::more});
    const int made = compiler_.emit(domain_, std::move(rewritten));
    set(at, made, depends);
  }

  // The domain inside finds its way out through this very operation.
  void replace_in_place(int at, Operation operation) {
    compiler_.program().domains[static_cast<std::size_t>(domain_)].operations[static_cast<std::size_t>(at)] = std::move(operation);
    keep(at, {Depends::On::more});
  }

  template <class Use>
  static void each_input(Operation& operation, const Use& use) {
    for (int* input : {&operation.a, &operation.b, &operation.c})
      if (*input >= 0) use(*input);
    for (int& input : operation.arguments)
      if (input >= 0) use(input);
  }

  // and, or with a constant that decides or says nothing.
  std::optional<int> simplify(const Operation& operation) {
    if (operation.op != Op::mask_and && operation.op != Op::mask_or) return {};
    const Value neutral = operation.op == Op::mask_and ? 1 : 0;
    for (const auto& [one, other] : {std::pair(operation.a, operation.b), std::pair(operation.b, operation.a)}) {
      if (!is_constant(one) || !constant_of(one)) continue;
      return constant_of(one) == neutral ? other : one;
    }
    return {};
  }

  std::optional<Numbers> numbers(const Depends& depends) const {
    const Column& column = compiler_.program().column(depends.record, depends.field);
    std::int64_t least = column.least(), greatest = column.greatest();
    if (column.has_missing() || operation(depends.rows).op != Op::base) {
      least = std::min<std::int64_t>(least, 0);
      greatest = std::max<std::int64_t>(greatest, 0);
    }
    if (column.rows() == 0 || greatest - least >= k_most_entries || greatest < least) return {};
    // A table of more entries than there are rows to look at costs more than it saves: a village's birth dates span a century.
    const auto rows = static_cast<std::int64_t>(compiler_.program().facts->tables[static_cast<std::size_t>(operations_of().record)].rows());
    if (greatest - least >= std::max(rows, k_always_entries)) return {};
    return Numbers{least, greatest};
  }

  // A comparison of a column as it lies there with constants, where its numbers are too many for a table.
  std::optional<int> as_column_ranges(const Operation& operation) {
    if (operation.a < 0 || this->operation(operation.a).op != Op::load) {
      if (operation.op != Op::compare || this->operation(operation.b).op != Op::load) return {};
    }
    const bool turned = operation.op == Op::compare && this->operation(operation.a).op != Op::load;
    const Operation load = this->operation(turned ? operation.b : operation.a);
    if (compiler_.program().column(load.record, load.field).type().kind == Kind::region) return {};
    Ranges found;
    switch (operation.op) {
      case Op::value_missing: found.if_missing = 1; break;
      case Op::value_as_mask: found.ranges = {{INT64_MIN, -1}, {1, INT64_MAX}}; break;
      case Op::in_ranges: found = compiler_.program().ranges[static_cast<std::size_t>(operation.table)]; break;
      case Op::in_period:
      case Op::compare: {
        const int other = turned ? operation.a : operation.b;
        if (operation.op == Op::in_period || !is_constant(other) || !constant_of(other)) return {};
        found.ranges = compared(static_cast<BinarySign>(operation.sign), *constant_of(other), turned);
        break;
      }
      default: return {};
    }
    return compiler_.emit(domain_, {.op = Op::column_ranges, .holds = Holds::mask, .a = load.a, .record = load.record, .field = load.field, .table = compiler_.ranges(std::move(found))});
  }

  static std::vector<std::pair<std::int64_t, std::int64_t>> compared(BinarySign sign, std::int64_t with, bool turned) {
    const std::pair below(INT64_MIN, with - 1), above(with + 1, INT64_MAX), up_to(INT64_MIN, with), from(with, INT64_MAX);
    switch (sign) {
      case BinarySign::equal: return {{with, with}};
      case BinarySign::unequal: return {below, above};
      case BinarySign::less: return {turned ? above : below};
      case BinarySign::less_equal: return {turned ? from : up_to};
      case BinarySign::greater: return {turned ? below : above};
      case BinarySign::greater_equal: return {turned ? up_to : from};
      default: CHECK(false);
    }
  }

  int evaluate_constant(int at) {
    if (is_constant(at)) return at;
    const Value value = run_once(at, 0, 1, false).front();
    return compiler_.constant(domain_, operation(at).holds, value);
  }

  std::vector<Value> run_once(int at, std::int64_t first, std::int64_t count, bool missing) {
    const Schedule order = schedule(operations_of(), {at}, true);
    Frame frame(compiler_.program(), domain_, order);
    std::vector<Value> values;
    for (std::int64_t done = 0; done < count; done += static_cast<std::int64_t>(k_chunk_rows)) {
      const auto n = static_cast<std::size_t>(std::min<std::int64_t>(count - done, k_chunk_rows));
      frame.run_numbers(first + done, n, missing);
      const Register& made = frame.at(at);
      const auto bit = [](const std::uint64_t* words, std::size_t lane) { return (words[lane / 64] >> lane % 64 & 1) != 0; };
      for (std::size_t lane = 0; lane < n; ++lane) {
        if (operation(at).holds == Holds::mask) values.push_back(bit(made.yes, lane) ? Value(1) : bit(made.no, lane) ? Value(0) : Value());
        else values.push_back(made.valid == nullptr || bit(made.valid, lane) ? Value(made.values[lane]) : Value());
      }
    }
    return values;
  }

  // The register as a table of its one column, where that is what it depends on and there is anything to save.
  int folded(int at) {
    const Depends depends = depends_.at(at);
    if (depends.on != Depends::On::column || operation(at).op == Op::load) return at;
    if (const auto known = tables_.find(at); known != tables_.end()) return known->second;
    const std::optional<Numbers> span = numbers(depends);
    if (!span) return at;
    const std::vector<Value> entries = run_once(at, span->least, span->greatest - span->least + 1, false);
    const Value if_missing = run_once(at, 0, 1, true).front();
    Operation made = table_operation(operation(at).holds, *span, entries, if_missing);
    made.a = depends.rows;
    made.record = depends.record;
    made.field = depends.field;
    const int replaced = compiler_.emit(domain_, std::move(made));
    depends_[replaced] = {Depends::On::more};
    return tables_[at] = replaced;
  }

  Operation table_operation(Holds holds, const Numbers& span, const std::vector<Value>& entries, Value if_missing) {
    constexpr std::size_t k_most_ranges = 4;
    if (holds == Holds::mask && std::count(entries.begin(), entries.end(), Value()) == 0) {
      Ranges found{{}, if_missing};
      for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        if (entries[entry] != Value(1)) continue;
        const std::int64_t number = span.least + static_cast<std::int64_t>(entry);
        if (!found.ranges.empty() && found.ranges.back().second + 1 == number) found.ranges.back().second = number;
        else found.ranges.emplace_back(number, number);
      }
      if (found.ranges.size() <= k_most_ranges) return {.op = Op::column_ranges, .holds = Holds::mask, .table = compiler_.ranges(std::move(found))};
    }
    DirectTable table{span.least, {}, {}, true, if_missing};
    for (const Value& entry : entries) {
      table.values.push_back(entry.value_or(0));
      table.present.push_back(entry ? 1 : 0);
      table.all_present = table.all_present && entry;
    }
    compiler_.program().tables.push_back(std::move(table));
    const int position = static_cast<int>(compiler_.program().tables.size()) - 1;
    return {.op = holds == Holds::mask ? Op::table_mask : Op::table_value, .holds = holds, .table = position};
  }

  Compiler& compiler_;
  int domain_;
  std::map<int, int> new_, tables_;
  std::map<int, Depends> depends_;
};

}  // namespace

void fold(Compiler& compiler, int domain, const std::vector<int*>& roots) { Fold(compiler, domain).run(roots); }

}  // namespace laoyou::rules
