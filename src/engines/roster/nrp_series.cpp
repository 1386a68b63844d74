#include "engines/roster/nrp_series.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/csv.h"

namespace laoyou::roster {
namespace {

/// The line does not say what is expected there.
struct Unexpected {};

std::vector<std::string> pieces_of(const std::string& text, char by) {
  std::vector<std::string> cells;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t until = std::min(text.find(by, from), text.size());
    cells.push_back(text.substr(from, until - from));
    from = until + 1;
  }
  return cells;
}

int number(const std::string& text) {
  constexpr int most = 1'000'000;
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || value < 0 || value > most) throw Unexpected{};
  return value;
}

class Reader {
 public:
  Result<Problem> read(std::istream& in) {
    std::string line, section;
    for (int count = 1; std::getline(in, line); ++count) {
      while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
      if (line.empty() || line.starts_with('#')) continue;
      if (!is_utf8(line)) return at(std::to_string(count), refuse("text.not_utf8"));
      if (line.starts_with("SECTION_")) {
        section = line.substr(8);
        continue;
      }
      try {
        take(section, pieces_of(line, ','));
      } catch (const Unexpected&) {
        return at(std::to_string(count), refuse("dispatch.nrp.malformed", {line}));
      }
    }
    if (problem_.days == 0 || problem_.kinds.empty() || problem_.carers.empty()) return refuse("dispatch.nrp.malformed", {"SECTION_HORIZON, SECTION_SHIFTS, SECTION_STAFF"});
    for (std::size_t kind = 0; kind < followers_.size(); ++kind)
      for (const std::string& id : followers_[kind]) {
        const auto found = kinds_.find(id);
        if (found == kinds_.end()) return refuse("dispatch.nrp.malformed", {id});
        problem_.kinds[kind].not_before.push_back(found->second);
      }
    return std::move(problem_);
  }

 private:
  using Cells = std::vector<std::string>;

  static const std::string& cell(const Cells& cells, std::size_t i) {
    if (i >= cells.size()) throw Unexpected{};
    return cells[i];
  }
  static int known(const std::map<std::string, int>& ids, const std::string& id) {
    const auto found = ids.find(id);
    if (found == ids.end()) throw Unexpected{};
    return found->second;
  }
  int day(const std::string& text) const {
    const int value = number(text);
    if (value >= problem_.days) throw Unexpected{};
    return value;
  }

  void take(const std::string& section, const Cells& cells) {
    if (section == "HORIZON") problem_.days = number(cell(cells, 0));
    else if (section == "SHIFTS") take_kind(cells);
    else if (section == "STAFF") take_carer(cells);
    else if (section == "DAYS_OFF") take_days_off(cells);
    else if (section == "SHIFT_ON_REQUESTS") take_request(cells, true);
    else if (section == "SHIFT_OFF_REQUESTS") take_request(cells, false);
    else if (section == "COVER") take_cover(cells);
    else throw Unexpected{};
  }

  void take_kind(const Cells& cells) {
    if (!kinds_.emplace(cell(cells, 0), static_cast<int>(problem_.kinds.size())).second) throw Unexpected{};
    problem_.kinds.push_back({cells[0], {}, 60 * static_cast<Seconds>(number(cell(cells, 1))), {}});
    followers_.emplace_back();
    if (cells.size() > 2 && !cells[2].empty()) followers_.back() = pieces_of(cells[2], '|');
  }

  void take_carer(const Cells& cells) {
    Carer carer;
    carer.id = cell(cells, 0);
    if (!carers_.emplace(carer.id, static_cast<int>(problem_.carers.size())).second) throw Unexpected{};
    carer.most_of_kind.assign(problem_.kinds.size(), 0);
    for (const std::string& most : pieces_of(cell(cells, 1), '|')) {
      const Cells pair = pieces_of(most, '=');
      carer.most_of_kind[static_cast<std::size_t>(known(kinds_, pair[0]))] = number(cell(pair, 1));
    }
    carer.most_s = 60 * static_cast<Seconds>(number(cell(cells, 2)));
    carer.least_s = 60 * static_cast<Seconds>(number(cell(cells, 3)));
    carer.most_in_a_row = number(cell(cells, 4));
    carer.least_in_a_row = number(cell(cells, 5));
    carer.least_off_in_a_row = number(cell(cells, 6));
    carer.most_weekends = number(cell(cells, 7));
    problem_.carers.push_back(std::move(carer));
  }

  void take_days_off(const Cells& cells) {
    Carer& carer = problem_.carers[static_cast<std::size_t>(known(carers_, cell(cells, 0)))];
    for (std::size_t i = 1; i < cells.size(); ++i) carer.days_off.push_back(day(cells[i]));
    std::sort(carer.days_off.begin(), carer.days_off.end());
  }

  void take_request(const Cells& cells, bool wanted) {
    problem_.requests.push_back({known(carers_, cell(cells, 0)), day(cell(cells, 1)), known(kinds_, cell(cells, 2)), wanted, number(cell(cells, 3))});
  }

  void take_cover(const Cells& cells) {
    problem_.covers.push_back({day(cell(cells, 0)), known(kinds_, cell(cells, 1)), number(cell(cells, 2)), number(cell(cells, 3)), number(cell(cells, 4)), k_none});
  }

  Problem problem_;
  std::map<std::string, int> kinds_, carers_;
  std::vector<std::vector<std::string>> followers_;  ///< ids, by kind: a later kind may be named
};

}  // namespace

Result<Problem> read_nrp(std::istream& in) { return Reader().read(in); }

}  // namespace laoyou::roster
