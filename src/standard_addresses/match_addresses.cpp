#include "standard_addresses/match_addresses.h"

#include <algorithm>
#include <map>

#include "engines/linkage/values.h"
#include "standard_addresses/gazetteer_of.h"
#include "store/record_watch.h"

namespace laoyou::standard_addresses {
namespace {

using store::Filter;

constexpr std::size_t k_rows_a_command = 500;

bool waits(const AddressMatch& match) { return !match.by_hand && (match.certainty >= AddressCertainty::village || match.doubt != AddressDoubt::nothing); }

struct Changes {
  std::vector<AddressMatch> made, changed, gone;
};

SubjectKey key_of(const AddressMatch& match) { return {match.owner, match.subject}; }

/// What some matches speak of, as it stands in a command. They were reckoned from what was read before it: whatever has changed since stands, and is placed by the queue of
/// changes.
class AsItStands {
 public:
  AsItStands(const store::Writing& writing, const std::vector<AddressMatch>& part, Date day) {
    std::set<SubjectKey> keys;
    std::vector<std::int64_t> numbers;
    for (const AddressMatch& match : part) {
      keys.insert(key_of(match));
      numbers.push_back(match.subject);
    }
    subjects_ = subjects_among(writing, writing.scope(), keys, day);
    writing.each<AddressMatch>(writing.scope(), Filter().one_of("subject", numbers), [&](const AddressMatch& each) { matches_.emplace(key_of(each), each); });
  }

  bool has_match(const AddressMatch& match) const { return matches_.contains(key_of(match)); }
  /// Neither a clerk nor the queue has written the match since it was read.
  bool is_untouched(const AddressMatch& match) const {
    const auto found = matches_.find(key_of(match));
    return found != matches_.end() && found->second.id == match.id && found->second.placed_at == match.placed_at;
  }
  const Subject* subject(const AddressMatch& match) const {
    const auto found = subjects_.find(key_of(match));
    return found == subjects_.end() ? nullptr : &found->second;
  }
  /// The record counts, at the address by which the match was made.
  bool has_its_address(const AddressMatch& match) const {
    const Subject* const now = subject(match);
    return now && text_key(now->region, now->text) == match.text_key;
  }

 private:
  std::map<SubjectKey, Subject> subjects_;
  std::map<SubjectKey, AddressMatch> matches_;
};

/// Keeps the changes, some hundreds in a command.
class Keeping {
 public:
  Keeping(store::Store& store, const store::Acting& acting, const std::set<RegionCode>& counties, Date day) : store_(store), acting_(acting), counties_(counties), day_(day) {}

  /// How many were kept.
  Result<std::int64_t> keep(const Changes& changes) {
    const auto remove = [this](store::Writing& writing, const AsItStands& now, const AddressMatch& match) {
      const Subject* const subject = now.subject(match);
      if (!now.is_untouched(match) || (subject && counties_.contains(county_of(subject->region)))) return false;
      writing.remove(match.id);
      return true;
    };
    const auto update = [](store::Writing& writing, const AsItStands& now, AddressMatch match) {
      if (!now.is_untouched(match) || !now.has_its_address(match)) return false;
      match.placed_at = writing.now();
      writing.update(match);
      return true;
    };
    const auto insert = [](store::Writing& writing, const AsItStands& now, AddressMatch match) {
      if (now.has_match(match) || !now.has_its_address(match)) return false;
      match.id = writing.new_id<AddressMatch>();
      match.placed_at = writing.now();
      writing.insert(match);
      return true;
    };
    if (const auto done = in_commands(changes.gone, remove); !done) return done.error();
    if (const auto done = in_commands(changes.changed, update); !done) return done.error();
    if (const auto done = in_commands(changes.made, insert); !done) return done.error();
    return kept_;
  }

