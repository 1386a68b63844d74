#include "feeds/plain_names.h"

#include <algorithm>

namespace laoyou::feeds {
namespace {

struct Named {
  const char *record, *column, *register_column;
};

constexpr Named k_named[] = {
    {"person_task", "resident", ""}, {"person_task", "other", ""}, {"file", "record_id", "record"}, {"access_note", "record_id", "record"}, {"recovery", "subject", ""},
};

bool described(const store::Table& table, std::string_view column) {
  const auto& references = table.definition().references;
  return std::any_of(references.begin(), references.end(), [&](const record::Reference& each) { return each.column == column; });
}

}  // namespace

std::vector<PlainName> plain_names(const store::Catalog& catalog, std::string_view residents) {
  std::vector<PlainName> found;
  for (const Named& named : k_named)
    if (const store::Table* const table = catalog.find(named.record)) found.push_back({table, named.column, named.register_column});
  for (const auto& [name, table] : catalog.tables()) {
    const std::string* const owner = table.owner_column(powers::OwnerKind::household);
    if (owner != nullptr && name != residents && !described(table, *owner)) found.push_back({&table, *owner, ""});
  }
  return found;
}

}  // namespace laoyou::feeds
