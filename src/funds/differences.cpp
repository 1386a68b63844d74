#include "funds/differences.h"

#include <algorithm>

#include "base/check.h"
#include "funds/fields_read.h"
#include "funds/frozen_book.h"
#include "rules/columns/evaluate.h"

namespace laoyou::funds {
namespace {

using rules::Value;

Fen fen(std::int64_t count) { return Fen::create(count).value(); }

/// The amounts of a rule by the id of the record; undecided ones are 0.
class Amounts {
 public:
  Amounts(const rules::Book& book, const rules::Facts& facts, const Period& period, int rule, int record)
      : table_(facts.tables[static_cast<std::size_t>(record)]), column_(rules::evaluate_rule(book, facts, period, rule)) {}

  std::int64_t of(std::int64_t subject) const {
    const std::int64_t row = table_.find(subject);
    return row < 0 ? 0 : std::max<std::int64_t>(0, column_.at(static_cast<std::size_t>(row)).value_or(0));
  }
  bool has(std::int64_t subject) const { return table_.find(subject) >= 0; }

 private:
  const rules::Table& table_;
  rules::RuleColumn column_;
};

/// Finds which facts are others, for one record and those it leads to.
class FactComparison {
 public:
  FactComparison(const RunInputs& before, const RunInputs& after) : before_(before), after_(after), read_(fields_read(after.book, after.subsidy.amount)) {}

  std::vector<ChangedFact> of(std::int64_t subject) const {
    std::vector<ChangedFact> changed;
    compare(after_.subsidy.record, subject, subject, changed);
    return changed;
  }

 private:
  void compare(int record, std::int64_t id_before, std::int64_t id_after, std::vector<ChangedFact>& changed) const {
    const auto fields = read_.find(record);
    if (fields == read_.end()) return;
    const rules::RecordKind& kind = after_.book.schema.records[static_cast<std::size_t>(record)];
    const rules::Table& old_table = before_.facts.tables[static_cast<std::size_t>(record)];
    const rules::Table& new_table = after_.facts.tables[static_cast<std::size_t>(record)];
    const std::int64_t old_row = old_table.find(id_before), new_row = new_table.find(id_after);
    const auto value = [](const rules::Table& table, std::int64_t row, int field) { return row < 0 ? Value() : table.column(field).at(static_cast<std::size_t>(row)); };
    for (const int field : fields->second) {
      const Value old_value = value(old_table, old_row, field), new_value = value(new_table, new_row, field);
      const rules::Type type = kind.fields[static_cast<std::size_t>(field)].type;
      if (field != kind.id_field && text(before_, type, old_value) != text(after_, type, new_value))
        changed.push_back({kind.name + "." + kind.fields[static_cast<std::size_t>(field)].name, text(before_, type, old_value), text(after_, type, new_value)});
      if (type.kind == rules::Kind::id && field != kind.id_field && type.detail >= 0 && type.detail != record)
        compare(type.detail, old_value.value_or(0), new_value.value_or(0), changed);
    }
  }

  static std::string text(const RunInputs& side, rules::Type type, Value value) {
    if (!value) return {};
    if (type.kind == rules::Kind::text) return side.facts.texts.at(*value);
    if (type.kind == rules::Kind::id) return std::to_string(*value);
    return rules::literal_text(side.book.schema, type, value);
  }

