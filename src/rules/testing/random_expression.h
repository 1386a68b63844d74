// Random expressions over a resident of the small world, as text: mostly of the right types, at times not.
#pragma once

#include <string>

#include "base/random.h"
#include "rules/value/type.h"

namespace laoyou::rules::testing {

class RandomExpression {
 public:
  /// One in `mistakes_of` parts is of another kind than wanted; 0: none.
  RandomExpression(SeededRandom& random, std::uint64_t mistakes_of) : random_(random), mistakes_of_(mistakes_of) {}

  std::string of(Kind kind, int depth) {
    if (mistakes_of_ > 0 && random_.below(mistakes_of_) == 0) kind = static_cast<Kind>(random_.below(11));
    if (depth <= 0) return leaf(kind);
    const std::string inner = branch(kind, depth - 1);
    return inner.empty() ? leaf(kind) : inner;
  }

 private:
  template <std::size_t n>
  std::string one_of(const char* const (&choices)[n]) {
    return choices[random_.below(n)];
  }
  std::string number(std::uint64_t below) { return std::to_string(random_.below(below)); }

  std::string leaf(Kind kind) {
    switch (kind) {
      case Kind::boolean: return one_of({"local", "true", "false", "age >= 80", "income < 1200元", "care_grade = severe", "sex = 男", "institution.subsidised"});
      case Kind::integer: return random_.below(2) ? number(120) : one_of({"age", "institution.stars", "limit", "count(visit)", "years_between(born, period.end)"});
      case Kind::money: return random_.below(2) ? number(3000) + "元" : one_of({"income", "allowance[age]", "sum(paid of visit)", "1.5万元", "1角"});
      case Kind::ratio: return random_.below(2) ? number(120) + "%" : one_of({"share", "0.5", "institution.occupancy", "share(finished of visit)"});
      case Kind::quantity: return random_.below(2) ? number(120) + " m²" : one_of({"home_area", "institution.floor_area", "0.3 亩"});
      case Kind::date: return one_of({"born", "2025-06-30", "period.start", "period.end", "joined.start", "institution.opened"});
      case Kind::period: return one_of({"joined", "period", "2025", "2024-Q3", "2025-06"});
      case Kind::code: return one_of({"care_grade", "care_grade.mild", "care_grade.severe"});
      case Kind::region: return one_of({"region", "plan.region", "institution.region"});
      case Kind::text: return one_of({"name", "\"张三\"", "institution.name"});
      case Kind::id: return one_of({"institution", "id"});
    }
    return "age";
  }

  std::string choice(Kind kind, int depth) {
    if (random_.below(3) == 0) return exclusive(kind, depth);
    std::string text = "first {";
    for (std::uint64_t branches = 1 + random_.below(3); branches > 0; --branches) text += " " + of(Kind::boolean, depth) + ": " + of(kind, depth) + ";";
    return text + (random_.below(2) ? " else: " + of(kind, depth) : "") + " }";
  }

  /// A case whose conditions most likely exclude one another.
  std::string exclusive(Kind kind, int depth) {
    const std::string middle = random_.below(2) ? "limit" : number(100), last = random_.below(4) ? "" : "; else: " + of(kind, depth);
    if (random_.below(2)) return "case { age < " + middle + ": " + of(kind, depth) + "; age >= " + middle + " and local: " + of(kind, depth) + last + " }";
    const std::string condition = of(Kind::boolean, depth);
    return "case { " + condition + ": " + of(kind, depth) + "; not (" + condition + ") and income > 100元: " + of(kind, depth) + last + " }";
  }

  std::string branch(Kind kind, int depth) {
    if (random_.below(8) == 0) return choice(kind, depth);
    if (random_.below(12) == 0) return "(" + of(kind, depth) + " else " + of(kind, depth) + ")";
    if (random_.below(12) == 0) return "bands age { ..59: " + of(kind, depth) + "; 60..79: " + of(kind, depth) + "; else: " + of(kind, depth) + " }";
    switch (kind) {
      case Kind::boolean: return condition(depth);
      case Kind::integer:
      case Kind::money:
      case Kind::ratio:
      case Kind::quantity: return calculation(kind, depth);
      case Kind::date: return one_of({"add_days(", "add_months("}) + of(Kind::date, depth) + ", " + of(Kind::integer, 0) + ")";
      case Kind::period: return one_of({"year(", "quarter(", "month("}) + of(Kind::date, depth) + ")";
      default: return leaf(kind);
    }
  }

  std::string calculation(Kind kind, int depth) {
    switch (random_.below(5)) {
      case 0: return "(" + of(kind, depth) + one_of({" + ", " - "}) + of(kind, depth) + ")";
      case 1: return "-" + of(kind, depth - 1 > 0 ? 0 : depth);
      case 2: return number(30) + " * " + of(kind, 0);
      case 3: return kind == Kind::integer ? "days_between(" + of(Kind::date, depth) + ", " + of(Kind::date, depth) + ")" : "round(" + of(kind, 0) + one_of({" * ", " / "}) + number(200) + "%, " + one_of({"half_up", "half_even", "up", "down"}) + ")";
      default: return leaf(kind);
    }
  }

  std::string condition(int depth) {
    const Kind kind = static_cast<Kind>(1 + random_.below(6));
    switch (random_.below(9)) {
      case 0: return "(" + of(Kind::boolean, depth) + " and " + of(Kind::boolean, depth) + ")";
      case 1: return "(" + of(Kind::boolean, depth) + " or " + of(Kind::boolean, depth) + ")";
      case 2: return "not (" + of(Kind::boolean, depth) + ")";
      case 3: return "missing(" + of(kind, depth) + ")";
      case 4: return of(kind, depth) + " in (" + leaf(kind) + ", " + leaf(kind) + ".." + leaf(kind) + ")";
      case 5: return "care_grade" + one_of({" = ", " != ", " in "}) + one_of({"(severe)", "(mild)", "(able)"});
      case 6: return of(Kind::region, depth) + " within " + one_of({"450203", "450200", "plan.region", "650200"});
      case 7: return one_of({"exists(visit where score > ", "exists(bed where resident.age > "}) + number(90) + one_of({" and day in period)", ")", " and resident.local)"});
      default: return of(kind, depth) + one_of({" = ", " != ", " < ", " <= ", " > ", " >= "}) + of(kind, depth);
    }
  }

  SeededRandom& random_;
  std::uint64_t mistakes_of_;
};

}  // namespace laoyou::rules::testing
