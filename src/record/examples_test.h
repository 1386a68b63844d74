// Records that the tests of this room describe, with every kind of leaf there is.
#pragma once

#include <string>

#include "record/leaf.h"

namespace laoyou::record::example {

enum class Care { nursery, nursing_home };
LAOYOU_ENUM(Care, "example_care", nursery, nursing_home)

struct Address {
  std::string street;
  std::optional<std::int32_t> floor;
  RegionCode region;
  bool operator==(const Address&) const = default;
};
LAOYOU_RECORD(Address, "example_address", street, floor, region)

struct Fee {
  std::string item;
  Fen amount;
  std::optional<Period> until;
  bool operator==(const Fee&) const = default;
};
LAOYOU_RECORD(Fee, "example_fee", item, amount, until)

/// Every leaf type, optional and required, lists and nested records.
struct Institution {
  Id<Institution> id;
  std::string name;
  bool open = false;
  std::int32_t beds = 0;
  std::int64_t visits = 0;
  double longitude = 0;
  Decimal share;
  Fen fee;
  Minutes stay;
  Instant seen;
  Date founded;
  Period period;
  RegionCode region;
  CreditCode credit_code;
  IdNumber head;
  Care care = Care::nursery;
  std::optional<Date> closed;
  std::optional<std::string> remark;
  std::vector<std::string> tags;
  std::vector<Care> cares;
  Address address;
  std::optional<Address> branch;
  std::vector<Fee> fees;
  bool operator==(const Institution&) const = default;
};
LAOYOU_RECORD(Institution, "example_institution", id, name, open, beds, visits, longitude, share, fee, stay, seen, founded, period, region, credit_code, head,
              care, closed, remark, tags, cares, address, branch, fees)

/// What fits on a sheet: values, lists of values, nested records, but no list of records.
struct SheetRecord {
  std::string name;
  RegionCode region;
  bool open = false;
  std::int32_t beds = 0;
  double longitude = 0;
  Decimal share;
  Fen fee;
  Date founded;
  Period period;
  Care care = Care::nursery;
  std::optional<Date> closed;
  std::optional<std::string> remark;
  std::vector<std::string> tags;
  std::vector<Care> cares;
  Address address;
  std::optional<Address> branch;
  bool operator==(const SheetRecord&) const = default;
};
LAOYOU_RECORD(SheetRecord, "example_sheet", name, region, open, beds, longitude, share, fee, founded, period, care, closed, remark, tags, cares, address, branch)

/// One field of each privacy class and mask.
struct Elder {
  std::string title;
  std::string name;
  std::string phone;
  IdNumber id_number;
  std::string home;
  std::int64_t income = 0;
  std::optional<std::string> illness;
  std::vector<std::string> allergies;
  Address address;
  std::string password;
  bool operator==(const Elder&) const = default;
};
LAOYOU_RECORD(Elder, "example_elder", title, name, phone, id_number, home, income, illness, allergies, address, password)

/// A list of records that hold sealed and secret fields.
struct Household {
  std::string name;
  std::vector<Elder> elders;
  bool operator==(const Household&) const = default;
};
LAOYOU_RECORD(Household, "example_household", name, elders)

/// A record within itself.
struct Tree {
  std::string name;
  std::vector<Tree> branches;
  bool operator==(const Tree&) const = default;
};
LAOYOU_RECORD(Tree, "example_tree", name, branches)

struct Nothing {
  bool operator==(const Nothing&) const = default;
};
LAOYOU_EMPTY_RECORD(Nothing, "example_nothing")

/// Adds the dictionary's rows for the records above, once; every test file of this room that uses them begins with this.
bool describe_examples();
inline const bool k_described = describe_examples();

Elder an_elder();
Institution an_institution();

}  // namespace laoyou::record::example
