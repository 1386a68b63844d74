// The text of a commitment and of a bundle: JSON of one object whose values are all texts, one to a line and in a fixed order, so that every
// byte has one way to stand and a hash over the beginning can be checked by anyone who can cut a text in two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/draw/hash.h"

namespace laoyou::draw {

struct Field {
  std::string name, value;
};

/// The object's opening and its fields so far, without the end: more fields or end_fields() may follow.
std::string begin_fields(const std::vector<Field>& fields);
/// Adds more fields.
void add_fields(std::string& text, const std::vector<Field>& fields);
/// Adds the field `name` with the hash of everything before it.
void seal_fields(std::string& text, std::string_view name, HashName hash);
/// Closes the object.
void end_fields(std::string& text);

/// Reads what these functions write and nothing else; refused as "draw.not_a_bundle" with the place "line:1".
Result<std::vector<Field>> read_fields(std::string_view text);

}  // namespace laoyou::draw
