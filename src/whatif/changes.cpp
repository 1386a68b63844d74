#include "whatif/changes.h"

#include <algorithm>

#include "rules/columns/evaluate.h"
#include "rules/totals/totals.h"
#include "whatif/tree_parts.h"

namespace laoyou::whatif {
namespace {

using rules::NodePtr;

/// The one sum that a total is; null for any other.
const rules::Total* only_sum(const rules::Book& book, int rule) {
  const std::vector<const rules::Node*> nodes = rules::totals_of(book, rule);
  if (nodes.size() != 1) return nullptr;
  const auto& total = std::get<rules::Total>(nodes.front()->what);
  return total.function == rules::Function::sum ? &total : nullptr;
}

NodePtr above_zero(const rules::Total& total) { return both(holds(total.condition), holds(compared(rules::BinarySign::greater, total.value, zero(total.value->type)))); }
NodePtr not_zero(const rules::Total& total) { return both(holds(total.condition), holds(compared(rules::BinarySign::unequal, total.value, zero(total.value->type)))); }

/// Rows for which `more` gives a larger amount than `less`; where one of the two gives nothing it counts as zero.
NodePtr larger(const rules::Total& more, const rules::Total& less) {
  return either(both(above_zero(more), no(not_zero(less))),
                both(both(holds(more.condition), holds(less.condition)), holds(compared(rules::BinarySign::greater, more.value, less.value))));
}

/// The positions of one total's answers in the question.
struct Parts {
  std::size_t before = 0, after = 0, reach_before = 0, reach_after = 0, gain = 0, lose = 0;
  bool by_rows = false;
};

class Asking {
 public:
  Asking(const rules::WhatIf& what_if, const ChangeQuestion& asked) : book_(what_if.together), asked_(asked) {
    for (const int rule : asked.rules) {
      const int before = what_if.rules_before[static_cast<std::size_t>(rule)], after = what_if.rules_after[static_cast<std::size_t>(rule)];
      Parts& parts = parts_.emplace_back();
      parts.before = ask(before);
      parts.after = ask(after);
      add_counts(parts, before, after);
    }
  }

  std::vector<TotalChange> answer(const rules::Facts& facts) const {
    const rules::Answer found = rules::evaluate(book_, facts, question(asked_.level));
    std::vector<std::size_t> inside;
    for (std::size_t group = 0; group < found.groups.size(); ++group)
      if (within(found.groups[group])) inside.push_back(group);
    std::vector<TotalChange> changes;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      TotalChange change{asked_.rules[i], parts_[i].by_rows, whole_change(found, parts_[i], inside), {}};
      for (const std::size_t group : inside) {
        if (!found.groups[group]) continue;
        const RegionCode place = RegionCode::from_number(*found.groups[group]);
        if (place.level() == asked_.level) change.places.push_back(place_change(found, parts_[i], group, place));
      }
      changes.push_back(std::move(change));
    }
    set_uncounted_wholes(facts, changes);
    return changes;
  }

 private:
  rules::Question question(RegionLevel level) const {
    rules::Grouping grouping{rules::Grouping::By::region_level, level, ""};
    if (level == RegionLevel::country) grouping = {};
    return {asked_.period, rules_, grouping, asked_.threads};
  }

  std::size_t ask(int rule) {
    const auto known = std::find(rules_.begin(), rules_.end(), rule);
    const auto position = static_cast<std::size_t>(known - rules_.begin());
    if (known == rules_.end()) rules_.push_back(rule);
    return position;
  }

  std::size_t ask_count(int record, NodePtr condition) {
    rules::Rule rule;
    rule.key = "counted " + std::to_string(book_.rules.size());
    rule.tree = make_node(k_integer, rules::field_bound(rules::Kind::integer), rules::Total{rules::Function::count, record, nullptr, std::move(condition)});
    book_.rules.push_back(std::move(rule));
    return ask(static_cast<int>(book_.rules.size()) - 1);
  }

  void add_counts(Parts& parts, int before, int after) {
    const rules::Total *old_sum = only_sum(book_, before), *new_sum = only_sum(book_, after);
    if (old_sum == nullptr || new_sum == nullptr || old_sum->record != new_sum->record || old_sum->value->type != new_sum->value->type) return;
    // Adding rules moves the book's own; the trees stay where they are.
    const rules::Total old_total = *old_sum, new_total = *new_sum;
    parts.by_rows = true;
    parts.reach_before = ask_count(old_total.record, not_zero(old_total));
    parts.reach_after = before == after ? parts.reach_before : ask_count(new_total.record, not_zero(new_total));
    if (before == after) return;
    parts.gain = ask_count(new_total.record, larger(new_total, old_total));
    parts.lose = ask_count(new_total.record, larger(old_total, new_total));
  }

