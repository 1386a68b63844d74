// The one place where exceptions end. What went wrong goes to the log; the client learns a code and the request's id.
#pragma once

#include <exception>

#include "http/answer.h"
#include "http/context.h"
#include "http/log.h"

namespace laoyou::http {

/// The problem an exception is answered with: WorldFailure with its own status and code, a wait cut off by the deadline with 503
/// "http.deadline", lack of memory with 503 "http.busy", everything else, broken invariants first, with 500 "http.internal" and the
/// request's id as reference.
Answer failure_answer(std::exception_ptr failure, const Context& context, Log& log);

}  // namespace laoyou::http
