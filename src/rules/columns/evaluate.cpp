#include "rules/columns/evaluate.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <numeric>
#include <thread>

#include "base/check.h"
#include "rules/columns/compile.h"
#include "rules/columns/fold.h"
#include "rules/columns/totals.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

// Rows a thread takes at once: many chunks, so that taking costs nothing, and few enough that both ends meet.
constexpr std::size_t k_morsel_rows = 32 * k_chunk_rows;

struct Asked {
  RecordTotals totals;
  std::vector<std::vector<std::int64_t>> missing, undecided;  // by aggregate: rows of each group without its missing_field, its undecided_field
  std::vector<std::unique_ptr<TotalsWorker>> workers;  // by thread
};

struct Morsel {
  std::size_t asked, first, end;
};

}  // namespace

struct CompiledQuestion::State {
  const Book& book;
  const Facts& facts;
  Question question;
  Visiting visiting;
  std::vector<std::uint64_t> versions;
  std::vector<const Node*> nodes;
  std::unique_ptr<Compiler> compiler;
  Groups groups;
  std::vector<Asked> asked;
  std::vector<Morsel> morsels;
  std::span<const std::int64_t> weights = {};

  std::vector<std::uint64_t> versions_now() const {
    std::vector<std::uint64_t> now;
    for (const Table& table : facts.tables) now.push_back(table.version());
    return now;
  }

  void compile() {
    asked.clear();
    morsels.clear();
    versions = versions_now();
    compiler = std::make_unique<Compiler>(book, facts, question.period);
    std::vector<int> records;
    for (const Node* node : nodes)
      if (const int record = std::get<Total>(node->what).record; std::find(records.begin(), records.end(), record) == records.end()) records.push_back(record);
    groups = groups_of(book, facts, question.grouping, records);
    for (const int record : records) {
      std::vector<const Node*> own;
      std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(own), [record](const Node* node) { return std::get<Total>(node->what).record == record; });
      std::int64_t rows = static_cast<std::int64_t>(facts.tables[static_cast<std::size_t>(record)].rows());
      if (!weights.empty()) rows = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
      asked.push_back({compile_totals(*compiler, record, own, rows), {}, {}, {}});
    }
    if (!weights.empty()) weigh();
    for (std::size_t at = 0; at < asked.size(); ++at) {
      choose_visiting(compiler->program(), asked[at].totals, visiting);
      const auto without = [&](int field) { return field < 0 ? std::vector<std::int64_t>() : rows_missing(facts, groups.records[at], groups.keys.size(), field); };
      for (const Aggregate& each : asked[at].totals.aggregates) {
        asked[at].missing.push_back(without(each.missing_field));
        asked[at].undecided.push_back(without(each.undecided_field));
      }
      const std::size_t rows = facts.tables[static_cast<std::size_t>(asked[at].totals.record)].rows();
      for (std::size_t first = 0; first < rows; first += k_morsel_rows) morsels.push_back({at, first, std::min(rows, first + k_morsel_rows)});
    }
    // Workers last: frames point into what is complete only now.
    const std::size_t threads = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(question.threads, 1)), 1, std::max<std::size_t>(morsels.size(), 1));
    for (std::size_t at = 0; at < asked.size(); ++at)
      for (std::size_t thread = 0; thread < threads; ++thread)
        asked[at].workers.push_back(std::make_unique<TotalsWorker>(compiler->program(), asked[at].totals, groups.records[at], groups.keys.size(), weights));
  }

  // Counts kept beside the facts are of rows, not of what these stand for.
  void weigh() {
    CHECK(asked.size() == 1 && weights.size() == facts.tables[static_cast<std::size_t>(asked[0].totals.record)].rows());
    RecordGroups& own = groups.records.front();
    std::fill(own.rows.begin(), own.rows.end(), 0);
    std::vector<std::uint32_t> group(weights.size());
    own.of_stretch(0, weights.size(), group.data());
    for (std::size_t row = 0; row < weights.size(); ++row) own.rows[group[row]] += weights[row];
    for (Aggregate& each : asked[0].totals.aggregates) each.undecided_field = -1;
  }

  std::optional<std::vector<int>> fields_read() const {
    std::vector<int> fields;
    for (const Asked& each : asked) {
      const Domain& domain = compiler->program().domains[static_cast<std::size_t>(each.totals.domain)];
      for (const Schedule* order : {&each.totals.masks, &each.totals.visited})
        for (const int at : order->order) {
          const Operation& operation = domain.operations[static_cast<std::size_t>(at)];
          if (operation.child >= 0 || operation.op == Op::follow) return {};
          if (operation.field >= 0 && std::find(fields.begin(), fields.end(), operation.field) == fields.end()) fields.push_back(operation.field);
        }
    }
    return fields;
  }

  void run() {
    const std::size_t threads = asked.empty() ? 1 : asked.front().workers.size();
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> failures(threads);
    const auto work = [&](std::size_t thread) {
      try {
        for (Asked& each : asked) each.workers[thread]->clear();
        for (std::size_t at = next++; at < morsels.size(); at = next++) asked[morsels[at].asked].workers[thread]->visit(morsels[at].first, morsels[at].end);
        for (Asked& each : asked) each.workers[thread]->finish();
      } catch (...) {
        failures[thread] = std::current_exception();
      }
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
    work(0);
    others.clear();
    for (const std::exception_ptr& failure : failures)
      if (failure) std::rethrow_exception(failure);
    for (Asked& each : asked)
      for (std::size_t thread = 1; thread < threads; ++thread) each.workers.front()->merge(*each.workers[thread]);
  }

  Tally tally(const Node* node, std::size_t group) const {
    for (const Asked& each : asked)
      for (std::size_t at = 0; at < each.totals.aggregates.size(); ++at)
        if (each.totals.aggregates[at].node == node) return each.workers.front()->tally(at, group, each.missing[at], each.undecided[at]);
    CHECK(false);
  }

  Answer answer() const {
    Answer made;
    made.groups = groups.keys;
    for (const int rule : question.rules) {
      const std::vector<const Node*> rests_on = totals_of(book, rule);
      std::vector<Outcome> outcomes(groups.keys.size());
      for (std::size_t group = 0; group < outcomes.size(); ++group) {
        for (const Node* node : rests_on) outcomes[group].tallies.push_back(tally(node, group));
        outcomes[group].value = combine(book, rule, outcomes[group].tallies, question.period);
      }
      made.outcomes.push_back(std::move(outcomes));
    }
    return made;
  }
};

