// The schema of described records, and a record's values in the order of its schema: what a field is in rules follows from its C++ type and
// its dictionary row. Lists, instants, coordinates and texts that only name a person have no part in rules.
#pragma once

#include "base/minutes.h"
#include "record/cells.h"
#include "rules/facts/facts.h"
#include "rules/value/period_value.h"
#include "rules/value/unit.h"

namespace laoyou::rules {

template <class T>
struct IsId : std::false_type {};
template <class R>
struct IsId<Id<R>> : std::true_type {
  using Record = R;
};

/// How often a record was changed is the store's business.
inline constexpr std::string_view k_version = "version";

/// A field that rules may read.
template <class T>
constexpr bool is_fact = std::is_same_v<T, bool> || std::is_same_v<T, std::int32_t> || std::is_same_v<T, std::int64_t> || std::is_same_v<T, Fen> || std::is_same_v<T, Decimal> ||
                         std::is_same_v<T, Minutes> || std::is_same_v<T, Date> || std::is_same_v<T, Period> || std::is_same_v<T, RegionCode> ||
                         std::is_same_v<T, std::string> || record::DescribedEnum<T> || IsId<T>::value;

/// Unit of decimals and minutes as their dictionary row says; a decimal without a unit of measure is a plain number.
Type measured_type(const record::DictionaryEntry& entry);

/// Adds the enum's list with its labels if it is not there yet; its position.
int add_code_list(Schema& schema, std::string_view name, const std::vector<std::string>& values);

template <class T>
Type type_of(Schema& schema, const record::DictionaryEntry& entry) {
  if constexpr (std::is_same_v<T, bool>) return {Kind::boolean};
  else if constexpr (std::is_integral_v<T>) return {Kind::integer};
  else if constexpr (std::is_same_v<T, Fen>) return {Kind::money};
  else if constexpr (std::is_same_v<T, Decimal>) return measured_type(entry);
  else if constexpr (std::is_same_v<T, Minutes>) return {Kind::quantity, static_cast<std::int16_t>(canonical_unit(find_unit("min")))};
  else if constexpr (std::is_same_v<T, Date>) return {Kind::date};
  else if constexpr (std::is_same_v<T, Period>) return {Kind::period};
  else if constexpr (std::is_same_v<T, RegionCode>) return {Kind::region};
  else if constexpr (std::is_same_v<T, std::string>) return {Kind::text};
  else if constexpr (record::DescribedEnum<T>)
    return {Kind::code, static_cast<std::int16_t>(add_code_list(schema, record::enum_name<T>(), record::enum_values<T>()))};
  else
    return {Kind::id, static_cast<std::int16_t>(schema.find_record(record::record_name<typename IsId<T>::Record>()))};
}

template <class T>
Value value_of(const T& value, TextPool& texts) {
  if constexpr (std::is_integral_v<T>) return static_cast<std::int64_t>(value);
  else if constexpr (std::is_same_v<T, Fen>) return value.count();
  else if constexpr (std::is_same_v<T, Decimal>) return value.millionths();
  else if constexpr (std::is_same_v<T, Minutes>) return value.count() * k_millionths;
  else if constexpr (std::is_same_v<T, Date>) return value.days();
  else if constexpr (std::is_same_v<T, Period>) return pack_period(value);
  else if constexpr (std::is_same_v<T, RegionCode>) return value.number();
  else if constexpr (std::is_same_v<T, std::string>) return texts.intern(value);
  else if constexpr (record::DescribedEnum<T>) return static_cast<std::int64_t>(value);
  else
    return value.number == 0 ? Value{} : Value{value.number};
}

/// Calls f(type tag of the leaf, name, dictionary row, may be missing) for each fact of a record, nested records first to last.
template <record::Described T, class F>
void for_each_fact(const std::string& prefix, bool optional, F&& f) {
  const auto& entries = record::member_entries<T>();
  record::for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename record::MemberOf<decltype(pointer)>::Type;
    constexpr bool member_optional = record::IsOptional<Member>::value;
    using Inner = typename std::conditional_t<member_optional, Member, std::optional<Member>>::value_type;
    if constexpr (is_fact<Inner>) {
      const bool names_someone = std::is_same_v<Inner, std::string> && entries[index]->masked();
      if (!names_someone && name != k_version) f(static_cast<const Inner*>(nullptr), prefix + std::string(name), *entries[index], optional || member_optional);
    } else if constexpr (record::Described<Inner>) {
      for_each_fact<Inner>(prefix + std::string(name) + "_", optional || member_optional, f);
    }
  });
}

template <record::Described T>
void describe_fields(Schema& schema) {
  const auto position = static_cast<std::size_t>(schema.find_record(record::record_name<T>()));
  for_each_fact<T>("", false, [&]<class Leaf>(const Leaf*, std::string name, const record::DictionaryEntry& entry, bool optional) {
    const Type type = type_of<Leaf>(schema, entry);
    RecordKind& kind = schema.records[position];
    if (name == "id") kind.id_field = static_cast<int>(kind.fields.size());
    if (name == "region") kind.region_field = static_cast<int>(kind.fields.size());
    kind.fields.push_back({std::move(name), type, entry.zh, entry.en, entry.sealed(), !optional});
  });
}

/// Adds the record under the label of its dictionary row ("register_kind", its name).
void add_record(Schema& schema, std::string_view name);

/// The schema of these records, in this order.
template <record::Described... T>
Schema described_schema() {
  Schema schema;
  (add_record(schema, record::record_name<T>()), ...);
  (describe_fields<T>(schema), ...);
  return schema;
}

/// Appends the values of one record in the order of its schema.
template <record::Described T>
void values_of(const T& whole, TextPool& texts, std::vector<Value>& values) {
  const auto& entries = record::member_entries<T>();
  record::for_each_member<T>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename record::MemberOf<decltype(pointer)>::Type;
    constexpr bool member_optional = record::IsOptional<Member>::value;
    using Inner = typename std::conditional_t<member_optional, Member, std::optional<Member>>::value_type;
    if constexpr (is_fact<Inner>) {
      if ((std::is_same_v<Inner, std::string> && entries[index]->masked()) || name == k_version) return;
      if constexpr (member_optional)
        values.push_back((whole.*pointer) ? value_of(*(whole.*pointer), texts) : Value{});
      else
        values.push_back(value_of(whole.*pointer, texts));
    } else if constexpr (record::Described<Inner>) {
      if constexpr (member_optional) {
        if (whole.*pointer) return values_of(*(whole.*pointer), texts, values);
        for_each_fact<Inner>("", true, [&]<class Leaf>(const Leaf*, std::string, const record::DictionaryEntry&, bool) { values.emplace_back(); });
      } else {
        values_of(whole.*pointer, texts, values);
      }
    }
  });
}

}  // namespace laoyou::rules
