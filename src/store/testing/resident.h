// The records that the store's tests keep: one with every kind of column, sealed fields, a nested record and a list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/fen.h"
#include "base/id.h"
#include "base/region_code.h"
#include "record/cells.h"
#include "record/describe.h"
#include "record/dictionary.h"

namespace laoyou::store {

enum class Care { none, day, full };
LAOYOU_ENUM(Care, "test_care", none, day, full)

struct Home {
  std::string street;
  std::optional<double> longitude_deg;
};
LAOYOU_RECORD(Home, "test_home", street, longitude_deg)

struct Resident {
  Id<Resident> id;
  RegionCode region;
  std::string name;
  std::string phone;                      // sealed
  std::optional<std::int64_t> scale_sum;  // sealed
  std::optional<Date> born;
  Care care = Care::none;
  Fen pension;
  Decimal share;
  bool alone = false;
  std::optional<Home> home;
  std::vector<std::string> tags;
};
LAOYOU_RECORD(Resident, "test_resident", id, region, name, phone, scale_sum, born, care, pension, share, alone, home, tags)

/// The dictionary rows of these records; called once before their first use.
inline void describe_test_records() {
  static const bool done = [] {
    record::extend_dictionary(
        "record,field,zh,en,unit,source,privacy,mask\n"
        "*,id,编号,id,,,open,\n"
        "*,region,区划,region,,,open,\n"
        "test_resident,name,姓名,name,,,personal,name\n"
        "test_resident,phone,电话,phone,,,sensitive,phone\n"
        "test_resident,scale_sum,评估总分,scale sum,,,sensitive,\n"
        "test_resident,born,出生日期,born,,,internal,\n"
        "test_resident,care,照护,care,,,internal,\n"
        "test_resident,pension,养老金,pension,,,internal,\n"
        "test_resident,share,占比,share,,,internal,\n"
        "test_resident,alone,独居,alone,,,internal,\n"
        "test_resident,home,住址,home,,,internal,\n"
        "test_resident,tags,标签,tags,,,internal,\n"
        "test_home,street,街道,street,,,internal,\n"
        "test_home,longitude_deg,经度,longitude,,,internal,\n"
        "test_care,none,无,none,,,open,\n"
        "test_care,day,日间,day,,,open,\n"
        "test_care,full,全日,full,,,open,\n");
    return true;
  }();
  static_cast<void>(done);
}

}  // namespace laoyou::store
