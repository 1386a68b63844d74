// A refusal as the client reads it: application/problem+json (RFC 9457), in its own language.
#pragma once

#include "http/answer.h"
#include "http/context.h"

namespace laoyou::http {

/// How many problems an answer lists at most.
inline constexpr std::size_t k_problems_listed_max = 100;

/// {type, title, status, detail, code, request_id, errors:[{place, code, message}]}. status and refusals are set.
/// Of more than k_problems_listed_max the last entry tells how many are not listed ("http.more_problems").
Answer problem_answer(const Refused& refused, const std::string& request_id, Language language);

/// The same of one refusal.
Answer problem_answer(int status, Refusal refusal, const std::string& request_id, Language language);

/// The reason phrase of a status as HTTP/1.1 writes it: "Not Found".
std::string_view reason_phrase(int status);

}  // namespace laoyou::http
