#include "rules/sql/answer.h"

#include <algorithm>

#include "base/check.h"
#include "record/cells.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

using record::Cell;

constexpr std::size_t k_columns = 9;
constexpr Wide k_billion = 1'000'000'000;

[[noreturn]] void damaged() { throw record::DamagedCell("tallies"); }

Value optional_integer(const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return {};
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  damaged();
}

std::int64_t integer(const Cell& cell) {
  const Value value = optional_integer(cell);
  if (!value) damaged();
  return *value;
}

/// PostgreSQL's sums have any number of digits and come as text.
Wide wide_integer(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return integer(cell);
  const bool negative = text->starts_with('-');
  Wide value = 0;
  for (const char digit : std::string_view(*text).substr(negative ? 1 : 0)) {
    if (digit < '0' || digit > '9' || value > (Wide{1} << 120)) damaged();
    value = value * 10 + (digit - '0');
  }
  return negative ? -value : value;
}

}  // namespace

SqlAnswer::SqlAnswer(const Book& book, const Question& question) : book_(book), question_(question), nodes_(totals_of(book, question.rules)) {
  if (question.grouping.by == Grouping::By::nothing) tallies_[{false, 0}].resize(nodes_.size());
}

GroupKey SqlAnswer::group_key(int node, const Cell& cell) const {
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return optional_integer(cell);
  if (question_.grouping.by == Grouping::By::region_level) {
    const Result<RegionCode> region = RegionCode::parse(*text);
    if (!region) damaged();
    return region->number();
  }
  const RecordKind& kind = book_.schema.records[static_cast<std::size_t>(std::get<Total>(nodes_[static_cast<std::size_t>(node)]->what).record)];
  const int field = kind.find(question_.grouping.field);
  CHECK(field >= 0);
  const Type type = kind.fields[static_cast<std::size_t>(field)].type;
  if (type.kind != Kind::code) damaged();
  const int code = book_.schema.code_lists[static_cast<std::size_t>(type.detail)].find(*text);
  if (code < 0) damaged();
  return code;
}

void SqlAnswer::take(std::span<const Cell> row) {
  if (row.size() != k_columns) damaged();
  const std::int64_t node = integer(row[0]);
  if (node < 0 || node >= static_cast<std::int64_t>(nodes_.size())) damaged();
  const GroupKey group = group_key(static_cast<int>(node), row[1]);
  std::vector<Tally>& tallies = tallies_[{!group, group.value_or(0)}];
  tallies.resize(nodes_.size());
  Tally& tally = tallies[static_cast<std::size_t>(node)];
  tally.selected = integer(row[2]);
  tally.undecided = integer(row[3]);
  tally.valued = integer(row[4]);
  tally.sum = integer(row[5]) * k_billion + wide_integer(row[6]);
  tally.least = optional_integer(row[7]);
  tally.greatest = optional_integer(row[8]);
}

Answer SqlAnswer::finish() const {
  Answer answer;
  for (const auto& [key, tallies] : tallies_) answer.groups.push_back(key.first ? GroupKey() : GroupKey(key.second));
  for (const int rule : question_.rules) {
    const std::vector<const Node*> own = totals_of(book_, rule);
    std::vector<Outcome>& outcomes = answer.outcomes.emplace_back();
    for (const auto& [key, tallies] : tallies_) {
      Outcome& outcome = outcomes.emplace_back();
      for (const Node* node : own) outcome.tallies.push_back(tallies[static_cast<std::size_t>(std::find(nodes_.begin(), nodes_.end(), node) - nodes_.begin())]);
      outcome.value = combine(book_, rule, outcome.tallies, question_.period);
    }
  }
  return answer;
}

}  // namespace laoyou::rules
