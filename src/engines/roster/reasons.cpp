#include "engines/roster/reasons.h"

#include <algorithm>

#include "engines/roster/search/ground.h"

namespace laoyou::roster {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

class Reasons {
 public:
  Reasons(const Problem& problem, const Plan& plan) : problem_(problem), plan_(plan), ground_(problem), given_(ground_.covering.given(plan)) {}

  std::vector<Missing> find() {
    std::vector<Missing> all;
    for (std::size_t i = 0; i < problem_.covers.size(); ++i) {
      const Cover& cover = problem_.covers[i];
      const int given = given_[ground_.covering.slot(cover.day, cover.kind)];
      if (given >= cover.wanted) continue;
      all.push_back({i, given, {}});
      for (int carer = 0; carer < static_cast<int>(problem_.carers.size()); ++carer)
        if (plan_.days[index(carer)][index(cover.day)] != cover.kind) all.back().against.push_back(against(carer, cover));
    }
    return all;
  }

 private:
  Against against(int carer, const Cover& cover) {
    std::vector<int> row = plan_.days[index(carer)];
    const std::vector<Broken> before = check_row(problem_, carer, row);
    const int instead_of = row[index(cover.day)];
    row[index(cover.day)] = cover.kind;
    Against against{carer, std::nullopt, false, 0};
    for (const Broken& broken : check_row(problem_, carer, row))
      if (std::none_of(before.begin(), before.end(), [&](const Broken& old) { return old.rule == broken.rule && old.day == broken.day && old.found == broken.found; })) {
        against.broken = broken;
        against.never = never(carer, cover);
        return against;
      }
    against.price = ground_.rows.price(carer, cover.day, cover.kind) - ground_.rows.price(carer, cover.day, instead_of);
    against.price += one_more(cover.day, cover.kind, 0);
    if (instead_of != k_off) against.price -= one_more(cover.day, instead_of, -1);
    return against;
  }

  std::int64_t one_more(int day, int kind, int by) const {
    const std::size_t slot = ground_.covering.slot(day, kind);
    return ground_.covering.price_of_one_more(slot, given_[slot] + by);
  }

  /// Looks for any row with the duty. Where the tables would be too large nothing is claimed.
  bool never(int carer, const Cover& cover) {
    if (!ground_.rows.allowed(carer, cover.day, cover.kind)) return true;
    BestRow& finder = ground_.finders[index(carer)];
    if (!finder.usable()) return false;
    auto choices = ground_.choices[index(carer)];
    choices[index(cover.day)] = std::uint64_t{1} << (cover.kind + 1);
    bool gave_up = false;
    const bool found = finder.find(ground_.own[index(carer)], choices, scratch_, BestRow::k_any, &gave_up).has_value();
    return !found && !gave_up;
  }

  const Problem& problem_;
  const Plan& plan_;
  Ground ground_;
  std::vector<int> given_;
  RowScratch scratch_;
};

}  // namespace

std::vector<Missing> find_missing(const Problem& problem, const Plan& plan) { return Reasons(problem, plan).find(); }

}  // namespace laoyou::roster
