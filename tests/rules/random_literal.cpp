#include <algorithm>

#include "random_plan.h"
#include "rules/value/unit.h"

namespace laoyou::rules {

// Up to `bound` whole units, at times with decimals.
std::string RandomPlan::decimal(std::int64_t bound) {
  std::string text = std::to_string(below(static_cast<std::uint64_t>(bound)));
  if (chance(30)) text += "." + std::to_string(below(10));
  return text;
}

// The text of a number of this type, rising with `number`.
std::string RandomPlan::threshold(Type type, std::int64_t number) {
  switch (type.kind) {
    case Kind::integer: return std::to_string(50 + number) + (chance(10) ? "岁" : "");
    case Kind::money: return std::to_string(number * 40) + "元";
    case Kind::ratio: return std::to_string(number) + "%";
    case Kind::quantity: return std::to_string(number) + std::string(units()[static_cast<std::size_t>(type.detail)].name);
    case Kind::date: return Date::from_days(-14'000 + number * 330).text();
    default: return Period::month(2020 + static_cast<int>(number / 12), 1 + static_cast<int>(number % 12)).text();
  }
}

std::string RandomPlan::literal(Type type) {
  switch (type.kind) {
    case Kind::boolean: return chance(50) ? "true" : "false";
    case Kind::integer: return chance(10) ? std::to_string(below(1'000'000)) : chance(30) ? std::to_string(below(8)) : std::to_string(50 + below(66));
    case Kind::money: return chance(10) ? decimal(100) + "万元" : decimal(4000) + "元";
    case Kind::ratio: return chance(30) ? "0." + std::to_string(below(1000)) : decimal(120) + "%";
    case Kind::quantity: {
      const std::string unit(units()[static_cast<std::size_t>(type.detail)].name);
      return unit == "min" && chance(25) ? decimal(3) + " h" : decimal(120) + " " + unit;
    }
    case Kind::date: return Date::from_days(-14'000 + static_cast<std::int64_t>(below(34'000))).text();
    case Kind::period: return chance(30) ? "2024-Q" + std::to_string(1 + below(4)) : chance(20) ? "2023-H1" : Period::month(2022 + static_cast<int>(below(4)), 1 + static_cast<int>(below(12))).text();
    case Kind::code: {
      const CodeList::Code& code = one_of(schema_.code_lists[static_cast<std::size_t>(type.detail)].codes);
      return called(code.name, code.zh);
    }
    case Kind::region: return one_of<std::string>({"450203001002", "450203", "4502", "45", "450204001001", "650203"});
    case Kind::text: return one_of<std::string>({"\"张三\"", "“李四”", "\"O'Neil\"", "\"无名\"", "\"\""});
    case Kind::id: break;
  }
  return "1";
}

std::string RandomPlan::range(Type type) {
  if (type.kind == Kind::code) return literal(type);
  const std::int64_t low = static_cast<std::int64_t>(below(90)), high = low + static_cast<std::int64_t>(below(30));
  const std::uint64_t shape = below(6);
  if (shape == 0) return threshold(type, low) + "..";
  if (shape == 1) return ".." + threshold(type, low);
  if (shape == 2) return threshold(type, low);
  return threshold(type, low) + ".." + threshold(type, high);
}

std::vector<std::string> RandomPlan::disjoint_ranges(Type type, std::size_t count) {
  std::vector<std::string> ranges;
  if (type.kind == Kind::code) {
    for (const CodeList::Code& code : schema_.code_lists[static_cast<std::size_t>(type.detail)].codes)
      if (ranges.size() < count) ranges.push_back(called(code.name, code.zh));
    return ranges;
  }
  std::int64_t low = static_cast<std::int64_t>(below(40));
  if (chance(30)) ranges.push_back(".." + threshold(type, low++));
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t high = low + static_cast<std::int64_t>(below(12));
    ranges.push_back(high == low ? threshold(type, low) : threshold(type, low) + ".." + threshold(type, high));
    low = high + 1 + (chance(30) ? static_cast<std::int64_t>(below(5)) : 0);
  }
  if (chance(40)) ranges.push_back(threshold(type, low) + "..");
  if (chance(30)) std::reverse(ranges.begin(), ranges.end());
  return ranges;
}

}  // namespace laoyou::rules
