// What commands that open the data share: options read, store opened, failures told in one line.
#pragma once

#include <functional>

#include "app/store_options.h"
#include "store/failure.h"

namespace laoyou::app {

/// Why a command ended: what could not be opened and why.
std::string why_ended(const store::StoreFailure& failure, const store::StoreOptions& chosen);

/// A file that may not grow further is then a full disk (store.full), not the end of the program.
void outlive_file_size_limit();

/// Reads the words, opens the store and calls `work`. Exit code 2 with `usage` for wrong words, 1 when the store cannot be opened.
int with_store(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
               const std::function<int(const Options&, store::Store&)>& work);

/// The same for commands that only look, beside a running server: backup and verification.
int with_store_beside(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
                      const std::function<int(const Options&, store::Store&)>& work);

}  // namespace laoyou::app
