#include "rules/columns/cube.h"

#include <algorithm>

#include "rules/columns/evaluate.h"
#include "rules/facts/derived_facts.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

/// One field as a digit of the cell's number; the last digit stands for missing values.
struct Digit {
  const Column* column;
  std::int64_t least, many;
  std::size_t worth;
};

std::optional<int> only_record(const Book& book, const Question& question) {
  std::optional<int> record;
  for (const Node* node : totals_of(book, question.rules)) {
    const int own = std::get<Total>(node->what).record;
    if (record && *record != own) return {};
    record = own;
  }
  return record;
}

int grouping_field(const RecordKind& record, const Grouping& grouping) {
  if (grouping.by == Grouping::By::nothing) return -1;
  return grouping.by == Grouping::By::region_level ? record.region_field : record.find(grouping.field);
}

template <class T>
void add_digit(const Digit& digit, std::vector<std::uint32_t>& cell) {
  const T* const values = digit.column->data<T>();
  const std::uint64_t* const valid = digit.column->validity();
  const auto worth = static_cast<std::uint32_t>(digit.worth), missing = static_cast<std::uint32_t>(digit.many - 1);
  for (std::size_t row = 0; row < cell.size(); ++row) {
    const bool present = valid == nullptr || (valid[row / 64] >> row % 64 & 1) != 0;
    cell[row] += (present ? static_cast<std::uint32_t>(static_cast<std::int64_t>(values[row]) - digit.least) : missing) * worth;
  }
}

std::vector<std::int64_t> count_cells(const std::vector<Digit>& digits, std::size_t rows, std::size_t cells) {
  std::vector<std::uint32_t> cell(rows);
  for (const Digit& digit : digits) switch (digit.column->width()) {
      case Width::u8: add_digit<std::uint8_t>(digit, cell); break;
      case Width::u16: add_digit<std::uint16_t>(digit, cell); break;
      case Width::i32: add_digit<std::int32_t>(digit, cell); break;
      case Width::i64: add_digit<std::int64_t>(digit, cell); break;
    }
  std::vector<std::int64_t> counts(cells);
  for (const std::uint32_t each : cell) ++counts[each];
  return counts;
}

Value value_of_digit(const Digit& digit, std::size_t cell) {
  const auto number = static_cast<std::int64_t>(cell / digit.worth % static_cast<std::size_t>(digit.many));
  if (number == digit.many - 1) return {};
  const std::int64_t raw = digit.least + number;
  return digit.column->type().kind == Kind::region ? digit.column->dictionary()[static_cast<std::size_t>(raw)] : raw;
}

}  // namespace

std::optional<CountCube> CountCube::build(const Book& book, const Facts& facts, const Question& question, std::size_t most_cells) {
  const std::optional<int> record = only_record(book, question);
  if (!record) return {};
  const auto read = CompiledQuestion(book, facts, question, Visiting::all_rows).fields_read();
  if (!read) return {};
  CountCube cube(book.schema);
  cube.record_ = *record;
  cube.fields_ = *read;
  const RecordKind& kind = book.schema.records[static_cast<std::size_t>(*record)];
  if (const int field = grouping_field(kind, question.grouping); field >= 0) cube.fields_.push_back(field);
  std::sort(cube.fields_.begin(), cube.fields_.end());
  cube.fields_.erase(std::unique(cube.fields_.begin(), cube.fields_.end()), cube.fields_.end());

  const Table& table = facts.tables[static_cast<std::size_t>(*record)];
  cube.version_ = table.version();
  std::vector<Digit> digits;
  std::size_t cells = 1;
  for (const int field : cube.fields_) {
    const Column& column = table.column(field);
    // A span of one number more for the missing ones; spans beyond the limit need no multiplying to be too large.
    const __int128 many = static_cast<__int128>(column.greatest()) - column.least() + 2;
    if (many > static_cast<__int128>(most_cells / cells)) return {};
    digits.push_back({&column, column.least(), static_cast<std::int64_t>(many), cells});
    cells *= static_cast<std::size_t>(many);
    if (column.type().kind == Kind::text) cube.cells_->texts = facts.texts;
  }
  const std::vector<std::int64_t> counts = count_cells(digits, table.rows(), cells);
  std::vector<Value> values(kind.fields.size());
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (counts[cell] == 0) continue;
    for (std::size_t at = 0; at < digits.size(); ++at) values[static_cast<std::size_t>(cube.fields_[at])] = value_of_digit(digits[at], cell);
    cube.cells_->tables[static_cast<std::size_t>(*record)].append(values);
    cube.weights_.push_back(counts[cell]);
  }
  cube.cells_->tables[static_cast<std::size_t>(*record)].settle();
  return cube;
}

bool CountCube::counts(const Book& book, const Question& question) const {
  const int field = grouping_field(book.schema.records[static_cast<std::size_t>(record_)], question.grouping);
  return only_record(book, question) == record_ && (field < 0 || std::binary_search(fields_.begin(), fields_.end(), field));
}

std::optional<Answer> CountCube::evaluate(const Book& book, const Question& question) const {
  if (!counts(book, question)) return {};
  CompiledQuestion compiled(book, *cells_, question, weights_);
  const auto read = compiled.fields_read();
  if (!read || !std::all_of(read->begin(), read->end(), [this](int field) { return std::binary_search(fields_.begin(), fields_.end(), field); })) return {};
  return compiled.evaluate();
}

bool CountCube::is_current(const Facts& facts) const { return facts.tables[static_cast<std::size_t>(record_)].version() == version_; }

}  // namespace laoyou::rules
