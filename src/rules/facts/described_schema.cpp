#include "rules/facts/described_schema.h"

#include "base/check.h"

namespace laoyou::rules {

Type measured_type(const record::DictionaryEntry& entry) {
  const int unit = find_unit(entry.unit);
  if (unit < 0 || units()[static_cast<std::size_t>(unit)].kind != Kind::quantity) return {Kind::ratio};
  // The column keeps the number as it was written, so its unit stays the one of the dictionary.
  return {Kind::quantity, static_cast<std::int16_t>(canonical_unit(unit))};
}

int add_code_list(Schema& schema, std::string_view name, const std::vector<std::string>& values) {
  const int known = schema.find_code_list(name);
  if (known >= 0) return known;
  CodeList list{std::string(name), {}};
  for (const std::string& value : values) {
    const record::DictionaryEntry& entry = record::dictionary().entry(name, value);
    list.codes.push_back({value, entry.zh, entry.en});
  }
  schema.code_lists.push_back(std::move(list));
  return static_cast<int>(schema.code_lists.size()) - 1;
}

void add_record(Schema& schema, std::string_view name) {
  CHECK(schema.find_record(name) < 0);
  const record::DictionaryEntry* label = record::dictionary().find("register_kind", name);
  schema.records.push_back({std::string(name), label ? label->zh : "", label ? label->en : "", {}});
}

}  // namespace laoyou::rules
