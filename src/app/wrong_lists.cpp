#include "app/wrong_lists.h"

#include <algorithm>
#include <fstream>

#include "synth/make_city.h"
#include "synth/wrong_feeds.h"
#include "synth/wrong_residents.h"

namespace laoyou::app {
namespace {

/// Numbers, names and birthdays like those of the city, and none of its people.
synth::City of_strangers(const synth::City& city) {
  constexpr std::int64_t k_people_least = 1'000, k_share = 20;
  constexpr std::int64_t k_nowhere = 999'900'000'000;
  synth::City elsewhere = city;
  elsewhere.place = {RegionCode::from_number(k_nowhere), "别处"};
  elsewhere.people = std::max(city.people / k_share, k_people_least);
  elsewhere.seed = city.seed + 1;
  return elsewhere;
}

/// The files of a folder, opened anew.
class ListFiles {
 public:
  explicit ListFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code said_by_the_first_file;
    std::filesystem::create_directories(folder_, said_by_the_first_file);
  }
  std::ofstream& open(const std::string& name) {
    std::ofstream& file = files_[name];
    file.open(folder_ / name, std::ios::binary);
    return file;
  }
  Result<void> close() {
    for (auto& [name, file] : files_) {
      file.close();
      if (!file) return at((folder_ / name).string(), refuse("file.unwritable"));
    }
    return {};
  }

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::ofstream> files_;
};

}  // namespace

Result<WrittenLists> write_wrong_lists(const synth::City& city, const std::filesystem::path& folder, Decimal wrong_percent) {
  ListFiles files(folder);
  synth::WrongResidents residents(files.open("residents.csv"), files.open("residents.truth.csv"), wrong_percent);
  std::array<std::ostream*, 3> lists{};
  for (std::size_t i = 0; i < lists.size(); ++i) lists[i] = &files.open(synth::WrongFeeds::k_feeds[i] + std::string(".csv"));
  synth::WrongFeeds feeds(lists, files.open("feeds.truth.csv"), city.seed);
  synth::make_city(city, [&](synth::Records&& records) {
    residents.take(records);
    feeds.take(records);
  });
  synth::make_city(of_strangers(city), [&](synth::Records&& records) { feeds.take(records, true); });
  if (const Result<void> written = files.close(); !written) return written.error();
  WrittenLists done{{{"residents", residents.rows()}}, residents.wrong_rows()};
  for (std::size_t i = 0; i < lists.size(); ++i) done.rows[synth::WrongFeeds::k_feeds[i]] = feeds.rows(i);
  return done;
}

}  // namespace laoyou::app
