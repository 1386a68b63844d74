#include <algorithm>

#include "base/nearest.h"
#include "plan/stack/run_examples.h"
#include "record/enum_leaf.h"
#include "rules/value/unit.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_missing = "missing";

class Preparer {
 public:
  Preparer(const Plan& plan, const Example& example) : plan_(plan), book_(*plan.book), example_(example), facts_(book_.schema) {}

  CheckedResult<PreparedExample> prepare() {
    rule_ = book_.find_rule(example_.rule);
    if (rule_ < 0) return Refusals{at(example_.place, refuse("plan.example_rule", {example_.rule}))};
    if (!example_.period && !plan_.runs_to) return Refusals{at(example_.place, refuse("json.missing_field", {"period"}))};
    for (const GivenTable& table : example_.given) add_table(table);
    std::vector<std::pair<rules::Value, rules::Value>> expected;
    for (const auto& [group, answer] : example_.expect) expected.emplace_back(group_key(group), literal(rule().tree->type, answer));
    const bool by_region = !example_.by.empty();
    const Result<RegionLevel> level = by_region ? record::Leaf<RegionLevel>::from_sheet_text(example_.by) : Result<RegionLevel>(RegionLevel::country);
    if (!level) refusals_.push_back(at(example_.place, level.error()));
    if (!refusals_.empty()) return std::move(refusals_);
    return PreparedExample{&example_, rule_, example_.period.value_or(Period::year(plan_.runs_to.value_or(Date()).year())), std::move(facts_), by_region, *level, std::move(expected)};
  }

 private:
  const rules::Rule& rule() const { return book_.rules[static_cast<std::size_t>(rule_)]; }

  void add_table(const GivenTable& table) {
    const int record = example_.given_one_row ? rule().record : book_.schema.find_record(table.record);
    if (record < 0) {
      std::vector<std::string> known;
      for (const auto& each : book_.schema.records) known.push_back(each.name);
      const std::string near = nearest(table.record, known);
      refusals_.push_back(at(example_.place, near.empty() ? refuse("plan.example_record", {table.record}) : refuse("plan.example_mistyped_record", {table.record, near})));
      return;
    }
    for (const GivenRow& row : table.rows) add_rows(record, row);
  }

  void add_rows(int record, const GivenRow& given) {
    const rules::RecordKind& kind = book_.schema.records[static_cast<std::size_t>(record)];
    std::vector<rules::Value> values(kind.fields.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      if (kind.fields[i].required && kind.fields[i].type.kind == rules::Kind::boolean) values[i] = 0;
    if (kind.region_field >= 0) values[static_cast<std::size_t>(kind.region_field)] = book_.region.number();
    bool has_id = false;
    for (const auto& [name, text] : given.fields) {
      const int field = kind.find(name);
      if (field < 0) {
        std::vector<std::string> known;
        for (const auto& each : kind.fields)
          if (!each.name.empty()) known.push_back(each.name);
        const std::string near = nearest(name, known);
        refusals_.push_back(at(text.place(0), near.empty() ? refuse("plan.example_field", {kind.name, name}) : refuse("plan.example_mistyped_field", {kind.name, name, near})));
        continue;
      }
      has_id = has_id || field == kind.id_field;
      values[static_cast<std::size_t>(field)] = literal(kind.fields[static_cast<std::size_t>(field)].type, text);
    }
    for (std::int64_t copy = 0; copy < given.times; ++copy) {
      if (!has_id && kind.id_field >= 0) values[static_cast<std::size_t>(kind.id_field)] = next_id_++;
      facts_.tables[static_cast<std::size_t>(record)].append(values);
    }
  }

  rules::Value literal(rules::Type type, const rules::SourceText& text) {
    if (text.text == k_missing) return {};
    if (type.kind == rules::Kind::text) return facts_.texts.intern(text.text);
    const Result<rules::Value> value = rules::read_literal(book_.schema, type, with_unit(type, text.text));
    if (value) return *value;
    refusals_.push_back(at(text.place(0), value.error()));
    return {};
  }

  /// A bare number in a column that has a unit is counted in it, as on a sheet.
  static std::string with_unit(rules::Type type, const std::string& text) {
    if (type.kind != rules::Kind::quantity || !Decimal::parse(text)) return text;
    return text + " " + std::string(rules::units()[static_cast<std::size_t>(type.detail)].name);
  }

  rules::Value group_key(const std::string& group) {
    if (group.empty()) return 0;
    const Result<RegionCode> region = RegionCode::parse(group);
    if (region) return region->number();
    refusals_.push_back(at(example_.place, region.error()));
    return {};
  }

  const Plan& plan_;
  const rules::Book& book_;
  const Example& example_;
  rules::Facts facts_;
  Refusals refusals_;
  int rule_ = -1;
  std::int64_t next_id_ = 1'000'000'000;  // beyond the ids that examples write themselves
};

}  // namespace

std::vector<const Example*> own_examples(const Plan& plan) {
  std::vector<const Example*> own;
  for (const auto& row : plan.content.examples)
    if (row.layer == plan.content.head.layer) own.push_back(&row.value);
  return own;
}

CheckedResult<PreparedExample> prepare(const Plan& plan, const Example& example) { return Preparer(plan, example).prepare(); }

}  // namespace laoyou::plan