CompiledQuestion::CompiledQuestion(const Book& book, const Facts& facts, const Question& question, Visiting visiting)
    : state_(new State{book, facts, question, visiting, {}, totals_of(book, question.rules), {}, {}, {}, {}, {}}) {
  state_->compile();
}
CompiledQuestion::CompiledQuestion(const Book& book, const Facts& facts, const Question& question, std::span<const std::int64_t> weights)
    : state_(new State{book, facts, question, Visiting::all_rows, {}, totals_of(book, question.rules), {}, {}, {}, {}, weights}) {
  state_->compile();
}
CompiledQuestion::~CompiledQuestion() = default;
CompiledQuestion::CompiledQuestion(CompiledQuestion&&) noexcept = default;

Answer CompiledQuestion::evaluate() {
  if (state_->versions != state_->versions_now()) state_->compile();
  state_->run();
  return state_->answer();
}

std::optional<std::vector<int>> CompiledQuestion::fields_read() const { return state_->fields_read(); }

std::size_t CompiledQuestion::bytes() const {
  std::size_t all = 0;
  for (const Asked& each : state_->asked)
    for (const auto& worker : each.workers) all += worker->bytes();
  for (const DirectTable& table : state_->compiler->program().tables) all += table.values.size() * sizeof(std::int64_t) + table.present.size();
  for (const RecordGroups& groups : state_->groups.records) all += (groups.by_number.size() + groups.by_row.size()) * sizeof(std::uint32_t);
  return all;
}

Answer evaluate(const Book& book, const Facts& facts, const Question& question) { return CompiledQuestion(book, facts, question).evaluate(); }

RuleColumn evaluate_rule(const Book& book, const Facts& facts, const Period& period, int rule) {
  const Rule& asked = book.rules[static_cast<std::size_t>(rule)];
  CHECK(asked.record >= 0);
  Compiler compiler(book, facts, period);
  const int domain = compiler.add_domain(asked.record);
  int value = compiler.compile_value(domain, *asked.tree);
  fold(compiler, domain, {&value});
  const Schedule order = schedule(compiler.program().domains[static_cast<std::size_t>(domain)], {value});
  Frame frame(compiler.program(), domain, order);
  const std::size_t rows = facts.tables[static_cast<std::size_t>(asked.record)].rows();
  RuleColumn made{std::vector<std::int64_t>(rows), std::vector<std::uint64_t>((rows + 63) / 64)};
  for (std::size_t first = 0; first < rows; first += k_chunk_rows) {
    const std::size_t n = std::min(k_chunk_rows, rows - first);
    frame.run_stretch(first, n);
    const Register& chunk = frame.at(value);
    for (std::size_t lane = 0; lane < n; ++lane) {
      const bool present = chunk.valid == nullptr || (chunk.valid[lane / 64] >> lane % 64 & 1) != 0;
      made.values[first + lane] = present ? chunk.values[lane] : 0;
      made.validity[(first + lane) / 64] |= static_cast<std::uint64_t>(present) << lane % 64;
    }
  }
  return made;
}

}  // namespace laoyou::rules
