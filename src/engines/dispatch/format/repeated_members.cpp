#include "engines/dispatch/format/repeated_members.h"

#include <boost/json/basic_parser_impl.hpp>
#include <set>
#include <string>
#include <vector>

namespace laoyou::dispatch {
namespace {

namespace json = boost::json;
using Failed = boost::system::error_code;

constexpr std::size_t k_most_told = 100;

/// What the parser tells while it reads; only names and brackets matter here.
struct Names {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  /// An object or list that is open, and where in it the reading is.
  struct Open {
    bool is_object = false;
    std::set<std::string> names;
    std::string name;
    std::size_t position = 0;
  };
  std::vector<Open> open;
  std::string name;  ///< the part read so far
  Refusals found;

  std::string path() const {
    std::string text;
    for (const Open& one : open) text += "/" + (one.is_object ? one.name : std::to_string(one.position));
    return text;
  }
  bool value_ends() {
    if (!open.empty() && !open.back().is_object) ++open.back().position;
    return true;
  }
  bool begins(bool is_object) {
    open.push_back({is_object, {}, {}, 0});
    return true;
  }
  bool ends() {
    open.pop_back();
    return value_ends();
  }

  bool on_document_begin(Failed&) { return true; }
  bool on_document_end(Failed&) { return true; }
  bool on_object_begin(Failed&) { return begins(true); }
  bool on_object_end(std::size_t, Failed&) { return ends(); }
  bool on_array_begin(Failed&) { return begins(false); }
  bool on_array_end(std::size_t, Failed&) { return ends(); }
  bool on_key_part(json::string_view part, std::size_t, Failed&) {
    name.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, Failed&) {
    name.append(part.data(), part.size());
    open.back().name = std::move(name);
    name.clear();
    if (!open.back().names.insert(open.back().name).second && found.size() < k_most_told) found.push_back({"dispatch.json.repeated_member", path(), {}});
    return true;
  }
  bool on_string_part(json::string_view, std::size_t, Failed&) { return true; }
  bool on_string(json::string_view, std::size_t, Failed&) { return value_ends(); }
  bool on_number_part(json::string_view, Failed&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Failed&) { return value_ends(); }
  bool on_uint64(std::uint64_t, json::string_view, Failed&) { return value_ends(); }
  bool on_double(double, json::string_view, Failed&) { return value_ends(); }
  bool on_bool(bool, Failed&) { return value_ends(); }
  bool on_null(Failed&) { return value_ends(); }
  bool on_comment_part(json::string_view, Failed&) { return true; }
  bool on_comment(json::string_view, Failed&) { return true; }
};

}  // namespace

Refusals repeated_members(std::string_view text) {
  json::basic_parser<Names> parser(json::parse_options{});
  Failed failed;
  parser.write_some(false, text.data(), text.size(), failed);
  return std::move(parser.handler().found);
}

}  // namespace laoyou::dispatch
