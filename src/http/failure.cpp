#include "http/failure.h"

#include <boost/asio/error.hpp>
#include <boost/core/demangle.hpp>
#include <boost/system/system_error.hpp>
#include <new>
#include <typeinfo>

#include "base/check.h"
#include "base/world_failure.h"
#include "http/problem.h"

namespace laoyou::http {

namespace {

Answer unavailable(int status, std::string_view code, const Context& context) {
  Answer answer = problem_answer(status, refuse(code), context.request_id(), context.language());
  answer.headers.emplace_back("Retry-After", "2");
  return answer;
}

Answer internal(const Context& context) {
  return problem_answer(500, refuse("http.internal", {context.request_id()}), context.request_id(), context.language());
}

}  // namespace

Answer failure_answer(std::exception_ptr failure, const Context& context, Log& log) {
  const std::string& reference = context.request_id();
  try {
    std::rethrow_exception(failure);
  } catch (const WorldFailure& world) {
    log.failure("world_failure", world.code() + ": " + world.what(), reference);
    return unavailable(world.status(), world.code(), context);
  } catch (const BrokenInvariant& broken) {
    log.failure("broken_invariant", broken.what(), reference);
    return internal(context);
  } catch (const boost::system::system_error& error) {
    if (error.code() == boost::asio::error::operation_aborted) return unavailable(503, "http.deadline", context);
    log.failure("system_error", error.code().message(), reference);
    return internal(context);
  } catch (const std::bad_alloc&) {
    log.failure("out_of_memory", "std::bad_alloc", reference);
    return unavailable(503, "http.busy", context);
  } catch (const std::exception& unknown) {
    // Its text may quote a person's data, so only its kind is written down.
    log.failure("unknown_exception", boost::core::demangle(typeid(unknown).name()), reference);
    return internal(context);
  } catch (...) {
    log.failure("unknown_exception", "not a std::exception", reference);
    return internal(context);
  }
}

}  // namespace laoyou::http
