#include "base/id_number.h"

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {
namespace {

// GB 11643-1999: weights of the first seventeen digits, and the check character for each remainder by 11.
constexpr int k_weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view k_checks = "10X98765432";

char check_character(std::string_view seventeen) {
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (seventeen[i] - '0') * k_weights[i];
  return k_checks[static_cast<std::size_t>(sum % 11)];
}

Result<Date> birth_date(std::string_view eighteen) {
  return Date::from_calendar(digits_value(eighteen.substr(6, 4)), digits_value(eighteen.substr(10, 2)), digits_value(eighteen.substr(12, 2)));
}

}  // namespace

Result<IdNumber> IdNumber::parse(std::string_view text) {
  std::string number(text);
  if (number.size() == 18 && number.back() == 'x') number.back() = 'X';
  const bool shaped = number.size() == 18 && all_digits(std::string_view(number).substr(0, 17)) &&
                      (is_digit(number.back()) || number.back() == 'X');
  if (!shaped) return refuse("id_number.malformed", {});
  if (!birth_date(number)) return refuse("id_number.unknown_birth_date", {});
  if (check_character(number) != number.back()) return refuse("id_number.wrong_check", {});
  IdNumber id;
  id.text_ = std::move(number);
  return id;
}

Result<IdNumber> IdNumber::parse_import(std::string_view text) {
  if (text.size() != 15 || !all_digits(text)) return parse(text);
  std::string number = std::string(text.substr(0, 6)) + "19" + std::string(text.substr(6));
  number += check_character(number);
  return parse(number);
}

Date IdNumber::born() const {
  CHECK(text_.size() == 18);
  return birth_date(text_).value();
}

bool IdNumber::is_male() const {
  CHECK(text_.size() == 18);
  return (text_[16] - '0') % 2 == 1;
}

std::string IdNumber::masked() const {
  CHECK(text_.size() == 18);
  return text_.substr(0, 6) + "********" + text_.substr(14);
}

}  // namespace laoyou
