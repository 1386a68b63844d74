#include <utility>

#include "book.h"

namespace laoyou::bench {
namespace {

using namespace rules;

enum Field { k_region, k_age, k_care_grade, k_income, k_sex, k_born, k_local, k_alone, k_subsistence, k_home_area, k_care_time, k_last_visit, k_in_institution, k_fee, k_fields };

// A hundred counties, half of them in each of two cities.
std::int64_t region_of(std::uint16_t county) { return 450'000'000'000 + (county < 50 ? 2 : 3) * 100'000'000 + (1 + county % 50) * std::int64_t{1'000'000}; }

template <class T, class Make>
void fill(Column& column, Width width, std::size_t rows, const Make& make) {
  std::vector<T> values(rows);
  for (std::size_t row = 0; row < rows; ++row) values[row] = static_cast<T>(make(row));
  column.assign(width, values.data(), rows);
}

void leave_out_a_tenth(Column& column, int number) {
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (left_out(row, number)) column.set(row, {});
}

void fill_allowance_columns(Table& table, const Population& people) {
  fill<std::int64_t>(table.column(k_region), Width::i64, people.size(), [&](std::size_t row) { return region_of(people.county[row]); });
  table.column(k_age).assign(Width::u8, people.age.data(), people.size());
  table.column(k_care_grade).assign(Width::u8, people.grade.data(), people.size());
  fill<std::int32_t>(table.column(k_income), Width::i32, people.size(), [&](std::size_t row) { return people.income_yuan[row] * 100; });
}

}  // namespace

Facts allowance_facts(const Population& people, Missing missing) {
  Schema schema = people_schema();
  schema.records[0].fields.resize(k_income + 1);
  Facts facts(schema);
  Table& table = facts.tables[0];
  fill_allowance_columns(table, people);
  for (const int field : {k_age, k_care_grade, k_income})
    if (missing == Missing::grades_too || (missing == Missing::ages_and_incomes && field != k_care_grade)) leave_out_a_tenth(table.column(field), field);
  table.adopt_columns();
  return facts;
}

Facts city_facts(const Population& people) {
  Facts facts(people_schema());
  Table& table = facts.tables[0];
  const std::size_t rows = people.size();
  fill_allowance_columns(table, people);
  const auto draw = [](std::size_t row, int field) { return mixed(row * 32 + static_cast<std::uint64_t>(field)); };
  const auto one_in = [&](Field field, std::uint64_t many) {
    fill<std::uint8_t>(table.column(field), Width::u8, rows, [&](std::size_t row) { return draw(row, field) % many == 0; });
  };
  const std::int32_t today = Date::from_calendar(2026, 2, 28).value().days();
  fill<std::uint8_t>(table.column(k_sex), Width::u8, rows, [&](std::size_t row) { return draw(row, k_sex) % 2; });
  fill<std::int32_t>(table.column(k_born), Width::i32, rows, [&](std::size_t row) { return today - people.age[row] * 365 - static_cast<std::int32_t>(draw(row, k_born) % 365); });
  fill<std::uint8_t>(table.column(k_local), Width::u8, rows, [&](std::size_t row) { return draw(row, k_local) % 10 != 0; });
  one_in(k_alone, 7);
  one_in(k_subsistence, 30);
  fill<std::int32_t>(table.column(k_home_area), Width::i32, rows, [&](std::size_t row) { return 8'000'000 + static_cast<std::int32_t>(draw(row, k_home_area) % 120) * 500'000; });
  fill<std::int64_t>(table.column(k_care_time), Width::i64, rows, [&](std::size_t row) { return people.grade[row] == 0 ? 0 : static_cast<std::int64_t>(draw(row, k_care_time) % 1'200) * 1'000'000; });
  fill<std::int32_t>(table.column(k_last_visit), Width::i32, rows, [&](std::size_t row) { return today - static_cast<std::int32_t>(draw(row, k_last_visit) % 90); });
  one_in(k_in_institution, 25);
  fill<std::int32_t>(table.column(k_fee), Width::i32, rows,
                     [&](std::size_t row) { return draw(row, k_in_institution) % 25 == 0 ? 150'000 + static_cast<std::int32_t>(draw(row, k_fee) % 4'000) * 100 : 0; });
  // Registers have gaps: one person in twenty was never visited or assessed.
  for (const int field : {k_care_grade, k_last_visit})
    for (std::size_t row = 0; row < rows; ++row)
      if (draw(row, field + k_fields) % 20 == 0) table.column(field).set(row, {});
  table.adopt_columns();
  return facts;
}

}  // namespace laoyou::bench
