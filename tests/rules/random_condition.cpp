#include "random_plan.h"

namespace laoyou::rules {

std::string RandomPlan::condition(int depth, const Rows& rows) {
  const Type boolean{Kind::boolean};
  if (depth <= 0) return chance(60) ? comparison(0, rows) : leaf(boolean, rows);
  const auto part = [&] { return condition(depth - 1, rows); };
  switch (below(14)) {
    case 0:
    case 1: return "(" + part() + " " + word("and", "且") + " " + part() + ")";
    case 2:
    case 3: return "(" + part() + " " + word("or", "或") + " " + part() + ")";
    case 4: return word("not", "非") + " (" + part() + ")";
    case 5: return "(" + expression(random_type(), depth - 1, rows) + " is missing)";
    case 6: return "missing(" + expression(random_type(), depth - 1, rows) + ")";
    case 7: return "(" + part() + " else " + part() + ")";
    case 8: return membership(depth, rows);
    case 9: return choice(boolean, depth, rows);
    case 10: return related(boolean, depth, rows);
    case 11: return bands(boolean, depth, rows);
    default: return comparison(depth - 1, rows);
  }
}

std::string RandomPlan::comparison(int depth, const Rows& rows) {
  const Type type = random_type();
  const std::string sign = one_of<std::string>({" = ", " != ", " < ", " <= ", " > ", " >= "}), equality = chance(50) ? " = " : " != ";
  switch (type.kind) {
    case Kind::boolean: return leaf(type, rows);
    case Kind::code: return "(" + leaf(type, rows) + equality + (chance(85) ? literal(type) : leaf(type, rows)) + ")";
    case Kind::text: {
      const std::string name = read(type, rows);
      return name.empty() ? leaf({Kind::boolean}, rows) : "(" + name + equality + literal(type) + ")";
    }
    case Kind::region: return "(" + leaf(type, rows) + (chance(60) ? " " + word("within", "位于") + " " : equality) + (chance(70) ? literal(type) : leaf(type, rows)) + ")";
    case Kind::ratio:
      if (chance(20)) return "(" + expression({Kind::integer}, depth, rows) + sign + leaf(type, rows) + ")";
      break;
    default: break;
  }
  const std::string name = read(type, rows), left = depth <= 0 && !name.empty() ? name : expression(type, depth, rows);
  return "(" + left + sign + (chance(70) ? literal(type) : expression(type, depth, rows)) + ")";
}

std::string RandomPlan::membership(int depth, const Rows& rows) {
  const Type type = random_type();
  const std::string in = chance(25) ? " not in " : " " + word("in", "属于") + " ";
  switch (type.kind) {
    case Kind::boolean: return leaf(type, rows);
    case Kind::region: return "(" + leaf(type, rows) + in + "(" + literal(type) + ", 450203001003))";
    case Kind::text: {
      const std::string name = read(type, rows);
      return name.empty() ? leaf({Kind::boolean}, rows) : "(" + name + in + "(" + literal(type) + ", \"王五\"))";
    }
    case Kind::date:
      if (chance(50)) return "(" + expression(type, depth - 1, rows) + " in " + leaf({Kind::period}, rows) + ")";
      break;
    case Kind::code: return "(" + leaf(type, rows) + in + "(" + literal(type) + ", " + literal(type) + "))";
    default: break;
  }
  const std::string name = read(type, rows), operand = !name.empty() && chance(60) ? name : expression(type, depth - 1, rows);
  if (chance(25)) return "(" + operand + " between " + leaf(type, rows) + " and " + leaf(type, rows) + ")";
  if (chance(40)) return "(" + operand + in + range(type) + ")";
  return "(" + operand + in + "(" + range(type) + ", " + range(type) + ", " + leaf(type, rows) + "))";
}

}  // namespace laoyou::rules