  const RunInputs& before_;
  const RunInputs& after_;
  FieldsRead read_;
};

std::vector<std::int64_t> subjects_of(const RunInputs& before, const RunInputs& after, RegionCode place) {
  std::vector<std::int64_t> ids;
  for (const RunInputs* side : {&before, &after}) {
    const rules::RecordKind& kind = side->book.schema.records[static_cast<std::size_t>(side->subsidy.record)];
    const rules::Table& table = side->facts.tables[static_cast<std::size_t>(side->subsidy.record)];
    for (std::size_t row = 0; row < table.rows(); ++row)
      if (place.contains(RegionCode::from_number(table.column(kind.region_field).at(row).value_or(0)))) ids.push_back(table.column(kind.id_field).at(row).value_or(0));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

void add_step(Difference& difference, Reason reason, std::int64_t change, std::vector<ChangedFact> facts = {}) {
  if (change != 0) difference.steps.push_back({reason, fen(change), std::move(facts)});
}

}  // namespace

std::vector<Difference> differences(const RunInputs& before, const RunInputs& after, RegionCode place) {
  CHECK(before.subsidy.record == after.subsidy.record);
  const int record = after.subsidy.record;
  const rules::Book same_figures = pinned_at(before.book, before.period.last_day());
  const Amounts first(before.book, before.facts, before.period, before.subsidy.amount, record);
  const Amounts later(same_figures, before.facts, after.period, before.subsidy.amount, record);
  const Amounts ruled(after.book, before.facts, after.period, after.subsidy.amount, record);
  const Amounts last(after.book, after.facts, after.period, after.subsidy.amount, record);
  const FactComparison facts(before, after);
  std::vector<Difference> found;
  for (const std::int64_t subject : subjects_of(before, after, place)) {
    const std::int64_t a = first.of(subject), b = later.of(subject), c = ruled.of(subject), d = last.of(subject);
    if (a == d && a == b && b == c) continue;
    Difference difference{subject, fen(a), fen(d), {}};
    add_step(difference, Reason::time, b - a);
    add_step(difference, Reason::rule, c - b);
    if (c != d) {
      const Reason reason = !first.has(subject) ? Reason::added : !last.has(subject) ? Reason::gone : Reason::fact;
      add_step(difference, reason, d - c, reason == Reason::fact ? facts.of(subject) : std::vector<ChangedFact>{});
    }
    found.push_back(std::move(difference));
  }
  return found;
}

void add_payment_parts(std::vector<Difference>& differences, const std::map<std::int64_t, Fen>& entitled_before, const PartsBySubject& before,
                       const std::map<std::int64_t, Fen>& entitled_after, const PartsBySubject& after) {
  std::map<std::int64_t, Difference> by_subject;
  for (Difference& each : differences) by_subject.emplace(each.subject, std::move(each));
  const auto entitled = [](const std::map<std::int64_t, Fen>& amounts, std::int64_t subject) {
    const auto found = amounts.find(subject);
    return found == amounts.end() ? std::int64_t{0} : found->second.count();
  };
  const auto touch = [&](std::int64_t subject) {
    by_subject.try_emplace(subject, Difference{subject, fen(entitled(entitled_before, subject)), fen(entitled(entitled_after, subject)), {}});
  };
  for (const auto& [subject, parts] : before) touch(subject);
  for (const auto& [subject, parts] : after) touch(subject);
  differences.clear();
  for (auto& [subject, difference] : by_subject) {
    const auto part = [&, subject = subject](const PartsBySubject& parts) {
      const auto found = parts.find(subject);
      return found == parts.end() ? PaymentParts() : found->second;
    };
    const PaymentParts old_parts = part(before), new_parts = part(after);
    const auto net = [](std::int64_t amount, const PaymentParts& parts) { return amount + parts.correction.count() - parts.recovered.count(); };
    const std::int64_t old_net = net(difference.before.count(), old_parts), new_net = net(difference.after.count(), new_parts);
    add_step(difference, Reason::correction, new_parts.correction.count() - old_parts.correction.count());
    add_step(difference, Reason::recovery, old_parts.recovered.count() - new_parts.recovered.count());
    if (old_parts.held) add_step(difference, Reason::released, old_net);
    if (new_parts.held) add_step(difference, Reason::held, -new_net);
    difference.before = fen(old_parts.held ? 0 : old_net);
    difference.after = fen(new_parts.held ? 0 : new_net);
    if (!difference.steps.empty()) differences.push_back(std::move(difference));
  }
}

}  // namespace laoyou::funds
