#include "record/dictionary.h"

#include <algorithm>

#include "base/check.h"
#include "base/csv.h"
#include "base/embedded.h"

LAOYOU_EMBEDDED(dictionary_csv)

namespace laoyou::record {
namespace {

Privacy privacy_of(std::string_view text) {
  if (text.empty() || text == "open") return Privacy::open;
  if (text == "internal") return Privacy::internal;
  if (text == "personal") return Privacy::personal;
  if (text == "sensitive") return Privacy::sensitive;
  CHECK(text == "secret");
  return Privacy::secret;
}

Mask mask_of(std::string_view text) {
  if (text == "name") return Mask::name;
  if (text == "phone") return Mask::phone;
  if (text == "id_number") return Mask::id_number;
  if (text == "address") return Mask::address;
  CHECK(text.empty() || text == "all");
  return Mask::all;
}

Dictionary& loaded() {
  static Dictionary dictionary;
  static const bool filled = (dictionary.add(dictionary_csv()), true);
  static_cast<void>(filled);
  return dictionary;
}

}  // namespace

void Dictionary::add(std::string_view csv) {
  const auto rows = read_csv(csv).value();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const CsvRow& row = rows[i];
    CHECK(row.size() == 8);
    DictionaryEntry entry{row[0].text, row[1].text, row[2].text, row[3].text, row[4].text, row[5].text, privacy_of(row[6].text), mask_of(row[7].text)};
    auto key = std::pair(entry.record, entry.field);
    rows_.insert_or_assign(std::move(key), std::move(entry));
  }
}

const DictionaryEntry* Dictionary::find(std::string_view record, std::string_view field) const {
  const std::pair<std::string, std::string> key{record, field};
  if (const auto own = rows_.find(key); own != rows_.end()) return &own->second;
  const auto shared = rows_.find({"*", key.second});
  if (shared == rows_.end()) return nullptr;
  const auto of_record = rows_.find({key.first, "*"});
  if (of_record == rows_.end()) return &shared->second;
  const std::scoped_lock lock(inheriting_);
  const auto [inherited, fresh] = inherited_.try_emplace(key, shared->second);
  if (fresh) {
    // The stricter of the two: what is a phone everywhere stays one.
    inherited->second.privacy = std::max(of_record->second.privacy, shared->second.privacy);
    if (!shared->second.masked()) inherited->second.mask = of_record->second.mask;
  }
  return &inherited->second;
}

const DictionaryEntry& Dictionary::entry(std::string_view record, std::string_view field) const {
  const DictionaryEntry* found = find(record, field);
  if (found == nullptr)
    fail_check(("dictionary.csv has a row for " + std::string(record) + "," + std::string(field)).c_str(), __FILE__, __LINE__);
  return *found;
}

std::vector<const DictionaryEntry*> Dictionary::entries() const {
  std::vector<const DictionaryEntry*> all;
  for (const auto& [key, entry] : rows_) all.push_back(&entry);
  return all;
}

const Dictionary& dictionary() { return loaded(); }

void extend_dictionary(std::string_view csv) { loaded().add(csv); }

}  // namespace laoyou::record
