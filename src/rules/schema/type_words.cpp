#include "rules/schema/type_words.h"

#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

std::string both(const std::string& word, const std::string& name) { return word + " (" + name + ")"; }

}  // namespace

std::string record_words(const RecordKind& record) { return record.zh.empty() ? record.name : both(record.zh, record.name); }

std::string type_words(const Schema& schema, Type type) {
  const auto detail = static_cast<std::size_t>(type.detail);
  const bool told = type.detail >= 0;
  switch (type.kind) {
    case Kind::boolean: return both("是否", "boolean");
    case Kind::integer: return both("整数", "integer");
    case Kind::money: return both("金额", "money");
    case Kind::ratio: return both("比例或小数", "ratio");
    case Kind::quantity: return both("数量", told ? std::string(units()[detail].name) : "quantity");
    case Kind::date: return both("日期", "date");
    case Kind::period: return both("周期", "period");
    case Kind::code: return both("代码", told ? schema.code_lists[detail].name : "code");
    case Kind::region: return both("区划", "region");
    case Kind::text: return both("文字", "text");
    case Kind::id: return both("关联", told ? schema.records[detail].name : "id");
  }
  return {};
}

}  // namespace laoyou::rules
