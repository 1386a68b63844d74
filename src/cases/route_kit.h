// What the routes of this room share: how they are declared, and how their requests are read.
#pragma once

#include "cases/answers.h"
#include "cases/list_answers.h"
#include "cases/perform.h"
#include "http/declare_route.h"

namespace laoyou::cases {

inline constexpr std::int64_t k_page_rows = 50;

/// Why not, as a handler returns it.
inline Refusals refused(Refusals refusals) { return refusals; }

/// A field of path or query; empty when it is not there.
std::string field(const http::Incoming& incoming, std::string_view name);
/// A text of the body; empty when it is not there or none.
std::string text(const boost::json::object& body, std::string_view name);
/// A whole number of the body, also written as text; 0 when it is not there.
std::int64_t whole(const boost::json::object& body, std::string_view name);
/// The body, empty where there is none.
boost::json::object body_of(const http::Incoming& incoming);

/// The `id` of the path; "cases.not_found" for what is none.
Result<std::int64_t> case_id(const http::Incoming& incoming);
/// The procedure of that key in force there; null where there is none.
ProcedurePtr find_procedure(const Desk& desk, std::string_view key, RegionCode region);

/// The page of a case for the caller; "cases.not_found" where he does not see it.
CheckedResult<CasePage> page_of(Desk& desk, http::Context& context, std::int64_t id);
/// What is not allowed is said with what is, and by whom.
Refusals with_allowed(Desk& desk, http::Context& context, std::int64_t id, Refusals refusals);
/// What an act's body says; `event_id` where it names no event itself.
ActRequest act_request(const boost::json::object& body, const std::string& event_id);

http::DescribedField asked(std::string name, std::string zh, std::string en, bool required, boost::json::object schema = {{"type", "string"}});
/// The fields of an act's body.
std::vector<http::DescribedField> act_fields();

/// A handler that is found in the table of routes by its function; what it returns is what the API document says of its answer.
template <class Answer>
using Handler = CheckedResult<Answer> (*)(Desk&, http::Context&, const http::Incoming&);
using WrittenHandler = std::function<http::Reply(Desk&, http::Context&, const http::Incoming&)>;
http::Route route_answering(const DeskPtr& desk, http::Verb verb, std::string path, http::Access access, http::Summary summary, http::RouteTypes types,
                            std::vector<http::DescribedField> request, WrittenHandler handler);

template <class Answer>
http::Route route(const DeskPtr& desk, http::Verb verb, std::string path, http::Access access, http::Summary summary, std::vector<http::DescribedField> request, Handler<Answer> handler) {
  http::RouteTypes types;
  types.answer = record::schema<Answer>;
  return route_answering(desk, verb, std::move(path), access, std::move(summary), std::move(types), std::move(request),
                         [handler](Desk& room, http::Context& context, const http::Incoming& incoming) { return http::declare::to_outcome(context, handler(room, context, incoming)); });
}
/// What nobody asked for is refused, with the nearest known name.
Refusals unknown_fields(const http::Incoming& incoming, const std::vector<std::string>& known);

/// A random number of `count` digits, for the codes that open a case without a login.
std::string random_digits(Random& random, int count);
/// The next number of a case (办件编号): place, day, six random digits.
std::string new_number(Random& random, RegionCode region, Date day);

// By subject.
void add_procedure_routes(const DeskPtr& desk, http::RouteTable& table);
void add_case_routes(const DeskPtr& desk, http::RouteTable& table);
void add_list_routes(const DeskPtr& desk, http::RouteTable& table);
void add_file_routes(const DeskPtr& desk, http::RouteTable& table);
void add_document_routes(const DeskPtr& desk, http::RouteTable& table);
void add_public_routes(const DeskPtr& desk, http::RouteTable& table);
void add_reveal_routes(const DeskPtr& desk, http::RouteTable& table);
void add_colleague_routes(const DeskPtr& desk, http::RouteTable& table);
void add_absence_routes(const DeskPtr& desk, http::RouteTable& table);
void add_move_routes(const DeskPtr& desk, http::RouteTable& table);
void add_statistics_routes(const DeskPtr& desk, http::RouteTable& table);

}  // namespace laoyou::cases
