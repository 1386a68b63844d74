#include <algorithm>
#include <set>

#include "base/check.h"
#include "rules/rows/node.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

// The related rows whose condition is TRUE, and whether another one's could not be decided.
struct Chosen {
  std::vector<RowStack> rows;
  bool undecided = false;
};

Chosen choose(const RowEvaluator& evaluator, const Related& what, const RowStack& rows, std::int64_t id) {
  Chosen chosen;
  for (const std::size_t row : evaluator.rows_naming(what.record, what.reference, id)) {
    RowStack stack = rows;
    stack.push_back({what.record, row});
    const Value holds = what.condition ? evaluator.evaluate(*what.condition, stack) : Value(1);
    if (!holds) chosen.undecided = true;
    else if (*holds != 0) chosen.rows.push_back(std::move(stack));
  }
  return chosen;
}

Value latest(const RowEvaluator& evaluator, const Related& what, const std::vector<RowStack>& chosen) {
  const RowStack* last = nullptr;
  std::pair<std::int64_t, std::int64_t> last_place;
  for (const RowStack& stack : chosen) {
    const Value order = evaluator.evaluate(*what.order, stack), id = evaluator.id_of(stack.back());
    if (!order || !id) return {};
    const std::pair place(*order, *id);
    if (last != nullptr && place <= last_place) continue;
    last = &stack;
    last_place = place;
  }
  return last == nullptr ? Value() : evaluator.evaluate(*what.value, *last);
}

Value of_values(Function function, Kind kind, const std::vector<std::int64_t>& values) {
  if (function == Function::distinct) return static_cast<std::int64_t>(std::set(values.begin(), values.end()).size());
  Wide sum = 0;
  for (const std::int64_t value : values) sum += value;
  if (function == Function::sum) return sum <= field_bound(kind) && sum >= -Wide{field_bound(kind)} ? Value(narrow(sum)) : Value();
  if (values.empty()) return {};
  const Wide count = static_cast<Wide>(values.size());
  switch (function) {
    case Function::avg: return narrow(divide_wide(sum, count, Rounding::half_up));
    case Function::share: return narrow(divide_wide(sum * k_millionths, count, Rounding::half_up));
    case Function::min: return *std::min_element(values.begin(), values.end());
    case Function::max: return *std::max_element(values.begin(), values.end());
    default: CHECK(false);
  }
}

}  // namespace

Value row_related(const RowEvaluator& evaluator, const Related& what, const RowStack& rows) {
  const Value id = evaluator.id_of(rows.back());
  if (!id) return {};
  const Chosen chosen = choose(evaluator, what, rows, *id);
  if (what.function == Function::exists && !chosen.rows.empty()) return 1;
  if (chosen.undecided) return {};
  if (what.function == Function::exists) return 0;
  if (what.function == Function::count) return static_cast<std::int64_t>(chosen.rows.size());
  if (what.function == Function::latest) return latest(evaluator, what, chosen.rows);
  std::vector<std::int64_t> values;
  for (const RowStack& stack : chosen.rows) {
    const Value value = evaluator.evaluate(*what.value, stack);
    if (!value) return {};
    values.push_back(*value);
  }
  return of_values(what.function, what.value->type.kind, values);
}

}  // namespace laoyou::rules
