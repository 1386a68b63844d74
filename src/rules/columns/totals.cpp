#include "rules/columns/totals.h"

#include <algorithm>

#include "base/check.h"
#include "rules/columns/compile.h"
#include "rules/columns/fold.h"
#include "rules/columns/support.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_sample_chunks = 8;
// Visiting a row alone costs several times what it costs among its neighbours.
constexpr double k_most_visited = 0.2;

bool is_false(const Domain& domain, int reg) {
  const Operation& operation = domain.operations[static_cast<std::size_t>(reg)];
  return operation.op == Op::constant_mask && operation.present && operation.x == 0;
}

bool adds_up(Function function) { return function == Function::sum || function == Function::avg; }

std::vector<int> mask_roots(const RecordTotals& totals) {
  std::vector<int> roots = totals.counted;
  for (const Aggregate& each : totals.aggregates) {
    roots.insert(roots.end(), {each.condition, each.inner});
    if (each.visited) roots.insert(roots.end(), {each.zero, each.absent});
    else roots.push_back(each.value);
  }
  return roots;
}

std::vector<int> visited_roots(const RecordTotals& totals) {
  std::vector<int> roots;
  for (const Aggregate& each : totals.aggregates)
    if (each.visited) roots.insert(roots.end(), {each.condition, each.value});
  return roots;
}

// Which masks of missing rows are counted, for aggregates that use them.
void count_absent_together(RecordTotals& totals) {
  totals.counted.clear();
  for (Aggregate& each : totals.aggregates) {
    each.absent_counts.clear();
    if (!each.visited || each.condition >= 0) continue;
    for (const auto& [mask, sign] : each.absent_masks) {
      const auto place = std::find(totals.counted.begin(), totals.counted.end(), mask);
      each.absent_counts.emplace_back(static_cast<int>(place - totals.counted.begin()), sign);
      if (place == totals.counted.end()) totals.counted.push_back(mask);
    }
  }
}

void schedule_both(const Program& program, RecordTotals& totals) {
  const Domain& domain = program.domains[static_cast<std::size_t>(totals.domain)];
  count_absent_together(totals);
  totals.any_visited = std::any_of(totals.aggregates.begin(), totals.aggregates.end(), [](const Aggregate& each) { return each.visited; });
  totals.masks = schedule(domain, mask_roots(totals));
  totals.visited = schedule(domain, visited_roots(totals));
}

// Rows of the sample that each aggregate would visit.
std::vector<std::vector<std::uint64_t>> sample(const Program& program, const RecordTotals& totals, std::size_t& rows) {
  Frame frame(program, totals.domain, totals.masks);
  const std::size_t all = program.facts->tables[static_cast<std::size_t>(totals.record)].rows();
  const std::size_t chunks = (all + k_chunk_rows - 1) / k_chunk_rows, taken = std::min(chunks, k_sample_chunks);
  std::vector<std::vector<std::uint64_t>> visited(totals.aggregates.size());
  for (std::size_t each = 0; each < taken; ++each) {
    const std::size_t first = chunks * each / taken * k_chunk_rows, n = std::min(k_chunk_rows, all - first);
    frame.run_stretch(first, n);
    rows += n;
    for (std::size_t at = 0; at < totals.aggregates.size(); ++at) {
      const Aggregate& aggregate = totals.aggregates[at];
      for (std::size_t word = 0; word < (n + 63) / 64; ++word) {
        std::uint64_t bits = aggregate.condition < 0 ? ~std::uint64_t{0} : frame.at(aggregate.condition).yes[word];
        if (aggregate.zero >= 0) bits &= ~frame.at(aggregate.zero).yes[word];
        if (aggregate.absent >= 0) bits &= ~frame.at(aggregate.absent).yes[word];
        if (word + 1 == (n + 63) / 64 && n % 64 != 0) bits &= (std::uint64_t{1} << n % 64) - 1;
        visited[at].push_back(bits);
      }
    }
  }
  return visited;
}

}  // namespace

RecordTotals compile_totals(Compiler& compiler, int record, const std::vector<const Node*>& totals, std::int64_t rows) {
  RecordTotals made;
  made.record = record;
  made.domain = compiler.add_domain(record);
  for (const Node* node : totals) {
    const Total& what = std::get<Total>(node->what);
    Aggregate aggregate;
    aggregate.node = node;
    aggregate.function = what.function;
    if (what.condition) aggregate.condition = compiler.compile(made.domain, *what.condition);
    if (what.function == Function::share) aggregate.inner = compiler.compile(made.domain, *what.value);
    else if (what.value) aggregate.value = compiler.compile_value(made.domain, *what.value);
    made.aggregates.push_back(aggregate);
  }
  std::vector<int*> roots;
  for (Aggregate& each : made.aggregates) roots.insert(roots.end(), {&each.condition, &each.value, &each.inner});
  fold(compiler, made.domain, roots);
  for (Aggregate& each : made.aggregates) {
    if (each.condition >= 0) each.undecided_field = undecided_field(compiler.program(), made.domain, each.condition);
    if (each.value < 0) continue;
    each.wide = adds_up(each.function) && Wide{bound_of(compiler.program(), made.domain, each.value)} * rows >= Wide{INT64_MAX} / 2;
    each.absent = absent_of(compiler, made.domain, each.value);
    each.never_absent = each.absent >= 0 && is_false(compiler.program().domains[static_cast<std::size_t>(made.domain)], each.absent);
    if (each.absent >= 0 && each.condition < 0) {
      AbsentCount parts = count_of_absent(compiler, made.domain, each.absent);
      each.missing_field = parts.field;
      each.absent_masks = std::move(parts.masks);
    }
    // Where telling which rows are missing reads the wide columns, telling which are zero may do so too.
    if (adds_up(each.function)) each.zero = zero_of(compiler, made.domain, each.value, each.absent >= 0 && reads_wide_columns(compiler, made.domain, each.absent));
    const Domain& domain = compiler.program().domains[static_cast<std::size_t>(made.domain)];
    if (each.zero >= 0 && is_false(domain, each.zero)) each.zero = -1;
  }
  return made;
}

void choose_visiting(const Program& program, RecordTotals& totals, Visiting visiting) {
  for (Aggregate& each : totals.aggregates) each.visited = each.value >= 0 && visiting != Visiting::all_rows;
  schedule_both(program, totals);
  if (visiting != Visiting::sampled) return;
  std::size_t rows = 0;
  const auto visited = sample(program, totals, rows);
  const auto bits = [](const std::vector<std::uint64_t>& words) {
    std::size_t all = 0;
    for (const std::uint64_t word : words) all += static_cast<std::size_t>(__builtin_popcountll(word));
    return all;
  };
  // The rarest first, as long as all of them together stay rare.
  std::vector<std::size_t> order(totals.aggregates.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return bits(visited[left]) < bits(visited[right]); });
  std::vector<std::uint64_t> together;
  for (const std::size_t at : order) {
    Aggregate& aggregate = totals.aggregates[at];
    if (!aggregate.visited) continue;
    std::vector<std::uint64_t> with = visited[at];
    for (std::size_t word = 0; word < together.size(); ++word) with[word] |= together[word];
    aggregate.visited = static_cast<double>(bits(with)) <= k_most_visited * static_cast<double>(rows);
    if (aggregate.visited) together = std::move(with);
  }
  schedule_both(program, totals);
}

}  // namespace laoyou::rules
