#include "store/connection.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::store {

std::unique_ptr<Connection> connect(const DatabaseAddress& address, ConnectionUse use) {
  return address.kind == DatabaseKind::sqlite ? connect_sqlite(address, use) : connect_postgres(address, use);
}

std::string identifier(std::string_view name) {
  constexpr std::size_t k_name_length_max = 63;
  CHECK(!name.empty() && name.size() <= k_name_length_max && name.find('"') == std::string_view::npos);
  return '"' + std::string(name) + '"';
}

std::int64_t query_integer(Connection& connection, const std::string& sql, Row parameters, std::int64_t otherwise) {
  std::int64_t answer = otherwise;
  connection.query(sql, parameters, [&](Row row) {
    if (const auto* number = std::get_if<std::int64_t>(&row[0])) answer = *number;
  });
  return answer;
}

}  // namespace laoyou::store
