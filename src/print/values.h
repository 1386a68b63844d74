// What a template is filled with, looked up from the inside out: a row's own fields first, then what stands around it.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laoyou::print {

class Values {
 public:
  explicit Values(const boost::json::value& outermost) : around_{&outermost} {}

  /// The value of "name" or "applicant.name"; "." is the innermost itself. Null where nothing around has it.
  const boost::json::value* find(std::string_view name) const;
  /// Within this value, which outlives the answer.
  Values within(const boost::json::value& inner) const {
    Values deeper = *this;
    deeper.around_.push_back(&inner);
    return deeper;
  }

 private:
  std::vector<const boost::json::value*> around_;
};

/// As it is printed: texts and numbers as they stand, nothing for null. Lists, objects, and yes or no have none: null.
std::optional<std::string> printed(const boost::json::value& value);

/// Whether a conditional part stays: not for null, false, an empty text or list, or where there is none.
bool is_there(const boost::json::value* value);

}  // namespace laoyou::print
