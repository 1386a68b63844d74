#include "rules/sql/to_sql.h"

#include "base/check.h"
#include "rules/sql/nesting.h"
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

constexpr std::size_t k_most_bytes = 4'000'000;

}  // namespace

Result<std::string> rows_to_sql(const Book& book, int rule, const Period& period, const SqlTarget& target) {
  const Rule& asked = book.rules[static_cast<std::size_t>(rule)];
  CHECK(asked.record >= 0);
  SqlWriter writer(book, period, target);
  writer.prepare({asked.tree.get()});
  SqlScope scope(writer, asked.record, writer.source(asked.record), nullptr);
  std::string value = writer.write(asked.tree, scope);
  if (asked.tree->type.kind == Kind::boolean) value = writer.truth_number(value);
  const std::string id = writer.record_kind(asked.record).id_field < 0 ? writer.missing(Kind::id) : scope.alias() + "." + writer.id_column(asked.record);
  std::string text;
  for (const std::string& query : writer.named_queries()) text += (text.empty() ? "with " : ",\n") + query;
  text += (text.empty() ? "" : "\n") + std::string("select ") + id + " as id, " + value + " as value from " + scope.from();
  if (writer.refusal()) return *writer.refusal();
  if (text.size() > k_most_bytes || (writer.sqlite() && sql_nesting(text) > k_most_sqlite_nesting)) return refuse("rules.sql_too_large");
  return text;
}

}  // namespace laoyou::rules
