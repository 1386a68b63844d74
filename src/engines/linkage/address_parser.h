// Province, city and district at the head of a Chinese address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/region_code.h"
#include "engines/linkage/values.h"

namespace laoyou::linkage {

/// What an address says of where it lies, and what follows from it: a district tells its city.
struct AddressPlace {
  std::string province, city, district;  ///< full names; empty where neither said nor to be told
  std::optional<RegionCode> code;        ///< of the deepest place known without doubt
  std::size_t rest = 0;                  ///< where the street begins, in bytes
  /// A place as it is written, in bytes; `level` 1 province, 2 city, 3 district, 0: said again.
  struct Piece {
    int level = 0;
    std::size_t begin = 0, end = 0;
  };
  std::vector<Piece> pieces;             ///< before `rest`, in order
};

/// Reads addresses as people write them: with and without 省, 市, 区, levels left out, said twice, parted by blanks or dashes, and with
/// districts that are no more.
class AddressParser {
 public:
  struct Place {
    RegionCode code;
    std::string name;
  };
  /// `places`: provinces, cities and counties of the country, in any order; deeper ones are passed over.
  explicit AddressParser(const std::vector<Place>& places);

  /// Never refuses: what is no place is the street.
  [[nodiscard]] AddressPlace parse(std::string_view address) const;

 private:
  struct Known {
    RegionCode code;
    std::string name;
    int level = 0;                            // 1 province, 2 city, 3 county
    int province = -1, city = -1;             // places among the known; of itself for its own level
    bool is_heading = false;                  // 市辖区 and the like: a heading of the list, no place
  };
  struct Match {
    int place = -1;
    std::size_t bytes = 0;
    bool is_whole = false;  // with 省, 市, 县, 区
  };
  struct Reading;

  void call(std::string_view name, int place, bool is_whole);
  [[nodiscard]] Match match(std::string_view text, const Reading& reading) const;
  [[nodiscard]] bool begins_with_district_of(std::string_view text, int city) const;
  [[nodiscard]] int choose(const std::vector<std::pair<int, bool>>& named, bool& is_whole, const Reading& reading) const;
  std::size_t read(std::string_view address, std::size_t place, Reading& reading) const;
  [[nodiscard]] std::size_t next_beginning(std::string_view address, std::size_t place, const Reading& reading) const;
  void take(int place, Reading& reading) const;
  [[nodiscard]] AddressPlace answer(const Reading& reading, std::size_t rest) const;

  std::vector<Known> known_;
  Values names_{FieldKind::category};
  std::vector<std::vector<std::pair<int, bool>>> by_name_;  // by the name's number: places, and whether it is their whole name
  std::size_t longest_ = 0;
};

}  // namespace laoyou::linkage
