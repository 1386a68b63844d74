// What a PostgreSQL error means to the store.
#pragma once

#include <postgresql/libpq-fe.h>

#include <string_view>

namespace laoyou::store {

/// Throws the failure that an answer stands for; `result` may be null when the connection broke. `doing` ends up in the log. Of the server's
/// message only the first line is taken: its detail lines may hold a record's values.
[[noreturn]] void throw_postgres_failure(PGconn* connection, const PGresult* result, std::string_view doing);

}  // namespace laoyou::store
