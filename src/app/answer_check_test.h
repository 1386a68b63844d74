// Answers of a server held against its API document: nothing in them that it does not name, nothing missing that it promises, every value of its type.
// A schema that says of an object nothing at all allows nothing in it.
#pragma once

#include <regex>
#include <set>

#include "app/running_house_test.h"
#include "http/route.h"

namespace laoyou::app {

class AnswerCheck {
 public:
  explicit AnswerCheck(const RunningHouse& house) : document_(boost::json::parse(house.nobody().get("/openapi.json").body)) {}

  /// What is wrong with this answer, each with its place; nothing for refusals and files.
  std::vector<std::string> faults(const std::string& method, const std::string& target, const http::ClientAnswer& answer) {
    faults_.clear();
    if (answer.status >= 300) return {};
    std::string verb = method;
    for (char& letter : verb) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const std::string path = path_of(verb, target.substr(0, target.find('?')));
    if (path.empty()) return {verb + " " + target + " is no route of the document"};
    met_.insert(verb + " " + path);
    const auto* schema = schema_of(verb, path, std::to_string(answer.status));
    if (schema != nullptr) check(boost::json::parse(answer.body), *schema, verb + " " + path + " ");
    return faults_;
  }

  /// The routes of which an answer was looked at: "get /api/cases/{id}".
  const std::set<std::string>& met() const { return met_; }

  /// The routes under these paths that answer JSON.
  std::set<std::string> routes_under(const std::vector<std::string>& starts) const {
    std::set<std::string> all;
    for (const auto& path : document_.at("paths").as_object())
      for (const auto& operation : path.value().as_object())
        for (const std::string& start : starts)
          if (path.key().starts_with(start) && operation.value().at("responses").at(success(operation.value())).at("content").as_object().contains("application/json"))
            all.insert(std::string(operation.key()) + " " + std::string(path.key()));
    return all;
  }

 private:
  static std::string success(const boost::json::value& operation) { return operation.at("responses").as_object().contains("200") ? "200" : "201"; }

  /// How many of its segments stand there word for word; -1 where the path is another.
  static int likeness(std::string_view path, std::string_view target) {
    const std::vector<std::string_view> names = http::path_segments(path), words = http::path_segments(target);
    if (names.size() != words.size()) return -1;
    int same = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == words[i]) ++same;
      else if (!names[i].starts_with('{')) return -1;
    }
    return same;
  }

  std::string path_of(const std::string& verb, const std::string& target) const {
    std::string best;
    int most = -1;
    for (const auto& path : document_.at("paths").as_object()) {
      if (!path.value().as_object().contains(verb)) continue;
      if (const int same = likeness(path.key(), target); same > most) most = same, best = path.key();
    }
    return best;
  }

  const boost::json::object* schema_of(const std::string& verb, const std::string& path, const std::string& status) {
    const auto& responses = document_.at("paths").at(path).at(verb).at("responses").as_object();
    if (!responses.contains(status)) return faults_.push_back(verb + " " + path + " does not name status " + status), nullptr;
    const auto* json = responses.at(status).at("content").as_object().if_contains("application/json");
    return json == nullptr ? nullptr : &json->at("schema").as_object();
  }

  void check(const boost::json::value& value, const boost::json::object& schema, const std::string& place) {
    if (const auto* reference = schema.if_contains("$ref")) {
      boost::system::error_code none;
      return check(value, document_.find_pointer(std::string(reference->as_string()).substr(1), none)->as_object(), place);
    }
    if (schema.contains("x-privacy") || schema.empty()) return;  // masked, or a value of any kind
    if (!of_type(value, schema.at("type"))) return fault(place, boost::json::serialize(value).substr(0, 80) + " is no " + boost::json::serialize(schema.at("type")));
    if (value.is_string()) check_text(std::string(value.as_string()), schema, place);
    if (const auto* list = value.if_array())
      for (std::size_t i = 0; i < list->size(); ++i) check((*list)[i], schema.at("items").as_object(), place + "/" + std::to_string(i));
    if (const auto* object = value.if_object()) check_object(*object, schema, place);
  }

  void check_object(const boost::json::object& object, const boost::json::object& schema, const std::string& place) {
    static const boost::json::object k_nothing;
    const auto* named = schema.if_contains("properties");
    const auto* others = schema.if_contains("additionalProperties");
    const boost::json::object& properties = named == nullptr ? k_nothing : named->as_object();
    for (const auto& member : object) {
      const std::string at = place + "/" + std::string(member.key());
      if (const auto* known = properties.if_contains(member.key())) check(member.value(), known->as_object(), at);
      else if (others != nullptr && others->is_object()) check(member.value(), others->as_object(), at);
      else if (others == nullptr || !others->as_bool()) fault(at, "is not named");
    }
    if (const auto* required = schema.if_contains("required"))
      for (const auto& name : required->as_array())
        if (!object.contains(name.as_string())) fault(place + "/" + std::string(name.as_string()), "is missing");
  }

  void check_text(const std::string& text, const boost::json::object& schema, const std::string& place) {
    if (const auto* listed = schema.if_contains("enum"); listed != nullptr && std::find(listed->as_array().begin(), listed->as_array().end(), boost::json::value(text)) == listed->as_array().end())
      fault(place, text + " is none of " + boost::json::serialize(*listed));
    if (const auto* pattern = schema.if_contains("pattern"); pattern != nullptr && !std::regex_search(text, std::regex(pattern->as_string().c_str()))) fault(place, text + " is not written so");
    const auto* format = schema.if_contains("format");
    if (format != nullptr && ((*format == "date" && !Date::parse(text)) || (*format == "date-time" && !Instant::parse(text)))) fault(place, text + " is no " + std::string(format->as_string()));
  }

  /// `types` is one name or a list of them.
  static bool of_type(const boost::json::value& value, const boost::json::value& types) {
    if (const auto* list = types.if_array()) return std::any_of(list->begin(), list->end(), [&](const boost::json::value& each) { return of_type(value, each); });
    if (types == "integer") return value.is_int64() || value.is_uint64();
    return types == (value.is_null() ? "null" : value.is_bool() ? "boolean" : value.is_string() ? "string" : value.is_array() ? "array" : value.is_object() ? "object" : "number");
  }

  void fault(const std::string& place, const std::string& what) { faults_.push_back(place + ": " + what); }

  boost::json::value document_;
  std::set<std::string> met_;
  std::vector<std::string> faults_;
};

}  // namespace laoyou::app
