// What is known of each person, dealt so that every share comes out over the whole city (个人情况).
#pragma once

#include "synth/desk.h"

namespace laoyou::synth {

/// Someone before they are a record.
struct Person {
  int age = 0;  ///< at the end of the year
  bool male = false;
};

class PersonFacts {
 public:
  explicit PersonFacts(Desk& desk);

  /// A resident of that age and sex: name, number, day of birth and what everybody has.
  registry::Resident resident(const Person& person, RegionCode region, const std::string& surname);
  /// Ability, income, hardship and wishes of somebody old; whether they live alone or as a couple is known already.
  void make_old(registry::Resident& resident, bool alone, bool empty_nest);
  /// Child health of somebody under three.
  void make_child(registry::Resident& resident, int age);

 private:
  Desk& desk_;
  DealtShare left_behind_, disabled_, destitute_, low_income_, lost_only_child_, merit_, lost_ability_, wishes_, supported_, doctor_, record_, accident_, volunteer_;
  DealtShare visited_, screened_, managed_, health_, eyes_, vaccinated_, guided_;
  std::array<double, 4> grade_weights_{};
};

/// In the register of a plan's rules: somebody old whose living is hard (特殊困难老年人).
bool lives_hard(const registry::Resident& resident);

}  // namespace laoyou::synth
