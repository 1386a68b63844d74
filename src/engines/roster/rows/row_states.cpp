#include "engines/roster/rows/row_states.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace laoyou::roster {
namespace {

constexpr int k_nothing = 0, k_duties = 1, k_days_off = 2;
constexpr std::size_t k_weekends = 0, k_week_time = 1, k_counts = 2;  // digits of a layer
constexpr int k_most_layers = 1 << 20;

std::size_t index(int value) { return static_cast<std::size_t>(value); }

int floor_units(Seconds time_s, Seconds unit_s) { return static_cast<int>(std::min<Seconds>(time_s / unit_s, 1 << 28)); }
int ceil_units(Seconds time_s, Seconds unit_s) { return static_cast<int>(std::min<Seconds>((time_s + unit_s - 1) / unit_s, 1 << 28)); }

}  // namespace

RowStates::RowStates(const Problem& problem, const Rows& rows, int carer, std::vector<int> counted)
    : problem_(problem), rows_(rows), carer_(problem.carers[index(carer)]), index_(carer), counted_(std::move(counted)) {
  for (int day = 0; day < problem.days; ++day) {
    const int at = weekday(problem, day);
    const bool last = at == 6 || day + 1 == problem.days;
    days_.push_back({at == 5, at == 6, !last ? WeekEnd::none : at == 6 && day >= 6 ? WeekEnd::whole : WeekEnd::partial});
  }
  make_classes();
  make_layers();
  make_states();
}

void RowStates::make_classes() {
  const int kinds = static_cast<int>(problem_.kinds.size());
  std::vector<int> usable;
  Seconds unit_s = 0;
  for (int kind = 0; kind < kinds; ++kind) {
    bool anywhere = false;
    for (int day = 0; day < problem_.days && !anywhere; ++day) anywhere = rows_.allowed(index_, day, kind);
    if (!anywhere) continue;
    usable.push_back(kind);
    unit_s = std::gcd(unit_s, problem_.kinds[index(kind)].length_s);
  }
  unit_s_ = std::max<Seconds>(1, unit_s);
  timed_ = carer_.most_s || carer_.least_s;
  int longest = 0;
  // What sets kinds apart: length, what may follow, what may come before, and being counted.
  using Signature = std::pair<std::vector<int>, std::vector<char>>;
  std::map<Signature, std::size_t> known;
  std::map<std::vector<char>, int> follows;
  for (int kind : usable) {
    std::vector<char> after, around;
    for (int other : usable) after.push_back(rows_.follows(kind, other));
    around = after;
    for (int other : usable) around.push_back(rows_.follows(other, kind));
    if (!carer_.before.empty() && carer_.before.back() != k_off) around.push_back(rows_.follows(carer_.before.back(), kind));
    const auto at = std::find(counted_.begin(), counted_.end(), kind);
    const int counted = at == counted_.end() ? -1 : static_cast<int>(at - counted_.begin());
    const int length = static_cast<int>(problem_.kinds[index(kind)].length_s / unit_s_);
    longest = std::max(longest, length);
    const int follow = follows.emplace(after, static_cast<int>(follows.size())).first->second;
    const auto [found, fresh] = known.emplace(Signature{{length, counted}, around}, classes_.size());
    if (fresh) classes_.push_back({{}, length, follow, counted});
    classes_[found->second].kinds.push_back(kind);
  }
  may_follow_.assign(follows.size(), std::vector<char>(classes_.size(), 0));
  for (const DutyClass& one : classes_)
    for (std::size_t other = 0; other < classes_.size(); ++other)
      may_follow_[index(one.follow)][other] = rows_.follows(one.kinds.front(), classes_[other].kinds.front());
  most_ = carer_.most_s ? floor_units(*carer_.most_s, unit_s_) : longest * problem_.days;
  least_ = carer_.least_s ? ceil_units(*carer_.least_s, unit_s_) : 0;
  most_ = std::min(most_, longest * problem_.days);
}

void RowStates::make_layers() {
  int weekends = 0;
  for (int day = 0; day < problem_.days; ++day) weekends += weekday(problem_, day) == 6 || (weekday(problem_, day) == 5 && day + 1 == problem_.days);
  radix_.push_back(carer_.most_weekends < weekends ? carer_.most_weekends + 1 : 1);
  int longest = 0;
  for (const DutyClass& one : classes_) longest = std::max(longest, one.length);
  most_week_ = carer_.most_week_s ? std::min(floor_units(*carer_.most_week_s, unit_s_), 7 * longest) : 7 * longest;
  least_week_ = carer_.least_week_s ? ceil_units(*carer_.least_week_s, unit_s_) : 0;
  radix_.push_back(carer_.most_week_s || carer_.least_week_s ? most_week_ + 1 : 1);
  for (int kind : counted_) radix_.push_back(carer_.most_of_kind[index(kind)] + 1);
  std::int64_t layers = 1;
  for (int radix : radix_) layers = std::min<std::int64_t>(layers * radix, k_most_layers);
  layers_ = static_cast<int>(layers);
  if (layers_ == k_most_layers) return;  // too many to be used at all
  next_layers_.resize(6 * (classes_.size() + 1));
  for (const bool weekend : {false, true})
    for (const WeekEnd end : {WeekEnd::none, WeekEnd::partial, WeekEnd::whole})
      for (int duty = -1; duty < static_cast<int>(classes_.size()); ++duty)
        for (int layer = 0; layer < layers_; ++layer) next_layers_[table(weekend, end, duty)].push_back(next_layer(layer, weekend, end, duty));
}

