// A record is described once. LAOYOU_RECORD names a plain struct and its members; from that and dictionary.csv come its JSON, its table,
// its sheet, its OpenAPI schema, its rule columns and its masking.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

/// Stands after a struct, in its namespace: LAOYOU_RECORD(Account, "account", id, region, name). At most 52 members; a longer form is a
/// record of nested records.
#define LAOYOU_RECORD(Type, text, ...)         \
  BOOST_DESCRIBE_STRUCT(Type, (), (__VA_ARGS__)) \
  [[maybe_unused]] inline constexpr std::string_view laoyou_record_name(const Type*) { return text; }

/// Stands after a record without members.
#define LAOYOU_EMPTY_RECORD(Type, text)    \
  BOOST_DESCRIBE_STRUCT(Type, (), ())      \
  [[maybe_unused]] inline constexpr std::string_view laoyou_record_name(const Type*) { return text; }

/// Stands after an enum class: LAOYOU_ENUM(Role, "role", administrator, official). Its labels stand in dictionary.csv under the same name.
#define LAOYOU_ENUM(Type, text, ...)      \
  BOOST_DESCRIBE_ENUM(Type, __VA_ARGS__)  \
  [[maybe_unused]] inline constexpr std::string_view laoyou_enum_name(const Type*) { return text; }

namespace laoyou::record {

template <class T>
concept Described = requires { laoyou_record_name(static_cast<const T*>(nullptr)); };

template <class T>
concept DescribedEnum = std::is_enum_v<T> && requires { laoyou_enum_name(static_cast<const T*>(nullptr)); };

template <Described T>
constexpr std::string_view record_name() {
  return laoyou_record_name(static_cast<const T*>(nullptr));
}

template <DescribedEnum T>
constexpr std::string_view enum_name() {
  return laoyou_enum_name(static_cast<const T*>(nullptr));
}

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
constexpr std::size_t member_count = boost::mp11::mp_size<Members<T>>::value;

/// Calls f(index, name, pointer to member) for each member, in order.
template <Described T, class F>
constexpr void for_each_member(F&& f) {
  std::size_t index = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) { f(index++, std::string_view(member.name), member.pointer); });
}

template <class Pointer>
struct MemberOf;
template <class Record, class Value>
struct MemberOf<Value Record::*> {
  using Type = Value;
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

/// True for a member that may be left out: an optional or a list.
template <class T>
constexpr bool may_be_missing = IsOptional<T>::value || IsVector<T>::value;

}  // namespace laoyou::record
