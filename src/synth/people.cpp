#include "synth/people.h"

#include <algorithm>
#include <cmath>

namespace laoyou::synth {

using namespace registry;

namespace {

constexpr int k_adult = 18, k_elder = 60;

void shuffle(std::vector<Person>& people, SeededRandom& random) {
  for (std::size_t i = people.size(); i > 1; --i) std::swap(people[i - 1], people[random.below(i)]);
}

/// The last so many, taken off.
std::vector<Person> take(std::vector<Person>& from, std::int64_t count) {
  const std::size_t some = std::min(from.size(), static_cast<std::size_t>(count));
  std::vector<Person> taken(from.end() - static_cast<std::ptrdiff_t>(some), from.end());
  from.resize(from.size() - some);
  return taken;
}

}  // namespace

People::People(Desk& desk, Places& places, Care& care, const AgeCounts& counts) : desk_(desk), places_(places), care_(care), facts_(desk), life_(desk, care) {
  deal_ages(counts);
  alone_ = desk.city.quantities.share("lives_alone_share");
  // Couples are dealt: two at a time.
  nest_ = DealtShare(Decimal::from_millionths(desk.city.quantities.decimal("empty_nest_share").millionths() / 2));
  const std::int64_t elders = counts.between(k_elder, k_ages - 1), nursery_age = counts.between(1, 2);
  in_home_ = DealtShare::of(std::min(care.occupied_beds, elders), elders);
  in_nursery_ = DealtShare::of(std::min(care.children, nursery_age), nursery_age);
  add_departed(counts);
}

void People::deal_ages(const AgeCounts& counts) {
  for (std::size_t sex = 0; sex < 2; ++sex)
    for (int age = 0; age < k_ages; ++age) {
      std::vector<Person>& group = age < k_adult ? children_ : age < k_elder ? adults_ : elders_;
      group.insert(group.end(), static_cast<std::size_t>(counts.alive[sex][static_cast<std::size_t>(age)]), {age, sex == 0});
    }
  for (std::vector<Person>* group : {&children_, &adults_, &elders_}) shuffle(*group, desk_.random);
}

std::map<RegionCode, VillageCount> People::make() {
  std::vector<double> weights;
  std::vector<Village> villages;
  for (std::size_t county = 0; county < desk_.city.counties.size(); ++county) {
    std::vector<Place> places;
    for (const Street& street : desk_.city.counties[county].streets)
      if (street.villages.empty()) places.push_back(street.place);
      else places.insert(places.end(), street.villages.begin(), street.villages.end());
    const std::vector<double> uneven = desk_.uneven(places.size());
    double sum = 0;
    for (const double weight : uneven) sum += weight;
    for (std::size_t i = 0; i < places.size(); ++i) {
      villages.push_back({places[i], county, {}, {}, {}, 0});
      weights.push_back(desk_.city.counties[county].people * uneven[i] / sum);
    }
  }
  const auto children = apportion(std::ssize(children_), weights), adults = apportion(std::ssize(adults_), weights), elders = apportion(std::ssize(elders_), weights);
  for (std::size_t i = 0; i < villages.size(); ++i) {
    Village& village = villages[i];
    village.children = take(children_, children[i]);
    village.elders = take(elders_, elders[i]);
    for (const Person& adult : take(adults_, adults[i])) village.adults[static_cast<std::size_t>(adult.age)].push_back(adult);
    village.adults_left = adults[i];
    make_village(village);
    desk_.hand_on();
    village = {};
  }
  for (auto& county : care_.beds)
    for (const FreeBed& bed : county) places_.add_bed(bed, std::nullopt);
  desk_.hand_on(true);
  return std::move(villages_);
}

void People::make_village(Village& village) {
  settle_elders(village);
  settle_families(village);
  settle_adults(village);
}

Id<Household> People::open_household(const Village& village) {
  const std::int64_t number = ++villages_[village.place.code].households;
  Household made;
  made.region = village.place.code;
  made.address = std::to_string((number - 1) / 40 + 1) + "号楼" + std::to_string((number - 1) / 10 % 4 + 1) + "单元" + std::to_string((number - 1) % 10 / 2 + 1) + "0" + std::to_string(number % 2 + 1) + "室";
  desk_.hand_on();
  return desk_.add(made);
}

/// Those who live alone, those who live as a couple; the others wait for a family.
void People::settle_elders(Village& village) {
  while (!village.elders.empty()) {
    const Person person = village.elders.back();
    village.elders.pop_back();
    if (alone_.next()) {
      add_elder(village, person, open_household(village), desk_.identities.surname(), LivingArrangement::alone);
    } else if (nest_.next() && !village.elders.empty()) {
      const Person other = village.elders.back();
      village.elders.pop_back();
      alone_.next();
      nest_.next();
      const Id<Household> household = open_household(village);
      for (const Person& one : {person, other}) add_elder(village, one, household, desk_.identities.surname(), LivingArrangement::couple);
    } else {
      waiting_.emplace_back(person, 0);
    }
  }
}

std::optional<Person> People::take_adult(Village& village, int age, int oldest_away) {
  for (int away = 0; away <= oldest_away; ++away)
    for (const int at : {age + away, age - away}) {
      if (at < k_adult || at >= k_elder) continue;
      auto& of_age = village.adults[static_cast<std::size_t>(at)];
      if (of_age.empty()) continue;
      const Person taken = of_age.back();
      of_age.pop_back();
      --village.adults_left;
      return taken;
    }
  return std::nullopt;
}

/// One or two children, their parents, and now and then somebody old.
void People::settle_families(Village& village) {
  while (!village.children.empty()) {
    const Person child = village.children.back();
    village.children.pop_back();
    const Id<Household> household = open_household(village);
    const std::string surname = desk_.identities.surname();
    const auto father = take_adult(village, std::max(child.age + 30, k_adult + 2), 11), mother = take_adult(village, std::max(child.age + 28, k_adult + 2), 9);
    Settled parent;
    if (father) parent = add_adult(village, *father, household, surname);
    if (mother) {
      const Settled other = add_adult(village, *mother, household, father ? desk_.identities.surname() : surname);
      if (!father) parent = other;
    }
    if (!waiting_.empty() && desk_.percent(35)) {
      add_elder(village, waiting_.front().first, household, surname, father || mother ? LivingArrangement::with_children : LivingArrangement::other);
      waiting_.pop_front();
    }
    add_child(village, child, household, surname, parent);
    if (!village.children.empty() && desk_.percent(40) && std::abs(village.children.back().age - child.age) < 9) {
      add_child(village, village.children.back(), household, surname, parent);
      village.children.pop_back();
    }
  }
}

/// The others: as couples, alone, with somebody old.
void People::settle_adults(Village& village) {
  while (village.adults_left > 0 || !waiting_.empty()) {
    const Id<Household> household = open_household(village);
    const std::string surname = desk_.identities.surname();
    const auto first = take_adult(village, static_cast<int>(desk_.between(20, 59)), k_elder);
    if (first) add_adult(village, *first, household, surname);
    if (first && desk_.percent(60))
      if (const auto second = take_adult(village, first->age, 6)) add_adult(village, *second, household, desk_.identities.surname());
    for (int elder = 0; elder < 2 && !waiting_.empty() && (!first || desk_.percent(50)); ++elder) {
      add_elder(village, waiting_.front().first, household, surname, first ? LivingArrangement::with_children : LivingArrangement::other);
      waiting_.pop_front();
    }
  }
}

People::Settled People::add_adult(const Village& village, const Person& person, Id<Household> household, const std::string& surname) {
  Resident made = facts_.resident(person, village.place.code, surname);
  made.household = household;
  count(village.place.code);
  const std::string name = made.name;
  return {desk_.add(std::move(made)), name};
}

void People::add_child(const Village& village, const Person& person, Id<Household> household, const std::string& surname, const Settled& parent) {
  constexpr int k_cared_for = 3;
  Resident made = facts_.resident(person, village.place.code, surname);
  made.household = household;
  made.arrangement = parent.id ? LivingArrangement::with_parents : LivingArrangement::other;
  count(village.place.code);
  if (person.age >= k_cared_for) return static_cast<void>(desk_.add(std::move(made)));
  facts_.make_child(made, person.age);
  const std::optional<OpenNursery> nursery = person.age > 0 && in_nursery_.next() ? life_.take_nursery(village.county) : std::nullopt;
  if (nursery) made.institution = nursery->institution;
  made.id = desk_.add(made);
  if (parent.id) life_.guardian(made, parent.id, parent.name);
  life_.of_child(made, nursery, person.age);
}

void People::add_elder(const Village& village, const Person& person, Id<Household> household, const std::string& surname, LivingArrangement arrangement) {
  Resident made = facts_.resident(person, village.place.code, surname);
  made.household = household;
  made.arrangement = arrangement;
  facts_.make_old(made, arrangement == LivingArrangement::alone, arrangement == LivingArrangement::couple);
  count(village.place.code);
  std::optional<FreeBed> bed;
  const bool goes = in_home_.next() || *made.in_institution;
  for (std::size_t away = 0; goes && !bed && away < care_.beds.size(); ++away) {
    auto& free = care_.beds[(village.county + away) % care_.beds.size()];
    if (free.empty() || care_.occupied_beds == 0) continue;
    bed = free.back();
    free.pop_back();
    --care_.occupied_beds;
  }
  made.in_institution = *made.in_institution || bed.has_value();
  if (bed) {
    made.region = bed->region;
    made.institution = bed->institution;
    made.arrangement = LivingArrangement::institution;
  }
  made.id = desk_.add(made);
  if (bed) life_.stay_in_home(made, places_.add_bed(*bed, made.id), *bed);
  life_.of_elder(made, village.county);
}

/// Those who died or moved away in the year: in the register, no longer counted at its end.
void People::add_departed(const AgeCounts& counts) {
  for (const County& county : desk_.city.counties)
    for (const Street& street : county.streets) {
      all_villages_.push_back(street.place.code);
      for (const Place& village : street.villages) all_villages_.push_back(village.code);
    }
  const auto leave = [&](const Person& person, LeaveReason why) {
    const RegionCode region = all_villages_[desk_.random.below(all_villages_.size())];
    Resident made;
    made.region = region;
    made.name = desk_.identities.surname() + desk_.identities.given_name();
    made.born = desk_.day_of(desk_.city.year - person.age);
    made.id_number = desk_.identities.id_number(*made.born, person.male);
    made.sex = person.male ? Sex::male : Sex::female;
    made.hukou = region;
    made.moved_out = std::max(desk_.day_of(desk_.city.year), *made.born);
    made.left_because = why;
    desk_.add(std::move(made));
    desk_.hand_on();
  };
  for (std::size_t sex = 0; sex < 2; ++sex)
    for (int age = 0; age < k_ages; ++age)
      for (std::int64_t death = 0; death < counts.dying[sex][static_cast<std::size_t>(age)]; ++death) leave({age, sex == 0}, LeaveReason::died);
  const std::int64_t moved = desk_.city.quantities.share_of("moved_away_share", desk_.city.people);
  for (std::int64_t move = 0; move < moved; ++move) leave({static_cast<int>(desk_.between(0, 70)), desk_.percent(50)}, LeaveReason::moved);
}

}  // namespace laoyou::synth
