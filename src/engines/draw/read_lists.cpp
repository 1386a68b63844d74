#include "engines/draw/read_lists.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/nearest.h"
#include "engines/draw/hash.h"

namespace laoyou::draw {
namespace {

constexpr int k_most_count = 1'000'000;
constexpr int k_most_lots = 1'000;       // each lot costs a hash, and ratios of a thousand to one say enough
constexpr int k_most_inspectors = 20;    // at one place
constexpr std::size_t k_offices = 2;     // one alone could choose its secret after the event
constexpr std::size_t k_near_names = 2'000;  // a nearest name is looked for among so many at most
constexpr std::size_t k_near_refusals = 100; // and for so many wrong names: a wrong file must not cost minutes

Table read(const ListText& list, std::vector<Column> columns, ListForm form, Refusals& wrong) {
  return form == ListForm::csv ? Table::from_csv(list.file, list.text, std::move(columns), wrong) : Table::from_published(list.file, list.text, std::move(columns), wrong);
}

/// The names that a column may refer to, for asking and for the nearest; they belong to `rows`, which stay as they are meanwhile.
class Known {
 public:
  template <class Rows, class Name>
  Known(const Rows& rows, Name name) {
    names_.reserve(rows.size());
    for (const auto& row : rows) names_.push_back(name(row));
    if (!std::is_sorted(names_.begin(), names_.end())) std::sort(names_.begin(), names_.end());
  }
  void check(const std::string& name, const Table& table, std::size_t row, std::string_view column, Refusals& wrong) const {
    if (name.empty() || std::binary_search(names_.begin(), names_.end(), std::string_view(name))) return;
    const std::string near = wrong.size() < k_near_refusals ? nearest(name, std::vector<std::string>(names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(std::min(k_near_names, names_.size())))) : std::string();
    wrong.push_back(at(table.place(row, column), near.empty() ? refuse("draw.unknown_name", {name}) : refuse("draw.mistyped_name", {name, near})));
  }

 private:
  std::vector<std::string_view> names_;  // sorted
};

/// Notes names that stand twice. Names in order, as published lists have them, are only held against the one before.
class Once {
 public:
  void check(const std::string& name, const Table& table, std::size_t row, std::string_view column, Refusals& wrong) {
    if (name.empty()) return;
    if (in_order_ && (ordered_.empty() || ordered_.back() < name)) {
      ordered_.push_back(name);
      return;
    }
    if (in_order_) seen_.insert(ordered_.begin(), ordered_.end());
    in_order_ = false;
    if (!seen_.insert(name).second) wrong.push_back(at(table.place(row, column), refuse("draw.row_repeated", {name})));
  }

 private:
  bool in_order_ = true;
  std::vector<std::string> ordered_;
  std::unordered_set<std::string> seen_;
};

template <class Row, class Member>
void sort_by(std::vector<Row>& rows, Member member) {
  const auto earlier = [member](const Row& left, const Row& right) { return left.*member < right.*member; };
  if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::sort(rows.begin(), rows.end(), earlier);
}

void read_strata(const ListText& list, ListForm form, Lists& lists, Refusals& wrong) {
  const Table table = read(list, {{"kind", true}, {"take", true}, {"inspectors"}, {"powers"}}, form, wrong);
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Stratum stratum;
    stratum.kind = table.name(row, "kind", wrong);
    once.check(stratum.kind, table, row, "kind", wrong);
    stratum.take = table.number(row, "take", 0, k_most_count, 0, wrong);
    stratum.inspectors = table.number(row, "inspectors", 1, k_most_inspectors, stratum.inspectors, wrong);
    stratum.powers = table.names(row, "powers", wrong);
    if (stratum.powers.size() > static_cast<std::size_t>(stratum.inspectors)) {
      wrong.push_back(at(table.place(row, "powers"), refuse("draw.powers_exceed_inspectors", {std::to_string(stratum.powers.size()), std::to_string(stratum.inspectors)})));
    }
    lists.strata.push_back(std::move(stratum));
  }
  sort_by(lists.strata, &Stratum::kind);
}

void read_grades(const ListText& list, ListForm form, Lists& lists, Refusals& wrong) {
  const Table table = read(list, {{"grade", true}, {"lots", true}, {"yearly_minimum"}}, form, wrong);
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Grade grade;
    grade.grade = table.name(row, "grade", wrong);
    once.check(grade.grade, table, row, "grade", wrong);
    grade.lots = table.number(row, "lots", 1, k_most_lots, 1, wrong);
    grade.yearly_minimum = table.number(row, "yearly_minimum", 0, k_most_count, 0, wrong);
    lists.grades.push_back(std::move(grade));
  }
  sort_by(lists.grades, &Grade::grade);
}

void read_offices(const ListText& list, ListForm form, Lists& lists, Refusals& wrong) {
  const Table table = read(list, {{"office", true}, {"commitment", true}}, form, wrong);
  Once once, secret_once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Office office{table.name(row, "office", wrong), table.hash(row, "commitment", wrong)};
    once.check(office.office, table, row, "office", wrong);
    secret_once.check(office.commitment, table, row, "commitment", wrong);
    lists.offices.push_back(std::move(office));
  }
  if (lists.offices.size() < k_offices) wrong.push_back(at(list.file + ":1:1", refuse("draw.offices_too_few", {std::to_string(k_offices)})));
  sort_by(lists.offices, &Office::office);
}

