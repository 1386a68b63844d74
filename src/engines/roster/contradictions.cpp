#include <algorithm>
#include <set>

#include "engines/roster/rows.h"
#include "engines/roster/solve.h"

namespace laoyou::roster {
namespace {

constexpr int k_most_days = 400;
constexpr std::int64_t k_longest_s = 10'000'000'000;
constexpr std::int64_t k_dearest = 1'000'000'000;
constexpr std::int64_t k_most_wanted = 10'000;

std::string path(const char* list, std::size_t index) { return std::string("/") + list + "/" + std::to_string(index); }

class Inspector {
 public:
  explicit Inspector(const Problem& problem) : problem_(problem) {}

  Refusals inspect() {
    within("/days", problem_.days, 1, k_most_days);
    within("/first_weekday", problem_.first_weekday, 1, 7);
    within("/least_rest_s", problem_.least_rest_s, 0, k_longest_s);
    within("/kinds", static_cast<std::int64_t>(problem_.kinds.size()), 1, static_cast<std::int64_t>(k_most_kinds));
    for (std::size_t i = 0; i < problem_.kinds.size(); ++i) inspect_kind(i);
    for (std::size_t i = 0; i < problem_.carers.size(); ++i) inspect_carer(i);
    for (std::size_t i = 0; i < problem_.requests.size(); ++i) {
      const Request& one = problem_.requests[i];
      cell(path("requests", i), one.carer, one.day, one.kind, false);
      within(path("requests", i) + "/price", one.price, 0, k_dearest);
    }
    for (std::size_t i = 0; i < problem_.fixed.size(); ++i) cell(path("fixed", i), problem_.fixed[i].carer, problem_.fixed[i].day, problem_.fixed[i].kind, true);
    inspect_covers();
    if (found_.empty()) inspect_choices();
    return std::move(found_);
  }

 private:
  void found(std::string place, const char* code, std::vector<std::string> words = {}) {
    found_.push_back({std::string("dispatch.duty.") + code, std::move(place), std::move(words)});
  }
  void within(const std::string& place, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value < least || value > most) found(place, "out_of_range", {std::to_string(value), std::to_string(least), std::to_string(most)});
  }
  void day(const std::string& place, int value) { within(place, value, 0, problem_.days - 1); }
  void kind(const std::string& place, int value, int least) { within(place, value, least, static_cast<std::int64_t>(problem_.kinds.size()) - 1); }
  void cell(const std::string& place, int carer, int at, int of_kind, bool may_be_off) {
    within(place + "/carer", carer, 0, static_cast<std::int64_t>(problem_.carers.size()) - 1);
    day(place + "/day", at);
    kind(place + "/kind", of_kind, may_be_off ? k_off : 0);
  }

  void inspect_kind(std::size_t i) {
    const Kind& one = problem_.kinds[i];
    within(path("kinds", i) + "/length_s", one.length_s, 0, k_longest_s);
    for (std::size_t part = 0; part < one.parts.size(); ++part) {
      const std::string place = path("kinds", i) + path("parts", part);
      within(place + "/begins_s", one.parts[part].begins_s, 0, k_longest_s);
      within(place + "/ends_s", one.parts[part].ends_s, 0, k_longest_s);
      if (one.parts[part].ends_s < one.parts[part].begins_s || (part > 0 && one.parts[part].begins_s < one.parts[part - 1].ends_s)) found(place, "parts_disordered");
    }
    for (std::size_t n = 0; n < one.not_before.size(); ++n) kind(path("kinds", i) + path("not_before", n), one.not_before[n], 0);
  }

  void inspect_carer(std::size_t i) {
    const Carer& one = problem_.carers[i];
    const std::string place = path("carers", i);
    if (one.most_of_kind.size() != problem_.kinds.size()) found(place + "/most_of_kind", "out_of_range", {std::to_string(one.most_of_kind.size()), std::to_string(problem_.kinds.size()), std::to_string(problem_.kinds.size())});
    for (const auto& time : {one.most_s, one.least_s, one.most_week_s, one.least_week_s})
      if (time) within(place, *time, 0, k_longest_s);
    if (one.most_s && one.least_s && *one.most_s < *one.least_s) found(place + "/least_s", "most_below_least", {std::to_string(*one.least_s), std::to_string(*one.most_s)});
    if (one.most_week_s && one.least_week_s && *one.most_week_s < *one.least_week_s) found(place + "/least_week_s", "most_below_least", {std::to_string(*one.least_week_s), std::to_string(*one.most_week_s)});
    if (one.most_in_a_row < one.least_in_a_row) found(place + "/least_in_a_row", "most_below_least", {std::to_string(one.least_in_a_row), std::to_string(one.most_in_a_row)});
    for (const int number : {one.most_in_a_row, one.least_in_a_row, one.least_off_in_a_row, one.most_weekends}) within(place, number, 0, k_unlimited);
    for (std::size_t d = 0; d < one.days_off.size(); ++d) day(place + path("days_off", d), one.days_off[d]);
    for (std::size_t d = 0; d < one.before.size(); ++d) kind(place + path("before", d), one.before[d], k_off);
    for (std::size_t d = 0; d < one.pattern.size(); ++d) kind(place + path("pattern", d), one.pattern[d], k_free);
    within(place + "/pattern_start", one.pattern_start, 0, std::max<std::int64_t>(0, static_cast<std::int64_t>(one.pattern.size()) - 1));
  }

  void inspect_covers() {
    std::set<std::pair<int, int>> seen;
    for (std::size_t i = 0; i < problem_.covers.size(); ++i) {
      const Cover& one = problem_.covers[i];
      const std::string place = path("covers", one.entry == k_none ? i : static_cast<std::size_t>(one.entry));
      day(place + "/day", one.day);
      kind(place + "/kind", one.kind, 0);
      within(place + "/wanted", one.wanted, 0, k_most_wanted);
      within(place + "/under_price", one.under_price, 0, k_dearest);
      within(place + "/over_price", one.over_price, 0, k_dearest);
      if (!seen.insert({one.day, one.kind}).second) found(place, "cover_twice");
    }
  }

  void inspect_choices() {
    const Rows rows(problem_);
    for (int c = 0; c < static_cast<int>(problem_.carers.size()); ++c) {
      const Carer& one = problem_.carers[static_cast<std::size_t>(c)];
      Seconds most_s = 0;
      for (int at = 0; at < problem_.days; ++at) {
        Seconds longest_s = 0;
        for (int choice : rows.choices(c, at))
          if (choice != k_off) longest_s = std::max(longest_s, problem_.kinds[static_cast<std::size_t>(choice)].length_s);
        most_s += longest_s;
        if (rows.choices(c, at).empty()) found(path("carers", static_cast<std::size_t>(c)), "no_choice", {one.id, std::to_string(at)});
      }
      if (one.least_s && most_s < *one.least_s) found(path("carers", static_cast<std::size_t>(c)) + "/least_s", "least_unreachable", {one.id, std::to_string(*one.least_s), std::to_string(most_s)});
    }
  }

  const Problem& problem_;
  Refusals found_;
};

}  // namespace

Refusals find_contradictions(const Problem& problem) { return Inspector(problem).inspect(); }

}  // namespace laoyou::roster