  PlaceChange place_change(const rules::Answer& found, const Parts& parts, std::size_t group, RegionCode place) const {
    PlaceChange change{place, found.outcomes[parts.before][group].value, found.outcomes[parts.after][group].value, 0, 0, 0, 0};
    if (!parts.by_rows) return change;
    const auto selected = [&](std::size_t position) { return found.outcomes[position][group].tallies.at(0).selected; };
    change.reach_before = selected(parts.reach_before);
    change.reach_after = selected(parts.reach_after);
    if (parts.before == parts.after) return change;
    change.gain = selected(parts.gain);
    change.lose = selected(parts.lose);
    return change;
  }

  /// Rows of a group lie in the region asked for, those that name no place of the level below it among them; rows without a region lie in the country alone.
  bool within(const rules::GroupKey& key) const { return key ? asked_.region.contains(RegionCode::from_number(*key)) : asked_.region.level() == RegionLevel::country; }

  /// Of the region itself: the tallies of all its groups added, then divided, as one look at all its rows would give it. Ratios are never added or averaged.
  PlaceChange whole_change(const rules::Answer& found, const Parts& parts, const std::vector<std::size_t>& inside) const {
    PlaceChange whole{asked_.region, {}, {}, 0, 0, 0, 0};
    if (inside.empty()) return whole;
    const auto added = [&](std::size_t position) {
      std::vector<rules::Tally> tallies = found.outcomes[position][inside.front()].tallies;
      for (std::size_t i = 1; i < inside.size(); ++i)
        for (std::size_t at = 0; at < tallies.size(); ++at) rules::add(tallies[at], found.outcomes[position][inside[i]].tallies[at]);
      return tallies;
    };
    const auto value = [&](std::size_t position) -> std::optional<rules::Rational> {
      return can_be_added(position) ? rules::combine(book_, rules_[position], added(position), asked_.period) : std::nullopt;
    };
    whole.before = value(parts.before);
    whole.after = parts.after == parts.before ? whole.before : value(parts.after);
    if (!parts.by_rows) return whole;
    const auto selected = [&](std::size_t position) { return added(position).at(0).selected; };
    whole.reach_before = selected(parts.reach_before);
    whole.reach_after = selected(parts.reach_after);
    if (parts.before == parts.after) return whole;
    whole.gain = selected(parts.gain);
    whole.lose = selected(parts.lose);
    return whole;
  }

  /// Different values of two groups may be the same ones.
  bool can_be_added(std::size_t position) const {
    const std::vector<const rules::Node*> nodes = rules::totals_of(book_, rules_[position]);
    return std::none_of(nodes.begin(), nodes.end(), [](const rules::Node* node) { return std::get<rules::Total>(node->what).function == rules::Function::distinct; });
  }

  /// What cannot be added is asked once more of the whole.
  void set_uncounted_wholes(const rules::Facts& facts, std::vector<TotalChange>& changes) const {
    rules::Question asked = question(asked_.region.level());
    asked.rules.clear();
    for (const Parts& parts : parts_)
      for (const std::size_t position : {parts.before, parts.after})
        if (!can_be_added(position)) asked.rules.push_back(rules_[position]);
    if (asked.rules.empty()) return;
    const rules::Answer found = rules::evaluate(book_, facts, asked);
    const rules::GroupKey key = asked_.region.level() == RegionLevel::country ? 0 : asked_.region.number();
    const auto group = std::find(found.groups.begin(), found.groups.end(), key);
    if (group == found.groups.end()) return;
    const auto at = static_cast<std::size_t>(group - found.groups.begin());
    std::size_t next = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (!can_be_added(parts_[i].before)) changes[i].whole.before = found.outcomes[next++][at].value;
      if (!can_be_added(parts_[i].after)) changes[i].whole.after = found.outcomes[next++][at].value;
    }
  }

  rules::Book book_;
  const ChangeQuestion& asked_;
  std::vector<int> rules_;  // of the question
  std::vector<Parts> parts_;
};

}  // namespace

std::vector<int> touched_totals(const rules::WhatIf& what_if) {
  std::vector<int> touched;
  for (std::size_t rule = 0; rule < what_if.before->rules.size(); ++rule)
    if (what_if.before->rules[rule].record < 0 && what_if.rules_before[rule] != what_if.rules_after[rule]) touched.push_back(static_cast<int>(rule));
  return touched;
}

std::vector<TotalChange> changes_of(const rules::WhatIf& what_if, const rules::Facts& facts, const ChangeQuestion& question) {
  if (question.rules.empty()) return {};
  return Asking(what_if, question).answer(facts);
}

}  // namespace laoyou::whatif
