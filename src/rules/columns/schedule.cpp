#include <algorithm>

#include "base/check.h"
#include "rules/columns/program.h"

namespace laoyou::rules {
namespace {

bool is_constant(const Operation& operation) { return operation.op == Op::constant_value || operation.op == Op::constant_mask; }

bool reads_column(const Operation& operation) {
  return operation.op == Op::load || operation.op == Op::table_value || operation.op == Op::table_mask || operation.op == Op::column_ranges;
}

// Depth first with a stack of its own: rules may be deep, and the order keeps what is made close to where it is used.
std::vector<int> order_of(const Domain& domain, const std::vector<int>& roots, bool lanes_given) {
  std::vector<int> order;
  std::vector<char> seen(domain.operations.size());
  std::vector<std::pair<int, bool>> open;
  for (auto root = roots.rbegin(); root != roots.rend(); ++root)
    if (*root >= 0) open.emplace_back(*root, false);
  while (!open.empty()) {
    const auto [at, done] = open.back();
    open.pop_back();
    if (done) {
      order.push_back(at);
      continue;
    }
    char& mark = seen[static_cast<std::size_t>(at)];
    if (mark != 0) continue;
    mark = 1;
    open.emplace_back(at, true);
    const Operation& operation = domain.operations[static_cast<std::size_t>(at)];
    if (lanes_given && reads_column(operation)) continue;
    const std::vector<int> read = inputs(operation);
    for (auto input = read.rbegin(); input != read.rend(); ++input) open.emplace_back(*input, false);
  }
  return order;
}

struct Slots {
  std::vector<int> free;
  int made = 0;
  int take() {
    if (free.empty()) return made++;
    const int slot = free.back();
    free.pop_back();
    return slot;
  }
};

}  // namespace

std::vector<int> inputs(const Operation& operation) {
  std::vector<int> read;
  for (const int input : {operation.a, operation.b, operation.c})
    if (input >= 0) read.push_back(input);
  for (const int input : operation.arguments)
    if (input >= 0) read.push_back(input);
  if (operation.op == Op::outer) read.clear();  // a register of another domain
  return read;
}

Schedule schedule(const Domain& domain, const std::vector<int>& roots, bool lanes_given) {
  Schedule made;
  made.slot.assign(domain.operations.size(), -1);
  const std::vector<int> order = order_of(domain, roots, lanes_given);
  std::vector<std::size_t> last_use(domain.operations.size());
  for (std::size_t place = 0; place < order.size(); ++place)
    for (const int input : inputs(domain.operations[static_cast<std::size_t>(order[place])])) last_use[static_cast<std::size_t>(input)] = place;
  for (const int root : roots)
    if (root >= 0) last_use[static_cast<std::size_t>(root)] = order.size();
  Slots slots[3];
  for (std::size_t place = 0; place < order.size(); ++place) {
    const int at = order[place];
    const Operation& operation = domain.operations[static_cast<std::size_t>(at)];
    Slots& own = slots[static_cast<int>(operation.holds)];
    // A constant is written once, before all else: nothing may have its slot before or after it.
    made.slot[static_cast<std::size_t>(at)] = is_constant(operation) ? own.made++ : own.take();
    if (is_constant(operation)) {
      made.constants.push_back(at);
      continue;
    }
    made.order.push_back(at);
    std::vector<int> ended = inputs(operation);
    std::sort(ended.begin(), ended.end());
    ended.erase(std::unique(ended.begin(), ended.end()), ended.end());
    for (const int input : ended) {
      const Operation& source = domain.operations[static_cast<std::size_t>(input)];
      const int slot = made.slot[static_cast<std::size_t>(input)];
      if (slot >= 0 && !is_constant(source) && last_use[static_cast<std::size_t>(input)] == place) slots[static_cast<int>(source.holds)].free.push_back(slot);
    }
  }
  made.rows_slots = slots[0].made;
  made.value_slots = slots[1].made;
  made.mask_slots = slots[2].made;
  return made;
}

const RowLinks& Program::links_of(int record, int field) const {
  for (const auto& [key, kept] : links)
    if (key == std::pair(record, field)) return *kept;
  CHECK(false);
}

const RelatedRows& Program::related_of(int record, int field) const {
  for (const auto& [key, kept] : related)
    if (key == std::pair(record, field)) return *kept;
  CHECK(false);
}

}  // namespace laoyou::rules
