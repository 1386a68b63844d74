// Files follow their record: taken out with it, moved with it. A file that outlived its record would be nobody's, and its bytes would stay for ever.
#include <set>

#include "files/keep.h"

namespace laoyou::files {
namespace {

using store::Filter;
using store::Scope;

const store::Actor k_program{0, "system", "files"};

Filter of_record(const std::string& record, std::int64_t id) { return Filter().equals("record", record).equals("record_id", store::Cell(id)); }

std::optional<RegionCode> region_of(const store::Snapshot& snapshot, const std::string& record, std::int64_t id) {
  const store::Table& table = snapshot.catalog().table(record);
  const auto row = snapshot.find_row(table, Scope::country(), id);
  if (!row) return std::nullopt;
  return RegionCode::parse(std::get<std::string>((*row)[table.plain_position("region")])).value();
}

/// Brings the files of one record to where it is now, or takes them out when it is gone.
void follow(const Services& services, const std::string& record, std::int64_t id) {
  std::vector<std::int64_t> forsaken;
  const store::WriteOutcome outcome = services.store.write(k_program, [&](store::Writing& writing) -> Result<void> {
    const std::optional<RegionCode> region = region_of(writing, record, id);
    for (File& file : writing.select<File>(Scope::country(), of_record(record, id))) {
      if (!region) {
        remove_file(writing, file, forsaken);
      } else if (file.region != *region) {
        file.region = *region;
        writing.update(file);
      }
    }
    return {};
  });
  static_cast<void>(outcome.result());
  store::Contents contents(services.store);
  for (const std::int64_t content : forsaken) contents.erase(content);
}

bool has_files(const Services& services, const std::string& record, std::int64_t id) {
  return services.store.read([&](store::Snapshot& snapshot) { return snapshot.count<File>(Scope::country(), of_record(record, id)) > 0; });
}

}  // namespace

void follow_records(const Services& services, store::Follower& follower) {
  follower.on_any("files", [services](const store::JournalEntry& entry) {
    const collection::Collection* collection = services.registers.find(entry.record);
    if (collection == nullptr || collection->files.empty() || entry.action == store::Action::insert) return;
    if (has_files(services, entry.record, entry.record_id)) follow(services, entry.record, entry.record_id);
  });
}

std::int64_t sweep(const Services& services, Instant before) {
  std::set<std::pair<std::string, std::int64_t>> records, lost;
  services.store.read([&](store::Snapshot& snapshot) {
    snapshot.each<File>(Scope::country(), Filter(), [&](const File& file) { records.emplace(file.record, file.record_id); });
  });
  for (const auto& [record, id] : records)
    if (services.registers.find(record) != nullptr && !services.store.read([&, &name = record, number = id](store::Snapshot& snapshot) { return region_of(snapshot, name, number).has_value(); }))
      lost.emplace(record, id);
  for (const auto& [record, id] : lost) follow(services, record, id);
  store::Contents contents(services.store);
  return static_cast<std::int64_t>(lost.size()) + contents.sweep(before);
}

}  // namespace laoyou::files
