#include "synth/make_city.h"

#include <gmock/gmock.h>

#include <set>

#include "record/references.h"
#include "synth/ages.h"
#include "synth/person_facts.h"

namespace laoyou::synth {
namespace {

using namespace registry;

Place place(std::string_view code, std::string name) { return {RegionCode::parse(code).value(), std::move(name)}; }

/// Two counties of two streets; of elders a tenth are volunteers, and so on: round figures.
City small_city(std::uint64_t seed = 1) {
  City city;
  city.place = place("659900000000", "演示市");
  for (int county = 1; county <= 2; ++county) {
    const std::string prefix = "65990" + std::to_string(county);
    County made{place(prefix + "000000", "演示区" + std::to_string(county)), {}, 100.0 * county};
    for (int street = 1; street <= 2; ++street) {
      const std::string of_street = prefix + "00" + std::to_string(street);
      Street down{place(of_street + "000", street == 1 ? "一街道" : "二镇"), {}};
      for (int village = 1; village <= 3; ++village) down.villages.push_back(place(of_street + "00" + std::to_string(village), "第" + std::to_string(village) + "社区"));
      made.streets.push_back(std::move(down));
    }
    city.counties.push_back(std::move(made));
  }
  for (const Quantity& quantity : known_quantities())
    if (quantity.needed) city.quantities.put(std::string(quantity.name), {Decimal::parse("10").value()});
  const std::map<std::string, const char*> round = {
      {"population", "6000"},    {"children_share", "15"},   {"over_60_share", "20"},      {"over_65_share", "14"},       {"births", "60"},           {"boys_per_100_girls", "110"},
      {"homes", "4"},            {"home_beds", "103"},       {"points", "7"},              {"point_beds", "20"},          {"nurseries", "3"},         {"classes", "8"},
      {"slots", "120"},          {"new_beds", "31"},         {"new_public_slots", "30"},   {"new_private_slots", "10"},   {"society_bed_share", "80"}, {"nursing_bed_share", "60"},
      {"visit_share", "100"},    {"visits_a_year", "12"},    {"slot_occupancy_share", "50"}, {"bed_occupancy_share", "60"}, {"newborn_visited_share", "95.26"}, {"family_guided_share", "70"},
      {"carer_training_share", "80"}, {"certified_carer_share", "70"}, {"inclusive_enrolment_share", "25"}, {"social_workers_per_thousand", "1"}, {"destitute_supported_share", "100"},
      {"residents_per_carer", "4"}, {"children_per_carer", "5"}, {"moved_away_share", "1"}};
  for (const auto& [name, value] : round) city.quantities.put(name, {Decimal::parse(value).value()});
  for (auto& life : city.life) life = {{0, 0.005, 99'000}, {1, 0.0005, 397'000}, {5, 0.0003, 495'000 * 11.0}, {60, 0.01, 430'000}, {65, 0.02, 380'000}, {70, 0.05, 900'000}, {100, 0.8, 300}};
  city.people = 6'000;
  city.year = 2025;
  city.seed = seed;
  return city;
}

struct Made {
  std::map<std::string, std::int64_t, std::less<>> counts;
  Records records;
  template <class T>
  std::vector<T> all() const {
    std::vector<T> found;
    for (const Record& record : records)
      if (const auto* one = std::get_if<T>(&record)) found.push_back(*one);
    return found;
  }
};

Made make(const City& city) {
  Made made;
  made.counts = make_city(city, [&](Records&& records) { made.records.insert(made.records.end(), records.begin(), records.end()); });
  return made;
}

std::string text_of(const Records& records) {
  std::string text;
  for (const Record& record : records)
    std::visit(
        [&](const auto& one) {
          std::vector<record::Cell> cells;
          record::to_cells(one, cells);
          for (const record::Cell& cell : cells)
            std::visit([&](const auto& value) {
              if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) text += value + "|";
              else if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) text += std::to_string(value) + "|";
            }, cell);
        },
        record);
  return text;
}

template <class T, class F>
std::int64_t count_if(const std::vector<T>& all, F&& f) {
  return std::count_if(all.begin(), all.end(), f);
}

bool old(const Resident& resident) { return !resident.moved_out && resident.born->year() <= 1965; }
bool small(const Resident& resident) { return !resident.moved_out && resident.born->year() >= 2023; }

}  // namespace

