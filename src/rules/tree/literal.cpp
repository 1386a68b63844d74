// Single values as people write them in plans, tables and command lines, and back.
#include "base/digits.h"
#include "rules/tree/book.h"
#include "rules/value/conversion.h"
#include "rules/text/number_literal.h"
#include "rules/value/period_value.h"
#include "rules/schema/type_words.h"
#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

Result<Value> read_number(Type type, std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || (end == 0 && text[end] == '-'))) ++end;
  const Result<TypedValue> number = number_value(text.substr(0, end), without_spaces(text.substr(end)));
  if (!number) return number.error();
  const std::optional<Conversion> by = conversion(number->type, type);
  const std::optional<std::int64_t> value = by ? convert_exactly(number->value, *by) : std::nullopt;
  if (!value || *value > field_bound(type.kind) || *value < -field_bound(type.kind)) return refuse("rules.type_mismatch");
  return Value{*value};
}

Result<Value> read_other(const Schema& schema, Type type, std::string_view text) {
  const auto made = [](auto result, auto number) -> Result<Value> {
    if (!result) return refuse("rules.type_mismatch");
    return Value{number(*result)};
  };
  switch (type.kind) {
    case Kind::boolean:
      if (text == "true" || text == "是" || text == "1") return Value{1};
      if (text == "false" || text == "否" || text == "0") return Value{0};
      return refuse("rules.type_mismatch");
    case Kind::date: return made(Date::parse(text), [](Date day) -> std::int64_t { return day.days(); });
    case Kind::period: return made(Period::parse(text), [](const Period& period) { return pack_period(period); });
    case Kind::region: return made(region_value(text), [](std::int64_t region) { return region; });
    case Kind::code: {
      const int code = schema.code_lists[static_cast<std::size_t>(type.detail)].find(text);
      return code < 0 ? Result<Value>(refuse("rules.type_mismatch")) : Result<Value>(Value{code});
    }
    case Kind::id: {
      if (!all_digits(text) || text.size() > 19) return refuse("rules.type_mismatch");
      std::int64_t id = 0;
      for (const char digit : text)
        if (__builtin_mul_overflow(id, std::int64_t{10}, &id) || __builtin_add_overflow(id, std::int64_t{digit - '0'}, &id)) return refuse("rules.type_mismatch");
      return Value{id};
    }
    default: return refuse("rules.type_mismatch");
  }
}

/// value ÷ 10^places without needless zeros, at least `least` places.
std::string decimal_text(std::int64_t value, int places, int least) {
  std::string digits = std::to_string(value < 0 ? -static_cast<__int128>(value) > INT64_MAX ? INT64_MAX : -value : value);
  if (static_cast<int>(digits.size()) <= places) digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - static_cast<std::size_t>(places));
  std::string part = digits.substr(whole.size());
  while (static_cast<int>(part.size()) > least && part.back() == '0') part.pop_back();
  return (value < 0 ? "-" : "") + whole + (part.empty() ? "" : "." + part);
}

std::string region_text(std::int64_t region) {
  const std::string digits = std::to_string(region);
  return std::string(digits.size() < 12 ? 12 - digits.size() : 0, '0') + digits;
}

}  // namespace

Result<Value> read_literal(const Schema& schema, Type type, std::string_view text) {
  const std::string_view written = without_spaces(text);
  if (written.empty()) return Value{};
  const Result<Value> value = is_numeric(type.kind) ? read_number(type, written) : read_other(schema, type, written);
  if (value || value.error().code != "rules.type_mismatch") return value;
  return refuse("rules.type_mismatch", {std::string(written), type_words(schema, type)});
}

std::string literal_text(const Schema& schema, Type type, Value value) {
  if (!value) return "缺失";
  switch (type.kind) {
    case Kind::boolean: return *value ? "是" : "否";
    case Kind::integer: return std::to_string(*value);
    case Kind::money: return decimal_text(*value, 2, 2) + "元";
    case Kind::ratio: return decimal_text(*value, 4, 0) + "%";
    case Kind::quantity: return decimal_text(*value, 6, 0) + " " + std::string(units()[static_cast<std::size_t>(type.detail)].name);
    case Kind::date: return Date::from_days(*value).text();
    case Kind::period: return unpack_period(*value).text();
    case Kind::code: {
      const CodeList::Code& code = schema.code_lists[static_cast<std::size_t>(type.detail)].codes[static_cast<std::size_t>(*value)];
      return code.zh.empty() ? code.name : code.zh;
    }
    case Kind::region: return region_text(*value);
    case Kind::text:
    case Kind::id: break;
  }
  return std::to_string(*value);
}

}  // namespace laoyou::rules
