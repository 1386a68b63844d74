#include "app/demo_cases.h"

#include <algorithm>
#include <boost/json.hpp>

#include "accounts/records.h"
#include "app/demo_visitor.h"
#include "base/embedded.h"
#include "cases/records.h"

LAOYOU_EMBEDDED(demo_cases_json)

namespace laoyou::app {
namespace {

namespace json = boost::json;
using http::Verb;

std::string text(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

class DemoCases {
 public:
  DemoCases(store::Store& store, const accounts::Accounts& accounts, const plan::Library& library, const http::RouteTable& routes, const Clock& clock)
      : store_(store), accounts_(accounts), library_(library), routes_(routes), clock_(clock) {}

  /// Everybody who acts in it is there, and a plan of its place.
  bool can_be_played(const json::object& one) const {
    const auto within_a_plan = [&](RegionCode region) {
      return std::any_of(library_.plans.begin(), library_.plans.end(), [&](const auto& each) {
        const RegionCode place = each.second->content.head.value.region;
        return place.level() != RegionLevel::country && place.contains(region);
      });
    };
    if (const auto region = RegionCode::parse(text(one, "region")); region && !within_a_plan(*region)) return false;
    for (const json::value& step : one.at("steps").as_array()) {
      const std::string who = text(step.as_object(), "who");
      const auto caller = caller_of(who);
      if (!who.empty() && (!caller || !within_a_plan(caller->scope))) return false;
    }
    return true;
  }

  Result<void> play(const json::object& one) {
    case_ = number_ = code_ = "";
    for (const json::value& step : one.at("steps").as_array())
      if (const Result<void> done = take(one, step.as_object()); !done) return done;
    return {};
  }

 private:
  std::optional<http::Caller> caller_of(const std::string& name) const {
    const auto found = store_.read([&](store::Snapshot& snapshot) { return snapshot.first<accounts::Account>(store::Scope::country(), store::Filter().equals("name", name)); });
    return found ? accounts_.caller_of(found->id.number) : std::nullopt;
  }

  Result<void> take(const json::object& one, const json::object& step) {
    const bool signed_in = !text(step, "who").empty();
    const DemoVisitor who(routes_, clock_, signed_in ? caller_of(text(step, "who")) : std::nullopt);
    const Result<json::object> values = filled_in(who, step);
    if (!values) return values.error();
    if (text(step, "act") == "open") return signed_in ? open(who, one, *values) : open_without_account(who, one, *values);
    json::object body = step;
    for (const char* own : {"who", "act", "values"}) body.erase(own);
    if (!values->empty()) body["values"] = *values;
    if (signed_in) return done(who.ask(Verb::post, "/api/cases/" + case_ + "/acts/" + text(step, "act"), body));
    body["number"] = number_;
    body["code"] = code_;
    return done(who.ask(Verb::post, "/api/public/cases/acts/" + text(step, "act"), body));
  }

  static Result<void> done(const Result<json::object>& answer) { return answer ? Result<void>() : Result<void>(answer.error()); }

  Result<void> open(const DemoVisitor& who, const json::object& one, const json::object& values) {
    json::object body{{"procedure", one.at("procedure")}};
    if (const json::value* region = one.if_contains("region")) body["region"] = *region;
    const auto opened = who.ask(Verb::post, "/api/cases", body);
    if (!opened) return opened.error();
    case_ = text(opened->at("case").as_object(), "id");
    json::object all = opened->at("values").as_object();
    for (const auto& [key, value] : values) all[key] = value;
    return done(who.ask(Verb::put, "/api/cases/" + case_, {{"values", std::move(all)}}));
  }

  Result<void> open_without_account(const DemoVisitor& who, const json::object& one, const json::object& values) {
    const auto opened = who.ask(Verb::post, "/api/public/cases", {{"procedure", one.at("procedure")}, {"region", one.at("region")}, {"values", values}});
    if (!opened) return opened.error();
    number_ = text(*opened, "number");
    code_ = text(*opened, "code");
    const auto file = store_.read([&](store::Snapshot& snapshot) { return snapshot.first<cases::CaseFile>(store::Scope::country(), store::Filter().equals("number", number_)); });
    case_ = file ? std::to_string(file->id.number) : "";
    return {};
  }

  /// "$today-3" is a day, "$developments" or "$residents?sex=male" the first record of that register, and so filtered, that the account sees.
  Result<json::object> filled_in(const DemoVisitor& who, const json::object& step) const {
    json::object values;
    if (const json::value* given = step.if_contains("values")) values = given->as_object();
    for (auto& [key, value] : values) {
      if (!value.is_string() || !value.get_string().starts_with('$')) continue;
      const std::string name(value.get_string().subview(1));
      if (name.starts_with("today")) {
        value = clock_.now().beijing_day().plus_days(name.size() > 5 ? std::stoi(name.substr(5)) : 0).text();
        continue;
      }
      const auto list = who.ask(Verb::get, "/api/" + name + (name.find('?') != std::string::npos ? "&rows=1" : "?rows=1"));
      if (!list) return list.error();
      const json::array& rows = list->at("rows").as_array();
      if (rows.empty()) return refuse("records.not_found");
      value = rows.front().at("id");
    }
    return values;
  }

  store::Store& store_;
  const accounts::Accounts& accounts_;
  const plan::Library& library_;
  const http::RouteTable& routes_;
  const Clock& clock_;
  std::string case_, number_, code_;  ///< of the case at hand
};

}  // namespace

Result<int> fill_cases(store::Store& store, const accounts::Accounts& accounts, const plan::Library& library, const http::RouteTable& routes, const Clock& clock) {
  if (store.read([](store::Snapshot& snapshot) { return snapshot.count<cases::CaseFile>(store::Scope::country()); }) > 0) return 0;
  DemoCases cases(store, accounts, library, routes, clock);
  const json::array script = json::parse(demo_cases_json()).as_array();
  int played = 0;
  for (const json::value& one : script) {
    if (!cases.can_be_played(one.as_object())) continue;
    if (const Result<void> done = cases.play(one.as_object()); !done) return done.error();
    ++played;
  }
  return played;
}

}  // namespace laoyou::app
