#include "rules/totals/totals.h"

#include <algorithm>

#include "base/check.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

void collect(const Book& book, const NodePtr& tree, std::vector<const Node*>& found) {
  if (std::holds_alternative<Total>(tree->what)) {
    if (std::find(found.begin(), found.end(), tree.get()) == found.end()) found.push_back(tree.get());
  } else if (const auto* read = std::get_if<TotalRead>(&tree->what)) {
    collect(book, book.rules[static_cast<std::size_t>(read->rule)].tree, found);
  } else if (const auto* arithmetic = std::get_if<TotalArithmetic>(&tree->what)) {
    collect(book, arithmetic->left, found);
    collect(book, arithmetic->right, found);
  }
}

}  // namespace

std::vector<const Node*> totals_of(const Book& book, int rule) { return totals_of(book, std::span(&rule, 1)); }

std::vector<const Node*> totals_of(const Book& book, std::span<const int> rules) {
  std::vector<const Node*> found;
  for (const int rule : rules) collect(book, book.rules[static_cast<std::size_t>(rule)].tree, found);
  return found;
}

void add(Tally& tally, const Tally& more) {
  tally.selected += more.selected;
  tally.undecided += more.undecided;
  tally.valued += more.valued;
  tally.sum += more.sum;
  if (more.least && (!tally.least || *more.least < *tally.least)) tally.least = more.least;
  if (more.greatest && (!tally.greatest || *more.greatest > *tally.greatest)) tally.greatest = more.greatest;
}

std::optional<Rational> value_of(const Node& total, const Tally& tally) {
  const Total& what = std::get<Total>(total.what);
  const std::int64_t units = what.value ? stored_units(what.value->type.kind) : 1;
  switch (what.function) {
    case Function::count: return rational(tally.selected);
    case Function::distinct: return rational(tally.sum);
    case Function::sum:
      if (tally.selected > 0 && tally.valued == 0) return {};
      return rational(tally.sum, units);
    case Function::avg:
      if (tally.valued == 0) return {};
      return rational(tally.sum, Wide{units} * tally.valued);
    case Function::share:
      if (tally.valued == 0) return {};
      return rational(tally.sum, tally.valued);
    case Function::min: return tally.least ? rational(*tally.least, units) : std::optional<Rational>();
    case Function::max: return tally.greatest ? rational(*tally.greatest, units) : std::optional<Rational>();
    case Function::exists:
    case Function::latest: break;  // only over related rows
  }
  CHECK(false);
}

}  // namespace laoyou::rules
