#include "feeds/person_finder.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "base/check.h"
#include "engines/linkage/link.h"
#include "engines/linkage/read_records.h"
#include "engines/linkage/sample.h"

namespace laoyou::feeds {
namespace {

using linkage::Code;
using linkage::Key;
using linkage::KeyTable;
using linkage::Row;

constexpr std::string_view k_probe = "?";
constexpr std::size_t k_looked_at_most = 400;  // a record whose keys are all common is compared with so many

linkage::Map residents_map() {
  CheckedResult<linkage::Map> map = linkage::read_map(linkage::map_of_format("residents"));
  CHECK(map);
  return std::move(*map);
}

struct Learned {
  linkage::Map map = residents_map();
  linkage::Records records{map};
  linkage::Model model;
};

/// Once for the program: what agreement is worth does not depend on the city, only how rare a value is does.
const Learned& learned() {
  static const std::unique_ptr<const Learned> made = [] {
    constexpr std::uint32_t k_people = 20'000;
    constexpr std::uint64_t k_seed = 1;
    auto invented = std::make_unique<Learned>();
    std::ostringstream csv;
    linkage::write_sample(k_people, k_seed, csv);
    CHECK(!linkage::read_records(csv.str(), false, invented->records, nullptr));
    invented->model = linkage::link(invented->records, k_seed).model;
    return invented;
  }();
  return *made;
}

}  // namespace

PersonFinder::PersonFinder()
    : map_(residents_map()), records_(map_), model_(learned().model), keys_(records_), duplicates_(model_.prior * static_cast<double>(learned().records.size())), tables_(map_.rules.size()),
      keys_of_row_(map_.rules.size()) {
  for (linkage::FieldModel& field : model_.fields) field.counts.clear();
}

PersonFinder::Cells PersonFinder::cells_of(const PersonText& person) {
  return {person.name, person.sex, person.birth_date, person.id_number, person.phone, person.street, person.address};
}

void PersonFinder::put(std::int64_t id, const PersonText& person) {
  const std::lock_guard lock(mutex_);
  const std::string name = std::to_string(id);
  auto row = records_.find(name, false);
  if (row && *row < present_.size() && present_[*row] != 0) detach(*row);
  if (row) records_.put(*row, cells_of(person));
  else row = records_.add(name, cells_of(person), false);
  keys_.update(1);
  attach(*row);
}

void PersonFinder::remove(std::int64_t id) {
  const std::lock_guard lock(mutex_);
  const auto row = records_.find(std::to_string(id), false);
  if (row && *row < present_.size() && present_[*row] != 0) detach(*row);
}

std::size_t PersonFinder::size() const {
  const std::lock_guard lock(mutex_);
  return there_;
}

void PersonFinder::attach(Row row) {
  if (present_.size() <= row) present_.resize(row + 1, 0);
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    if (keys_of_row_[rule].size() <= row) keys_of_row_[rule].resize(row + 1, 0);
    const Key key = keys_of_row_[rule][row] = keys_.key(rule, row);
    tables_[rule].add(key, row);
  }
  present_[row] = 1;
  ++there_;
  count(row, 1);
}

void PersonFinder::detach(Row row) {
  for (std::size_t rule = 0; rule < tables_.size(); ++rule)
    if (const Key key = std::exchange(keys_of_row_[rule][row], 0); key != 0) tables_[rule].remove(key, row);
  present_[row] = 0;
  --there_;
  count(row, -1);
}

void PersonFinder::count(Row row, std::int32_t step) {
  for (std::size_t field = 0; field < model_.fields.size(); ++field) {
    const Code code = records_.codes(row)[field];
    linkage::FieldModel& model = model_.fields[field];
    if (code == 0) continue;
    meet_new_values(field);
    model.counts[code] += static_cast<std::uint32_t>(step);
    model.known += static_cast<std::uint64_t>(static_cast<std::int64_t>(step));
  }
}

/// A value begins with how often it was met where the weights were learned.
void PersonFinder::meet_new_values(std::size_t field) {
  const linkage::Values& values = records_.values(static_cast<int>(field));
  const linkage::Values& before = learned().records.values(static_cast<int>(field));
  std::vector<std::uint32_t>& counts = model_.fields[field].counts;
  for (auto code = static_cast<Code>(counts.size()); code < values.size(); ++code) {
    const Code known = before.find(values.text(code));
    counts.push_back(known == 0 ? 0 : learned().model.fields[field].counts[known]);
  }
}

void PersonFinder::take_prior() { model_.prior = std::clamp(duplicates_ / static_cast<double>(there_ + learned().records.size()), 1e-12, 0.5); }

NearPerson PersonFinder::weighed(Row row, Row other) const {
  const linkage::Weights weights(model_, records_);
  const linkage::Explanation why = linkage::explain(linkage::Comparer(records_), weights, records_, row, other);
  NearPerson near;
  const std::string id(records_.id(other));
  near.id = id == k_probe ? 0 : std::stoll(id);
  near.probability = why.probability;
  near.certain = why.probability >= map_.certain && why.against < 0;
  if (why.against >= 0) near.against = map_.against[static_cast<std::size_t>(why.against)].name;
  for (const linkage::FieldReason& reason : why.fields)
    near.fields.push_back({map_.fields[static_cast<std::size_t>(reason.field)].name, std::string(linkage::level_word(reason.level)), reason.bits});
  return near;
}

std::vector<NearPerson> PersonFinder::near(const PersonText& person, std::int64_t but, std::size_t most) {
  const std::lock_guard lock(mutex_);
  auto probe = records_.find(k_probe, false);
  if (probe) records_.put(*probe, cells_of(person));
  else probe = records_.add(k_probe, cells_of(person), false);
  keys_.update(1);
  take_prior();
  std::set<Row> met;
  for (std::size_t rule = 0; rule < tables_.size(); ++rule) {
    const Key key = keys_.key(rule, *probe);
    if (key == 0 || tables_[rule].count(key) > static_cast<std::uint32_t>(map_.key_limit)) continue;
    for (Row other = tables_[rule].first(key); other != KeyTable::k_none && met.size() < k_looked_at_most; other = tables_[rule].next(other)) met.insert(other);
  }
  const linkage::Weights weights(model_, records_);
  const linkage::Comparer comparer(records_);
  const double possible = linkage::weight_of(map_.possible);
  std::vector<NearPerson> found;
  for (const Row other : met)
    if (weights.of_pair(comparer.compare(*probe, other), *probe, other) >= possible) {
      NearPerson near = weighed(*probe, other);
      if (near.id != but) found.push_back(std::move(near));
    }
  std::sort(found.begin(), found.end(), [](const NearPerson& one, const NearPerson& other) {
    return std::tuple(!one.against.empty(), -one.probability, one.id) < std::tuple(!other.against.empty(), -other.probability, other.id);
  });
  if (found.size() > most) found.resize(most);
  return found;
}

std::optional<NearPerson> PersonFinder::pair(std::int64_t one, std::int64_t other) {
  const std::lock_guard lock(mutex_);
  const auto first = records_.find(std::to_string(one), false), second = records_.find(std::to_string(other), false);
  if (!first || !second || *first >= present_.size() || *second >= present_.size() || !present_[*first] || !present_[*second]) return std::nullopt;
  take_prior();
  return weighed(*first, *second);
}

}  // namespace laoyou::feeds
