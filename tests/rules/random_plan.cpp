#include "random_plan.h"

#include "rules/value/unit.h"

namespace laoyou::rules {

RandomPlan::RandomPlan(const Schema& schema, SeededRandom& random) : schema_(schema), random_(random) {
  source_.region = RegionCode::from_number(450203000000);
  source_.from = Date::from_calendar(2024, 1, 1).value();
  source_.to = Date::from_calendar(2026, 12, 31).value();
}

Type RandomPlan::random_type() {
  static const std::vector<Kind> kinds{Kind::boolean, Kind::boolean, Kind::boolean, Kind::integer, Kind::integer, Kind::money, Kind::money,
                                       Kind::ratio,   Kind::quantity, Kind::quantity, Kind::date, Kind::period, Kind::code, Kind::region, Kind::text};
  const Kind kind = one_of(kinds);
  if (kind == Kind::code) return {kind, static_cast<std::int16_t>(below(schema_.code_lists.size()))};
  if (kind == Kind::quantity) return {kind, static_cast<std::int16_t>(canonical_unit(find_unit(chance(50) ? "min" : "m²")))};
  return {kind, -1};
}

std::string RandomPlan::number_name(const char* stem, std::size_t number) const {
  static const char* const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string name = stem;
  for (const char digit : std::to_string(number)) name += digits[digit - '0'];
  return name;
}

ParameterSource RandomPlan::parameter() {
  ParameterSource made;
  made.key = "p" + std::to_string(source_.parameters.size());
  made.name = number_name("参数", source_.parameters.size());
  do next_type_ = random_type();
  while (next_type_.kind == Kind::text || next_type_.kind == Kind::region);
  next_key_type_.reset();
  static const std::vector<Kind> key_kinds{Kind::integer, Kind::integer, Kind::money, Kind::code, Kind::quantity, Kind::date};
  if (chance(50)) {
    do next_key_type_ = random_type();
    while (std::find(key_kinds.begin(), key_kinds.end(), next_key_type_->kind) == key_kinds.end());
  }
  const int dates = 1 + static_cast<int>(below(3));
  Date from = Date::from_calendar(2022, 1, 1).value();
  for (int i = 0; i < dates; ++i) {
    DatedValueSource value{from, {}, "文号" + std::to_string(i), {}};
    const bool ended = i > 0 && i + 1 == dates && chance(30);
    if (!ended && !next_key_type_) value.rows.emplace_back(SourceText{}, SourceText{literal(next_type_), "plan", 1, 1, 1});
    if (!ended && next_key_type_) {
      for (const std::string& key : disjoint_ranges(*next_key_type_, 1 + below(5))) value.rows.emplace_back(SourceText{key, "plan", 1, 1, 1}, SourceText{literal(next_type_), "plan", 1, 1, 1});
      if (chance(40)) value.rows.emplace_back(SourceText{"else", "plan", 1, 1, 1}, SourceText{literal(next_type_), "plan", 1, 1, 1});
    }
    made.values.push_back(std::move(value));
    from = i == 0 ? Date::from_calendar(2024, 1, 1).value().plus_days(static_cast<std::int32_t>(below(800))) : from.plus_days(1 + static_cast<std::int32_t>(below(300)));
  }
  return made;
}

RuleSource RandomPlan::row_rule() {
  RuleSource made;
  made.key = "r" + std::to_string(source_.rules.size());
  made.name = number_name("规则", source_.rules.size());
  next_record_ = static_cast<int>(below(schema_.records.size()));
  made.record = schema_.records[static_cast<std::size_t>(next_record_)].name;
  next_type_ = random_type();
  made.expression = {expression(next_type_, 1 + static_cast<int>(below(4)), {next_record_}), "plan", 1, 1, 1};
  return made;
}

RuleSource RandomPlan::total() {
  static const std::vector<Kind> kinds{Kind::integer, Kind::ratio, Kind::money, Kind::quantity};
  RuleSource made;
  made.key = "t" + std::to_string(source_.rules.size());
  made.name = number_name("指标", source_.rules.size());
  next_record_ = -1;
  do next_type_ = random_type();
  while (std::find(kinds.begin(), kinds.end(), next_type_.kind) == kinds.end());
  made.expression = {total_expression(next_type_, static_cast<int>(below(4))), "plan", 1, 1, 1};
  return made;
}

void RandomPlan::accept(const ParameterSource& parameter) {
  source_.parameters.push_back(parameter);
  parameters_.push_back({parameter.key, parameter.name, next_type_, next_key_type_});
}

void RandomPlan::accept(const RuleSource& rule) {
  source_.rules.push_back(rule);
  rules_.push_back({rule.key, rule.name, next_record_, next_type_});
}

// Every way to read a value of this type from the rows around: own fields and rules, those of the rows that references lead to, the rows outside.
std::vector<std::string> RandomPlan::names_of(Type type, const Rows& rows) {
  std::vector<std::string> found;
  const auto members = [&](const std::string& prefix, int record) {
    for (const Field& field : schema_.records[static_cast<std::size_t>(record)].fields)
      if (field.type == type) found.push_back(prefix + called(field.name, field.zh));
    for (const KnownRule& rule : rules_)
      if (rule.record == record && rule.type == type) found.push_back(prefix + called(rule.key, rule.name));
  };
  for (std::size_t level = 0; level < rows.size(); ++level) {
    const RecordKind& record = schema_.records[static_cast<std::size_t>(rows[level])];
    const std::string prefix = level == 0 ? "" : called(record.name, record.zh) + ".";
    members(prefix, rows[level]);
    for (const Field& field : record.fields) {
      if (field.type.kind != Kind::id || field.type.detail == rows[level] || field.type.detail < 0) continue;
      const std::string step = prefix + called(field.name, field.zh) + ".";
      members(step, field.type.detail);
      for (const Field& further : schema_.records[static_cast<std::size_t>(field.type.detail)].fields)
        if (further.type.kind == Kind::id && further.type.detail != field.type.detail) members(step + further.name + ".", further.type.detail);
    }
  }
  for (const KnownParameter& parameter : parameters_)
    if (!parameter.key_type && parameter.type == type) found.push_back(called(parameter.key, parameter.name));
  return found;
}

std::string RandomPlan::read(Type type, const Rows& rows) {
  const std::vector<std::string> names = names_of(type, rows);
  return names.empty() ? std::string() : one_of(names);
}

std::string RandomPlan::leaf(Type type, const Rows& rows) {
  const std::string name = read(type, rows);
  const bool writable = type.kind != Kind::id && type.kind != Kind::region && type.kind != Kind::text && type.kind != Kind::code;
  if (!name.empty() && (!writable || chance(type.kind == Kind::boolean ? 98 : 88))) return name;
  if (type.kind == Kind::date && chance(40)) return chance(50) ? "period.end" : "period.start";
  if (type.kind == Kind::period && chance(40)) return "period";
  if (type.kind == Kind::region) return "plan.region";
  return literal(type);
}

}  // namespace laoyou::rules
