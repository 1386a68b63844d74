#include "standard_addresses/match_addresses.h"

#include <map>

#include "engines/linkage/values.h"
#include "registry/household.h"
#include "registry/place.h"
#include "registry/residence.h"
#include "standard_addresses/gazetteer_of.h"

namespace laoyou::standard_addresses {
namespace {

using store::Filter;

constexpr std::size_t k_rows_a_command = 500;

bool waits(const AddressMatch& match) { return !match.by_hand && (match.certainty >= AddressCertainty::village || match.doubt != AddressDoubt::nothing); }

template <class T>
void add_subjects(const store::Snapshot& snapshot, const store::Scope& scope, Date day, AddressOwner owner, std::optional<Date> T::*ends, std::vector<Subject>& all) {
  snapshot.each<T>(scope, Filter().is_present("address").order_by("id"), [&](T each) {
    if (each.*ends && *(each.*ends) <= day) return;
    if (each.address && !each.address->empty()) all.push_back({owner, each.id.number, each.region, std::move(*each.address)});
  });
}

bool is_same(const AddressMatch& one, const AddressMatch& other) {
  return one.region == other.region && one.certainty == other.certainty && one.doubt == other.doubt && one.standard_address == other.standard_address && one.longitude == other.longitude &&
         one.latitude == other.latitude && one.score == other.score && one.open == other.open && one.by_hand == other.by_hand && one.text_key == other.text_key;
}

struct Changes {
  std::vector<AddressMatch> made, changed;
  std::vector<Id<AddressMatch>> gone;
  [[nodiscard]] std::size_t size() const { return made.size() + changed.size() + gone.size(); }
};

Result<void> keep(store::Store& store, const store::Acting& acting, Changes changes) {
  const auto part = [](const auto& all, std::size_t first) { return std::vector(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + k_rows_a_command))); };
  const auto in_commands = [&](const auto& all, const auto& write_one) -> Result<void> {
    for (std::size_t first = 0; first < all.size(); first += k_rows_a_command) {
      const auto rows = part(all, first);
      const Result<void> done = store.write(acting, [&](store::Writing& writing) -> Result<void> {
        for (auto row : rows) write_one(writing, row);
        return {};
      }).result();
      if (!done) return done;
    }
    return {};
  };
  // A clerk may have decided meanwhile: what was read is held against what stands.
  const auto update = [](store::Writing& writing, AddressMatch& match) {
    const auto now = writing.find<AddressMatch>(writing.scope(), match.id);
    if (!now || (now->by_hand && now->text_key == match.text_key)) return;
    match.placed_at = writing.now();
    writing.update(match);
  };
  const auto insert = [](store::Writing& writing, AddressMatch& match) {
    match.id = writing.new_id<AddressMatch>();
    match.placed_at = writing.now();
    writing.insert(match);
  };
  const auto remove = [](store::Writing& writing, Id<AddressMatch> id) {
    if (writing.find<AddressMatch>(writing.scope(), id)) writing.remove(id);
  };
  if (const auto done = in_commands(changes.gone, remove); !done) return done;
  if (const auto done = in_commands(changes.changed, update); !done) return done;
  return in_commands(changes.made, insert);
}

}  // namespace

std::vector<Subject> subjects(const store::Snapshot& snapshot, const store::Scope& scope, Date day) {
  std::vector<Subject> all;
  add_subjects<registry::Household>(snapshot, scope, day, AddressOwner::household, &registry::Household::ended, all);
  add_subjects<registry::Residence>(snapshot, scope, day, AddressOwner::residence, &registry::Residence::until, all);
  add_subjects<registry::Institution>(snapshot, scope, day, AddressOwner::institution, &registry::Institution::closed, all);
  return all;
}

std::string address_of(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id) {
  const auto text = [](const auto& found) { return found ? found->address.value_or("") : std::string(); };
  switch (owner) {
    case AddressOwner::household: return text(snapshot.find(scope, Id<registry::Household>{id}));
    case AddressOwner::residence: return text(snapshot.find(scope, Id<registry::Residence>{id}));
    case AddressOwner::institution: return text(snapshot.find(scope, Id<registry::Institution>{id}));
  }
  return {};
}

std::int64_t text_key(RegionCode region, std::string_view text) {
  return static_cast<std::int64_t>(linkage::mixed(linkage::hash_of(text), static_cast<std::uint64_t>(region.number())) >> 1);
}

Placer::Placer(const regions::RegionTree& tree, BaseRows rows)
    : gazetteer(gazetteer_of(tree, rows.counties())), ids(std::move(rows.ids)), base(std::move(rows.rows)), geocoder(gazetteer, base) {}

void Placer::place(const Subject& subject, AddressMatch& match) const {
  const addresses::Placed placed = geocoder.place(subject.text, subject.region);
  match.region = subject.region;
  match.owner = subject.owner;
  match.subject = subject.id;
  match.certainty = static_cast<AddressCertainty>(placed.certainty);
  match.doubt = static_cast<AddressDoubt>(placed.doubt);
  match.standard_address = placed.row ? std::optional(Id<StandardAddress>{ids[*placed.row]}) : std::nullopt;
  match.longitude = placed.point ? std::optional(placed.point->longitude) : std::nullopt;
  match.latitude = placed.point ? std::optional(placed.point->latitude) : std::nullopt;
  match.score = placed.score;
  match.by_hand = false;
  match.decided_by.reset();
  match.text_key = text_key(subject.region, subject.text);
  match.open = waits(match);
}