using Operators = std::unordered_map<std::string, std::vector<std::string>>;

Operators read_targets(const ListText& list, ListForm form, Lists& lists, Refusals& wrong) {
  const Table table = read(list, {{"id", true}, {"name"}, {"kind", true}, {"grade", true}, {"visits"}, {"excluded"}, {"operator", false, false}}, form, wrong);
  const Known kinds(lists.strata, [](const Stratum& stratum) { return std::string_view(stratum.kind); });
  const Known grades(lists.grades, [](const Grade& grade) { return std::string_view(grade.grade); });
  Once once;
  Operators operators;
  lists.targets.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Target target;
    target.id = table.name(row, "id", wrong);
    once.check(target.id, table, row, "id", wrong);
    target.name = table.text(row, "name", wrong);
    target.kind = table.name(row, "kind", wrong);
    kinds.check(target.kind, table, row, "kind", wrong);
    target.grade = table.name(row, "grade", wrong);
    grades.check(target.grade, table, row, "grade", wrong);
    target.visits = table.number(row, "visits", 0, k_most_count, 0, wrong);
    target.excluded = table.text(row, "excluded", wrong);
    if (const std::string& house = table.raw(row, "operator"); !house.empty()) operators[house].push_back(target.id);
    lists.targets.push_back(std::move(target));
  }
  sort_by(lists.targets, &Target::id);
  return operators;
}

void read_inspectors(const ListText& list, ListForm form, Lists& lists, Refusals& wrong) {
  const Table table = read(list, {{"id", true}, {"powers"}, {"most"}}, form, wrong);
  Once once;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Inspector inspector;
    inspector.id = table.name(row, "id", wrong);
    once.check(inspector.id, table, row, "id", wrong);
    inspector.powers = table.names(row, "powers", wrong);
    inspector.most = table.number(row, "most", 1, k_most_count, 0, wrong);
    lists.inspectors.push_back(std::move(inspector));
  }
  sort_by(lists.inspectors, &Inspector::id);
}

void read_conflicts(const ListText& list, ListForm form, const Operators& operators, Lists& lists, Refusals& wrong) {
  const bool csv = form == ListForm::csv;
  const Table table = read(list, {{"inspector", true}, {"target", !csv}, {"operator", false, false}, {"reason", false, false}}, form, wrong);
  const Known inspectors(lists.inspectors, [](const Inspector& inspector) { return std::string_view(inspector.id); });
  const Known targets(lists.targets, [](const Target& target) { return std::string_view(target.id); });
  const Known houses(operators, [](const auto& house) { return std::string_view(house.first); });
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string inspector = table.name(row, "inspector", wrong);
    inspectors.check(inspector, table, row, "inspector", wrong);
    const std::string target = table.name(row, "target", wrong);
    targets.check(target, table, row, "target", wrong);
    const std::string house = table.text(row, "operator", wrong);
    houses.check(house, table, row, "operator", wrong);
    if (csv && target.empty() && house.empty()) wrong.push_back(at(table.place(row, "inspector"), refuse("draw.conflict_with_nothing", {inspector})));
    if (!target.empty()) lists.conflicts.push_back({inspector, target});
    if (const auto places = operators.find(house); places != operators.end()) {
      for (const std::string& place : places->second) lists.conflicts.push_back({inspector, place});
    }
  }
  std::sort(lists.conflicts.begin(), lists.conflicts.end());
  lists.conflicts.erase(std::unique(lists.conflicts.begin(), lists.conflicts.end()), lists.conflicts.end());
}

/// Whether, with those in conflict away, every power has a holder and enough inspectors remain. Nobody else's visits are counted.
bool can_be_visited(const Stratum& stratum, const std::vector<Inspector>& inspectors, const std::unordered_set<std::string_view>& barred) {
  int free = 0;
  std::unordered_set<std::string_view> powers;
  for (const Inspector& inspector : inspectors) {
    if (barred.contains(inspector.id)) continue;
    ++free;
    for (const std::string& power : inspector.powers) powers.insert(power);
  }
  return free >= stratum.inspectors && std::all_of(stratum.powers.begin(), stratum.powers.end(), [&powers](const std::string& power) { return powers.contains(power); });
}

