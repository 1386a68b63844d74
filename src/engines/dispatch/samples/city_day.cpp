#include "engines/dispatch/samples/city_day.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace laoyou::dispatch {
namespace {

constexpr int k_visits_of_neighbourhood = 60;
constexpr std::int64_t k_square_of_neighbourhood_m = 1600;  // side of the square one neighbourhood fills on average
constexpr std::int64_t k_neighbourhood_radius_m = 900;

class CityMaker {
 public:
  explicit CityMaker(const CityDay& day) : day_(day), random_(day.seed) {}

  Problem make() {
    problem_.skills = {"personal care", "nursing", "rehabilitation", "dementia"};
    problem_.traits = {"woman", "dialect"};
    problem_.modes = {{"bicycle", {}, 9000}, {"foot", {}, 3800}, {"car", {}, 18000}};
    const int neighbourhoods = std::max(1, day_.visits / k_visits_of_neighbourhood);
    side_m_ = static_cast<std::int64_t>(std::sqrt(static_cast<double>(neighbourhoods)) * static_cast<double>(k_square_of_neighbourhood_m));
    for (int i = 0; i < neighbourhoods; ++i) centres_.push_back({"", number(side_m_), number(side_m_)});
    for (int i = 0; i < day_.carers; ++i) add_carer(i);
    while (static_cast<int>(problem_.visits.size()) < day_.visits) add_person();
    problem_.objective = usual_objective();
    return std::move(problem_);
  }

 private:
  std::int64_t number(std::int64_t below) { return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(below))); }
  bool chance(int percent) { return number(100) < percent; }

  int add_place(const std::string& id) {
    const Place& centre = centres_[static_cast<std::size_t>(number(static_cast<std::int64_t>(centres_.size())))];
    const auto off = [this] { return (number(2 * k_neighbourhood_radius_m) + number(2 * k_neighbourhood_radius_m)) / 2 - k_neighbourhood_radius_m; };
    problem_.places.push_back({id, centre.x_m + off(), centre.y_m + off()});
    return static_cast<int>(problem_.places.size()) - 1;
  }

  void add_carer(int i) {
    Carer carer;
    carer.id = "c" + std::to_string(i + 1);
    carer.mode = chance(60) ? 0 : chance(60) ? 1 : 2;
    carer.skills.push_back({0, chance(70) ? 2 : 1});
    for (int skill = 1; skill < 4; ++skill)
      if (chance(skill == 1 ? 40 : 25)) carer.skills.push_back({skill, 1 + static_cast<int>(number(2))});
    for (int trait = 0; trait < 2; ++trait)
      if (chance(trait == 0 ? 85 : 60)) carer.traits.push_back(trait);
    Shift shift;
    shift.carer = i;
    const bool early = chance(70);
    shift.begins_s = early ? 7 * 3600 + 1800 * number(3) : 11 * 3600 + 1800 * number(3);
    shift.ends_s = shift.begins_s + 8 * 3600;
    shift.overtime_limit_s = 3600;
    shift.start_place = shift.end_place = add_place(carer.id);
    shift.rest = Break{shift.begins_s + 3 * 3600, shift.begins_s + 5 * 3600, 1800, k_none};
    shift.most_work_s = 9 * 3600;
    problem_.carers.push_back(carer);
    problem_.shifts.push_back(shift);
  }

  void add_person() {
    const int person = static_cast<int>(problem_.persons.size());
    Person made{"p" + std::to_string(person + 1), {}};
    Visit visit;
    visit.id = "v" + std::to_string(person + 1);
    visit.person = person;
    visit.place = add_place(made.id);
    visit.length_s = 60 * (15 + 5 * number(6));
    const Seconds opens = 3600 * 7 + 1800 * number(20);
    visit.windows = {{opens, opens + 1800 * (1 + number(5))}};
    visit.lateness_limit_s = 1800;
    const int skill = chance(65) ? 0 : 1 + static_cast<int>(number(3));
    visit.skills = {{skill, chance(25) ? 2 : 1}};
    if (chance(25)) visit.wishes.push_back({0, chance(30)});
    if (chance(15)) visit.wishes.push_back({1, false});
    visit.prize = 1 + number(3);
    if (chance(70)) made.usual_carers = usual_carers(visit);
    problem_.persons.push_back(made);
    problem_.visits.push_back(visit);
    // A second carer makes two stops of one visit, so the share of such visits is drawn per visit.
    if (chance(day_.two_carer_percent) && static_cast<int>(problem_.visits.size()) < day_.visits) add_second(visit);
  }

  void add_second(const Visit& visit) {
    Visit second = visit;
    second.id += "#2";
    second.skills = {{0, 1}};
    const int first = static_cast<int>(problem_.visits.size()) - 1;
    problem_.visits.push_back(second);
    problem_.links.push_back({first, first + 1, 0, 0, true});
  }

  /// Two able carers out of a few that live not too far.
  std::vector<int> usual_carers(const Visit& visit) {
    std::vector<std::pair<Seconds, int>> able;
    for (int tries = 0; tries < 60; ++tries) {
      const int carer = static_cast<int>(number(day_.carers));
      const auto& skills = problem_.carers[static_cast<std::size_t>(carer)].skills;
      const bool can = std::any_of(skills.begin(), skills.end(), [&](const SkillLevel& held) { return held.skill == visit.skills[0].skill && held.level >= visit.skills[0].level; });
      if (can) able.emplace_back(travel_s(problem_, 0, problem_.shifts[static_cast<std::size_t>(carer)].start_place, visit.place), carer);
    }
    std::sort(able.begin(), able.end());
    std::vector<int> usual;
    for (const auto& [travel, carer] : able)
      if (usual.size() < 2 && std::find(usual.begin(), usual.end(), carer) == usual.end()) usual.push_back(carer);
    return usual;
  }

  CityDay day_;
  SeededRandom random_;
  Problem problem_;
  std::vector<Place> centres_;
  std::int64_t side_m_ = 0;
};

}  // namespace

Problem city_day(const CityDay& day) { return CityMaker(day).make(); }

}  // namespace laoyou::dispatch
