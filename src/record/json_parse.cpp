#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "record/json_read.h"

namespace laoyou::record {
namespace {

namespace json = boost::json;

/// Builds the tree, and does two things that Boost's own builder of 1.81 does not: a name given twice in one object is refused (RFC 7493 2.3;
/// Boost keeps the last), and a number becomes the double nearest to its text (Boost may be a last place off beyond fifteen digits).
class TreeBuilder {
 public:
  static constexpr std::size_t max_object_size = SIZE_MAX, max_array_size = SIZE_MAX, max_key_size = SIZE_MAX, max_string_size = SIZE_MAX;

  TreeBuilder() { stack_.reset(); }

  json::value release() { return stack_.release(); }
  const std::optional<Refusal>& repeated() const { return repeated_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return open(true); }
  bool on_object_end(std::size_t size, json::error_code& error) {
    if (find_repeated()) {
      error = json::error::syntax;
      return false;
    }
    --depth_;
    stack_.push_object(size);
    return done();
  }
  bool on_array_begin(json::error_code&) { return open(false); }
  bool on_array_end(std::size_t size, json::error_code&) {
    --depth_;
    stack_.push_array(size);
    return done();
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    key_.append(part.data(), part.size());
    stack_.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    key_.append(part.data(), part.size());
    levels_[depth_ - 1].keys.push_back(std::move(key_));
    key_.clear();
    stack_.push_key(part);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_string(part);
    return done();
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t value, json::string_view, json::error_code&) {
    stack_.push_int64(value);
    return done();
  }
  bool on_uint64(std::uint64_t value, json::string_view, json::error_code&) {
    stack_.push_uint64(value);
    return done();
  }
  bool on_double(double rough, json::string_view text, json::error_code& error) {
    double value = rough;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    // Out of range towards zero is zero; towards infinity there is no such double.
    if (problem == std::errc::result_out_of_range) value = std::fabs(rough) > 1 ? HUGE_VAL : 0;
    if (!std::isfinite(value)) {
      error = json::error::exponent_overflow;
      return false;
    }
    stack_.push_double(value);
    return done();
  }
  bool on_bool(bool value, json::error_code&) {
    stack_.push_bool(value);
    return done();
  }
  bool on_null(json::error_code&) {
    stack_.push_null();
    return done();
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  struct Level {
    bool is_object = false;
    std::size_t values = 0;
    std::vector<std::string> keys;
  };

  bool open(bool is_object) {
    if (depth_ == levels_.size()) levels_.emplace_back();
    Level& level = levels_[depth_++];
    level.is_object = is_object;
    level.values = 0;
    level.keys.clear();
    return true;
  }

  bool done() {
    if (depth_ > 0) ++levels_[depth_ - 1].values;
    return true;
  }

  bool find_repeated() {
    std::vector<std::string>& keys = levels_[depth_ - 1].keys;
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice == keys.end()) return false;
    std::string place;
    for (std::size_t i = 0; i + 1 < depth_; ++i)
      place += "/" + (levels_[i].is_object ? pointer_part(levels_[i].keys.back()) : std::to_string(levels_[i].values));
    repeated_ = at(place + "/" + pointer_part(*twice), refuse("json.repeated_field", {*twice}));
    return true;
  }

  json::value_stack stack_;
  std::vector<Level> levels_;  // kept when left, so that their memory serves the next object
  std::size_t depth_ = 0;
  std::string key_;
  std::optional<Refusal> repeated_;
};

}  // namespace

Result<json::value> parse_json_text(std::string_view text) {
  json::parse_options options;
  options.max_depth = 32;
  json::error_code error;
  json::basic_parser<TreeBuilder> parser(options);
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (parser.handler().repeated()) return *parser.handler().repeated();
  if (!error && read < text.size()) error = json::error::extra_data;
  if (error == json::error::too_deep) return refuse("json.too_deep");
  if (error) return at("byte " + std::to_string(read), refuse("json.malformed", {error.message()}));
  return parser.handler().release();
}

}  // namespace laoyou::record
