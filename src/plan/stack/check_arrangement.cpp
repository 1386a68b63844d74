#include "plan/stack/check_arrangement.h"

#include "plan/stack/known_names.h"
#include "record/enum_leaf.h"
#include "regions/region_tree.h"

namespace laoyou::plan {
namespace {

constexpr NotKnown k_body{"plan.unknown_body", "plan.mistyped_body"};
constexpr NotKnown k_term{"plan.unknown_term", "plan.mistyped_term"};
constexpr NotKnown k_rule{"plan.unknown_condition", "plan.mistyped_condition"};
constexpr NotKnown k_unit{"plan.unknown_unit", "plan.mistyped_unit"};
constexpr NotKnown k_indicator{"plan.unknown_indicator", "plan.mistyped_indicator"};

class ArrangementCheck {
 public:
  ArrangementCheck(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) : folder_(folder), below_(below), refusals_(refusals) {}

  void check() {
    check_bodies();
    check_indicators();
    check_region_targets();
    check_policies();
  }

 private:
  void expect(const NotKnown& codes, const std::string& name, const std::vector<std::string>& known, const std::string& place) {
    if (!folder_.is_faulty(place) && !contains(known, name)) refusals_.push_back(at(place, not_known(codes, name, known)));
  }

  void check_bodies() {
    if (!was_read("bodies.csv", folder_, below_)) return;
    const std::vector<std::string> bodies = known_keys(&Folder::bodies, folder_, below_), units = known_units(folder_, below_);
    const bool units_read = was_read("units.csv", folder_, below_);
    for (const auto& row : folder_.bodies) {
      if (row.value.of) expect(k_body, *row.value.of, bodies, row.place);
      if (!units_read) continue;
      for (const std::string& unit : row.value.lead) expect(k_unit, unit, units, row.place);
      for (const std::string& unit : row.value.members) expect(k_unit, unit, units, row.place);
    }
    for (const auto& row : folder_.posts) expect(k_body, row.value.body, bodies, row.place);
  }

  void check_indicators() {
    const std::vector<std::string> terms = known_keys(&Folder::terms, folder_, below_);
    const bool terms_read = was_read("vocabulary.csv", folder_, below_);
    for (const auto& row : folder_.indicators) {
      if (folder_.is_faulty(row.place)) continue;
      if (row.value.term && terms_read) {
        expect(k_term, *row.value.term, terms, row.place);
        check_term_unit(row);
      }
      if (row.value.each) check_each(row);
    }
  }

  void check_term_unit(const Row<Indicator>& row) {
    const auto check = [&](const Folder& layer) {
      for (const auto& term : layer.terms)
        if (term.value.term == *row.value.term && term.value.unit != row.value.unit)
          refusals_.push_back(at(row.place, refuse("plan.term_of_other_unit", {*row.value.term, term.value.unit, row.value.unit})));
    };
    check(folder_);
    for (const Folder& layer : below_) check(layer);
  }

  void check_each(const Row<Indicator>& row) {
    const std::optional<RegionLevel> level = level_of(*row.value.each);
    const bool inside = !level || *level > folder_.head.value.region.level();
    const bool reported = !level || !row.value.down_to || *row.value.down_to >= *level;
    if (!inside || !reported) refusals_.push_back(at(row.place, refuse("plan.each_no_part", {record::Leaf<EachPart>::to_json_text(*row.value.each)})));
  }

  void check_region_targets() {
    const std::vector<std::string> indicators = known_keys(&Folder::indicators, folder_, below_);
    const bool indicators_read = was_read("indicators.yaml", folder_, below_);
    for (const auto& row : folder_.region_targets) {
      if (folder_.is_faulty(row.place)) continue;
      if (indicators_read) expect(k_indicator, row.value.indicator, indicators, row.place);
      if (const auto target = parse_target(row.value.period, row.value.target); !target) refusals_.push_back(at(row.place, target.error()));
    }
  }

  void check_policies() {
    const std::vector<std::string> rules = known_keys(&Folder::rules, folder_, below_), units = known_units(folder_, below_);
    for (const auto& row : folder_.policies) {
      if (folder_.is_faulty(row.place)) continue;
      if (row.value.condition && was_read("rules.yaml", folder_, below_)) expect(k_rule, *row.value.condition, rules, row.place);
      if (row.value.office && was_read("units.csv", folder_, below_)) expect(k_unit, *row.value.office, units, row.place);
      if (row.value.from && row.value.to && *row.value.to < *row.value.from)
        refusals_.push_back(at(row.place, refuse("plan.ends_before_it_begins", {row.value.from->text(), row.value.to->text()})));
    }
  }

  const Folder& folder_;
  const std::vector<Folder>& below_;
  Refusals& refusals_;
};

}  // namespace

void check_arrangement(const Folder& folder, const std::vector<Folder>& below, Refusals& refusals) { ArrangementCheck(folder, below, refusals).check(); }

}  // namespace laoyou::plan
