#include "random_plan.h"

namespace laoyou::rules {
namespace {

bool has_order(Kind kind) { return kind == Kind::integer || kind == Kind::money || kind == Kind::ratio || kind == Kind::quantity || kind == Kind::date || kind == Kind::period; }
bool is_number(Kind kind) { return has_order(kind) && kind != Kind::date && kind != Kind::period; }

}  // namespace

std::string RandomPlan::where(int record, int depth, const Rows& rows) {
  if (chance(25)) return "";
  Rows inside{record};
  inside.insert(inside.end(), rows.begin(), rows.end());
  return " where " + condition(depth - 1, inside);
}

std::string RandomPlan::related(Type type, int depth, const Rows& rows) {
  std::vector<int> records;
  for (int record = 0; record < static_cast<int>(schema_.records.size()); ++record)
    for (const Field& field : schema_.records[static_cast<std::size_t>(record)].fields)
      if (field.type == Type{Kind::id, static_cast<std::int16_t>(rows.front())} && record != rows.front()) records.push_back(record);
  if (records.empty() || rows.size() > 2) return leaf(type, rows);
  const int record = one_of(records);
  Rows inside{record};
  inside.insert(inside.end(), rows.begin(), rows.end());
  const RecordKind& kind = schema_.records[static_cast<std::size_t>(record)];
  const std::string named = called(kind.name, kind.zh), condition_text = where(record, depth, rows);
  const auto over = [&](const std::string& function, const std::string& value) { return function + "(" + value + " of " + named + condition_text; };
  if (type.kind == Kind::boolean && chance(60)) return "exists(" + named + condition_text + ")";
  if (type.kind == Kind::integer && chance(40)) return "count(" + named + condition_text + ")";
  if (type.kind == Kind::integer && chance(20)) return over("distinct", expression(random_type(), 0, inside)) + ")";
  if (type.kind == Kind::ratio && chance(40)) return over("share", condition(depth - 1, inside)) + ")";
  const std::string value = expression(type, depth - 1, inside);
  if (is_number(type.kind) && chance(50)) return over(chance(50) ? "sum" : "avg", value) + ")";
  if (has_order(type.kind) && chance(50)) return over(chance(50) ? "min" : "max", value) + ")";
  return over("latest", value) + " by " + expression(chance(70) ? Type{Kind::date} : Type{Kind::integer}, depth - 2, inside) + ")";
}

std::string RandomPlan::aggregate(Type type, int depth) {
  const int record = static_cast<int>(below(schema_.records.size()));
  const RecordKind& kind = schema_.records[static_cast<std::size_t>(record)];
  const std::string named = called(kind.name, kind.zh), condition_text = where(record, depth, {});
  const auto over = [&](const std::string& function, const std::string& value) { return function + "(" + value + " of " + named + condition_text + ")"; };
  if (type.kind == Kind::integer && chance(60)) return "count(" + named + condition_text + ")";
  if (type.kind == Kind::integer && chance(40)) return over("distinct", expression(random_type(), depth - 1, {record}));
  if (type.kind == Kind::ratio && chance(60)) return over("share", condition(depth, {record}));
  return over(one_of<std::string>({"sum", "avg", "min", "max"}), expression(type, depth, {record}));
}

std::string RandomPlan::total_expression(Type type, int depth) {
  if (depth <= 0 || chance(30)) {
    std::vector<std::string> names;
    for (const KnownRule& rule : rules_)
      if (rule.record < 0 && rule.type == type) names.push_back(called(rule.key, rule.name));
    if (!names.empty() && chance(30)) return one_of(names);
    return chance(80) ? aggregate(type, 1 + static_cast<int>(below(3))) : leaf(type, {});
  }
  const auto part = [&](Type of) { return total_expression(of, depth - 1); };
  switch (below(5)) {
    case 0: return "(" + part(type) + " + " + part(type) + ")";
    case 1: return "(" + part(type) + " - " + part(type) + ")";
    case 2: return type.kind == Kind::integer ? "(-" + part(type) + ")" : "(" + part(type) + " / " + part({Kind::integer}) + ")";
    case 3: return "(" + (chance(70) ? std::to_string(1 + below(1000)) : part({Kind::integer})) + " * " + part(type) + ")";
    default: break;
  }
  if (type.kind != Kind::ratio) return part(type);
  const Type both = chance(60) ? Type{Kind::integer} : Type{Kind::money};
  return "(" + part(both) + " / " + part(both) + ")";
}

}  // namespace laoyou::rules