int RowStates::next_layer(int layer, bool weekend, WeekEnd end, int duty) const {
  std::vector<int> digits;
  for (int rest = layer; int radix : radix_) {
    digits.push_back(rest % radix);
    rest /= radix;
  }
  if (weekend && carer_.most_weekends != k_unlimited && radix_[k_weekends] == carer_.most_weekends + 1 && ++digits[k_weekends] == radix_[k_weekends]) return -1;
  if (radix_[k_week_time] > 1 || carer_.most_week_s || carer_.least_week_s) {
    if (duty >= 0) digits[k_week_time] += classes_[index(duty)].length;
    if (digits[k_week_time] > most_week_) return -1;
    if (end == WeekEnd::whole && digits[k_week_time] < least_week_) return -1;
    if (end != WeekEnd::none) digits[k_week_time] = 0;
  }
  if (duty >= 0 && classes_[index(duty)].counted >= 0) {
    const std::size_t at = k_counts + index(classes_[index(duty)].counted);
    if (++digits[at] == radix_[at]) return -1;
  }
  int next = 0;
  for (std::size_t i = radix_.size(); i-- > 0;) next = next * radix_[i] + digits[i];
  return next;
}

const std::vector<int>& RowStates::next_layers(int day, int duty, int from) const {
  const Day& at = days_[index(day)];
  const bool weekend = duty >= 0 && (at.saturday || (at.sunday && !(day > 0 && on_duty(from))));
  return next_layers_[table(weekend, at.end, duty)];
}

/// The stretch that the plan begins in. Where all that is known before it is of one sort, it may have begun earlier and is long enough.
RowStates::Stretch RowStates::first() const {
  Stretch stretch;
  bool open = true;
  for (int kind : carer_.before) {
    const int sort = kind == k_off ? k_days_off : k_duties;
    if (stretch.kind != k_nothing && sort != stretch.kind) stretch.days = 0, open = false;
    stretch.kind = sort;
    ++stretch.days;
  }
  if (stretch.kind == k_nothing) return stretch;
  stretch.met = open || stretch.days >= (stretch.kind == k_duties ? carer_.least_in_a_row : carer_.least_off_in_a_row);
  return stretch;
}

RowStates::Stretch RowStates::normal(Stretch stretch) const {
  const bool length_matters = stretch.kind == k_duties && carer_.most_in_a_row < problem_.days + stretch.days;
  if (stretch.met && !length_matters) stretch.days = 0;
  return stretch;
}

bool RowStates::next(const Stretch& from, int duty, Stretch& to) const {
  const bool works = duty >= 0;
  to.kind = works ? k_duties : k_days_off;
  to.follow = works ? classes_[index(duty)].follow : -1;
  const int least = works ? carer_.least_in_a_row : carer_.least_off_in_a_row;
  if (from.kind != k_nothing && from.kind != to.kind && !from.met) return false;
  to.days = from.kind == to.kind ? from.days + 1 : 1;
  to.met = from.kind == k_nothing || (from.kind == to.kind && from.met) || to.days >= least;
  if (!works) return true;
  return to.days <= carer_.most_in_a_row && (from.follow < 0 || may_follow_[index(from.follow)][index(duty)]);
}

void RowStates::make_states() {
  std::map<Stretch, int> known;
  std::vector<Stretch> all;
  const auto number = [&](const Stretch& stretch) {
    const auto [found, fresh] = known.emplace(stretch, static_cast<int>(all.size()));
    if (fresh) all.push_back(stretch), on_duty_.push_back(stretch.kind == k_duties);
    return found->second;
  };
  number(first());
  const int last = carer_.before.empty() ? k_off : carer_.before.back();
  for (std::size_t state = 0; state < all.size(); ++state) {
    std::vector<Step> steps;
    for (int duty = -1; duty < static_cast<int>(classes_.size()); ++duty) {
      // The day before the plan may be of a kind that she has no more: it has no class.
      if (state == 0 && last != k_off && duty >= 0 && !rows_.follows(last, classes_[index(duty)].kinds.front())) continue;
      Stretch to;
      if (next(all[state], duty, to)) steps.push_back({duty, number(normal(to))});
    }
    steps_.push_back(std::move(steps));
  }
}

}  // namespace laoyou::roster
