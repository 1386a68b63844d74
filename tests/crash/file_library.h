// The register that the crash test's files belong to, and where it is kept: both programs must mean the same.
#pragma once

#include "files/library_test.h"

namespace laoyou::crash {

inline std::unique_ptr<store::Store> open_files(const std::filesystem::path& directory, const collection::Registers& registers, const Clock& clock, Random& random) {
  store::StoreOptions options;
  options.database = "sqlite:" + (directory / "laoyou.db").string() + "?checkpoint_pages=64";
  options.key_file = directory / "laoyou.key";
  return store::Store::open(options, clock, random, files::library_tables(registers));
}

inline files::Services file_services(store::Store& store, const collection::Registers& registers, Random& random) {
  return {store, registers, [](std::int64_t) { return std::string("账号"); }, random};
}

}  // namespace laoyou::crash
