#include "standard_addresses/base_changes.h"

#include <stdexcept>

namespace laoyou::standard_addresses {
namespace {

using store::Filter;
using store::Scope;

constexpr std::size_t k_rows_most = 2'000, k_counties_most = 5'000, k_records_a_command = 500;

/// What decides where an address lies by the row.
bool changes_base(const store::Change<StandardAddress>& change) {
  if (!change.before || !change.after) return true;
  const auto said = [](const StandardAddress& row) { return std::tie(row.region, row.road, row.number, row.estate, row.building, row.longitude, row.latitude, row.ended); };
  return said(*change.before) != said(*change.after);
}

}  // namespace

BaseChanges::BaseChanges(store::Store& store, const Clock& clock, NewAddresses& addresses, NewAddresses::Regions regions, store::Follower& follower,
                         std::function<void(const std::string& what)> trouble)
    : store_(store), clock_(clock), addresses_(addresses), regions_(std::move(regions)), queue_(k_counties_most, 1, [this](const std::vector<RegionCode>& counties) { work(counties.front()); }, std::move(trouble)) {
  follower.on<StandardAddress>("base_changes", [this](const store::Change<StandardAddress>& change) {
    if (!changes_base(change)) return;
    for (const std::optional<StandardAddress>& row : {change.before, change.after})
      if (row) take(county_of(row->region), change.entry.record_id);
  });
}

/// A list of a million rows is remembered as its counties.
void BaseChanges::take(RegionCode county, std::int64_t row) {
  const std::lock_guard lock(mutex_);
  const auto [found, fresh] = waiting_.try_emplace(county);
  Rows& rows = found->second;
  if (rows.ids.size() < k_rows_most) rows.ids.insert(row);
  else rows.whole = true;
  if (fresh) queue_.add(county);
}

void BaseChanges::work(RegionCode county) {
  Rows rows;
  {
    const std::lock_guard lock(mutex_);
    rows = std::move(waiting_.extract(county).mapped());
  }
  const bool lies_somewhere = store_.read([&](store::Snapshot& snapshot) { return snapshot.first<AddressMatch>(Scope::of_account(county), Filter()).has_value(); });
  if (rows.whole || !lies_somewhere) return place_whole(county);
  const std::vector<NewAddresses::Changed> all = concerned(county, rows);
  for (std::size_t first = 0; first < all.size(); first += k_records_a_command)
    addresses_.place(std::vector(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + k_records_a_command))));
}

void BaseChanges::place_whole(RegionCode county) {
  store::Acting acting = store::Acting::system("standard_addresses.base");
  acting.scope = Scope::of_account(county);
  const auto done = match_addresses(store_, acting, *regions_(), clock_.now().beijing_day(), [](std::int64_t, std::int64_t) {});
  if (!done) throw std::runtime_error(message(done.error(), Language::en));
}

std::vector<NewAddresses::Changed> BaseChanges::concerned(RegionCode county, const Rows& rows) const {
  std::set<std::pair<AddressOwner, std::int64_t>> found;
  store_.read([&](store::Snapshot& snapshot) {
    const auto add = [&](const Scope& scope, const Filter& filter) {
      snapshot.each<AddressMatch>(scope, filter, [&](const AddressMatch& match) {
        if (!match.by_hand) found.emplace(match.owner, match.subject);
      });
    };
    add(Scope::country(), Filter().one_of("standard_address", std::vector<std::int64_t>(rows.ids.begin(), rows.ids.end())));
    const Scope city = Scope::of_account(city_of(county));
    add(city, Filter().equals("open", true));
    add(city, Filter().equals("certainty", AddressCertainty::road));
    return 0;
  });
  std::vector<NewAddresses::Changed> all;
  for (const auto& [owner, subject] : found) all.push_back({owner, subject, true});
  return all;
}

}  // namespace laoyou::standard_addresses
