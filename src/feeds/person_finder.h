// Who may be the same person: residents in memory under the linkage engine's keys; a record that comes is weighed against those that share a key with it.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engines/linkage/explain.h"
#include "engines/linkage/key_table.h"

namespace laoyou::feeds {

/// What of a person is compared; empty where it is not known.
struct PersonText {
  std::string name, sex, birth_date, id_number, phone, street, address;
};

/// What one field says of a pair.
struct FieldWeight {
  std::string field;  ///< "name", "birth_date" …
  std::string level;  ///< "exact", "close" … (docs/linkage.md)
  double bits = 0;    ///< above 0 for one person, below for two
};

struct NearPerson {
  std::int64_t id = 0;
  double probability = 0;  ///< 0 … 1 that they are one
  bool certain = false;
  std::string against;     ///< hard evidence that they are two; empty: none
  std::vector<FieldWeight> fields;
};

/// Safe across threads. The weights are those learned once from the engine's invented residents; how rare a value is, is counted among
/// those and all that are here, so that a register of a few people judges like one of a small city.
class PersonFinder {
 public:
  PersonFinder();

  void put(std::int64_t id, const PersonText& person);
  void remove(std::int64_t id);
  std::size_t size() const;

  /// Those that may be this person, `but` left out, the surest first; at most `most`.
  std::vector<NearPerson> near(const PersonText& person, std::int64_t but, std::size_t most = 5);
  /// How a pair is weighed, whatever comes of it; nothing where one of them is not here.
  std::optional<NearPerson> pair(std::int64_t one, std::int64_t other);

 private:
  using Cells = std::array<std::string_view, 7>;
  static Cells cells_of(const PersonText& person);
  void attach(linkage::Row row);
  void detach(linkage::Row row);
  void count(linkage::Row row, std::int32_t step);
  void meet_new_values(std::size_t field);
  void take_prior();
  NearPerson weighed(linkage::Row row, linkage::Row other) const;

  mutable std::mutex mutex_;
  linkage::Map map_;
  linkage::Records records_;
  linkage::Model model_;
  linkage::Keys keys_;
  double duplicates_ = 0;  ///< records of one person that a record is expected to have among all
  std::vector<linkage::KeyTable> tables_;
  std::vector<std::vector<linkage::Key>> keys_of_row_;
  std::vector<std::uint8_t> present_;
  std::size_t there_ = 0;
};

}  // namespace laoyou::feeds
