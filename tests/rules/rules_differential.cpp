// Compares the column evaluator with the row evaluator on random plans and random facts: every row's value and every group's tallies.
//   rules_differential SEED SECONDS
// goes through seeds from SEED on until the seconds are over, at least one; a difference is told with its seed and ends the program with 1.
// LAOYOU_INSTRUCTIONS=v2|v3|v4 chooses the kernels.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "explained.h"
#include "random_world.h"
#include "rules/columns/evaluate.h"
#include "rules/columns/kernels.h"
#include "rules/totals/rational.h"
#include "rules/rows/evaluate.h"

namespace {

using namespace laoyou::rules;

constexpr std::uint64_t k_large_every = 40;


std::string text(const Value& value) { return value ? std::to_string(*value) : "missing"; }

std::string text(const Outcome& outcome) {
  std::string words = outcome.value ? exact_text(*outcome.value) : "none";
  for (const Tally& tally : outcome.tallies)
    words += " {" + std::to_string(tally.selected) + " selected, " + std::to_string(tally.undecided) + " undecided, " + std::to_string(tally.valued) + " valued, sum " +
             wide_text(tally.sum) + ", least " + text(tally.least) + ", greatest " + text(tally.greatest) + "}";
  return words;
}

// Nothing when the columns agree with the rows; else what differs.
std::string compare_rows(const RandomWorld& world, const laoyou::Period& period, Counts& counts) {
  const RowEvaluator evaluator(*world.book, *world.facts, period);
  for (const int position : world.row_rules) {
    const Rule& rule = world.book->rules[static_cast<std::size_t>(position)];
    const RuleColumn column = evaluate_rule(*world.book, *world.facts, period, position);
    ++counts.rules;
    for (std::size_t row = 0; row < world.facts->tables[static_cast<std::size_t>(rule.record)].rows(); ++row) {
      const Value slow = evaluator.evaluate(*rule.tree, {{rule.record, row}}), fast = column.at(row);
      ++counts.values;
      counts.missing += slow ? 0 : 1;
      if (slow != fast) return rule.key + " row " + std::to_string(row) + " in " + period.text() + ": rows " + text(slow) + ", columns " + text(fast);
    }
  }
  return "";
}

std::string compare_answers(const RandomWorld& world, const Question& question, const Answer& slow, const Answer& fast) {
  if (slow.groups != fast.groups) return "groups: rows " + std::to_string(slow.groups.size()) + ", columns " + std::to_string(fast.groups.size());
  for (std::size_t rule = 0; rule < question.rules.size(); ++rule)
    for (std::size_t group = 0; group < slow.groups.size(); ++group)
      if (slow.outcomes[rule][group] != fast.outcomes[rule][group])
        return world.book->rules[static_cast<std::size_t>(question.rules[rule])].key + " group " + text(slow.groups[group]) + " in " + question.period.text() + ": rows " +
               text(slow.outcomes[rule][group]) + ", columns " + text(fast.outcomes[rule][group]);
  return "";
}

// One question compiled in every way: each way of visiting rows, one thread and two.
class Ways {
 public:
  Ways(const RandomWorld& world, Question question) : world_(world), question_(std::move(question)) {
    for (const Visiting visiting : {Visiting::sampled, Visiting::chosen_rows, Visiting::all_rows})
      for (question_.threads = 1; question_.threads <= 2; ++question_.threads) compiled_.emplace_back(*world.book, *world.facts, question_, visiting);
  }

  std::string compare(Counts& counts) {
    const Answer slow = evaluate_by_rows(*world_.book, *world_.facts, question_);
    for (const std::vector<Outcome>& outcomes : slow.outcomes)
      for (const Outcome& outcome : outcomes) ++counts.outcomes, counts.numbers += outcome.value ? 1 : 0;
    for (std::size_t way = 0; way < compiled_.size(); ++way)
      if (const std::string difference = compare_answers(world_, question_, slow, compiled_[way].evaluate()); !difference.empty()) return difference + " (way " + std::to_string(way) + ")";
    return "";
  }

 private:
  const RandomWorld& world_;
  Question question_;
  std::vector<CompiledQuestion> compiled_;
};

// Everything as it is, then after changes of the facts, with what was compiled before them.
std::string compare(const RandomWorld& world, std::uint64_t seed, Counts& counts) {
  ++counts.worlds;
  laoyou::SeededRandom random(seed);
  std::vector<Ways> ways;
  for (const Question& question : world.questions) ways.emplace_back(world, question);
  for (int time = 0; time < 3; ++time) {
    const std::string when = time == 0 ? "" : " after change " + std::to_string(time);
    for (Ways& way : ways)
      if (const std::string difference = way.compare(counts); !difference.empty()) return difference + when;
    const laoyou::Period& period = world.questions[static_cast<std::size_t>(time)].period;
    if (const std::string difference = compare_rows(world, period, counts); !difference.empty()) return difference + when;
    if (const std::string difference = compare_explanations(world, period, random, counts); !difference.empty()) return difference + when;
    change_facts(world.book->schema, *world.facts, random);
  }
  return "";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "rules_differential SEED SECONDS\n";
    return 2;
  }
  std::uint64_t seed = std::strtoull(arguments[1], nullptr, 10);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::strtoll(arguments[2], nullptr, 10));
  Counts counts;
  Refused refused;
  do {
    const RandomWorld world = random_world(seed, refused, seed % k_large_every == 0);
    std::string difference;
    try {
      difference = compare(world, seed, counts);
    } catch (const std::exception& error) {
      difference = error.what();
    }
    if (!difference.empty()) {
      std::cout << "seed " << seed << ": " << difference << "\n" << plan_text(world.source);
      return 1;
    }
    ++seed;
  } while (std::chrono::steady_clock::now() < end);
  std::cout << kernels().name << ": " << counts.worlds << " plans, " << counts.rules << " rules, " << counts.values << " values (" << counts.missing << " missing), " << counts.outcomes
            << " outcomes (" << counts.numbers << " with a number), no difference; " << counts.explained
            << " open answers explained by " << counts.needs << " facts, " << counts.idle << " of them without effect in " << k_fills << " fillings\nleft out as the checker refused them:";
  for (const auto& [code, times] : refused.count) std::cout << " " << code << " " << times;
  std::cout << "\n";
}
