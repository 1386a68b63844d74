// Makes a register's routes: who may, how the route is described, and the desk its handler works at.
#pragma once

#include "collection/desk.h"

namespace laoyou::collection {

using Handler = std::function<http::Reply(const Desk&, http::Context&, const http::Incoming&)>;
/// Makes the schema of an answer, with its parts put among the components.
using AnswerSchema = std::function<boost::json::object(boost::json::object& components)>;

struct RouteKit {
  const Services& services;
  const Registers& registers;
  const Collection& collection;

  /// `ending` follows the register's path.
  http::Route route(http::Verb verb, std::string_view ending, powers::Power power, http::Summary summary, http::RouteTypes types, Handler handler) const;
  http::Route route_with(http::Verb verb, std::string_view ending, http::Access access, http::Summary summary, http::RouteTypes types, Handler handler) const;

  http::DescribedField id_field() const;
  http::DescribedField text_field(std::string name, std::string zh, std::string en, bool required) const;
  /// The filters of a list.
  std::vector<http::DescribedField> filter_fields() const;
  /// The members of a record as a request's body has them, with these in its path.
  std::vector<http::DescribedField> body_fields(bool with_version) const;

  http::RouteTypes types(std::vector<http::DescribedField> request, AnswerSchema answer) const;
  http::RouteTypes list_types() const;
  /// Answers with one row.
  http::RouteTypes row_types(std::vector<http::DescribedField> request) const;
  http::RouteTypes file_types(std::vector<http::DescribedField> request) const;
};

/// The id in the path. Refused as "records.not_found" when it is none.
Result<std::int64_t> path_id(const http::Incoming& incoming);
http::Reply refused(Refusals refusals);
http::Reply not_found();
/// Never kept by a browser: records hold personal data.
http::Answer json_answer(std::string body);
/// The text of that member of the body, or nothing.
std::optional<std::string> body_text(const http::Incoming& incoming, std::string_view name);

}  // namespace laoyou::collection
