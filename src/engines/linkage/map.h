// What a person doing the linking declares: which columns mean what, by which keys candidates are sought, what speaks against.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::linkage {

/// How the values of a field are read and compared; docs/linkage.md says what each level means.
enum class FieldKind : std::uint8_t {
  name,          ///< one Latin name, given or family
  names,         ///< a whole Latin name of several words in any order
  chinese_name,  ///< a Chinese personal name, or its pinyin
  date,
  number,     ///< compared position by position: a social security number
  id_number,  ///< 公民身份号码; two valid ones that differ are told apart from a mistyped one
  phone,
  text,      ///< words in an order that may change: a street, a place, a trade
  code,      ///< short and without blanks: a postal code, a house number
  category,  ///< equal or not
  address,   ///< a Chinese address in one line
};

/// Field kind of its word in a map; false where there is none.
bool field_kind_of(std::string_view word, FieldKind& kind);

/// What is known of a pair in one field, from nothing alike to the same. The kinds use those that make sense for them.
enum class Level : std::uint8_t { differs, faint, similar, close, alias, contained, crossed, exact, missing = 15 };
inline constexpr int k_levels = 8;
std::string_view level_word(Level level);

struct Field {
  std::string name;
  FieldKind kind = FieldKind::text;
  std::string left_column, right_column;
  int crossed = -1;  ///< the field it may be exchanged with by mistake (given name and surname), -1 for none
  int pool = 0;      ///< fields that may be exchanged share their distinct values
};

/// Which piece of a value goes into a key.
enum class Cut : std::uint8_t { whole, first, last, sound, year, month_day, initials, longest_word, last_word };

struct KeyPart {
  int field = 0;
  Cut cut = Cut::whole;
  int length = 0;  ///< of first and last: so many characters
};

/// Two records that agree in every part are compared.
struct KeyRule {
  std::string name;  ///< as declared: "surname+given:first1"
  std::vector<KeyPart> parts;
};

/// Hard evidence: a pair in which every condition holds is never one person.
struct Against {
  struct Condition {
    int field = 0;
    std::uint16_t levels = 0;  ///< bit i: the level i fulfils it
  };
  std::string name;
  std::vector<Condition> conditions;
};

/// At most 16 fields and 32 rules.
struct Map {
  std::vector<Field> fields;
  std::vector<KeyRule> rules;
  std::vector<Against> against;
  std::string left_id, right_id;        ///< columns of the ids; empty: the row's number
  std::vector<std::string> missing;     ///< texts that mean nothing is known
  bool one_to_one = false;              ///< neither file holds anybody twice
  int key_limit = 200;                  ///< a key shared by more records is passed over and reported
  double certain = 0.95, possible = 0.5;  ///< least probabilities, 0 … 1: one person; for a clerk to see
  int pools = 0;
};

/// Reads a map (CSV: use, name, kind, column, right_column, with). Refused with every fault, as the tables' refusals or
///   linkage.use_unknown {found}, linkage.kind_unknown {found}, linkage.field_unknown {found}, linkage.cut_unknown {found},
///   linkage.level_unknown {found}, linkage.field_repeated {name}, linkage.setting_unknown {found}, linkage.map_empty {},
///   linkage.too_many {what, most}
CheckedResult<Map> read_map(std::string_view csv);

/// The map that comes with the program for a kind of data: "febrl", "historical", "residents"; empty for any other.
std::string_view map_of_format(std::string_view format);

}  // namespace laoyou::linkage