/// What no single row shows: whether the draw can be carried out at all.
void check_whole(const ListTexts& texts, const Lists& lists, Refusals& wrong) {
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> barred;
  for (const Conflict& conflict : lists.conflicts) barred[conflict.target].insert(conflict.inspector);
  std::unordered_map<std::string_view, const Grade*> grades;
  for (const Grade& grade : lists.grades) grades[grade.grade] = &grade;
  struct Kind {
    const Stratum* stratum;
    int due = 0;
    bool staffed = true;  // where nobody is barred
    bool said = false;
  };
  std::unordered_map<std::string_view, Kind> kinds;
  for (const Stratum& stratum : lists.strata) kinds[stratum.kind] = {&stratum, 0, can_be_visited(stratum, lists.inspectors, {})};
  for (const Target& target : lists.targets) {
    if (!target.excluded.empty()) continue;
    Kind& kind = kinds.at(target.kind);
    if (is_due(target, *grades.at(target.grade), lists.draws_left)) ++kind.due;
    if (kind.stratum->take == 0 || kind.said) continue;
    const auto against = barred.find(target.id);
    if (kind.staffed && (against == barred.end() || can_be_visited(*kind.stratum, lists.inspectors, against->second))) continue;
    kind.said = !kind.staffed;  // then it holds of every place of the kind
    wrong.push_back(at(texts[4].file + ":1:1", refuse("draw.nobody_may", {target.id, std::to_string(kind.stratum->inspectors), joined(kind.stratum->powers, ", ")})));
  }
  for (const Stratum& stratum : lists.strata) {
    const int due = kinds.at(stratum.kind).due;
    if (due > stratum.take) wrong.push_back(at(texts[0].file + ":1:1", refuse("draw.take_below_due", {stratum.kind, std::to_string(due), std::to_string(stratum.take)})));
  }
}

}  // namespace

CheckedResult<Lists> read_lists(const ListTexts& texts, Fixed fixed, ListForm form) {
  Lists lists;
  lists.draws_left = fixed.draws_left;
  lists.hash = fixed.hash;
  Refusals wrong;
  read_strata(texts[0], form, lists, wrong);
  read_grades(texts[1], form, lists, wrong);
  read_offices(texts[2], form, lists, wrong);
  const Operators operators = read_targets(texts[3], form, lists, wrong);
  read_inspectors(texts[4], form, lists, wrong);
  read_conflicts(texts[5], form, operators, lists, wrong);
  if (wrong.empty()) check_whole(texts, lists, wrong);
  if (!wrong.empty()) return wrong;
  return lists;
}

std::array<std::string, 6> published(const Lists& lists) {
  std::array<std::string, 6> texts;
  for (const Stratum& each : lists.strata) {
    texts[0] += each.kind + "\t" + std::to_string(each.take) + "\t" + std::to_string(each.inspectors) + "\t" + joined(each.powers, ";") + "\n";
  }
  for (const Grade& each : lists.grades) texts[1] += each.grade + "\t" + std::to_string(each.lots) + "\t" + std::to_string(each.yearly_minimum) + "\n";
  for (const Office& each : lists.offices) texts[2] += each.office + "\t" + each.commitment + "\n";
  for (const Target& each : lists.targets) {
    texts[3] += each.id + "\t" + each.name + "\t" + each.kind + "\t" + each.grade + "\t" + std::to_string(each.visits) + "\t" + each.excluded + "\n";
  }
  for (const Inspector& each : lists.inspectors) texts[4] += each.id + "\t" + joined(each.powers, ";") + "\t" + (each.most > 0 ? std::to_string(each.most) : "") + "\n";
  for (const Conflict& each : lists.conflicts) texts[5] += each.inspector + "\t" + each.target + "\n";
  return texts;
}

CheckedResult<std::vector<std::string>> read_absent(const ListText& text, const Lists& lists, ListForm form) {
  Refusals wrong;
  const Table table = read(text, {{"inspector", true}, {"reason", false, false}}, form, wrong);
  const Known known(lists.inspectors, [](const Inspector& inspector) { return std::string_view(inspector.id); });
  Once once;
  std::vector<std::string> absent;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    absent.push_back(table.name(row, "inspector", wrong));
    known.check(absent.back(), table, row, "inspector", wrong);
    once.check(absent.back(), table, row, "inspector", wrong);
  }
  std::sort(absent.begin(), absent.end());
  if (!wrong.empty()) return wrong;
  return absent;
}

CheckedResult<std::vector<std::string>> read_secrets(const ListText& text, const Lists& lists, ListForm form) {
  Refusals wrong;
  const Table table = read(text, {{"office", true}, {"secret", true}}, form, wrong);
  const Known known(lists.offices, [](const Office& office) { return std::string_view(office.office); });
  Once once;
  std::unordered_map<std::string, std::pair<std::string, std::string>> secrets;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string office = table.name(row, "office", wrong);
    known.check(office, table, row, "office", wrong);
    once.check(office, table, row, "office", wrong);
    secrets[office] = {table.text(row, "secret", wrong), table.place(row, "secret")};
  }
  std::vector<std::string> result;
  for (const Office& office : lists.offices) {
    const auto found = secrets.find(office.office);
    if (found == secrets.end()) {
      wrong.push_back(at(text.file + ":1:1", refuse("draw.secret_missing", {office.office})));
    } else if (hash_text(lists.hash, found->second.first) != office.commitment) {
      wrong.push_back(at(found->second.second, refuse("draw.secret_differs", {office.office})));
    } else {
      result.push_back(found->second.first);
    }
  }
  if (!wrong.empty()) return wrong;
  return result;
}

}  // namespace laoyou::draw
