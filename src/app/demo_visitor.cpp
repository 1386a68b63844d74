#include "app/demo_visitor.h"

#include "record/json_read.h"

namespace laoyou::app {
namespace {

/// The fields of a path that fits "/api/cases/{id}"; nothing when it does not.
std::optional<http::TextFields> fitting(const http::Route& route, std::string_view path) {
  const auto wanted = http::path_segments(route.path()), given = http::path_segments(path);
  if (wanted.size() != given.size()) return std::nullopt;
  http::TextFields fields;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i].starts_with('{'))
      fields.emplace_back(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
    else if (wanted[i] != given[i])
      return std::nullopt;
  return fields;
}

Result<boost::json::object> answered(http::Reply reply) {
  if (const auto* refused = std::get_if<http::Refused>(&reply)) return refused->refusals.front();
  const auto json = record::parse_json_text(std::get<http::Answer>(reply).bytes());
  if (!json) return json.error();
  return json->is_object() ? json->get_object() : boost::json::object();
}

}  // namespace

Result<boost::json::object> DemoVisitor::ask(http::Verb verb, const std::string& target, const boost::json::object& body) const {
  const auto parts = http::parse_target(target);
  if (!parts) return parts.error();
  for (const http::Route& route : routes_) {
    if (route.verb() != verb || !route.handler()) continue;
    auto fields = fitting(route, parts->path);
    if (!fields) continue;
    if (route.access().needs_caller() && !caller_) return refuse("access.signed_out");
    if (caller_ && !route.access().allows(caller_->powers)) return refuse("access.power_missing", {route.access().text()});
    fields->insert(fields->end(), parts->query.begin(), parts->query.end());
    http::Context context(clock_, {});
    if (caller_) context.set_caller(*caller_);
    return answered(route.handler()(context, {std::move(*fields), verb == http::Verb::get ? nullptr : &body}));
  }
  return refuse("http.path_unknown");
}

}  // namespace laoyou::app
