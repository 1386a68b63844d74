#include "http/problem.h"

#include <algorithm>

#include "base/check.h"
#include "record/json_write.h"

namespace laoyou::http {

namespace {

void write_member(std::string& out, std::string_view name, std::string_view text) {
  if (out.back() != '{') out += ',';
  record::write_json_string(out, name);
  out += ':';
  record::write_json_string(out, text);
}

/// One entry of the list.
void write_problem(std::string& out, const Refusal& refusal, Language language) {
  if (out.back() == '}') out += ',';
  out += '{';
  write_member(out, "place", refusal.place);
  write_member(out, "code", refusal.code);
  write_member(out, "message", message(refusal, language));
  out += '}';
}

}  // namespace

Answer problem_answer(const Refused& refused, const std::string& request_id, Language language) {
  CHECK(refused.status >= 400 && !refused.refusals.empty());
  const Refusal& first = refused.refusals.front();
  Answer answer;
  answer.status = refused.status;
  answer.content_type = "application/problem+json";
  answer.storing = Storing::never;
  answer.refusal_code = first.code;
  std::string& out = answer.body;
  out = "{";
  write_member(out, "type", "about:blank");
  write_member(out, "title", message("status." + std::to_string(refused.status), {}, language));
  out += ",\"status\":" + std::to_string(refused.status);
  write_member(out, "detail", message(first, language));
  write_member(out, "code", first.code);
  write_member(out, "request_id", request_id);
  out += ",\"errors\":[";
  // A list that grows with what was sent would make an answer many times as long as the question.
  const std::size_t listed = std::min(refused.refusals.size(), k_problems_listed_max);
  for (std::size_t index = 0; index < listed; ++index) write_problem(out, refused.refusals[index], language);
  const std::size_t more = refused.refusals.size() - listed;
  if (more > 0) write_problem(out, refuse("http.more_problems", {std::to_string(more)}), language);
  out += "]}";
  return answer;
}

Answer problem_answer(int status, Refusal refusal, const std::string& request_id, Language language) {
  return problem_answer(Refused{status, {std::move(refusal)}}, request_id, language);
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 423: return "Locked";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return status < 300 ? "OK" : status < 500 ? "Refused" : "Failed";
  }
}

}  // namespace laoyou::http