 private:
  template <class Write>
  Result<void> in_commands(const std::vector<AddressMatch>& all, const Write& write) {
    for (std::size_t first = 0; first < all.size(); first += k_rows_a_command) {
      const std::vector part(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + k_rows_a_command)));
      std::int64_t kept = 0;
      const Result<void> done = store_.write(acting_, [&](store::Writing& writing) -> Result<void> {
        const AsItStands now(writing, part, day_);
        kept = std::count_if(part.begin(), part.end(), [&](const AddressMatch& match) { return write(writing, now, match); });
        return {};
      }).result();
      if (!done) return done;
      kept_ += kept;
    }
    return {};
  }

  store::Store& store_;
  const store::Acting& acting_;
  const std::set<RegionCode>& counties_;  ///< where addresses are placed
  Date day_;
  std::int64_t kept_ = 0;
};

}  // namespace

bool is_same(const AddressMatch& one, const AddressMatch& other) {
  return one.region == other.region && one.certainty == other.certainty && one.doubt == other.doubt && one.standard_address == other.standard_address && one.longitude == other.longitude &&
         one.latitude == other.latitude && one.score == other.score && one.open == other.open && one.by_hand == other.by_hand && one.text_key == other.text_key;
}

std::int64_t text_key(RegionCode region, std::string_view text) {
  return static_cast<std::int64_t>(linkage::mixed(linkage::hash_of(text), static_cast<std::uint64_t>(region.number())) >> 1);
}

Placer::Placer(const regions::RegionTree& tree, BaseRows rows)
    : counties(rows.counties()), gazetteer(gazetteer_of(tree, counties)), ids(std::move(rows.ids)), base(std::move(rows.rows)), geocoder(gazetteer, base) {}

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

  /// The state of the base by which was placed, see RecordWatch.
  Result<std::int64_t> run(const regions::RegionTree& tree, Date day, store::RecordWatch& watch, const MatchProgress& progress) {
    BaseRows rows;
    std::int64_t base = 0;
    std::vector<Subject> all;
    store_.read([&](store::Snapshot& snapshot) {
      base = watch.as_of(snapshot);
      rows = base_rows(snapshot, city_, day);
      all = subjects(snapshot, own_, day);
      snapshot.each<AddressMatch>(own_, Filter(), [&](const AddressMatch& match) { kept_.emplace(key_of(match), match); });
      return 0;
    });
    const Placer placer(tree, std::move(rows));
    std::erase_if(all, [&](const Subject& subject) { return !placer.counties.contains(county_of(subject.region)); });
    const std::int64_t whole = report_.addresses + std::ssize(all);
    progress(report_.addresses, whole);
    for (const Subject& subject : all) {
      constexpr std::int64_t k_report_every = 1'000;
      if (++report_.addresses % k_report_every == 0) progress(report_.addresses, whole);
      match(placer, subject);
    }
    for (const auto& [key, match] : kept_) changes_.gone.push_back(match);
    const auto kept = Keeping(store_, acting_, placer.counties, day).keep(changes_);
    if (!kept) return kept.error();
    report_.changed += *kept;
    return base;
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
  std::map<SubjectKey, AddressMatch> kept_;
  Changes changes_;
};

Result<void> match_city(store::Store& store, const store::Acting& acting, RegionCode city, const regions::RegionTree& tree, Date day, const MatchProgress& progress, MatchReport& report) {
  store::RecordWatch watch({"standard_address"});
  const MatchReport before = report;
  for (int round = 0; round < k_rounds_most; ++round) {
    const std::int64_t changed = report.changed;
    report = before;
    report.changed = changed;
    const auto base = CityMatching(store, acting, city, report).run(tree, day, watch, progress);
    if (!base) return base.error();
    if (store.read([&](store::Snapshot& snapshot) { return watch.as_of(snapshot); }) == *base) break;
  }
  return {};
}

}  // namespace

Result<MatchReport> match_addresses(store::Store& store, const store::Acting& acting, const regions::RegionTree& tree, Date day, const MatchProgress& progress) {
  MatchReport report;
  for (const RegionCode city : cities_of(store, acting.scope))
    if (const auto done = match_city(store, acting, city, tree, day, progress, report); !done) return done.error();
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
