#include "store/postgres_failure.h"

#include <string>

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

std::string field(const PGresult* result, int which) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, which);
  return text == nullptr ? "" : text;
}

bool starts(const std::string& state, std::string_view prefix) { return state.starts_with(prefix); }

}  // namespace

// The five characters are SQLSTATE (PostgreSQL 15, appendix A): 08 connection, 53 resources, 57P operator's intervention, 58 system.
void throw_postgres_failure(PGconn* connection, const PGresult* result, std::string_view doing) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  std::string message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (message.empty()) message = PQerrorMessage(connection);
  const std::string detail = std::string(doing) + ": " + message + " (PostgreSQL " + state + ")";

  if (PQstatus(connection) == CONNECTION_BAD || state.empty() || starts(state, "08") || starts(state, "57P") || state == "25006")
    throw StoreUnavailable(refuse("store.gone"), detail);
  if (state == "53100") throw StoreUnavailable(refuse("store.full"), detail);
  if (starts(state, "53")) throw StoreUnavailable(refuse("store.overloaded"), detail);
  if (starts(state, "40") || state == "55P03" || state == "57014") throw StoreUnavailable(refuse("store.busy"), detail);
  if (starts(state, "58")) throw StoreUnavailable(refuse("store.disk"), detail);
  if (starts(state, "XX")) throw StoreDamaged(refuse("store.damaged", {message}), detail);
  if (state == "23505") throw DuplicateKey(field(result, PG_DIAG_CONSTRAINT_NAME));
  throw BrokenInvariant(detail);
}

}  // namespace laoyou::store
