// Reads members of JSON objects and collects everything that is wrong, each with its path.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::dispatch {

/// Ids of a list, in order, to their positions.
using Ids = std::map<std::string, int, std::less<>>;

/// A whole number within ±10^13; refused as "dispatch.json.<not_number|not_whole|out_of_range>".
std::optional<std::int64_t> whole_number(const boost::json::value& value, const std::string& path, Refusals& refusals);

/// One JSON object being read at a path. Members that are asked for are known; finish() refuses the others. A null stands for an absent
/// member. Refusals: "dispatch.json.<not_object|not_list|not_text|not_number|not_whole|not_flag|wrong_format|missing|unknown_member|
/// out_of_range|unknown_id>".
class JsonReader {
 public:
  /// `refusals` outlives the reader and takes what is wrong.
  JsonReader(const boost::json::value& value, std::string path, Refusals& refusals);

  const std::string& path() const { return path_; }
  bool has(std::string_view name) const;  ///< and it is not null
  /// Refuses a file of another format, or another version than 1.
  void head(std::string_view format);
  std::int64_t integer(std::string_view name);
  std::int64_t integer(std::string_view name, std::int64_t absent);
  std::int64_t integer_within(std::string_view name, std::int64_t absent, std::int64_t least, std::int64_t most);
  std::optional<std::int64_t> optional_integer(std::string_view name);
  double real(std::string_view name);
  bool boolean(std::string_view name, bool absent);
  std::string text(std::string_view name);
  /// Index of the id a member names; -1 when absent.
  int id(std::string_view name, const Ids& ids);
  int required_id(std::string_view name, const Ids& ids);
  std::vector<int> id_list(std::string_view name, const Ids& ids);
  std::vector<std::string> text_list(std::string_view name);
  /// Calls `read` with each element's value and path; an absent member is an empty list.
  void each(std::string_view name, const std::function<void(const boost::json::value&, const std::string&)>& read);
  const boost::json::value* member(std::string_view name);
  void refuse_member(std::string_view name, std::string_view code, std::vector<std::string> words = {});
  /// Refuses every member nobody asked for.
  void finish();

 private:
  bool require(std::string_view name);

  const boost::json::object* object_ = nullptr;
  std::string path_;
  Refusals& refusals_;
  std::vector<std::string> asked_;
};

/// Gathers the ids of a list of objects; a repeated one is refused ("dispatch.json.repeated_id").
Ids gather_ids(const boost::json::value& root, std::string_view list, Refusals& refusals);

/// Parses the whole text, a byte order mark before it or not; refused as "dispatch.json.malformed" with line and column, or for every member
/// that stands twice in its object as "dispatch.json.repeated_member". Depth and size are limited.
CheckedResult<boost::json::value> parse_json(std::string_view text);

}  // namespace laoyou::dispatch
