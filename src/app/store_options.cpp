#include "app/store_options.h"

#include <charconv>

#include "accounts/room.h"
#include "assessments/room.h"
#include "budgets/room.h"
#include "cases/room.h"
#include "collection/room.h"
#include "feeds/room.h"
#include "draws/room.h"
#include "evaluation/room.h"
#include "files/room.h"
#include "funds/room.h"
#include "jobs/room.h"
#include "ledger/room.h"
#include "mail/room.h"
#include "notices/room.h"
#include "papers/room.h"
#include "plan/answers/room.h"
#include "planning/room.h"
#include "prices/room.h"
#include "registry/collections.h"
#include "standard_addresses/room.h"
#include "store/follower.h"
#include "webhooks/room.h"
#include "whatif/room.h"

namespace laoyou::app {
namespace {

Refusal unknown_value(std::string_view option, const std::string& value, std::string_view choices) {
  return refuse("option.unknown_value", {std::string(option), value, std::string(choices)});
}

}  // namespace

std::vector<std::string> store_option_names() { return {"data", "database", "key", "seal", "cipher", "node"}; }

Result<store::StoreOptions> store_options(const Options& options) {
  const std::filesystem::path directory = options.value("data").value_or("data");
  store::StoreOptions chosen;
  chosen.make_new = options.has("new");
  chosen.database = options.value("database").value_or("sqlite:" + (directory / "laoyou.db").string());
  chosen.key_file = options.value("key").value_or((directory / "laoyou.key").string());
  const std::string seal = options.value("seal").value_or("sha256");
  if (seal != "sha256" && seal != "sm3") return unknown_value("seal", seal, "sha256, sm3");
  chosen.seal = seal == "sm3" ? store::DigestAlgorithm::sm3 : store::DigestAlgorithm::sha256;
  const std::string cipher = options.value("cipher").value_or("sodium");
  if (cipher != "sodium" && cipher != "sm4") return unknown_value("cipher", cipher, "sodium, sm4");
  chosen.cipher = cipher == "sm4" ? store::CipherSuite::national : store::CipherSuite::sodium;
  const std::string node = options.value("node").value_or("0");
  const auto [end, error] = std::from_chars(node.data(), node.data() + node.size(), chosen.node);
  if (error != std::errc() || end != node.data() + node.size() || chosen.node < 0 || chosen.node > 1023) return unknown_value("node", node, "0..1023");
  return chosen;
}

std::vector<store::TableDefinition> all_tables(const std::vector<record::Extension>& extensions) {
  std::vector<store::TableDefinition> tables = accounts::tables();
  for (store::TableDefinition& table : plan::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : collection::tables()) tables.push_back(std::move(table));
  for (collection::Collection& each : registry::collections()) tables.push_back(std::move(each.table));
  for (store::TableDefinition& table : whatif::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : papers::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : mail::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : webhooks::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : notices::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : files::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : ledger::tables()) tables.push_back(std::move(table));
  for (collection::Collection& each : prices::collections()) tables.push_back(std::move(each.table));
  for (collection::Collection& each : draws::collections()) tables.push_back(std::move(each.table));
  for (store::TableDefinition& table : draws::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : budgets::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : funds::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : cases::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : assessments::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : jobs::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : planning::tables()) tables.push_back(std::move(table));
  for (collection::Collection& each : evaluation::collections()) tables.push_back(std::move(each.table));
  for (store::TableDefinition& table : evaluation::tables()) tables.push_back(std::move(table));
  for (collection::Collection& each : standard_addresses::collections()) tables.push_back(std::move(each.table));
  for (store::TableDefinition& table : standard_addresses::tables()) tables.push_back(std::move(table));
  for (store::TableDefinition& table : feeds::tables()) tables.push_back(std::move(table));
  tables.push_back(store::follower_table());
  for (const record::Extension& each : extensions)
    for (store::TableDefinition& table : tables)
      if (table.name == each.record) table.extend(each);
  return tables;
}

}  // namespace laoyou::app
