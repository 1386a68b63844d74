#include "whatif/years.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/embedded.h"
#include "engines/forecast/assumptions.h"
#include "engines/forecast/projection.h"
#include "registry/resident.h"
#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"
#include "whatif/amounts.h"

namespace laoyou::whatif {
namespace {

LAOYOU_EMBEDDED(whatif_mx_csv)
LAOYOU_EMBEDDED(whatif_asfr_csv)
LAOYOU_EMBEDDED(whatif_assumptions_csv)

using forecast::k_ages;
using forecast::Sex;

constexpr int k_years_usual = 5;

const forecast::VitalRates& rates() {
  static const forecast::VitalRates read = forecast::VitalRates::read(whatif_mx_csv(), whatif_asfr_csv()).value();
  return read;
}

forecast::Scenario scenario() {
  const forecast::Assumptions assumed = forecast::read_assumptions(whatif_assumptions_csv()).value();
  forecast::Scenario middle;
  middle.boys_per_100_girls = assumed.boys_per_100_girls;
  return middle;
}

/// The same period of a later year; of 29 February the month.
Period later(const Period& period, int years) {
  const int year = period.first_day().year() + years;
  constexpr std::size_t k_year_digits = 4;
  const Result<Period> same = Period::parse(std::to_string(year) + period.text().substr(k_year_digits));
  return same ? *same : Period::month(year, period.first_day().month());
}

/// Amounts and how many have one, on one side.
struct Side {
  double amount = 0, reach = 0;
  void add(std::int64_t each, double weight) {
    amount += static_cast<double>(each) * weight;
    reach += each != 0 ? weight : 0;
  }
};

/// Everybody of the region who has not left, with age and sex where they are known.
struct Person {
  std::size_t row = 0;
  std::optional<std::size_t> age;
  Sex sex = Sex::male;
};

class Ahead {
 public:
  Ahead(const Asked& asked, const rules::Book& book, const rules::Facts& facts, int record, int before, int after)
      : asked_(asked), book_(book), facts_(facts), record_(record), rules_{before, after} {
    gather();
  }

  /// `years` after the first; 0 is the registers themselves.
  void look(int years) {
    for (const auto& year : forecast::project(base_, asked_.period.first_day().year(), years, rates(), {}, scenario())) people_.push_back(year.people);
    for (int ahead = 0; ahead <= years; ++ahead) add_year(ahead);
  }
  const std::vector<std::array<Side, 2>>& sides() const { return sides_; }
  std::int64_t people(int ahead) const { return forecast::count_all(people_[static_cast<std::size_t>(ahead)]) + without_age_people_; }
  std::int64_t without_age() const { return without_age_; }

 private:
  const rules::Column& column(const char* name) const {
    const auto record = static_cast<std::size_t>(record_);
    return facts_.tables[record].column(book_.schema.records[record].find(name));
  }

  void gather() {
    const Date today = asked_.period.first_day();
    const rules::Column &regions = column("region"), &born = column("born"), &left = column("moved_out"), &sex = column("sex");
    for (std::size_t row = 0; row < regions.rows(); ++row) {
      const rules::Value region = regions.at(row);
      if (!region || !asked_.region.contains(RegionCode::from_number(*region))) continue;
      Person person{row, std::nullopt, sex.at(row) == rules::Value(static_cast<std::int64_t>(registry::Sex::female)) ? Sex::female : Sex::male};
      const rules::Value day = born.at(row), gone = left.at(row);
      if (day) person.age = static_cast<std::size_t>(std::clamp(years_between(Date::from_days(*day), today), 0, static_cast<int>(k_ages) - 1));
      if (!gone || *gone > today.days()) {
        if (person.age) ++base_.at(person.sex, *person.age);
        else ++without_age_people_;
      }
      persons_.push_back(person);
    }
  }

  /// The share of people of that sex and age who are alive so many years on.
  double alive(Sex sex, std::size_t age, int years) const {
    double hazard = 0;
    for (int year = 0; year < years; ++year)
      hazard += rates().death_rate(asked_.period.first_day().year() + year, sex, std::min(age + static_cast<std::size_t>(year), k_ages - 1));
    return std::exp(-hazard);
  }

  void add_year(int ahead) {
    std::array<Side, 2>& sides = sides_.emplace_back();
    forecast::BySexAndAge<double> shares;
    for (const Sex sex : forecast::k_sexes)
      for (std::size_t age = 0; age < k_ages; ++age) shares.at(sex, age) = alive(sex, age, ahead);
    const Period period = later(asked_.period, ahead);
    for (std::size_t side = 0; side < sides.size(); ++side) {
      const rules::RuleColumn amounts = rules::evaluate_rule(book_, facts_, period, rules_[side]);
      for (const Person& person : persons_) {
        const std::int64_t amount = amounts.at(person.row).value_or(0);
        if (amount == 0) continue;
        sides[side].add(amount, person.age ? shares.at(person.sex, *person.age) : 1.0);
        if (ahead == 0) remember(side, person, amount);
        if (ahead == 0 && side == 1 && !person.age) ++without_age_;
      }
      if (ahead > 0) add_newborn(side, ahead, sides[side]);
    }
  }

