#include "explained.h"

#include <algorithm>

#include "rules/explain/explain.h"
#include "rules/testing/example_facts.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_rows = 6;  // of each rule

// Fills facts in and takes them out again.
class Filling {
 public:
  Filling(const RandomWorld& world, SeededRandom& random) : world_(world), random_(random) {}
  ~Filling() {
    for (const FactPlace& place : filled_) column(place).set(place.row, std::nullopt);
  }
  void fill(const FactPlace& place) {
    const Type type = column(place).type();
    column(place).set(place.row, testing::random_value(world_.book->schema, type, *world_.facts, random_, 1, testing::Spread::usual));
    filled_.push_back(place);
  }

 private:
  Column& column(const FactPlace& place) { return world_.facts->tables[static_cast<std::size_t>(place.record)].column(place.field); }

  const RandomWorld& world_;
  SeededRandom& random_;
  std::vector<FactPlace> filled_;
};

// A reference that is filled in leads to a row with gaps of its own.
bool names_reference(const RandomWorld& world, const FactPlaces& places) {
  return std::any_of(places.begin(), places.end(), [&](const FactPlace& place) {
    return world.book->schema.records[static_cast<std::size_t>(place.record)].fields[static_cast<std::size_t>(place.field)].type.kind == Kind::id;
  });
}

std::string texts(const FactPlaces& places) {
  std::string words;
  for (const FactPlace& place : places) words += " " + std::to_string(place.record) + "/" + std::to_string(place.row) + "/" + std::to_string(place.field);
  return words;
}

std::string try_out(const RandomWorld& world, const RowEvaluator& evaluator, const Explanation& told, SeededRandom& random, Counts& counts) {
  const Node& tree = *world.book->rules[static_cast<std::size_t>(told.rule)].tree;
  for (int time = 0; time < 3; ++time) {
    Filling filling(world, random);
    for (const FactPlace& place : told.needs) filling.fill(place);
    const FactPlaces rest = evaluate_partially(evaluator, tree, {told.row}).open;
    if (!rest.empty()) return "still needs" + texts(rest) + " after" + texts(told.needs);
  }
  for (int time = 0; time < 3; ++time) {
    Filling filling(world, random);
    FactPlaces left;
    for (const FactPlace& place : told.needs)
      if (random.below(2) == 0) filling.fill(place);
      else left.insert(place);
    const FactPlaces rest = evaluate_partially(evaluator, tree, {told.row}).open;
    if (!std::includes(left.begin(), left.end(), rest.begin(), rest.end())) return "needs something new:" + texts(rest) + " of" + texts(told.needs);
  }
  for (const FactPlace& wanted : told.needs) {
    bool matters = false;
    for (int time = 0; time < k_fills && !matters; ++time) {
      Filling filling(world, random);
      for (const FactPlace& place : told.needs)
        if (place != wanted) filling.fill(place);
      matters = evaluate_partially(evaluator, tree, {told.row}).open.contains(wanted);
    }
    counts.idle += matters ? 0 : 1;
  }
  return "";
}

}  // namespace

std::string compare_explanations(const RandomWorld& world, const Period& period, SeededRandom& random, Counts& counts) {
  const RowEvaluator evaluator(*world.book, *world.facts, period);
  for (const int position : world.row_rules) {
    const Rule& rule = world.book->rules[static_cast<std::size_t>(position)];
    const std::size_t rows = world.facts->tables[static_cast<std::size_t>(rule.record)].rows();
    for (std::size_t time = 0; time < std::min(rows, k_rows); ++time) {
      const std::size_t row = random.below(rows);
      const Explanation told = explain_row(evaluator, position, row);
      const std::string where = rule.key + " row " + std::to_string(row) + " in " + period.text() + ", explained: ";
      if (told.value != evaluator.evaluate(*rule.tree, {{rule.record, row}})) return where + "another value";
      if (told.verdict != Verdict::open) continue;
      ++counts.explained;
      counts.needs += told.needs.size();
      if (names_reference(world, told.needs)) continue;
      if (const std::string difference = try_out(world, evaluator, told, random, counts); !difference.empty()) return where + difference;
    }
  }
  return "";
}

}  // namespace laoyou::rules
