#include "standard_addresses/new_addresses.h"

#include <stdexcept>

namespace laoyou::standard_addresses {
namespace {

using store::Filter;
using store::Scope;

constexpr std::size_t k_waiting_most = 20'000, k_at_once = 500;

template <class T>
bool changes_address(const store::Change<T>& change) {
  if (!change.before || !change.after) return (change.after ? change.after : change.before)->address.has_value();
  return change.before->address != change.after->address || change.before->region != change.after->region || end_of(*change.before) != end_of(*change.after);
}

std::optional<AddressMatch> match_of(const store::Snapshot& snapshot, AddressOwner owner, std::int64_t record) {
  return snapshot.first<AddressMatch>(Scope::country(), Filter().equals("owner", owner).equals("subject", store::Cell(record)));
}

}  // namespace

NewAddresses::NewAddresses(store::Store& store, const Clock& clock, KeptPlacers& placers, Regions regions, store::Follower& follower, Queue::Trouble trouble)
    : store_(store), clock_(clock), placers_(placers), regions_(std::move(regions)), queue_(k_waiting_most, k_at_once, [this](const std::vector<Changed>& changed) { place(changed); }, std::move(trouble)) {
  follow<registry::Household>(follower, AddressOwner::household);
  follow<registry::Residence>(follower, AddressOwner::residence);
  follow<registry::Institution>(follower, AddressOwner::institution);
  follower.on<AddressMatch>("given_back_addresses", [this](const store::Change<AddressMatch>& change) {
    const bool given_back = change.before && change.before->by_hand && change.after && !change.after->by_hand;
    if (given_back) queue_.add({change.after->owner, change.after->subject, true});
  });
}

template <class T>
void NewAddresses::follow(store::Follower& follower, AddressOwner owner) {
  follower.on<T>("new_addresses", [this, owner](const store::Change<T>& change) {
    if (changes_address(change)) queue_.add({owner, change.entry.record_id, false});
  });
}

void NewAddresses::place(const std::vector<Changed>& changed) {
  std::vector<Changed> waiting = changed;
  for (int round = 0; round < k_rounds_most; ++round) {
    if (place_by_one_base(waiting)) return;
    for (Changed& each : waiting) each.anew = true;
  }
}

/// Whether the base is still the same afterwards.
bool NewAddresses::place_by_one_base(const std::vector<Changed>& changed) {
  const Date day = clock_.now().beijing_day();
  Placers placers;
  std::vector<Changed> concerned;
  const std::int64_t base = store_.read([&](store::Snapshot& snapshot) {
    for (const Changed& each : changed) {
      const auto subject = subject_of(snapshot, Scope::country(), each.owner, each.record, day);
      // A city's base is read only where it has one: most counties of a province have none yet.
      const bool has_base = subject && snapshot.first<StandardAddress>(Scope::of_account(county_of(subject->region)), Filter()).has_value();
      if (has_base)
        if (const RegionCode city = city_of(subject->region); !placers.contains(city)) placers.emplace(city, placers_.at(snapshot, regions_(), city, day));
      if (has_base || match_of(snapshot, each.owner, each.record)) concerned.push_back(each);
    }
    return placers_.state_of_base(snapshot);
  });
  if (concerned.empty()) return true;
  const auto kept = [&] {
    return store_.write(store::Acting::system("standard_addresses.new"), [&](store::Writing& writing) -> Result<void> {
      for (const Changed& each : concerned) renew(writing, placers, each, day);
      return {};
    }).result();
  };
  // Another server on the database may have placed the same at the same moment; the second time its row is seen.
  if (!kept())
    if (const Result<void> again = kept(); !again) throw std::runtime_error(message(again.error(), Language::en));
  return store_.read([&](store::Snapshot& snapshot) { return placers_.state_of_base(snapshot); }) == base;
}

/// Within the command the record is read again: what changes after it comes by the queue again.
void NewAddresses::renew(store::Writing& writing, const Placers& placers, const Changed& changed, Date day) {
  const auto subject = subject_of(writing, Scope::country(), changed.owner, changed.record, day);
  auto match = match_of(writing, changed.owner, changed.record);
  const auto placer = subject ? placers.find(city_of(subject->region)) : placers.end();
  if (placer == placers.end() || !placer->second->counties.contains(county_of(subject->region))) {
    if (match) writing.remove(match->id);
    return;
  }
  // A clerk's choice, or another server was first.
  if (match && match->text_key == text_key(subject->region, subject->text) && (match->by_hand || !changed.anew)) return;
  const std::optional<AddressMatch> before = match;
  if (!before) match.emplace().id = writing.new_id<AddressMatch>();
  placer->second->place(*subject, *match);
  if (before && is_same(*match, *before)) return;
  match->placed_at = writing.now();
  if (!before)
    writing.insert(*match);
  else
    writing.update(*match);
}

}  // namespace laoyou::standard_addresses
