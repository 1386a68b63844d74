#include "random_plan.h"

namespace laoyou::rules {
namespace {

bool counts(Kind kind) { return kind == Kind::integer || kind == Kind::money || kind == Kind::ratio || kind == Kind::quantity; }

}  // namespace

std::string RandomPlan::expression(Type type, int depth, const Rows& rows) {
  if (depth <= 0 || chance(15)) return leaf(type, rows);
  if (type.kind == Kind::boolean) return condition(depth, rows);
  return composite(type, depth, rows);
}

std::string RandomPlan::composite(Type type, int depth, const Rows& rows) {
  const std::uint64_t shape = below(10);
  if (shape < 3) return choice(type, depth, rows);
  if (shape == 3) return bands(type, depth, rows);
  if (shape == 4) return lookup(type, depth, rows);
  if (shape == 5) return "(" + expression(type, depth - 1, rows) + " " + word("else", "否则") + " " + expression(type, depth - 1, rows) + ")";
  if (shape == 6) return related(type, depth, rows);
  if (counts(type.kind)) return numeric(type, depth, rows);
  if (type.kind == Kind::date) return date(depth, rows);
  if (type.kind == Kind::period) return one_of<std::string>({"year", "month", "quarter"}) + "(" + expression({Kind::date}, depth - 1, rows) + ")";
  return leaf(type, rows);
}

std::string RandomPlan::choice(Type type, int depth, const Rows& rows) {
  const bool ordered = chance(50);
  std::string text = ordered ? "first { " : "case { ";
  if (ordered) {
    for (std::uint64_t i = 0; i <= below(3); ++i) text += condition(depth - 1, rows) + ": " + expression(type, depth - 1, rows) + "; ";
  } else if (chance(40)) {
    const std::string key = leaf({Kind::boolean}, rows);
    text += key + ": " + expression(type, depth - 1, rows) + "; not " + key + ": " + expression(type, depth - 1, rows) + "; ";
  } else {
    Type key{Kind::integer};
    if (chance(50)) key = chance(50) ? Type{Kind::money} : Type{Kind::code, 0};
    const std::string name = leaf(key, rows);
    for (const std::string& range : disjoint_ranges(key, 1 + below(3))) {
      const std::string also = chance(30) ? " and " + condition(depth - 2, rows) : "";
      text += name + " in " + range + also + ": " + expression(type, depth - 1, rows) + "; ";
    }
  }
  return text + (chance(60) ? "else: " + expression(type, depth - 1, rows) + " }" : "}");
}

std::string RandomPlan::bands(Type type, int depth, const Rows& rows) {
  static const std::vector<Type> keys{{Kind::integer}, {Kind::integer}, {Kind::money}, {Kind::code, 0}, {Kind::date}, {Kind::ratio}};
  const Type key = one_of(keys);
  std::string text = "bands " + expression(key, depth - 1, rows) + " { ";
  for (const std::string& range : disjoint_ranges(key, 1 + below(4))) text += range + ": " + (chance(70) ? leaf(type, rows) : expression(type, depth - 1, rows)) + "; ";
  return text + (chance(50) ? "else: " + expression(type, depth - 1, rows) + " }" : "}");
}

std::string RandomPlan::lookup(Type type, int depth, const Rows& rows) {
  std::vector<KnownParameter> tables;
  for (const KnownParameter& parameter : parameters_)
    if (parameter.key_type && parameter.type == type) tables.push_back(parameter);
  if (tables.empty()) return leaf(type, rows);
  const KnownParameter& table = one_of(tables);
  return called(table.key, table.name) + "[" + expression(*table.key_type, depth - 1, rows) + "]";
}

std::string RandomPlan::numeric(Type type, int depth, const Rows& rows) {
  const std::uint64_t shape = below(8);
  if (shape < 2) return "(" + expression(type, depth - 1, rows) + (shape == 0 ? " + " : " - ") + expression(type, depth - 1, rows) + ")";
  if (shape == 2) return "(-" + leaf(type, rows) + ")";
  if (shape == 3) return "(" + std::to_string(below(12)) + " * " + expression(type, depth - 1, rows) + ")";
  if (shape == 4 && type.kind == Kind::integer) return integer_call(depth, rows);
  return rounded(type, depth, rows);
}

std::string RandomPlan::rounded(Type type, int depth, const Rows& rows) {
  const std::string mode = ", " + one_of<std::string>({"half_up", "half_even", "down", "up"}) + ")";
  const auto part = [&](Type of) { return chance(70) ? leaf(of, rows) : expression(of, depth - 1, rows); };
  const std::string number = part(type);
  switch (below(4)) {
    case 0: return type.kind == Kind::integer ? "round(" + part({Kind::integer}) + " * " + part({Kind::ratio}) + mode : "round(" + number + " * " + part({Kind::ratio}) + mode;
    case 1: return "round(" + number + " / " + part({Kind::integer}) + mode;
    case 2: return "round(" + number + " * " + part({Kind::integer}) + " / " + part({Kind::integer}) + mode;
    default: break;
  }
  if (type.kind == Kind::ratio) return "round(" + part({Kind::money}) + " / " + part({Kind::money}) + mode;
  return "round(" + number + " * " + part({Kind::money}) + " / " + part({Kind::money}) + mode;
}

std::string RandomPlan::date(int depth, const Rows& rows) {
  const std::string day = expression({Kind::date}, depth - 1, rows);
  const std::string count = chance(70) ? std::to_string(below(1000)) : expression({Kind::integer}, depth - 1, rows);
  switch (below(5)) {
    case 0: return "add_days(" + day + ", " + count + ")";
    case 1: return "add_months(" + day + ", " + count + ")";
    case 2: return "month_start(" + day + ")";
    case 3: return "month_end(" + day + ")";
    default: return day;
  }
}

std::string RandomPlan::integer_call(int depth, const Rows& rows) {
  const std::string day = expression({Kind::date}, depth - 1, rows), other = expression({Kind::date}, depth - 1, rows);
  switch (below(5)) {
    case 0: return "months_between(" + day + ", " + other + ")";
    case 1: return "days_between(" + day + ", " + other + ")";
    case 2: return "year_number(" + day + ")";
    case 3: return "month_number(" + day + ")";
    default: return "years_between(" + day + ", " + other + ")";
  }
}

}  // namespace laoyou::rules