namespace {

/// The cities in which there are standard addresses, or were when something was placed.
std::set<RegionCode> cities_of(store::Store& store, const store::Scope& scope) {
  return store.read([&](store::Snapshot& snapshot) {
    std::set<RegionCode> cities;
    const auto add = [&](const auto& counts) {
      for (const auto& [region, count] : counts) cities.insert(city_of(RegionCode::parse(std::get<std::string>(region)).value()));
    };
    // What lies in the city counts for a county too: whether an address contradicts its record does not depend on who asks.
    const store::Scope around = store::Scope::of_account(city_of(scope.region()));
    add(snapshot.count_by<StandardAddress>(around, Filter(), "region"));
    add(snapshot.count_by<AddressMatch>(scope, Filter(), "region"));
    return cities;
  });
}

/// The addresses of one city, within the scope of who acts.
class CityMatching {
 public:
  CityMatching(store::Store& store, const store::Acting& acting, RegionCode city, MatchReport& report)
      : store_(store), acting_(acting), city_(store::Scope::of_account(city)), own_(city.contains(acting.scope.region()) ? acting.scope : city_), report_(report) {}

  Result<void> run(const regions::RegionTree& tree, Date day, const MatchProgress& progress) {
    BaseRows rows;
    std::vector<Subject> all;
    store_.read([&](store::Snapshot& snapshot) {
      rows = base_rows(snapshot, city_, day);
      all = subjects(snapshot, own_, day);
      snapshot.each<AddressMatch>(own_, Filter(), [&](const AddressMatch& match) { kept_.emplace(std::pair(match.owner, match.subject), match); });
      return 0;
    });
    const std::set<RegionCode> counties = rows.counties();
    std::erase_if(all, [&](const Subject& subject) { return !counties.contains(county_of(subject.region)); });
    const Placer placer(tree, std::move(rows));
    const std::int64_t whole = report_.addresses + std::ssize(all);
    for (const Subject& subject : all) {
      constexpr std::int64_t k_report_every = 1'000;
      if (++report_.addresses % k_report_every == 0) progress(report_.addresses, whole);
      match(placer, subject);
    }
    for (const auto& [key, match] : kept_) changes_.gone.push_back(match.id);
    report_.changed += std::ssize(changes_.made) + std::ssize(changes_.changed) + std::ssize(changes_.gone);
    return keep(store_, acting_, std::move(changes_));
  }

 private:
  void match(const Placer& placer, const Subject& subject) {
    const auto before = kept_.find({subject.owner, subject.id});
    AddressMatch match = before == kept_.end() ? AddressMatch() : before->second;
    if (before == kept_.end() || !match.by_hand || match.text_key != text_key(subject.region, subject.text)) placer.place(subject, match);
    report_.open += match.open ? 1 : 0;
    if (before == kept_.end()) changes_.made.push_back(match);
    else if (!is_same(match, before->second)) changes_.changed.push_back(match);
    if (before != kept_.end()) kept_.erase(before);
  }

  store::Store& store_;
  const store::Acting& acting_;
  store::Scope city_, own_;
  MatchReport& report_;
  std::map<std::pair<AddressOwner, std::int64_t>, AddressMatch> kept_;
  Changes changes_;
};

}  // namespace

Result<MatchReport> match_addresses(store::Store& store, const store::Acting& acting, const regions::RegionTree& tree, Date day, const MatchProgress& progress) {
  MatchReport report;
  for (const RegionCode city : cities_of(store, acting.scope))
    if (const auto done = CityMatching(store, acting, city, report).run(tree, day, progress); !done) return done.error();
  return report;
}

Result<void> decide_match(store::Writing& writing, const DecideMatch& decision, std::int64_t account) {
  auto match = writing.find<AddressMatch>(writing.scope(), decision.id);
  if (!match) return refuse("address_matches.not_found");
  if (decision.longitude.has_value() != decision.latitude.has_value()) return at("/longitude", refuse("addresses.half_point"));
  const bool chooses = decision.standard_address || decision.longitude;
  if (decision.standard_address) {
    const auto standard = writing.find(writing.scope(), *decision.standard_address);
    if (!standard) return at("/standard_address", refuse("reference.not_found", {std::to_string(decision.standard_address->number)}));
    match->certainty = standard->number ? AddressCertainty::door : AddressCertainty::building;
    match->longitude = standard->longitude;
    match->latitude = standard->latitude;
  } else if (chooses) {
    if (const auto point = Point::create(*decision.longitude, *decision.latitude); !point) return at("/longitude", point.error());
    match->certainty = AddressCertainty::building;
    match->longitude = decision.longitude;
    match->latitude = decision.latitude;
  }
  match->standard_address = decision.standard_address;
  match->by_hand = chooses;
  match->open = !chooses;
  match->doubt = chooses ? AddressDoubt::nothing : AddressDoubt::unknown;
  if (!chooses) {
    match->certainty = AddressCertainty::none;
    match->longitude.reset();
    match->latitude.reset();
  }
  match->decided_by = chooses ? std::optional(account) : std::nullopt;
  match->text_key = text_key(match->region, address_of(writing, writing.scope(), match->owner, match->subject));
  match->placed_at = writing.now();
  writing.update(*match);
  return {};
}

}  // namespace laoyou::standard_addresses