  /// What people of each age get today: what those to be born will get at that age.
  void remember(std::size_t side, const Person& person, std::int64_t amount) {
    if (person.age) today_[side].at(person.sex, *person.age).add(amount, 1);
  }

  void add_newborn(std::size_t side, int ahead, Side& sum) const {
    for (const Sex sex : forecast::k_sexes)
      for (std::size_t age = 0; age < static_cast<std::size_t>(ahead); ++age) {
        const auto now = static_cast<double>(base_.at(sex, age));
        if (now == 0) continue;
        const double as_many = static_cast<double>(people_[static_cast<std::size_t>(ahead)].at(sex, age)) / now;
        sum.amount += today_[side].at(sex, age).amount * as_many;
        sum.reach += today_[side].at(sex, age).reach * as_many;
      }
  }

  const Asked& asked_;
  const rules::Book& book_;
  const rules::Facts& facts_;
  int record_;
  std::array<int, 2> rules_;
  std::vector<Person> persons_;
  forecast::People base_;
  std::vector<forecast::People> people_;
  std::array<forecast::BySexAndAge<Side>, 2> today_;
  std::vector<std::array<Side, 2>> sides_;
  std::int64_t without_age_ = 0, without_age_people_ = 0;
};

class Words {
 public:
  explicit Words(const rules::Rule& total) : total_(total), units_(rules::stored_units(total.tree->type.kind)) {}
  std::optional<Decimal> number(double amount) const { return shown_number(total_, rules::rational(std::llround(amount), units_)); }

 private:
  const rules::Rule& total_;
  std::int64_t units_;
};

}  // namespace

CheckedResult<Years> years_over(const Asked& asked, const rules::Facts& facts, const YearsRequest& request) {
  const int years = request.years.value_or(k_years_usual);
  if (years < 1 || years > k_years_most) return Refusals{at("/years", refuse("whatif.years", {std::to_string(k_years_most)}))};
  const int total = asked.plan->book->find_rule(request.total);
  if (total < 0) return Refusals{refuse("rules.no_such_rule", {request.total})};
  const auto what_if = what_if_of(*asked.plan, request.variant, asked.period.first_day());
  if (!what_if) return what_if.error();
  rules::Book book = what_if->together;
  const auto old_sum = only_sum(book, what_if->rules_before[static_cast<std::size_t>(total)]), new_sum = only_sum(book, what_if->rules_after[static_cast<std::size_t>(total)]);
  if (!old_sum || !new_sum || old_sum->record != new_sum->record) return Refusals{refuse("whatif.no_sum", {request.total})};
  if (book.schema.records[static_cast<std::size_t>(old_sum->record)].name != "resident") return Refusals{refuse("whatif.no_people", {request.total})};
  const int before = add_amount(book, *old_sum), after = add_amount(book, *new_sum);
  Ahead ahead(asked, book, facts, old_sum->record, before, after);
  ahead.look(years);
  const rules::Rule& shown = what_if->before->rules[static_cast<std::size_t>(total)];
  const Words words(shown);
  Years answer{request.total, shown_unit(shown), asked.region, asked.library ? asked.library->regions.name(asked.region) : "", {}, {}, {}, {}, ahead.without_age()};
  double sum_before = 0, sum_after = 0;
  for (int year = 0; year <= years; ++year) {
    const auto& [old_side, new_side] = ahead.sides()[static_cast<std::size_t>(year)];
    answer.rows.push_back({later(asked.period, year), words.number(old_side.amount), words.number(new_side.amount), words.number(new_side.amount - old_side.amount),
                           std::llround(old_side.reach), std::llround(new_side.reach), ahead.people(year)});
    sum_before += year > 0 ? old_side.amount : 0;
    sum_after += year > 0 ? new_side.amount : 0;
  }
  answer.before = words.number(sum_before);
  answer.after = words.number(sum_after);
  answer.difference = words.number(sum_after - sum_before);
  return answer;
}

CheckedResult<Years> years_of(const Asked& asked, const facts::FactsKeeper& keeper, const YearsRequest& request) {
  return keeper.read([&](const rules::Facts& facts, const facts::FactsMoment&) { return years_over(asked, facts, request); });
}

}  // namespace laoyou::whatif
