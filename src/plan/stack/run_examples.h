// The examples of a plan, run: "given these facts, the rule says this". They are the plan's own tests.
#pragma once

#include "plan/stack/plan.h"
#include "rules/facts/facts.h"

namespace laoyou::plan {

/// An example made ready: its facts as tables, its expectations as values.
struct PreparedExample {
  const Example* example = nullptr;
  int rule = -1;
  Period period;
  rules::Facts facts;
  bool by_region = false;
  RegionLevel level = RegionLevel::county;
  std::vector<std::pair<rules::Value, rules::Value>> expected;  ///< group and answer in stored units
};

/// The examples of the plan's own layer. Those of lower layers hold in their own plan; this one may have replaced what they speak of.
std::vector<const Example*> own_examples(const Plan& plan);

/// Facts and expectations of one example, or everything in it that is not understood (plan.example_rule, plan.example_record, plan.example_field, …).
CheckedResult<PreparedExample> prepare(const Plan& plan, const Example& example);

/// What one expectation came to.
struct ExampleResult {
  std::string place, rule, group, expected, found;
  bool passed() const { return expected == found; }
};

/// Runs an example by rows and by columns; both must give what is expected, or `found` says which differs.
std::vector<ExampleResult> run(const Plan& plan, const PreparedExample& example);

}  // namespace laoyou::plan
