// The record that the crash test writes, and where it writes it: both programs must mean the same.
#pragma once

#include <string>

#include "base/id.h"
#include "base/region_code.h"
#include "record/cells.h"
#include "record/dictionary.h"
#include "jobs/room.h"
#include "store/follower.h"
#include "store/store.h"

namespace laoyou::crash {

/// A visit that somebody was told is recorded.
struct Visit {
  Id<Visit> id;
  RegionCode region;
  std::string note;
  std::string phone;  // sealed
};
LAOYOU_RECORD(Visit, "crash_visit", id, region, note, phone)

inline std::unique_ptr<store::Store> open_store(const std::filesystem::path& directory, const Clock& clock, Random& random) {
  record::extend_dictionary(
      "record,field,zh,en,unit,source,privacy,mask\n"
      "crash_visit,id,编号,id,,,open,\n"
      "crash_visit,region,区划,region,,,open,\n"
      "crash_visit,note,备注,note,,,open,\n"
      "crash_visit,phone,电话,phone,,,sensitive,phone\n");
  store::StoreOptions options;
  // A short write-ahead log, so that kills fall into checkpoints too.
  options.database = "sqlite:" + (directory / "laoyou.db").string() + "?checkpoint_pages=64";
  options.key_file = directory / "laoyou.key";
  std::vector<store::TableDefinition> tables = jobs::tables();
  tables.push_back(store::table<Visit>());
  tables.push_back(store::follower_table());
  return store::Store::open(options, clock, random, std::move(tables));
}

}  // namespace laoyou::crash
