// The options every command shares that opens the data: where it lies and with which key.
#pragma once

#include <memory>

#include "app/options.h"
#include "store/store.h"

namespace laoyou::app {

/// The names of the options, for Options::read: data, database, key, seal, cipher, node.
std::vector<std::string> store_option_names();

/// --data DIR (default "data") holds laoyou.db and laoyou.key; --database URL puts the records elsewhere; --key FILE the key; the switch --new asks
/// for a new database although its key is there. Refused as
/// "option.unknown_value".
Result<store::StoreOptions> store_options(const Options& options);

/// The tables of all rooms, those of registers with the fields that plans add.
std::vector<store::TableDefinition> all_tables(const std::vector<record::Extension>& extensions = {});

}  // namespace laoyou::app
