#include <set>

#include "base/check.h"
#include "store/refused_change.h"
#include "store/writing.h"
#include "store/writing_connection.h"

namespace laoyou::store {

/// A fact holds from its day on; one from a day to come would have to be made true by nobody's act.
void Writing::settle_dated(const Table& table, const std::vector<Cell>& before, const std::vector<Cell>& after) {
  for (const DatedValue& dated : table.definition().dated) {
    std::set<std::int64_t> ids;
    for (const std::vector<Cell>* cells : {&before, &after}) {
      if (cells->empty() || std::holds_alternative<std::monostate>((*cells)[table.plain_position(dated.value)])) continue;
      const auto* id = std::get_if<std::int64_t>(&(*cells)[table.plain_position(dated.reference)]);
      if (id != nullptr && *id != 0) ids.insert(*id);
    }
    const std::size_t day = table.plain_position(dated.day);
    const auto* from = after.empty() ? nullptr : std::get_if<std::string>(&after[day]);
    if (from != nullptr && (before.empty() || before[day] != after[day]) && *from > now_.beijing_day().text())
      throw RefusedChange(at("/" + dated.day, refuse("records.day_ahead", {*from})));
    const Cell* made = before.empty() ? &after[table.plain_position(dated.value)] : nullptr;
    for (const std::int64_t id : ids) settle(table, dated, id, made);
  }
}

/// The last value, whoever's scope it lies in, is what the field holds. A new row that says what the field holds already changes nothing.
void Writing::settle(const Table& table, const DatedValue& dated, std::int64_t id, const Cell* made) {
  const Table& target = contents_.catalog.table(dated.record);
  const Cell about(id);
  const KnownRowPtr before = writers(connection_).row(target, id);
  if (!before) return;
  std::vector<Cell> plain = before->plain(contents_, target);
  Cell& held = plain[target.plain_position(dated.column)];
  const Cell old = held;
  if (made != nullptr && *made == old) return;
  held = Cell();
  const auto take = [&](Row row) { held = row[table.plain_position(dated.value)]; };
  each_row(table, Scope::country(), Filter().equals(dated.reference, about).is_present(dated.value).order_by(dated.day, Order::falling).order_by("id", Order::falling).page(0, 1), take);
  if (held != old) replace_row(target, before->stored(), std::move(plain));
}

void Writing::check_dated(const Table& table, const std::vector<Cell>& before, const std::vector<Cell>& after) const {
  for (const DatedBy& by : writers(connection_).dated_of(contents_.catalog, table)) {
    const std::size_t position = table.plain_position(by.value->column);
    if (before[position] == after[position]) continue;
    const Filter about = Filter().equals(by.value->reference, before[table.plain_id_position()]).is_present(by.value->value);
    if (count_rows(*by.table, Scope::country(), about) > 0) throw RefusedChange(at("/" + by.value->column, refuse("records.dated_value", {by.table->name()})));
  }
}

}  // namespace laoyou::store