TEST(MakeCity, PeopleAndPlacesAddUpToTheCountsThatWereAskedFor) {
  const Made made = make(small_city());
  const auto residents = made.all<Resident>();
  EXPECT_EQ(count_if(residents, [](const Resident& one) { return !one.moved_out; }), 6'000);
  EXPECT_GT(count_if(residents, [](const Resident& one) { return one.moved_out.has_value(); }), 60);
  EXPECT_EQ(count_if(residents, old), 1'200);
  const auto institutions = made.all<Institution>();
  EXPECT_EQ(count_if(institutions, [](const Institution& one) { return one.kind == InstitutionKind::elderly_home; }), 4);
  EXPECT_EQ(count_if(institutions, [](const Institution& one) { return one.kind == InstitutionKind::community_station || one.kind == InstitutionKind::day_care; }), 7);
  EXPECT_EQ(count_if(institutions, [](const Institution& one) { return one.kind == InstitutionKind::nursery; }), 3);
  const auto beds = made.all<Bed>();
  EXPECT_EQ(count_if(beds, [](const Bed& one) { return !one.family; }), 123);
  EXPECT_EQ(count_if(beds, [](const Bed& one) { return !one.family && *one.opened >= Date::parse("2021-01-01").value(); }), 31);
  EXPECT_EQ(made.all<CareClass>().size(), 8u);
  const auto slots = made.all<Slot>();
  EXPECT_EQ(slots.size(), 120u);
  EXPECT_EQ(count_if(slots, [](const Slot& one) { return *one.opened >= Date::parse("2021-01-01").value(); }), 40);
  std::int64_t people = 0, households = 0;
  for (const Locality& locality : made.all<Locality>()) {
    people += locality.population.value_or(0);
    households += locality.households.value_or(0);
  }
  EXPECT_EQ(people, 6'000);
  EXPECT_EQ(households, made.counts.at("household"));
}

TEST(MakeCity, SharesComeOutToTheNearestRecord) {
  const Made made = make(small_city());
  const auto residents = made.all<Resident>();
  const std::int64_t newborns = count_if(residents, [](const Resident& one) { return !one.moved_out && one.born->year() == 2025; });
  const std::int64_t visited = count_if(residents, [](const Resident& one) { return one.child_health.newborn_visited == true; });
  EXPECT_LE(std::abs(visited * 10'000 - newborns * 9'526), newborns * 5'000 / newborns);
  EXPECT_EQ(count_if(residents, [](const Resident& one) { return old(one) && one.volunteer == true; }), 120);
  const auto beds = made.all<Bed>();
  EXPECT_EQ(count_if(beds, [](const Bed& one) { return !one.family && *one.nursing; }), 74) << "60 % of 123";
  std::set<std::int64_t> own;
  for (const Institution& one : made.all<Institution>())
    if (one.operated_by == OperatorKind::government) own.insert(one.id.number);
  EXPECT_EQ(count_if(beds, [&](const Bed& one) { return !one.family && !own.contains(one.institution->number); }), 98) << "80 % of 123";
  const std::int64_t taken = count_if(made.all<Slot>(), [](const Slot& one) { return *one.occupied; });
  EXPECT_EQ(count_if(made.all<Slot>(), [](const Slot& one) { return *one.occupied && *one.inclusive; }) * 4, taken);
  const auto staff = made.all<Staff>();
  const std::int64_t carers = count_if(staff, [](const Staff& one) { return one.role == StaffRole::elderly_carer; });
  EXPECT_EQ(count_if(staff, [](const Staff& one) { return one.role == StaffRole::elderly_carer && one.trained_on; }) * 5, carers * 4);
}

TEST(MakeCity, WhoeverLivesHardIsVisitedInEveryMonth) {
  const Made made = make(small_city());
  std::map<std::int64_t, std::set<int>> months;
  for (const Visit& visit : made.all<Visit>())
    if (visit.kind == VisitKind::hardship) months[visit.resident->number].insert(visit.day.month());
  for (const Resident& resident : made.all<Resident>())
    if (old(resident) && lives_hard(resident)) EXPECT_EQ(months[resident.id.number].size(), 12u);
}

TEST(MakeCity, NobodyLiesInTwoBedsAndNoPlaceHasMorePeopleThanBeds) {
  const Made made = make(small_city());
  std::set<std::int64_t> people, beds;
  std::map<std::int64_t, std::int64_t> in_care;
  for (const Bed& bed : made.all<Bed>())
    if (bed.resident && !bed.family) EXPECT_TRUE(people.insert(bed.resident->number).second);
  for (const Stay& stay : made.all<Stay>())
    if (stay.bed) EXPECT_TRUE(beds.insert(stay.bed->number).second);
  EXPECT_EQ(people.size(), 62u) << "60 % of 103 beds";
  EXPECT_EQ(beds.size(), 62u);
  const auto nursery = made.all<Stay>();
  EXPECT_EQ(count_if(nursery, [](const Stay& stay) { return stay.kind == StayKind::nursery; }), count_if(made.all<Slot>(), [](const Slot& slot) { return *slot.occupied; }));
}

TEST(MakeCity, WhatIsNamedComesBeforeWhatNamesIt) {
  std::set<std::int64_t> known;
  for (const Record& record : make(small_city()).records)
    std::visit(
        [&](const auto& one) {
          using T = std::decay_t<decltype(one)>;
          std::vector<record::Cell> cells;
          record::to_cells(one, cells);
          const auto columns = record::columns<T>();
          for (const record::Reference& reference : record::references<T>())
            for (std::size_t i = 0; i < columns.size(); ++i)
              if (columns[i].name == reference.column)
                if (const auto* id = std::get_if<std::int64_t>(&cells[i]); id != nullptr && *id != 0) EXPECT_TRUE(known.contains(*id)) << reference.column;
          EXPECT_TRUE(known.insert(one.id.number).second);
          EXPECT_TRUE(one.synthetic);
        },
        record);
}

TEST(MakeCity, PeopleAreWhatTheirNumbersSayAndCarryNamesThatSayTheyAreMadeUp) {
  std::set<std::string> numbers;
  for (const Resident& resident : make(small_city()).all<Resident>()) {
    ASSERT_TRUE(resident.id_number);
    EXPECT_EQ(resident.id_number->born(), *resident.born);
    EXPECT_EQ(resident.id_number->is_male(), resident.sex == Sex::male);
    EXPECT_TRUE(resident.id_number->text().starts_with("99")) << "a place that does not exist";
    EXPECT_TRUE(numbers.insert(resident.id_number->text()).second);
    EXPECT_THAT(resident.name, testing::ContainsRegex("拟|样|仿|虚|试"));
  }
}

TEST(MakeCity, ParentsAreGrownUpWhenTheirChildIsBorn) {
  const Made made = make(small_city());
  std::map<std::int64_t, int> born;
  for (const Resident& resident : made.all<Resident>()) born[resident.id.number] = resident.born->year();
  std::size_t guardians = 0;
  for (const Contact& contact : made.all<Contact>()) {
    if (!contact.person) continue;
    ++guardians;
    EXPECT_GE(born[contact.resident.number] - born[contact.person->number], 18);
  }
  const auto residents = made.all<Resident>();
  EXPECT_GE(guardians * 10, static_cast<std::size_t>(count_if(residents, small)) * 9);
}

TEST(MakeCity, TheSameSeedMakesTheSameCityAndAnotherSeedAnother) {
  EXPECT_EQ(text_of(make(small_city(7)).records), text_of(make(small_city(7)).records));
  EXPECT_NE(text_of(make(small_city(7)).records), text_of(make(small_city(8)).records));
}

TEST(DealtShare, HoldsToTheNearestRecordAfterAnyNumber) {
  for (const char* percent : {"0", "33.33", "60", "95.26", "100"}) {
    DealtShare nearest(Decimal::parse(percent).value()), up(Decimal::parse(percent).value(), ShareRounding::up);
    const double share = Decimal::parse(percent).value().approximate() / 100;
    int yes = 0, yes_up = 0;
    for (int asked = 1; asked <= 2'000; ++asked) {
      yes += nearest.next() ? 1 : 0;
      yes_up += up.next() ? 1 : 0;
      EXPECT_LE(std::abs(yes - share * asked), 0.5 + 1e-9);
      EXPECT_GE(yes_up + 1e-9, share * asked);
      EXPECT_LT(yes_up, share * asked + 1);
    }
  }
}

TEST(Apportion, PartsAddUpAndAreNearTheirWeights) {
  EXPECT_THAT(apportion(10, {1, 1, 1}), testing::UnorderedElementsAre(4, 3, 3));
  EXPECT_THAT(apportion(7, {2, 0, 5}), testing::ElementsAre(2, 0, 5));
  EXPECT_THAT(apportion(0, {1, 2}), testing::ElementsAre(0, 0));
}

}  // namespace laoyou::synth
