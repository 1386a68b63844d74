#include "plan/folder/yaml_read.h"


namespace laoyou::plan {
namespace {

/// Reads a mapping whose keys are periods.
template <class F>
void for_each_period(const YAML::Node& node, Refusals& refusals, F&& f) {
  if (!node.IsMap()) {
    refusals.push_back(at(place_of(node), refuse("yaml.not_a_mapping")));
    return;
  }
  for_each_pair(node, refusals, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& value) {
    const Result<Period> period = Period::parse(key);
    if (!period)
      refusals.push_back(at(place_of(key_node), period.error()));
    else if (!value.IsScalar())
      refusals.push_back(at(place_of(value), refuse("yaml.not_a_value")));
    else
      f(*period, value);
  });
}

}  // namespace

void read_yaml(const YAML::Node& node, std::vector<Target>& targets, Refusals& refusals) {
  for_each_period(node, refusals, [&](Period period, const YAML::Node& value) {
    const Result<Target> target = parse_target(period, value.Scalar());
    if (target)
      targets.push_back(*target);
    else
      refusals.push_back(at(place_of(value), target.error()));
  });
}

void read_yaml(const YAML::Node& node, std::vector<Baseline>& baselines, Refusals& refusals) {
  for_each_period(node, refusals, [&](Period period, const YAML::Node& value) {
    const Result<Decimal> number = Decimal::parse(record::trimmed(value.Scalar()));
    if (number)
      baselines.push_back({period, *number});
    else
      refusals.push_back(at(place_of(value), number.error()));
  });
}

void read_yaml(const YAML::Node& node, std::vector<InstrumentOption>& options, Refusals& refusals) {
  if (!node.IsMap()) {
    refusals.push_back(at(place_of(node), refuse("yaml.not_a_mapping")));
    return;
  }
  for_each_pair(node, refusals, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& text) {
    const Result<std::int64_t> score = record::read_integer(key);
    if (!score)
      refusals.push_back(at(place_of(key_node), score.error()));
    else if (!text.IsScalar())
      refusals.push_back(at(place_of(text), refuse("yaml.not_a_value")));
    else
      options.push_back({static_cast<std::int32_t>(*score), text.Scalar()});
  });
}

}  // namespace laoyou::plan
